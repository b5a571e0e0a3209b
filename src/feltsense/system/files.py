"""The one atomic write, and files and folders that only their owner can look into."""

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import IO

from feltsense.system.temporary import temporary_path

FOLDER_MODE, FILE_MODE = 0o700, 0o600
_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)

_NO_SYNC = frozenset([errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES, errno.EPERM])
"""What file systems say that sync no folders, as some over a network: they have their own ways."""


def atomic_write(path: Path, content: bytes, *, private: bool = False, overwrite: bool = True) -> None:
    """Put `content` at `path`, whole or not at all, and see it on the disk under its name.

    Args:
        path: a link stays a link, what it leads to is replaced. Its folder must be there.
        content: all of the file.
        private: for its owner only; else with the rights of the file that it replaces, or those of any new file.
        overwrite: whether a file that is there may be replaced.

    Raises:
        FileExistsError: there is a file and `overwrite` is False, or there is something that is no regular file.
        OSError: it cannot be written. What was there before still is.
    """
    with replacing(path, private=private, overwrite=overwrite) as temporary:
        temporary.write_bytes(content)


@contextlib.contextmanager
def replacing(path: Path, *, private: bool = False, overwrite: bool = True) -> Iterator[Path]:
    """Give an empty temporary file to write in; when the block ends well, it takes the place of `path`.

    Arguments and errors are those of `atomic_write`.
    """
    real = Path(os.path.realpath(path))
    mode = None if private else _mode(real)
    if _exists(real) and not (overwrite and real.is_file()):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    with temporary_path(real) as temporary:
        rights = FILE_MODE if private or mode is not None else 0o666  # the latter less the user's mask
        os.close(os.open(temporary, os.O_RDWR | os.O_CREAT | os.O_EXCL, rights))
        yield temporary
        if mode is not None:
            temporary.chmod(mode)
        with temporary.open("r+b") as file:
            os.fsync(file.fileno())
        if not overwrite:
            _reserve(temporary, real)
        temporary.replace(real)
        _sync_folder(real.parent)


@contextlib.contextmanager
def making_folder(path: Path) -> Iterator[Path]:
    """Give an empty private temporary folder to write in; when the block ends well, it is called `path`.

    Its files are then closed to others and on the disk. Folders within it are not looked into.

    Raises:
        FileExistsError: there is something called so.
        OSError: it cannot be made.
    """
    with temporary_path(path) as temporary:
        temporary.mkdir(FOLDER_MODE)
        yield temporary
        for file in temporary.iterdir():
            file.chmod(FILE_MODE)
            with file.open("r+b") as opened:
                os.fsync(opened.fileno())
        _sync_folder(temporary)
        if _exists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
        temporary.rename(path)
        _sync_folder(path.parent)


def new_folder(folder: Path, mode: int = 0o777) -> None:
    """Make `folder` and those it is in where they are missing, and see their names on the disk.

    Raises:
        OSError: it can be neither made nor found.
    """
    missing = list(takewhile(lambda each: not each.exists(), (folder, *folder.parents)))
    folder.mkdir(mode=mode, parents=True, exist_ok=True)
    for each in missing:
        _sync_folder(each.parent)


def private_folder(folder: Path) -> None:
    """Make `folder` where it is missing, and close it to others.

    What is clearly meant for more than our data is left as it is: the user's own home folder, the root, and folders
    that everybody puts their files into, such as /tmp.

    Raises:
        OSError: it can be neither made nor found.
    """
    new_folder(folder, FOLDER_MODE)
    real = folder.resolve()
    shared = {Path(real.anchor)}
    with contextlib.suppress(RuntimeError):  # a user without a home
        shared.add(Path.home().resolve())
    if real not in shared and not real.stat().st_mode & stat.S_ISVTX:
        _close(folder, FOLDER_MODE)


def private_file(path: Path) -> None:
    """Make an empty file at `path` where there is none, and close it to others.

    Raises:
        OSError: it can be neither made nor opened.
    """
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, FILE_MODE))
    _close(path, FILE_MODE)


def write_private(path: Path, content: bytes) -> None:
    """Put `content` at `path`, whole or not at all, in a private folder, for its owner only.

    Raises:
        OSError: it cannot be written; what was there before still is.
    """
    private_folder(path.parent)
    atomic_write(path, content, private=True)


def open_regular(path: Path) -> IO[bytes]:
    """Open a regular file, unbuffered. Nothing else is waited for: opening a FIFO would wait for who writes to it.

    Raises:
        OSError: there is no such file, it cannot be read, or it is a folder, FIFO, device or socket.
    """
    descriptor = os.open(path, _OPEN_FLAGS)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(f"{path} is no regular file")
    return os.fdopen(descriptor, "rb", buffering=0)


def open_to_others(path: Path) -> bool:
    """Tell whether anybody but the owner can look into `path`; always False where rights are kept otherwise."""
    return os.name == "posix" and bool(path.stat().st_mode & 0o077)


def free_name(path: Path, word: str) -> Path:
    """Return a free name beside `path`: `settings-damaged.json`, or `settings-damaged-2.json`, and so on."""
    free = path.with_name(f"{path.stem}-{word}{path.suffix}")
    number = 2
    while free.exists():
        free = path.with_name(f"{path.stem}-{word}-{number}{path.suffix}")
        number += 1
    return free


def _close(path: Path, mode: int) -> None:
    """Leave no rights but those in `mode`, where others have any and where that is ours to do; none are added."""
    if os.name != "posix":
        return
    found = path.stat()
    if found.st_mode & 0o077 and found.st_uid == os.geteuid():
        path.chmod(found.st_mode & mode)


def _sync_folder(folder: Path) -> None:
    """See on the disk what is called how in `folder`: a file's own sync leaves its new name to be lost with the power.

    Raises:
        OSError: the disk has failed.
    """
    try:
        descriptor = os.open(folder, _OPEN_FLAGS)
    except OSError:  # Windows opens no folders; one that may only be written in cannot be read
        return
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise
    finally:
        os.close(descriptor)


def _mode(path: Path) -> int | None:
    """Return the rights of the file at `path`; None where there is none."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        return None


def _exists(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def _reserve(temporary: Path, path: Path) -> None:
    """Take the name `path`, unless somebody else has it.

    Raises:
        FileExistsError: somebody has it.
    """
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE))
