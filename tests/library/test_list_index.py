"""What is kept of scripts for lists: never old, never damaged, never more than a list shows, and never in the way."""

import os
import shutil
import stat
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from pathlib import Path

import pytest

from feltsense.library import catalogue, list_index
from feltsense.library.catalogue import bundled, list_exercises
from feltsense.library.list_index import FrontSummary
from feltsense.system.paths import Workspace, cache_home
from running import Desk

SCRIPT = "---\ntitle: Evening\nsummary: Some rest.\nauthor: Somebody secret\ntags: [tense]\n---\nWords of the body.\n"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A workspace whose few scripts are worth an index."""
    monkeypatch.setattr(list_index, "FEWEST_SCRIPTS", 1)
    monkeypatch.setattr(catalogue, "bundled", lambda: tmp_path / "none")
    (tmp_path / "exercises").mkdir()
    for name in ("evening", "morning", "noon"):
        (tmp_path / "exercises" / f"{name}.md").write_text(SCRIPT.replace("Evening", name.title()), "utf-8")
    return Workspace(tmp_path)


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """All files changed an hour ago, as this machine's clock has it."""
    now = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: now() + 3600 * 10**9)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the scripts that were read."""
    names: list[str] = []
    real = catalogue._read

    def reading(path: Path) -> bytes:
        names.append(path.name)
        return real(path)

    monkeypatch.setattr(catalogue, "_read", reading)
    return names


def index_files() -> list[Path]:
    home = cache_home()
    return sorted(home.glob("list-*")) if home and home.is_dir() else []


def titles(workspace: Workspace) -> list[str]:
    return [entry.front.title for entry in list_exercises(workspace).entries]


@pytest.mark.usefixtures("later")
def test_scripts_that_did_not_change_are_not_read_again(workspace: Workspace, read: list[str]) -> None:
    first = list_exercises(workspace)
    assert read == ["evening.md", "morning.md", "noon.md"]
    assert list_exercises(workspace) == first
    assert len(read) == 3


@pytest.mark.usefixtures("later")
def test_the_listing_is_the_same_with_an_index_and_without(workspace: Workspace, read: list[str]) -> None:
    shutil.copytree(bundled(), workspace.exercises, dirs_exist_ok=True)
    wrong = {
        "photo.md": b"\xff\xd8\0",
        "endless.md": b"word " * 100_000,
        os.fsdecode(b"caf\xe9.md"): b"",
        "open.md": b"---\ntitle: [\n",
    }
    for name, content in wrong.items():
        (workspace.exercises / name).write_bytes(content)
    without = list_exercises(workspace)
    assert list_exercises(workspace) == without
    assert len(read) == len(without.entries) + len(without.problems)
    assert [problem.path.name for problem in without.problems] == ["endless.md", "photo.md"]


@pytest.mark.usefixtures("later", "workspace")
@pytest.mark.parametrize("options", [(), ("--json",)])
def test_the_command_prints_the_same(desk: Desk, options: tuple[str, ...]) -> None:
    (desk.folder / "exercises" / "photo.md").write_bytes(b"\xff")
    first = desk.run("list", *options)
    assert index_files()
    assert desk.run("list", *options) == first


def test_nothing_is_kept_of_a_script_that_has_just_changed(workspace: Workspace, read: list[str]) -> None:
    assert titles(workspace) == titles(workspace) == ["Evening", "Morning", "Noon"]
    assert len(read) == 6
    assert index_files() == []


def rewrite(path: Path) -> None:
    path.write_text(path.read_text("utf-8").replace("title: E", "title: A"), "utf-8")


def rewrite_in_the_same_moment(path: Path) -> None:
    before = path.stat()
    rewrite(path)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def replace_by_one_of_the_same_moment(path: Path) -> None:
    before = path.stat()
    other = path.with_suffix(".new")
    shutil.copy(path, other)
    rewrite(other)
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(path)


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize("change", [rewrite, rewrite_in_the_same_moment, replace_by_one_of_the_same_moment])
def test_a_changed_script_of_the_same_size_is_shown_as_it_is(
    workspace: Workspace, change: Callable[[Path], None]
) -> None:
    assert titles(workspace)[0] == "Evening"
    size = (workspace.exercises / "evening.md").stat().st_size
    change(workspace.exercises / "evening.md")
    assert (workspace.exercises / "evening.md").stat().st_size == size
    assert titles(workspace)[0] == titles(workspace)[0] == "Avening"


@pytest.mark.usefixtures("later")
def test_deleted_and_renamed_scripts_are_gone(workspace: Workspace) -> None:
    list_exercises(workspace)
    (workspace.exercises / "evening.md").unlink()
    (workspace.exercises / "noon.md").rename(workspace.exercises / "zenith.md")
    assert [(entry.slug, entry.front.title) for entry in list_exercises(workspace).entries] == [
        ("morning", "Morning"),
        ("zenith", "Noon"),
    ]
    (kept,) = index_files()
    assert b"evening.md" not in kept.read_bytes()


@pytest.mark.usefixtures("later")
def test_a_title_from_the_file_name_changes_with_it(workspace: Workspace) -> None:
    (workspace.exercises / "noon.md").write_text("Rest.\n", "utf-8")
    assert titles(workspace)[-1] == "Noon"
    (workspace.exercises / "noon.md").rename(workspace.exercises / "zenith.md")
    assert titles(workspace)[-1] == "Zenith"


def flip(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content.replace(b"Evening", b"Evenimg"))


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def foreign(path: Path) -> None:
    path.write_bytes(b'{"scripts": 3}')


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize("damage", [flip, cut, empty, foreign])
def test_a_damaged_index_is_not_used_and_written_anew(workspace: Workspace, damage: Callable[[Path], None]) -> None:
    first = list_exercises(workspace)
    (kept,) = index_files()
    whole = kept.read_bytes()
    damage(kept)
    assert list_exercises(workspace) == first
    assert kept.read_bytes() == whole


@pytest.mark.usefixtures("later")
def test_the_index_of_another_build_or_folder_is_not_used(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, read: list[str]
) -> None:
    list_exercises(workspace)
    monkeypatch.setattr(list_index, "__version__", "0.0.1")
    list_exercises(workspace)
    assert len(read) == 6
    (kept,) = index_files()
    other = Workspace(workspace.root / "other")
    shutil.copytree(workspace.exercises, other.exercises)
    list_exercises(other)
    (its_own,) = (path for path in index_files() if path != kept)
    shutil.copy(kept, its_own)
    assert titles(other) == ["Evening", "Morning", "Noon"]
    assert len(read) == 12


@pytest.mark.usefixtures("later")
def test_where_nothing_can_be_kept_the_list_is_the_same(workspace: Workspace) -> None:
    home = cache_home()
    assert home
    home.parent.mkdir()
    home.write_text("in the way")
    assert titles(workspace) == titles(workspace) == ["Evening", "Morning", "Noon"]
    home.unlink()
    list_exercises(workspace)
    (kept,) = index_files()
    kept.unlink()
    kept.mkdir()
    assert titles(workspace) == ["Evening", "Morning", "Noon"]
    assert kept.is_dir()


@pytest.mark.usefixtures("later")
def test_it_is_for_its_owner_only_and_holds_what_a_list_shows(workspace: Workspace) -> None:
    list_exercises(workspace)
    (kept,) = index_files()
    content = kept.read_text("utf-8", errors="replace")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600 or os.name != "posix"
    assert "Some rest." in content
    assert "secret" not in content
    assert "Words of the body" not in content
    shown = {"title", "summary", "practice", "pathway", "tier", "minutes", "tags", "cautions", "language"}
    assert {field.name for field in fields(FrontSummary)} == shown


@pytest.mark.usefixtures("later")
def test_it_is_bounded(workspace: Workspace, monkeypatch: pytest.MonkeyPatch, read: list[str]) -> None:
    monkeypatch.setattr(list_index, "MOST_FOLDERS", 2)
    for number in range(4):
        other = Workspace(workspace.root / f"other {number}")
        shutil.copytree(workspace.exercises, other.exercises)
        list_exercises(other)
    assert len(index_files()) == 2
    monkeypatch.setattr(list_index, "MOST_SCRIPTS", 2)
    (workspace.exercises / "long.md").write_text(SCRIPT.replace("rest", "rest " * 2000), "utf-8")
    first = list_exercises(workspace)
    kept = {path: path.stat().st_mtime_ns for path in index_files()}
    read.clear()
    assert list_exercises(workspace) == first
    assert read == ["long.md", "noon.md"]
    assert {path: path.stat().st_mtime_ns for path in index_files()} == kept


@pytest.mark.usefixtures("later")
def test_a_few_scripts_are_read_and_nothing_is_kept(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(list_index, "FEWEST_SCRIPTS", 4)
    list_exercises(workspace)
    assert index_files() == []


@pytest.mark.usefixtures("later")
def test_several_at_once_show_the_same_and_leave_one_index(workspace: Workspace) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(list_exercises, [workspace] * 24))
    assert found == [found[0]] * 24
    (kept,) = index_files()
    assert sorted(path.name for path in kept.parent.iterdir()) == [kept.name]
