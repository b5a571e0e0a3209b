"""What `make run` runs, with and without a terminal."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from terminal import Terminal

MAKEFILE = Path(__file__).parents[1] / "Makefile"

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="make is not here")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder like the repository's, with a program that only says what it was called with.

    Where make runs these tests itself, its own arguments do not reach them.
    """
    for name in tuple(os.environ):
        if name.startswith("MAKE") or name in ("ARGS", "MFLAGS", "PYTHON"):
            monkeypatch.delenv(name)
    shutil.copy(MAKEFILE, tmp_path)
    (tmp_path / "pyproject.toml").touch()
    binaries = tmp_path / ".venv" / "bin"
    binaries.mkdir(parents=True)
    for name, script in (("python", ""), ("feltsense", 'echo "called: $*."\n')):
        (binaries / name).write_text(f"#!/bin/sh\n{script}")
        (binaries / name).chmod(0o755)
    (tmp_path / ".venv" / ".installed").touch()
    return tmp_path


def run(folder: Path, *arguments: str, **environment: str) -> str:
    ran = subprocess.run(
        ["make", "run", *arguments],
        cwd=folder,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout


def test_without_a_terminal_an_exercise_is_rendered_into_out(folder: Path) -> None:
    assert run(folder) == "called: render feet-on-the-floor -o out/.\n"


def test_with_arguments_they_are_the_command(folder: Path) -> None:
    assert run(folder, 'ARGS=show "even-breath" --json') == "called: show even-breath --json.\n"


def test_where_textual_draws_elsewhere_the_player_opens(folder: Path) -> None:
    assert run(folder, TEXTUAL_DRIVER="some.driver:Driver") == "called: .\n"


def test_in_a_terminal_the_player_opens(folder: Path) -> None:
    with Terminal(cwd=folder, program=["make", "run"]) as terminal:
        terminal.until("called: .")
        assert terminal.ended() == 0
