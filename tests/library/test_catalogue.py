"""Which scripts are found, and what is said of those that are not."""

import errno
import os
import sys
from pathlib import Path

import pytest

from feltsense.errors import LibraryError
from feltsense.library.catalogue import bundled, find, list_exercises, slugs
from feltsense.system.paths import Workspace
from feltsense.system.printable import printable_line


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / "exercises").mkdir()
    return Workspace(tmp_path)


def write(workspace: Workspace, name: str, script: str | bytes) -> Path:
    path = workspace.exercises / name
    path.write_bytes(script.encode() if isinstance(script, str) else script)
    return path


def test_the_bundled_exercises_are_always_there(tmp_path: Path) -> None:
    nowhere = Workspace(tmp_path / "nowhere")
    assert "feet-on-the-floor" in slugs(nowhere)
    assert find("feet-on-the-floor", nowhere).path == bundled() / "feet-on-the-floor.md"


def test_ones_own_script_hides_the_bundled_one_of_its_name(workspace: Workspace) -> None:
    own = write(workspace, "feet-on-the-floor.md", "---\ntitle: My feet\n---\nRest.")
    assert find("feet-on-the-floor", workspace).path == own
    (entry,) = [entry for entry in list_exercises(workspace).entries if entry.slug == "feet-on-the-floor"]
    assert entry.front.title == "My feet"


@pytest.mark.parametrize(
    ("script", "title"),
    [
        ("---\ntitle: Said\n---\n# Not this\nRest.", "Said"),
        ("# The heading\nRest.", "The heading"),
        ("Rest.", "An evening walk"),
        ("---\ntitle: [\n---\nRest.", "An evening walk"),
    ],
)
def test_each_has_a_title(workspace: Workspace, script: str, title: str) -> None:
    write(workspace, "an-evening-walk.md", script)
    (entry,) = [entry for entry in list_exercises(workspace).entries if entry.slug == "an-evening-walk"]
    assert entry.front.title == title
    assert find("an-evening-walk", workspace).parse().exercise.front.title == title


def test_what_cannot_be_read_is_named_and_hides_no_other(workspace: Workspace) -> None:
    write(workspace, "binary.md", b"\x89PNG\r\n\x1a\n\0\0")
    write(workspace, "endless.md", "word " * 100_000)
    (workspace.exercises / "broken.md").symlink_to("nowhere")
    (workspace.exercises / "folder.md").mkdir()
    write(workspace, ".hidden.md", "Rest.")
    write(workspace, "notes.txt", "Rest.")
    write(workspace, "good.md", "Rest.")
    listing = list_exercises(workspace)
    assert [problem.path.name for problem in listing.problems] == ["binary.md", "endless.md"]
    assert "This is not UTF-8 text." in listing.problems[0].message
    own = {entry.slug for entry in listing.entries if entry.path.parent == workspace.exercises}
    assert own == {"good"}


@pytest.fixture
def locked(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """The workspace's folder of exercises may not be read. Root could, so the call that reads it refuses."""
    real = os.scandir

    def scandir(folder: Path) -> object:
        if Path(folder) == workspace.exercises:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))
        return real(folder)

    monkeypatch.setattr(os, "scandir", scandir)
    return workspace


def test_a_folder_that_cannot_be_read_hides_no_bundled_exercise(locked: Workspace) -> None:
    listing = list_exercises(locked)
    assert "feet-on-the-floor" in {entry.slug for entry in listing.entries}
    (problem,) = listing.unreadable_folders
    assert problem.path == locked.exercises
    assert problem.message == f"{locked.exercises} cannot be read: permission denied."
    assert find("feet-on-the-floor", locked).path.parent == bundled()
    assert "feet-on-the-floor" in slugs(locked)


def test_what_is_not_found_may_be_in_the_folder_that_cannot_be_read(locked: Workspace) -> None:
    with pytest.raises(LibraryError, match="There is no exercise called “mine” that can be read") as refused:
        find("mine", locked)
    assert "permission denied" in refused.value.hint


