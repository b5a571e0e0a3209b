"""Hearing at the desk: a phrase, from here on, one thing at a time; and files made of what is written."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from feltsense.authoring.analysis import TrialOptions
from feltsense.authoring.preview import Preview, PreviewRequest, PreviewStatus
from feltsense.authoring.renders import BackgroundRender, DraftRenderRequest, RenderStatus
from feltsense.playback.transport import Transport
from feltsense.practice.engine import AudioEngine
from feltsense.system.paths import Workspace
from rehearsing import SCRIPT, Rehearsal

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
