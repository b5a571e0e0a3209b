"""A script on the desk and its file: drafts, other programs, and what is kept of what is not chosen."""

import os
import stat
from pathlib import Path

import pytest

from feltsense.authoring.draft import Draft, draft_path
from feltsense.authoring.file_watcher import WatchEvent
from feltsense.authoring.files import MAX_BYTES
from feltsense.errors import EditingError

TEXT = "---\ntitle: One\n---\nHere.\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "exercises" / "one.md"
    made.parent.mkdir()
    made.write_text(TEXT, "utf-8")
    return made


def kept(path: Path) -> dict[str, str]:
    return {found.name: found.read_text("utf-8") for found in path.parent.glob("*.txt")}


def test_saving_writes_and_leaves_no_draft(path: Path) -> None:
    path.chmod(0o640)
    draft = Draft(path)
    draft.autosave(TEXT + "More.\n")
    assert draft_path(path).read_text("utf-8") == TEXT + "More.\n"
    assert stat.S_IMODE(draft_path(path).stat().st_mode) == 0o600
    assert path.read_text("utf-8") == TEXT
    assert draft.save(TEXT + "More.\n")
    assert path.read_text("utf-8") == TEXT + "More.\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [found.name for found in path.parent.iterdir()] == ["one.md"]


def test_a_draft_goes_when_the_text_is_as_it_was(path: Path) -> None:
    draft = Draft(path)
    draft.autosave(TEXT + "x")
    draft.autosave(TEXT)
    assert not draft_path(path).exists()


def test_what_was_never_saved_is_offered_and_taken_up(path: Path) -> None:
    Draft(path).autosave(TEXT + "Mine.\n")
    draft = Draft(path)
    left = draft.leftover()
    assert left is not None
    assert not left.older
    assert draft.resume(left) == TEXT + "Mine.\n"
    assert draft.save(TEXT + "Mine.\n")
    assert path.read_text("utf-8") == TEXT + "Mine.\n"
    assert kept(path) == {}
    assert not draft_path(path).exists()


def test_what_was_never_saved_is_kept_beside_when_the_file_is_chosen(path: Path) -> None:
    Draft(path).autosave("mine")
    draft = Draft(path)
    left = draft.leftover()
    assert left is not None
    assert draft.set_aside(left).name == "one-kept.txt"
    assert kept(path) == {"one-kept.txt": "mine"}
    assert Draft(path).leftover() is None


def test_a_file_changed_after_its_draft_is_kept_when_the_draft_goes_on(path: Path) -> None:
    Draft(path).autosave("mine")
    path.write_text("theirs", "utf-8")
    os.utime(path, (2_000_000_000, 2_000_000_000))
    draft = Draft(path)
    left = draft.leftover()
    assert left is not None
    assert left.older
    draft.resume(left)
    assert draft.save("mine")
    assert kept(path) == {"one-kept.txt": "theirs"}
    assert path.read_text("utf-8") == "mine"


def test_a_draft_that_says_what_the_file_says_is_none(path: Path) -> None:
    draft_path(path).write_text(TEXT, "utf-8")
    assert Draft(path).leftover() is None


def replaced(path: Path, text: str) -> None:
    """Write as editors do: beside, and renamed."""
    other = path.with_name("other")
    other.write_text(text, "utf-8")
    other.replace(path)


@pytest.mark.parametrize("write", [lambda path, text: path.write_text(text, "utf-8"), replaced])
def test_another_programs_change_is_seen_and_either_text_goes_on(path: Path, write: "object") -> None:
    assert callable(write)
    draft = Draft(path)
    write(path, "theirs, and longer than before")
    assert not draft.save("mine")
    assert path.read_text("utf-8") == "theirs, and longer than before"
    assert draft.use_mine().name == "one-kept.txt"
    assert draft.saved is None
    assert draft.save("mine")
    assert path.read_text("utf-8") == "mine"
    write(path, "theirs again, once more")
    assert draft.look() is WatchEvent.UNCHANGED
    assert draft.look() is WatchEvent.CHANGED
    assert draft.use_theirs() == "theirs again, once more"
    assert draft.look() is WatchEvent.UNCHANGED
    assert kept(path) == {"one-kept.txt": "theirs, and longer than before"}


