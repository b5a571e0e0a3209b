"""A folder that is there already: what is ours is replaced and removed, and nothing else is ever touched."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from feltsense.errors import RenderError
from feltsense.phone.publishing import MANIFEST, publishing, read_manifest
from feltsense.render.ownership import file_hash

Publish = Callable[..., None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "phone"


@pytest.fixture
def publish(folder: Path) -> Publish:
    """Publish files with the given texts, by their names."""

    def published(files: dict[str, str]) -> None:
        with publishing(folder) as desk:
            (desk / "audio").mkdir()
            for name, text in files.items():
                (desk / name).write_text(text, "utf-8")

    return published


def texts(folder: Path) -> dict[str, str]:
    names = (path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in names}


FIRST = {"index.html": "page", "audio/a.mp3": "sound a", "audio/b.mp3": "sound b"}
SECOND = {"index.html": "page 2", "audio/a.mp3": "sound a", "audio/c.mp3": "sound c"}


def test_a_new_folder_appears_whole(folder: Path, publish: Publish) -> None:
    publish(FIRST)
    assert texts(folder) == FIRST
    assert read_manifest(folder).keys() == FIRST.keys()
    assert [path.name for path in folder.parent.iterdir()] == ["phone"]


def test_another_run_replaces_and_removes_what_is_ours(folder: Path, publish: Publish) -> None:
    publish(FIRST)
    (folder / "audio" / "mine.mp3").write_text("mine", "utf-8")
    (folder / "mine.txt").write_text("mine", "utf-8")
    publish(SECOND)
    assert texts(folder) == SECOND | {"audio/mine.mp3": "mine", "mine.txt": "mine"}
    publish({"index.html": "page 3"})
    assert texts(folder) == {"index.html": "page 3", "audio/mine.mp3": "mine", "mine.txt": "mine"}
    (folder / "audio" / "mine.mp3").unlink()
    publish(SECOND)
    publish({"index.html": "page 3"})
    assert not (folder / "audio").exists(), "an empty folder of ours goes, too"


def test_what_was_changed_since_stays_and_is_told(folder: Path, publish: Publish) -> None:
    publish(FIRST)
    (folder / "index.html").write_text("page, with my own words", "utf-8")
    before = texts(folder)
    with pytest.raises(RenderError, match=r"index\.html is in .* already.*stays as it is"):
        publish(SECOND)
    assert texts(folder) == before


def test_a_file_that_nobody_wants_any_more_stays_where_it_was_changed(folder: Path, publish: Publish) -> None:
    publish(FIRST)
    (folder / "audio" / "b.mp3").write_text("cut by me", "utf-8")
    publish(SECOND)
    assert texts(folder) == SECOND | {"audio/b.mp3": "cut by me"}


@pytest.mark.parametrize("name", ["index.html", "audio/a.mp3", MANIFEST])
def test_files_of_others_are_in_the_way(folder: Path, publish: Publish, name: str) -> None:
    (folder / "audio").mkdir(parents=True)
    (folder / name).write_text("{}", "utf-8")
    with pytest.raises(RenderError, match="not made by feltsense"):
        publish(FIRST)
    assert (folder / name).read_text("utf-8") == "{}"
    assert len([path for path in folder.rglob("*") if path.is_file()]) == 1


def test_a_file_with_the_same_content_is_fine(folder: Path, publish: Publish) -> None:
    publish(FIRST)
    (folder / MANIFEST).unlink()
    publish(FIRST)
    assert texts(folder) == FIRST


def test_folders_and_links_are_in_the_way_too(folder: Path, publish: Publish, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.html").write_text("theirs", "utf-8")
    folder.mkdir()
    (folder / "index.html").symlink_to(tmp_path / "elsewhere.html")
    (folder / "audio").write_text("a file", "utf-8")
    with pytest.raises(RenderError, match=r"audio/a\.mp3, audio/b\.mp3, index\.html are in"):
        publish(FIRST)
    assert (tmp_path / "elsewhere.html").read_text("utf-8") == "theirs"
    assert sorted(path.name for path in folder.iterdir()) == ["audio", "index.html"]


def test_a_file_is_no_folder(folder: Path, publish: Publish) -> None:
    folder.write_text("theirs", "utf-8")
    with pytest.raises(RenderError, match="is a file, and a folder is needed"):
        publish(FIRST)
    assert folder.read_text("utf-8") == "theirs"


@pytest.mark.parametrize("step", range(1, 6))
def test_killed_at_any_step_the_next_run_goes_on(
    folder: Path, publish: Publish, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """As with a power cut: nothing is tidied up, and each file is whole."""
    publish(FIRST)
    count = iter(range(1, 99))
    replace = Path.replace

    def replace_or_die(source: Path, target: Path) -> Path:
        if next(count) == step:
            raise KeyboardInterrupt
        return replace(source, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", replace_or_die)
        patched.setattr("feltsense.system.temporary._remove", lambda _path: None)
        with pytest.raises(KeyboardInterrupt):
            publish(SECOND)
    assert set(texts_in_place(folder).values()) <= {*FIRST.values(), *SECOND.values()}
    for left in folder.glob(".*.feltsense-part"):
        shutil.rmtree(left) if left.is_dir() else left.unlink()
    publish(SECOND)
    assert texts(folder) == SECOND


def texts_in_place(folder: Path) -> dict[str, str]:
    return {name: text for name, text in texts(folder).items() if not name.startswith(".")}


def test_without_the_page_nothing_of_it_is_there(folder: Path) -> None:
    def interrupted() -> None:
        with publishing(folder) as desk:
            (desk / "index.html").write_text("half", "utf-8")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert not folder.exists()
    assert list(folder.parent.iterdir()) == []


def test_a_full_disk_is_told_with_the_folder_that_was_asked_for(folder: Path) -> None:
    with pytest.raises(RenderError) as told, publishing(folder) as desk:
        raise RenderError(f"{desk}/audio/a.mp3 could not be written: no space left on device.", "Make room.")
    assert told.value.message == f"{folder}/audio/a.mp3 could not be written: no space left on device."
    with pytest.raises(RenderError, match="could not be written: no space left"), publishing(folder):
        raise OSError(28, "No space left on device")


def test_a_list_that_names_files_elsewhere_removes_none_of_them(folder: Path, publish: Publish) -> None:
    publish(FIRST)
    outside = folder.parent / "outside.txt"
    outside.write_text("theirs", "utf-8")
    found = json.loads((folder / MANIFEST).read_text("utf-8"))
    for name in ("../outside.txt", str(outside), "audio/../../outside.txt", "..\\outside.txt"):
        found["files"][name] = [file_hash(outside)]
    (folder / MANIFEST).write_text(json.dumps(found), "utf-8")
    publish(SECOND)
    assert outside.read_text("utf-8") == "theirs"
    assert texts(folder) == SECOND


@pytest.mark.parametrize(
    "text", ["", "[]", '{"form": "other"}', '{"form": "phone folder 1", "files": {"a": 1}}', "[" * 9999]
)
def test_a_damaged_list_is_no_list_of_ours(folder: Path, publish: Publish, text: str) -> None:
    publish(FIRST)
    (folder / MANIFEST).write_text(text, "utf-8")
    assert read_manifest(folder) == {}
    with pytest.raises(RenderError, match="not made by feltsense"):
        publish(SECOND)
    assert texts(folder) == FIRST