def test_a_path_that_may_not_be_looked_at_is_told(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "is_file", refuse)
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(LibraryError, match="cannot be read: permission denied"):
        find("locked/mine.md", workspace)


def test_a_path_names_a_script_anywhere(workspace: Workspace, tmp_path: Path) -> None:
    script = tmp_path / "pasted.txt"
    script.write_text("Rest.", "utf-8")
    found = find(str(script), workspace)
    assert (found.slug, found.path, found.source) == ("pasted", script, b"Rest.")


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are text there")
def test_a_name_that_is_no_text_is_found_as_it_is_shown(workspace: Workspace) -> None:
    slug = os.fsdecode(b"caf\xe9-quiet")
    write(workspace, f"{slug}.md", "Rest.")
    (entry,) = [entry for entry in list_exercises(workspace).entries if entry.slug == slug]
    assert entry.front.title == find(slug, workspace).load_valid().front.title == "Caf? quiet"
    assert find(printable_line(slug), workspace).slug == slug


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("feet-on-the-flor", "Did you mean feet-on-the-floor"),
        ("Feet-On-The-Floor", "Did you mean feet-on-the-floor"),
        ("qqq", "feltsense list"),
        ("exercises/none.md", "There is no file exercises/none.md."),
        ("none.md", "There is no file none.md."),
        (".", "is a folder"),
        ("", "There is no exercise called"),
    ],
)
def test_what_is_not_there_is_told_with_what_is(workspace: Workspace, name: str, told: str) -> None:
    with pytest.raises(LibraryError) as error:
        find(name, workspace)
    assert told in f"{error.value.message} {error.value.hint}"


@pytest.mark.parametrize(
    ("name", "begins", "told", "way"),
    [
        ("talk.docx", b"PK\x03\x04\x14\0", "is a Word file and no script.", "talk.docx -o talk.md makes one of it."),
        ("talk.md", b"PK\x03\x04\x14\0", "is a Word file and no script.", "talk.md -o talk-script.md makes one of it."),
        ("a talk.HTML", b"<p>Rest.</p>", "is a web page and no script.", "-o 'a talk.md' makes one of it."),
        ("talk.doc", b"\xd0\xcf\x11\xe0\0", "is an old Word file and no script.", "Save it as .docx"),
        ("talk.odt", b"PK\x03\x04\x14\0", "is an OpenDocument file and no script.", "Save it as .docx"),
        ("talk.rtf", b"{\\rtf1 Rest.}", "is an RTF file and no script.", "Save it as .docx"),
        ("talk.txt", b"%PDF-1.4", "is a PDF and no script.", "Save it as .docx"),
        ("talk.epub", b"PK\x03\x04\x14\0", "is a book and no script.", "talk.epub -o talk.md makes one of it."),
        ("all.zip", b"PK\x03\x04\x14\0", "is an archive and no script.", "plain text"),
        ("feet.mp3", b"ID3\x04" + bytes(1 << 18), "is a sound file and no script.", "plain text"),
        ("feet.mp3", b"\xff\xfb\x90\x64" + bytes(9), "is a sound file and no script.", "plain text"),
        ("feet.wav", b"RIFF\x24\0\0\0WAVEfmt ", "is a sound file and no script.", "plain text"),
        ("feet.m4a", b"\0\0\0\x20ftypM4A \0", "is a sound file and no script.", "plain text"),
        ("feet.md", b"\x89PNG\r\n\x1a\n" + bytes(1 << 18), "is a picture and no script.", "plain text"),
        ("feet.md", b"\0\0\0\x20ftypisom\0", "is a film and no script.", "plain text"),
    ],
)
def test_documents_of_other_programs_are_sent_to_be_imported(
    workspace: Workspace, name: str, begins: bytes, told: str, way: str
) -> None:
    path = write(workspace, name, begins)
    with pytest.raises(LibraryError) as caught:
        find(str(path), workspace)
    assert told in caught.value.message
    assert way in caught.value.hint
