"""Hearing at the desk: a phrase, from here on, one thing at a time; and files made of what is written."""

import queue
import re
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from feltsense.authoring.analysis import TrialOptions
from feltsense.authoring.preview import Preview, PreviewRequest, PreviewStatus
from feltsense.authoring.renders import BackgroundRender, DraftRenderRequest, RenderStatus
from feltsense.authoring.voice_sample import NO_LOUDSPEAKER, VoiceSample
from feltsense.errors import PlaybackError
from feltsense.playback.port import Ended, Failed, Listener, Silenced
from feltsense.playback.transport import Transport
from feltsense.practice.engine import AudioEngine
from feltsense.script.model import Exercise
from feltsense.system.paths import Workspace
from feltsense.timeline.compose import compose
from feltsense.units import Frames
from rehearsing import SCRIPT, Rehearsal
from scripts import ESTIMATED

PATIENCE_S = 30.0
REQUEST = PreviewRequest(SCRIPT, "small", None, 10, 1, onwards=False, trial=TrialOptions())


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch) -> list[tuple[float, int]]:
    """The length and the start of all that is played; nothing is let go on by itself."""
    found: list[tuple[float, int]] = []
    monkeypatch.setattr(Transport, "seek", lambda self, frame: found.append((self.length / 44_100, frame)))
    return found


def until(rehearsal: Rehearsal, preview: Preview, true: Callable[[PreviewStatus], bool]) -> PreviewStatus:
    rehearsal.when(lambda: true(preview.status))
    return preview.status


def test_a_phrase_is_heard_to_its_end(rehearsal: Rehearsal) -> None:
    preview = Preview(rehearsal.stage)
    assert preview.status == PreviewStatus()
    preview.start(REQUEST)
    assert not preview.status.over
    assert until(rehearsal, preview, lambda status: status.over).error is None


def test_a_phrase_is_heard_alone_and_the_rest_from_its_line_on(
    rehearsal: Rehearsal, played: list[tuple[float, int]]
) -> None:
    preview = Preview(rehearsal.stage)
    preview.start(REQUEST)
    until(rehearsal, preview, lambda status: status.note == "listening")
    preview.start(replace(REQUEST, onwards=True, trial=TrialOptions(minutes=2)))
    until(rehearsal, preview, lambda _: len(played) == 2)
    (alone, first), (whole, start) = played
    assert alone < 10
    assert whole == 120
    assert 0 < first < start
    preview.stop()
    assert preview.status == PreviewStatus()


def test_the_line_that_is_heard_is_told(rehearsal: Rehearsal) -> None:
    slow = AudioEngine(Workspace(rehearsal.folder), "silent", 1.0)
    preview = Preview(slow)
    preview.start(replace(REQUEST, onwards=True))
    assert until(rehearsal, preview, lambda status: status.line > 0).line == 10
    preview.stop()
    slow.close()


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (replace(REQUEST, text=""), "nothing to hear"),
        (replace(REQUEST, text=f"{SCRIPT}\n[puase 3s]", onwards=True), "Line 16 keeps this"),
        (replace(REQUEST, line=90, onwards=True), "Nothing from here on"),
        (replace(REQUEST, trial=TrialOptions(minutes=90), onwards=True), "cannot last"),
        (replace(REQUEST, trial=TrialOptions(voice="nobody")), "nobody"),
    ],
)
def test_what_cannot_be_heard_is_told(rehearsal: Rehearsal, wanted: PreviewRequest, words: str) -> None:
    preview = Preview(rehearsal.stage)
    preview.start(wanted)
    error = until(rehearsal, preview, lambda status: status.over).error
    assert error is not None
    assert words in error.message


def test_a_phrase_is_heard_where_the_script_has_errors(rehearsal: Rehearsal) -> None:
    preview = Preview(rehearsal.stage)
    preview.start(replace(REQUEST, text=f"{SCRIPT}\n[puase 3s]"))
    assert until(rehearsal, preview, lambda status: status.over).error is None


def making(rehearsal: Rehearsal, render: BackgroundRender) -> RenderStatus:
    rehearsal.when(lambda: render.status.over)
    return render.status


def test_a_file_is_made_of_what_is_written(rehearsal: Rehearsal, tmp_path: Path) -> None:
    render = BackgroundRender(Workspace(rehearsal.folder))
    out = tmp_path / "out"
    out.mkdir()
    wanted = DraftRenderRequest(SCRIPT, tmp_path / "not-there-yet.md", out, TrialOptions(minutes=1))
    assert render.start(wanted)
    made = making(rehearsal, render)
    assert made.error is None
    assert made.rendered is not None
    assert made.rendered.files[0] == out / "not-there-yet-1min.mp3"
    assert made.rendered.timeline.length == 60 * 44_100
    render.forget()
    assert render.status == RenderStatus()


