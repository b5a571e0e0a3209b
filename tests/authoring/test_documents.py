"""Documents from elsewhere: their paths, and what they become."""

from pathlib import Path

import pytest

from feltsense.authoring.documents import at_home, common_beginning, completions, import_file, typed_path
from feltsense.authoring.scripts import begin_imported
from feltsense.errors import ImportingError
from feltsense.system.paths import Workspace


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "Docs").mkdir()
    for name in ("Body scan.txt", "body.docx", "breath.html", "cover.png", ".hidden.txt"):
        (tmp_path / "Docs" / name).write_text("Notice your feet.\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ("Docs/",)),
        ("do", ("Docs/",)),
        ("Docs/", ("Docs/Body scan.txt", "Docs/body.docx", "Docs/breath.html")),
        ("Docs/BO", ("Docs/Body scan.txt", "Docs/body.docx")),
        ("~/Docs/br", ("~/Docs/breath.html",)),
        ("Docs/.", ("Docs/.hidden.txt",)),
        ("Docs/cover", ()),
        ("nowhere/", ()),
    ],
)
def test_a_path_goes_on_to_folders_and_documents(typed: str, found: tuple[str, ...]) -> None:
    assert completions(typed) == found


@pytest.mark.parametrize(
    "typed", ["~nobody-of-that-name/", "~nobody-of-that-name/x", "file://[x/", "Docs\0x/", "file:///a%00b/", "'Docs/x"]
)
def test_a_path_that_is_none_goes_on_to_nothing(typed: str) -> None:
    assert completions(typed) == ()
    assert not typed_path(typed).is_file()


def test_a_link_to_itself_is_no_document_and_hides_no_other(folder: Path) -> None:
    (folder / "Docs" / "loop").symlink_to("loop")
    assert completions("Docs/BO") == ("Docs/Body scan.txt", "Docs/body.docx")
    assert len(completions("Docs/")) == 3


def test_a_name_that_begins_as_a_home_does_is_a_name(folder: Path) -> None:
    assert at_home("~nobody.txt") == Path("~nobody.txt")
    assert at_home("~/x.txt") == folder / "x.txt"


def test_what_is_certain_is_completed() -> None:
    assert common_beginning(("Docs/body.docx", "Docs/breath.html")) == "Docs/b"
    assert common_beginning(("Docs/",)) == "Docs/"
    assert common_beginning(()) == ""


@pytest.mark.parametrize(
    "typed",
    [
        "Docs/Body scan.txt",
        "'Docs/Body scan.txt'",
        '"Docs/Body scan.txt" ',
        "Docs/Body\\ scan.txt",
        "~/Docs/Body scan.txt",
    ],
)
def test_paths_are_understood_as_people_and_terminals_write_them(typed: str, folder: Path) -> None:
    assert typed_path(typed).resolve() == (folder / "Docs" / "Body scan.txt").resolve()
    url = f"file://{folder}/Docs/Body%20scan.txt"
    assert typed_path(url) == folder / "Docs" / "Body scan.txt"


def test_a_document_becomes_a_new_script_under_a_free_name(folder: Path) -> None:
    made = import_file(folder / "Docs" / "Body scan.txt")
    assert made.title == "Body scan"
    workspace = Workspace(folder)
    assert begin_imported(made.title, workspace).slug == "body-scan"
    workspace.exercises.mkdir()
    (workspace.exercises / "body-scan.md").write_text("Hello.\n", "utf-8")
    (workspace.exercises / ".body-scan-2.md.draft").write_text("Hello.\n", "utf-8")
    assert begin_imported(made.title, workspace).slug == "body-scan-3"
    assert begin_imported("…", workspace).slug == "imported"
    assert sorted(path.name for path in workspace.exercises.iterdir()) == [".body-scan-2.md.draft", "body-scan.md"]


def test_one_that_cannot_be_read_is_told(folder: Path) -> None:
    with pytest.raises(ImportingError, match="cannot be read"):
        import_file(folder / "nowhere.txt")