def test_what_is_too_long_to_be_read_is_never_cut(path: Path) -> None:
    draft = Draft(path)
    path.write_bytes(b"x" * (MAX_BYTES + 1))
    with pytest.raises(EditingError, match="too long"):
        draft.save("mine")
    assert path.stat().st_size == MAX_BYTES + 1
    with pytest.raises(EditingError, match="too long"):
        Draft(path)


def test_a_text_that_is_too_long_for_a_script_can_be_mended(path: Path) -> None:
    long = "Too much.\n" * 20_000
    Draft(path).autosave(long)
    draft = Draft(path)
    left = draft.leftover()
    assert left is not None
    assert draft.resume(left) == long


def test_a_file_only_touched_is_no_change(path: Path) -> None:
    draft = Draft(path)
    os.utime(path, (1_000_000_000, 1_000_000_000))
    assert [draft.look(), draft.look()] == [WatchEvent.UNCHANGED, WatchEvent.UNCHANGED]


def test_a_file_that_is_only_away_for_a_moment_is_no_change(path: Path) -> None:
    draft = Draft(path)
    path.unlink()
    assert draft.look() is WatchEvent.UNCHANGED
    path.write_text(TEXT, "utf-8")
    assert [draft.look(), draft.look()] == [WatchEvent.UNCHANGED, WatchEvent.UNCHANGED]
    path.write_text("", "utf-8")
    assert draft.look() is WatchEvent.UNCHANGED
    path.write_text(TEXT, "utf-8")
    assert [draft.look(), draft.look()] == [WatchEvent.UNCHANGED, WatchEvent.UNCHANGED]
    assert draft.saved == TEXT


def test_a_file_that_is_gone_is_told_once_and_written_again(path: Path) -> None:
    draft = Draft(path)
    path.unlink()
    draft.look()
    assert draft.look() is WatchEvent.GONE
    assert draft.look() is WatchEvent.UNCHANGED
    draft.autosave(TEXT)
    assert draft_path(path).exists()
    assert draft.save(TEXT)
    assert path.read_text("utf-8") == TEXT


def test_what_came_with_feltsense_is_copied_and_stays(path: Path, tmp_path: Path) -> None:
    own = tmp_path / "mine" / "exercises" / "one.md"
    draft = Draft(own, path)
    assert draft.is_copy
    assert draft.look() is WatchEvent.UNCHANGED
    assert not own.parent.exists()
    draft.autosave("changed")
    assert draft_path(own).exists()
    assert draft.save("changed")
    assert (own.read_text("utf-8"), path.read_text("utf-8")) == ("changed", TEXT)
    assert not draft.is_copy


def test_a_copy_that_somebody_else_made_meanwhile_is_not_written_over(path: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.md"
    draft = Draft(own, path)
    own.write_text("somebody's", "utf-8")
    assert not draft.save("mine")
    assert own.read_text("utf-8") == "somebody's"


def test_another_desks_draft_is_not_removed(path: Path) -> None:
    one, other = Draft(path), Draft(path)
    one.autosave("from one")
    other.autosave("from another")
    one.save("from one")
    assert draft_path(path).read_text("utf-8") == "from another"


def test_a_link_stays_a_link(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.md"
    link.symlink_to(path)
    Draft(link).save("new")
    assert link.is_symlink()
    assert path.read_text("utf-8") == "new"


def test_a_file_that_cannot_be_written_stays_and_leaves_nothing_behind(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = Draft(path)

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(EditingError, match="no space left"):
        draft.save("new")
    assert [found.name for found in path.parent.iterdir()] == ["one.md"]
    assert path.read_text("utf-8") == TEXT


def test_line_ends_are_kept_by_drafts_and_saving(tmp_path: Path) -> None:
    path = tmp_path / "w.md"
    path.write_bytes(b"\xef\xbb\xbfone\r\ntwo\r\n")
    draft = Draft(path)
    assert draft.text == "one\ntwo\n"
    draft.autosave("one\n2\ntwo\n")
    draft.save("one\n2\ntwo\n")
    assert path.read_bytes() == b"\xef\xbb\xbfone\r\n2\r\ntwo\r\n"
