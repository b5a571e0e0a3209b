"""What the editor does, without a screen."""

from pathlib import Path

import pytest

from feltsense.authoring.analysis import TrialOptions
from feltsense.authoring.draft import Draft, draft_path
from feltsense.authoring.file_watcher import WatchEvent
from feltsense.authoring.preview import Preview
from feltsense.authoring.renders import BackgroundRender
from feltsense.authoring.session import EditingSession
from feltsense.errors import EditingError
from feltsense.system.paths import Workspace
from rehearsing import SCRIPT, Rehearsal


@pytest.fixture
def path(rehearsal: Rehearsal) -> Path:
    return rehearsal.folder / "exercises" / "small.md"


@pytest.fixture
def session(rehearsal: Rehearsal, path: Path) -> EditingSession:
    preview, render = Preview(rehearsal.stage), BackgroundRender(Workspace(rehearsal.folder))
    return EditingSession(Draft(path), preview, render, "Welcome.")


def test_what_is_written_is_unsaved_until_it_is_saved(session: EditingSession, path: Path) -> None:
    assert (session.unsaved, session.notice()) == (False, "Welcome.")
    assert not session.edit(SCRIPT)
    assert session.notice() == "Welcome."
    assert session.edit(f"{SCRIPT}More.")
    assert (session.unsaved, session.draft_is_behind, session.notice()) == (True, True, "")
    session.autosave()
    assert (session.unsaved, session.draft_is_behind) == (True, False)
    assert session.save() is WatchEvent.UNCHANGED
    assert not session.unsaved
    assert session.notice() == f"Saved as {path}."
    assert path.read_text("utf-8") == f"{SCRIPT}More."
    assert not draft_path(path).exists()


def test_a_conflict_ends_with_mine_and_theirs_is_kept(session: EditingSession, path: Path) -> None:
    session.edit("mine")
    path.write_text("theirs", "utf-8")
    assert session.save() is WatchEvent.CHANGED
    assert path.read_text("utf-8") == "theirs"
    session.resolve_with_mine()
    assert "Theirs is kept as small-kept.txt" in session.notice()
    assert session.unsaved
    assert session.save() is WatchEvent.UNCHANGED
    assert path.read_text("utf-8") == "mine"
    assert path.with_name("small-kept.txt").read_text("utf-8") == "theirs"


def test_a_conflict_ends_with_theirs_and_mine_is_kept(session: EditingSession, path: Path) -> None:
    session.edit("mine")
    path.write_text("theirs", "utf-8")
    assert [session.look_at_file(), session.look_at_file()] == [WatchEvent.UNCHANGED, WatchEvent.CHANGED]
    theirs = session.resolve_with_theirs()
    assert theirs == "theirs"
    session.replace_text(theirs)
    assert not session.unsaved
    assert "Yours is kept as small-kept.txt" in session.notice()
    assert path.with_name("small-kept.txt").read_text("utf-8") == "mine"


def test_a_conflict_with_what_is_no_text_leaves_mine_and_keeps_it(session: EditingSession, path: Path) -> None:
    session.edit("mine")
    path.write_bytes(b"\xff\xfe")
    assert session.save() is WatchEvent.CHANGED
    assert session.resolve_with_theirs() is None
    assert "not UTF-8" in session.notice()
    assert session.text == "mine"
    assert session.unsaved
    assert session.save() is WatchEvent.CHANGED
    assert path.read_bytes() == b"\xff\xfe"


def test_what_cannot_be_written_is_said_and_stays(
    session: EditingSession, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.edit("mine")

    def refused(_self: Draft, _text: str) -> None:
        raise EditingError("It cannot be written.", "Free some space.")

    monkeypatch.setattr(Draft, "save", refused)
    monkeypatch.setattr(Draft, "autosave", refused)
    assert session.save() is None
    assert session.notice() == "It cannot be written. Free some space."
    session.autosave()
    assert session.notice() == "The draft is not kept: It cannot be written."
    assert (session.unsaved, session.draft_is_behind) == (True, True)
    assert path.read_text("utf-8") == SCRIPT


def test_a_file_that_is_gone_is_said_and_its_text_is_unsaved(session: EditingSession, path: Path) -> None:
    path.unlink()
    assert [session.look_at_file(), session.look_at_file()] == [WatchEvent.UNCHANGED, WatchEvent.GONE]
    assert session.unsaved
    assert "no longer there" in session.notice()
    session.autosave()
    assert draft_path(path).read_text("utf-8") == SCRIPT


def test_what_is_thrown_away_is_not_kept_again(session: EditingSession, path: Path) -> None:
    session.edit("mine")
    session.autosave()
    session.discard()
    session.autosave()
    assert not session.draft_is_behind
    assert not draft_path(path).exists()


def test_only_the_newest_analysis_counts(session: EditingSession) -> None:
    first = session.begin_analysis()
    old = session.analyse()
    session.edit("Something else.")
    second = session.begin_analysis()
    assert not session.end_analysis(first, old)
    assert session.analysis.exercise is None
    assert session.end_analysis(second, session.analyse())
    assert session.analysis.lines == ("Something else.",)


def test_a_preview_is_said_while_it_goes_on_and_its_error_once(session: EditingSession, rehearsal: Rehearsal) -> None:
    session.toggle_preview(10, 1, onwards=False)
    assert session.notice() != ""
    assert session.update()
    session.toggle_preview(10, 1, onwards=False)
    assert not session.update()
    session.toggle_preview(90, 1, onwards=True)
    rehearsal.when(lambda: not session.update())
    assert session.notice().startswith("Nothing from here on is heard")
    session.edit("x")
    assert session.notice() == ""


def test_a_render_is_said_while_it_goes_on_and_its_file_once(
    session: EditingSession, rehearsal: Rehearsal, tmp_path: Path
) -> None:
    out = tmp_path / "rendered"
    out.mkdir()
    session.trial = TrialOptions(minutes=1)
    assert session.notice() == "Welcome."
    session.message = ""
    assert session.notice() == "trying 1 minutes"
    session.start_render(out)
    assert session.update()
    rehearsal.when(lambda: not session.update())
    assert session.notice() == f"{out / 'small-1min.mp3'} is there, with captions beside it."
    session.edit("[puase]")
    session.start_render(out)
    rehearsal.when(lambda: not session.update())
    assert "Line 1 keeps this from being made" in session.notice()
