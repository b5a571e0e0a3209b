"""Files are written whole or not at all, and never over one that may not be replaced."""

import errno
import os
import stat
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import pytest

from feltsense.system.files import atomic_write, private_folder, replacing

posix = pytest.mark.skipif(os.name != "posix", reason="rights and links are kept otherwise there")


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@posix
@pytest.mark.parametrize(("mask", "new"), [(0o022, 0o644), (0o077, 0o600)])
def test_a_new_file_has_the_rights_of_any_new_file_and_a_private_one_is_private(
    tmp_path: Path, mask: int, new: int
) -> None:
    before = os.umask(mask)
    try:
        atomic_write(tmp_path / "one", b"1")
        atomic_write(tmp_path / "two", b"2", private=True)
    finally:
        os.umask(before)
    assert (mode(tmp_path / "one"), mode(tmp_path / "two")) == (new, 0o600)


@posix
@pytest.mark.parametrize("rights", [0o600, 0o640, 0o664, 0o755])
def test_a_replaced_file_keeps_its_rights(tmp_path: Path, rights: int) -> None:
    path = tmp_path / "one"
    path.write_bytes(b"old")
    path.chmod(rights)
    with replacing(path) as temporary:
        assert mode(temporary) == 0o600
        temporary.write_bytes(b"new")
    assert (path.read_bytes(), mode(path)) == (b"new", rights)


@posix
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    real, link = tmp_path / "elsewhere" / "one", tmp_path / "link"
    real.write_bytes(b"old")
    link.symlink_to(real)
    atomic_write(link, b"new", private=True)
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert names(tmp_path / "elsewhere") == ["one"]


@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError])
def test_what_was_there_stays_when_writing_fails(tmp_path: Path, error: type[BaseException]) -> None:
    path = tmp_path / "one"
    path.write_bytes(b"old")
    with pytest.raises(error), replacing(path) as temporary:
        raise error(temporary.write_bytes(b"ne"))
    assert (path.read_bytes(), names(tmp_path)) == (b"old", ["one"])


def no_links(_from: object, _to: object) -> None:
    raise PermissionError(1, "Operation not permitted")


@pytest.mark.parametrize("links", [True, False])
def test_a_file_is_not_replaced_that_may_not_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, links: bool
) -> None:
    if not links:
        monkeypatch.setattr(os, "link", no_links)
    path = tmp_path / "one"
    atomic_write(path, b"mine", overwrite=False)
    with pytest.raises(FileExistsError):
        atomic_write(path, b"other", overwrite=False)
    path.unlink()
    with pytest.raises(FileExistsError), replacing(path, overwrite=False):
        path.write_bytes(b"somebody was faster")
    assert (path.read_bytes(), names(tmp_path)) == (b"somebody was faster", ["one"])


@posix
def test_what_is_no_regular_file_is_never_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    for path in tmp_path.iterdir():
        with pytest.raises(FileExistsError):
            atomic_write(path, b"new")
    assert names(tmp_path) == ["folder", "pipe"]


def test_the_longest_name_can_be_written(tmp_path: Path) -> None:
    name = "ä" * 127
    atomic_write(tmp_path / name, b"1")
    assert names(tmp_path) == [name]


Synced = Callable[[], list[str]]


@pytest.fixture
def synced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Synced:
    """Tell what was seen on the disk, each with what had its final name then."""
    seen: list[tuple[int, list[str]]] = []

    def note(descriptor: int) -> None:
        seen.append((os.fstat(descriptor).st_ino, [each for each in names(tmp_path) if each[0] != "."]))

    monkeypatch.setattr(os, "fsync", note)
    here = tmp_path.stat().st_ino
    return lambda: [f"folder with {found}" if number == here else f"file beside {found}" for number, found in seen]


@posix
def test_the_name_is_on_the_disk_too_so_that_a_power_cut_takes_nothing(tmp_path: Path, synced: Synced) -> None:
    atomic_write(tmp_path / "one", b"1", private=True)
    assert synced() == ["file beside []", "folder with ['one']"]


@posix
def test_so_is_that_of_a_new_folder(tmp_path: Path, synced: Synced) -> None:
    private_folder(tmp_path / "home")
    private_folder(tmp_path / "home")
    assert synced() == ["folder with ['home']"]


@posix
@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP, errno.EIO])
def test_where_folders_cannot_be_synced_files_are_written_all_the_same_but_a_broken_disk_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(OSError, match="nput/output") if number == errno.EIO else nullcontext():
        atomic_write(tmp_path / "one", b"1")
    assert (tmp_path / "one").read_bytes() == b"1"
