"""The voice `system` with an engine that does everything wrong that engines do."""

import os
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from fake_engine import feign, pitch
from processes import children, ends

from feltsense.errors import VoiceError
from feltsense.units import SAMPLE_RATE, Wpm
from feltsense.voice.port import Speech, Utterance
from feltsense.voice.system import voice as system_voice
from feltsense.voice.system.engine import SystemEngine, WorkerTimeouts
from feltsense.voice.system.process import Worker, WorkerError
from feltsense.voice.system.voice import SystemVoice, open_voice, statuses

QUICK = WorkerTimeouts(phrase_s=0.7, character_s=0.0)
PATIENCE_S = 60
"""Only something broken waits this long."""

Feign = Callable[..., None]


@pytest.fixture(autouse=True)
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Feign]:
    """Give a way to choose what goes wrong, and see that nothing is left behind whatever does."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    before, threads = children(), threading.active_count()
    feign(monkeypatch, tmp_path / "engine")
    yield lambda wrong, once=False: feign(monkeypatch, tmp_path / "engine", wrong, once=once)
    assert children() == before
    assert threading.active_count() == threads
    assert list(folder.iterdir()) == []


@pytest.fixture
def voice() -> Iterator[SystemVoice]:
    opened = SystemVoice(timeouts=QUICK)
    yield opened
    opened.close()


def utterance(text: str, language: str = "en-US") -> Utterance:
    return Utterance(text, Wpm(130), language)


def heard(speech: Speech) -> int:
    """Return the tone that is loudest, in periods a second."""
    power = np.abs(np.fft.rfft(speech.samples * np.hanning(len(speech.samples)), 4 * SAMPLE_RATE))
    return round(int(np.argmax(power)) / 4)


def is_of(speech: Speech, text: str) -> bool:
    return abs(heard(speech) - pitch(text)) <= 2


def test_what_is_asked_for_is_what_is_heard(voice: SystemVoice) -> None:
    for text in ("One.", "Two.", "One.", "Three."):
        assert is_of(voice.speak(utterance(text)), text)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("hang", "no answer for 0.7 seconds"),
        ("exit", "ended without an answer"),
        ("nothing", "there is no file"),
        ("empty", "empty"),
        ("torn", "torn"),
        ("endless", "no answer|told no end"),
        ("stopped", "stopped in the middle"),
        ("error", "out of breath"),
        ("raise", "RuntimeError: out of order"),
        ("deaf", "the voice fake/sam instead of fake/brit"),
    ],
)
def test_an_engine_that_goes_wrong_twice_is_an_error_with_a_way_out(
    engine: Feign, voice: SystemVoice, wrong: str, told: str
) -> None:
    engine(wrong)
    with pytest.raises(VoiceError, match=told) as caught:
        voice.speak(utterance("Rest.", "en-GB"))
    assert "pip install" in caught.value.hint


@pytest.mark.parametrize("wrong", ["hang", "exit", "nothing", "empty", "torn", "endless", "error", "raise"])
def test_an_engine_that_goes_wrong_once_is_started_again_and_nobody_notices(
    engine: Feign, voice: SystemVoice, wrong: str
) -> None:
    before = children()
    engine(wrong, once=True)
    for text in ("One.", "Two."):
        assert is_of(voice.speak(utterance(text)), text)
    assert len(children() - before) == 1


def test_an_old_phrase_written_again_is_never_taken_for_the_new_one(engine: Feign, voice: SystemVoice) -> None:
    engine("old")
    assert is_of(voice.speak(utterance("One.")), "One.")
    assert is_of(voice.speak(utterance("Two.")), "Two.")  # by the second worker, for which it is the first


@pytest.mark.parametrize("habit", ["shout", "sapi5", "aiff"])
def test_printing_telling_no_end_and_writing_aiff_do_no_harm(engine: Feign, voice: SystemVoice, habit: str) -> None:
    engine(habit)
    for text in ("One.", "Two."):
        assert is_of(voice.speak(utterance(text)), text)


def test_an_engine_that_ends_is_noticed_at_once(engine: Feign) -> None:
    engine("exit")
    patient = SystemVoice(timeouts=WorkerTimeouts(phrase_s=PATIENCE_S))
    before = time.monotonic()
    with pytest.raises(VoiceError, match="ended"):
        patient.speak(utterance("Rest."))
    assert time.monotonic() - before < PATIENCE_S / 2
    patient.close()


def test_after_an_error_the_voice_still_speaks(engine: Feign, voice: SystemVoice) -> None:
    engine("exit")
    with pytest.raises(VoiceError):
        voice.speak(utterance("Rest."))
    engine("")
    assert is_of(voice.speak(utterance("Again.")), "Again.")


@pytest.mark.parametrize("wrong", ["hang at start", "exit at start", "fail at start"])
def test_an_engine_that_does_not_start_is_told(engine: Feign, wrong: str) -> None:
    engine(wrong)
    opened = SystemVoice(timeouts=WorkerTimeouts(start_s=1.0))
    with pytest.raises(VoiceError) as caught:
        opened.speak(utterance("Rest."))
    assert "pip install" in caught.value.hint
    opened.close()


def test_files_in_the_current_folder_are_not_taken_for_modules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, voice: SystemVoice
) -> None:
    here = tmp_path / "exercises"
    here.mkdir()
    (here / "wave.py").write_text("raise SystemExit\n")
    monkeypatch.chdir(here)
    assert is_of(voice.speak(utterance("Rest.")), "Rest.")


def test_a_package_that_is_missing_is_told(tmp_path: Path, engine: Feign, voice: SystemVoice) -> None:
    (tmp_path / "engine" / "pyttsx3.py").write_text("raise ImportError('no module named pyttsx3')\n")
    with pytest.raises(VoiceError, match="ImportError: no module named pyttsx3"):
        voice.speak(utterance("Rest."))
    assert not statuses()[0].works


@pytest.mark.parametrize("wrong", ["hang", "exit", "nothing", "hang at start", "exit at start", "fail at start"])
def test_status_tells_soon_what_is_wrong(engine: Feign, monkeypatch: pytest.MonkeyPatch, wrong: str) -> None:
    assert system_voice._LOOK.in_all_s < 5
    monkeypatch.setattr(system_voice, "_LOOK", WorkerTimeouts(start_s=1.0, phrase_s=0.3, character_s=0.0, in_all_s=1.5))
    engine(wrong)
    (told,) = statuses()
    assert not told.works
    assert "engine" in told.reason
    assert "pip install" in told.reason


def test_status_is_fine_with_a_fine_engine() -> None:
    (told,) = statuses()
    assert (told.works, told.languages) == (True, ("de-DE", "en-GB", "en-US"))


def test_closing_ends_a_phrase_that_hangs_and_all_that_wait_for_it(engine: Feign, tmp_path: Path) -> None:
    engine("hang with child")
    stuck = SystemVoice(timeouts=WorkerTimeouts(phrase_s=PATIENCE_S))
    note = tmp_path / "engine" / "note"
    with ThreadPoolExecutor(3) as pool:
        waiting = [pool.submit(stuck.speak, utterance(text)) for text in ("One.", "Two.", "Three.")]
        while not (note.exists() and note.read_text()):
            assert not any(future.done() for future in waiting)
            threading.Event().wait(0.01)
        before = time.monotonic()
        stuck.close()
        for future in waiting:
            with pytest.raises(VoiceError, match="closed"):
                future.result(PATIENCE_S)
    assert time.monotonic() - before < PATIENCE_S / 2
    assert ends(int(note.read_text()), PATIENCE_S)  # nobody waits for a grandchild


def test_a_phrase_that_is_interrupted_leaves_no_answer_for_the_next(
    monkeypatch: pytest.MonkeyPatch, voice: SystemVoice
) -> None:
    voice.speak(utterance("One."))

    def interrupt(_path: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as interrupted:
        interrupted.setattr("feltsense.voice.system.process.read_recording", interrupt)
        with pytest.raises(KeyboardInterrupt):
            voice.speak(utterance("Two."))
    assert is_of(voice.speak(utterance("Three.")), "Three.")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no process groups on Windows")
@pytest.mark.parametrize("ended", [True, False])
def test_a_group_that_may_not_be_killed_is_ended_all_the_same(monkeypatch: pytest.MonkeyPatch, *, ended: bool) -> None:
    """MacOS forbids to kill a group whose processes have ended; nothing may be left behind then either."""
    before = children()
    worker = Worker("auto")
    worker.facts(PATIENCE_S)
    (pid,) = children() - before
    if ended:
        os.kill(pid, signal.SIGKILL)

    def forbid(_group: int, _signal: int) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "killpg", forbid)
    worker.end()


def test_a_novelty_is_spoken_when_named_and_never_chosen() -> None:
    chosen, named = open_voice(), open_voice("bells")
    assert chosen.identity("en-US")["voice"] == "fake/sam"
    assert named.identity("en-US")["voice"].endswith("Bells")
    chosen.close()
    named.close()


def test_other_engines_are_part_of_the_system_and_of_the_identity(voice: SystemVoice) -> None:
    identity = voice.identity("de")
    assert (identity["driver"], identity["espeak"]) == ("fake", "")
    assert identity["platform"].count("-") > 1


def test_no_room_for_the_sound_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, voice: SystemVoice) -> None:
    with monkeypatch.context() as full:
        full.setattr(tempfile, "tempdir", str(tmp_path / "missing"))
        with pytest.raises(VoiceError, match="no place") as caught:
            voice.speak(utterance("Rest."))
    assert "TMPDIR" in caught.value.hint


class Turnstile:
    """A lock that tells how many came to it."""

    def __init__(self) -> None:
        self.came = threading.Semaphore(0)
        self.lock = threading.Lock()

    def __enter__(self) -> None:
        self.came.release()
        self.lock.acquire()

    def __exit__(self, *_: object) -> None:
        self.lock.release()


def test_those_who_wait_do_not_wait_for_the_same_failure_again(monkeypatch: pytest.MonkeyPatch) -> None:
    engine, turnstile = SystemEngine(QUICK), Turnstile()
    monkeypatch.setattr(engine, "_turn", turnstile)
    tries: list[str] = []

    def fails(_worker: Worker, _until: float) -> None:
        if not tries:
            assert all(turnstile.came.acquire(timeout=PATIENCE_S) for _ in range(3))
        tries.append("tried")
        raise WorkerError("It is out of order.")

    with ThreadPoolExecutor(3) as pool:
        told = [str(each.exception()) for each in [pool.submit(engine._retry_once, fails) for _ in range(3)]]
    engine.close()
    assert sorted(told) == ["It is out of order.", *["The speech engine failed at another phrase."] * 2]
    assert len(tries) == 2
