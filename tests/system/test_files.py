"""Folders and files that only their owner can look into."""

import os
from pathlib import Path

import pytest

from feltsense.system.files import free_name, open_to_others, private_file, private_folder, write_private

pytestmark = pytest.mark.skipif(os.name != "posix", reason="rights are kept otherwise there")


def rights(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_what_is_made_is_private_whatever_the_mask_says(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        private_folder(tmp_path / "home")
        private_file(tmp_path / "home" / "one")
        write_private(tmp_path / "other" / "two", b"mine")
    finally:
        os.umask(before)
    assert rights(tmp_path / "home") == rights(tmp_path / "other") == 0o700
    assert rights(tmp_path / "home" / "one") == rights(tmp_path / "other" / "two") == 0o600
    assert not open_to_others(tmp_path / "home")


def test_what_is_there_is_closed_and_keeps_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "one"
    path.write_bytes(b"mine")
    path.chmod(0o644)
    assert open_to_others(path)
    private_file(path)
    assert (rights(path), path.read_bytes()) == (0o600, b"mine")


def test_what_its_owner_may_not_write_stays_so(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    folder.chmod(0o555)
    private_folder(folder)
    assert rights(folder) == 0o500


def test_a_file_that_all_could_run_is_only_read_and_written_by_its_owner(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.touch()
    path.chmod(0o755)
    private_file(path)
    assert rights(path) == 0o600


def test_what_is_meant_for_more_than_our_data_is_left_as_it_is(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o1777)
    Path.home().chmod(0o755)
    for folder in (Path.home(), shared):
        private_folder(folder)
    assert (rights(Path.home()), rights(shared)) == (0o755, 0o777)


def test_a_free_name_is_found(tmp_path: Path) -> None:
    path = tmp_path / "it.json"
    assert free_name(path, "damaged").name == "it-damaged.json"
    (tmp_path / "it-damaged.json").touch()
    (tmp_path / "it-damaged-2.json").touch()
    assert free_name(path, "damaged").name == "it-damaged-3.json"


def test_a_user_without_a_home_has_private_folders_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", nowhere)
    write_private(tmp_path / "home" / "one", b"mine")
    assert rights(tmp_path / "home") == 0o700