def test_a_discreet_file_tells_nothing_of_what_is_written(rehearsal: Rehearsal, tmp_path: Path) -> None:
    render = BackgroundRender(Workspace(rehearsal.folder))
    wanted = DraftRenderRequest(SCRIPT, tmp_path / "lonely.md", tmp_path, TrialOptions(minutes=1), discreet=True)
    assert render.start(wanted)
    rendered = making(rehearsal, render).rendered
    assert rendered is not None
    assert re.fullmatch(r"Track \d{3} – 1 min\.mp3", rendered.files[0].name)


def test_a_file_that_cannot_be_made_is_told_and_one_that_is_stopped_leaves_nothing(
    rehearsal: Rehearsal, tmp_path: Path
) -> None:
    render = BackgroundRender(Workspace(rehearsal.folder))
    out = tmp_path / "out"
    out.mkdir()
    render.start(DraftRenderRequest("[puase]", tmp_path / "x.md", out, TrialOptions()))
    error = making(rehearsal, render).error
    assert error is not None
    assert "Line 1 keeps this" in error.message
    render.start(DraftRenderRequest(SCRIPT, tmp_path / "x.md", out, TrialOptions()))
    assert not render.start(DraftRenderRequest(SCRIPT, tmp_path / "x.md", out, TrialOptions()))
    render.stop(30)
    assert making(rehearsal, render).error is None
    assert list(out.iterdir()) == [] or render.status.rendered is not None


class FakeTransport:
    """Fits what a preview asks of a `Transport`."""

    position = Frames(0)

    def __init__(self, listener: Listener) -> None:
        self.listener = listener
        self.playing = threading.Event()

    def set_volume(self, volume: float) -> None: ...

    def seek(self, frame: int) -> None: ...

    def play(self) -> None:
        self.playing.set()

    def close(self) -> None:
        self.playing.clear()


class FakeEngine:
    """Prepares audio at once, and keeps the transports that it made."""

    def __init__(self) -> None:
        self.transports: queue.Queue[FakeTransport] = queue.Queue()

    def begin(self, exercise: Exercise, *_: object) -> SimpleNamespace:
        timeline, mix = compose(exercise, None, ESTIMATED), SimpleNamespace(fail=lambda _: None)
        return SimpleNamespace(timeline=timeline, settled=timeline.length, mix=mix, finish=lambda _: None)

    def transport(self, _audio: object, listener: Listener) -> FakeTransport:
        made = FakeTransport(listener)
        self.transports.put(made)
        return made


class LockWithAHook:
    """A lock; something else happens in the very moment in which it is released for the first time."""

    def __init__(self, hook: Callable[[], None]) -> None:
        self._lock = threading.Lock()
        self._hooks = [hook]

    def __enter__(self) -> None:
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()
        if self._hooks:
            self._hooks.pop()()


def test_the_end_of_one_preview_never_stops_the_next() -> None:
    engine = FakeEngine()
    preview = Preview(cast("AudioEngine", engine))
    preview.start(REQUEST)
    first = engine.transports.get(timeout=PATIENCE_S)
    assert first.playing.wait(PATIENCE_S)
    second: list[FakeTransport] = []

    def start_the_next() -> None:
        preview.start(REQUEST)
        second.append(engine.transports.get(timeout=PATIENCE_S))
        assert second[0].playing.wait(PATIENCE_S)

    preview._lock = cast("threading.Lock", LockWithAHook(start_the_next))
    first.listener(Ended(Frames(0), whole=True))  # the next begins while this is being handled
    assert not preview.status.over
    assert second[0].playing.is_set()
    second[0].listener(Ended(Frames(0), whole=True))
    assert preview.status == PreviewStatus()


def test_what_ends_late_changes_nothing() -> None:
    engine = FakeEngine()
    preview = Preview(cast("AudioEngine", engine))
    preview.start(REQUEST)
    first = engine.transports.get(timeout=PATIENCE_S)
    assert first.playing.wait(PATIENCE_S)
    preview.start(REQUEST)
    assert engine.transports.get(timeout=PATIENCE_S).playing.wait(PATIENCE_S)
    first.listener(Failed(PlaybackError("The device is gone.")))
    first.listener(Silenced("no device"))
    first.listener(Ended(Frames(0), whole=False))
    assert preview.status.error is None
    assert preview.status.note == "listening"


def test_without_a_loudspeaker_a_voice_to_be_tried_says_so_once_and_ends(
    rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample = VoiceSample(rehearsal.stage)
    monkeypatch.setattr(
        "feltsense.authoring.preview.Preview.status", PreviewStatus("on in time", over=False, silenced=True)
    )
    sample.start("heart")
    assert sample.look() == NO_LOUDSPEAKER
