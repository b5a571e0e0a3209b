"""Where things are looked for."""

from pathlib import Path

import pytest

from feltsense.errors import FeltsenseError
from feltsense.system.paths import cache_limit, data_home, find_workspace, parse_size, shown_path


def test_the_nearest_folder_upwards_with_exercises_is_the_workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "exercises").mkdir()
    deep = tmp_path / "some" / "where"
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
    workspace = find_workspace(None)
    assert (workspace.root, workspace.exercises) == (tmp_path, tmp_path / "exercises")
    assert workspace.audio_cache == tmp_path / "audio_cache"


def test_what_is_given_comes_before_the_variable_and_that_before_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "exercises").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FELTSENSE_WORKSPACE", "named")
    assert find_workspace(None).root == tmp_path / "named"
    assert find_workspace(Path("~/given")).root == Path("~/given").expanduser()


def test_without_any_it_is_the_users_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_workspace(None).root == data_home()


def test_a_folder_that_is_gone_is_no_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert find_workspace(None).root == data_home()


def test_the_home_can_be_put_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FELTSENSE_HOME", "~/elsewhere")
    assert data_home() == Path("~/elsewhere").expanduser()
    monkeypatch.delenv("FELTSENSE_HOME")
    assert data_home().name == "feltsense"
    assert data_home().is_relative_to(Path.home())


@pytest.mark.parametrize(
    ("written", "size"), [("1000", 1000), ("500MB", 500 << 20), (" 2 GiB ", 2 << 30), ("1.5k", 1536), ("0", 0)]
)
def test_sizes_are_read_as_people_write_them(written: str, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    assert parse_size(written) == size
    monkeypatch.setenv("FELTSENSE_CACHE_LIMIT", written)
    assert cache_limit() == size


@pytest.mark.parametrize("written", ["", "much", "-1", "1e9", "2 GB please", "9" * 40])
def test_what_is_no_size_is_refused(written: str) -> None:
    with pytest.raises(FeltsenseError, match="is no size"):
        parse_size(written)
    assert cache_limit() == 2 << 30


def test_a_path_is_shown_with_a_tilde_for_home_and_for_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(Path("/home/ann").absolute()))
    monkeypatch.setenv("USERPROFILE", str(Path("/home/ann").absolute()))
    assert shown_path(Path("/home/ann/a b/exercises").absolute()) == str(Path("~/a b/exercises"))
    for elsewhere in ("/home/annette/x.md", "/mnt/home/ann/x.md"):
        path = Path(elsewhere).absolute()
        assert shown_path(path) == str(path)
