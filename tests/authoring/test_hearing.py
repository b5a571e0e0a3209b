"""Hearing at the desk: a phrase, from here on, one thing at a time; and files made of what is written."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from feltsense.authoring.preview import Preview, PreviewRequest, Sounding
from feltsense.authoring.renders import DraftRenderRequest, Making, Rendering
from feltsense.authoring.trial import Tries
from feltsense.playback.transport import Transport
from feltsense.practice.engine import AudioEngine
from feltsense.system.paths import Workspace
from rehearsing import SCRIPT, Rehearsal

ASKED = PreviewRequest(SCRIPT, "small", None, 10, 1, onwards=False, tries=Tries())


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch) -> list[tuple[float, int]]:
    """The length and the start of all that is played; nothing is let go on by itself."""
    found: list[tuple[float, int]] = []
    monkeypatch.setattr(Transport, "seek", lambda self, frame: found.append((self.length / 44_100, frame)))
    return found


def until(rehearsal: Rehearsal, hearing: Preview, true: Callable[[Sounding], bool]) -> Sounding:
    rehearsal.when(lambda: true(hearing.sounding()))
    return hearing.sounding()


def test_a_phrase_is_heard_to_its_end(rehearsal: Rehearsal) -> None:
    hearing = Preview(rehearsal.stage)
    assert hearing.sounding() == Sounding()
    hearing.hear(ASKED)
    assert not hearing.sounding().over
    assert until(rehearsal, hearing, lambda sounding: sounding.over).error is None


def test_a_phrase_is_heard_alone_and_the_rest_from_its_line_on(
    rehearsal: Rehearsal, played: list[tuple[float, int]]
) -> None:
    hearing = Preview(rehearsal.stage)
    hearing.hear(ASKED)
    until(rehearsal, hearing, lambda sounding: sounding.note == "listening")
    hearing.hear(replace(ASKED, onwards=True, tries=Tries(minutes=2)))
    until(rehearsal, hearing, lambda _: len(played) == 2)
    (alone, first), (whole, start) = played
    assert alone < 10
    assert whole == 120
    assert 0 < first < start
    hearing.stop()
    assert hearing.sounding() == Sounding()


def test_the_line_that_is_heard_is_told(rehearsal: Rehearsal) -> None:
    slow = AudioEngine(Workspace(rehearsal.folder), "silent", 1.0)
    hearing = Preview(slow)
    hearing.hear(replace(ASKED, onwards=True))
    assert until(rehearsal, hearing, lambda sounding: sounding.line > 0).line == 10
    hearing.stop()
    slow.close()


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (replace(ASKED, text=""), "nothing to hear"),
        (replace(ASKED, text=f"{SCRIPT}\n[puase 3s]", onwards=True), "Line 16 keeps this"),
        (replace(ASKED, line=90, onwards=True), "Nothing from here on"),
        (replace(ASKED, tries=Tries(minutes=90), onwards=True), "cannot last"),
        (replace(ASKED, tries=Tries(voice="nobody")), "nobody"),
    ],
)
def test_what_cannot_be_heard_is_told(rehearsal: Rehearsal, asked: PreviewRequest, words: str) -> None:
    hearing = Preview(rehearsal.stage)
    hearing.hear(asked)
    error = until(rehearsal, hearing, lambda sounding: sounding.over).error
    assert error is not None
    assert words in error.message


def test_a_phrase_is_heard_where_the_script_has_errors(rehearsal: Rehearsal) -> None:
    hearing = Preview(rehearsal.stage)
    hearing.hear(replace(ASKED, text=f"{SCRIPT}\n[puase 3s]"))
    assert until(rehearsal, hearing, lambda sounding: sounding.over).error is None


def making(rehearsal: Rehearsal, rendering: Rendering) -> Making:
    rehearsal.when(lambda: rendering.making.over)
    return rendering.making


def test_a_file_is_made_of_what_is_written(rehearsal: Rehearsal, tmp_path: Path) -> None:
    rendering = Rendering(Workspace(rehearsal.folder))
    out = tmp_path / "out"
    out.mkdir()
    wanted = DraftRenderRequest(SCRIPT, tmp_path / "not-there-yet.md", out, Tries(minutes=1))
    assert rendering.make(wanted)
    made = making(rehearsal, rendering)
    assert made.error is None
    assert made.rendered is not None
    assert made.rendered.files[0] == out / "not-there-yet-1min.mp3"
    assert made.rendered.timeline.length == 60 * 44_100
    rendering.forget()
    assert rendering.making == Making()


def test_a_file_that_cannot_be_made_is_told_and_one_that_is_stopped_leaves_nothing(
    rehearsal: Rehearsal, tmp_path: Path
) -> None:
    rendering = Rendering(Workspace(rehearsal.folder))
    out = tmp_path / "out"
    out.mkdir()
    rendering.make(DraftRenderRequest("[puase]", tmp_path / "x.md", out, Tries()))
    error = making(rehearsal, rendering).error
    assert error is not None
    assert "Line 1 keeps this" in error.message
    rendering.make(DraftRenderRequest(SCRIPT, tmp_path / "x.md", out, Tries()))
    assert not rendering.make(DraftRenderRequest(SCRIPT, tmp_path / "x.md", out, Tries()))
    rendering.stop(30)
    assert making(rehearsal, rendering).error is None
    assert list(out.iterdir()) == [] or rendering.making.rendered is not None
