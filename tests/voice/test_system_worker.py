"""The worker by itself: how it answers, and when it ends."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from fake_engine import feign
from processes import ends

from feltsense.voice.system import espeak as system_espeak
from feltsense.voice.system.protocol import Answer
from tests_support import need, need_module

PATIENCE_S = 60
"""Only something broken waits this long."""

Worker = subprocess.Popen[bytes]

PARENT = """
import os, sys, time
from feltsense.voice.port import Utterance
from feltsense.voice.system.voice import open_voice
voice = open_voice()
voice.speak(Utterance("One.", 130, "en-US"))
print(voice._engine._worker._process.pid, voice._engine._worker._folder, flush=True)
time.sleep(3600)
"""


def start(folder: Path, *more: str) -> Worker:
    command = [sys.executable, "-m", "feltsense.voice.system.worker", "--folder", str(folder), *more]
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "sounds"
    made.mkdir()
    return made


@pytest.fixture
def worker(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Worker]:
    feign(monkeypatch, tmp_path / "engine", os.environ.get("FEIGN", ""))
    started = start(folder)
    yield started
    leave(started)


def leave(worker: Worker) -> None:
    worker.kill()
    worker.wait(PATIENCE_S)
    for pipe in (worker.stdin, worker.stdout):
        assert pipe is not None
        pipe.close()


def told(worker: Worker) -> Answer:
    assert worker.stdout is not None
    answer: Answer = json.loads(worker.stdout.readline())
    return answer


def ask(worker: Worker, path: Path, text: str = "Rest.") -> None:
    assert worker.stdin is not None
    request = {"text": text, "voice": "fake/sam", "rate": 130, "path": str(path), "timeout_s": PATIENCE_S}
    worker.stdin.write(json.dumps(request).encode() + b"\n")
    worker.stdin.flush()


def hang_up(worker: Worker) -> int:
    assert worker.stdin is not None
    worker.stdin.close()
    return worker.wait(PATIENCE_S)


def test_it_tells_what_it_is_and_then_writes_what_it_is_asked(worker: Worker, folder: Path) -> None:
    first = told(worker)
    assert first["engine"]["driver"] == "fake"
    assert [voice["id"] for voice in first["engine"]["voices"]][1:] == ["fake/anna", "fake/brit", "fake/sam"]
    ask(worker, folder / "1.wav")
    assert told(worker) == {}
    assert (folder / "1.wav").stat().st_size > 1000


def test_it_ends_with_its_input_and_takes_its_files_along(worker: Worker, folder: Path) -> None:
    told(worker)
    ask(worker, folder / "1.wav")
    told(worker)
    assert hang_up(worker) == 0
    assert not folder.exists()


def test_it_removes_nothing_that_is_not_its_own(worker: Worker, folder: Path) -> None:
    (folder / "letter.txt").write_text("mine")
    told(worker)
    assert hang_up(worker) == 0
    assert (folder / "letter.txt").read_text() == "mine"


@pytest.mark.parametrize("wrong", ["hang", "hang at start"])
def test_it_ends_with_its_input_even_while_the_engine_hangs(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    feign(monkeypatch, tmp_path / "engine", wrong)
    started = start(folder)
    ask(started, folder / "1.wav")
    assert hang_up(started) == 0
    leave(started)
    assert not folder.exists()


def test_ctrl_c_is_not_for_it(worker: Worker, folder: Path) -> None:
    told(worker)
    worker.send_signal(signal.SIGINT)
    ask(worker, folder / "1.wav")
    assert told(worker) == {}


def test_what_the_engine_raises_is_an_answer(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    feign(monkeypatch, tmp_path / "engine", "fail at start")
    started = start(folder)
    assert told(started) == {"error": "RuntimeError: out of order"}
    leave(started)


def test_it_does_not_outlive_a_parent_that_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    feign(monkeypatch, tmp_path / "engine")
    with subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        pid, folder = parent.stdout.readline().split()
        assert Path(folder).is_dir()
        parent.kill()
    assert ends(int(pid), PATIENCE_S)
    assert not Path(folder).exists()


def test_a_file_that_cannot_be_written_is_told_at_once(folder: Path) -> None:
    """The engine raises in a callback from C, where nobody would see it."""
    need("espeak-ng")
    started = start(folder)
    voice = told(started)["engine"]["voice"]
    assert started.stdin is not None
    request = {"text": "Rest.", "voice": voice, "rate": 130, "path": str(folder / "no" / "1.wav"), "timeout_s": 60}
    started.stdin.write(json.dumps(request).encode() + b"\n")
    started.stdin.flush()
    assert "Error saving WAV file" in told(started).get("error", "")
    leave(started)


def test_it_needs_no_numpy() -> None:
    probe = (
        "import sys; sys.modules['numpy'] = None; import feltsense.voice.system.worker; print('pyttsx3' in sys.modules)"
    )
    out = subprocess.run([sys.executable, "-c", probe], check=True, capture_output=True, text=True).stdout
    assert out.split() == ["False"]


@pytest.mark.parametrize(("source", "package"), [("auto", True), ("loader", True), ("system", False)])
def test_without_a_library_of_the_system_the_package_is_taken(source: str, *, package: bool) -> None:
    need_module("espeakng_loader")
    probe = (
        "import os, sys; from feltsense.voice.system import espeak as system_espeak;"
        "system_espeak._SYSTEM = ('libno-such-speech.so.1',);"
        "system_espeak.load_espeak(sys.argv[1]);"
        "print('espeakng_loader' in open('/proc/self/maps').read(), 'ESPEAK_DATA_PATH' in os.environ)"
    )
    out = subprocess.run([sys.executable, "-c", probe, source], check=True, capture_output=True, text=True).stdout
    assert out.split() == [str(package)] * 2


def test_with_a_library_of_the_system_the_package_is_left_alone() -> None:
    need("espeak-ng")
    probe = (
        "import sys; from feltsense.voice.system import espeak as system_espeak; system_espeak.load_espeak('auto');"
        "print('espeakng_loader' in sys.modules, bool(system_espeak.espeak_version()))"
    )
    out = subprocess.run([sys.executable, "-c", probe], check=True, capture_output=True, text=True).stdout
    assert out.split() == ["False", "True"]


def test_only_known_sources_are_taken(folder: Path) -> None:
    assert system_espeak.SOURCES == ("auto", "system", "loader")
    command = [sys.executable, "-m", "feltsense.voice.system.worker", "--folder", str(folder), "--espeak", "elsewhere"]
    assert subprocess.run(command, check=False, capture_output=True).returncode == 2
