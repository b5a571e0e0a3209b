"""Folders and files that only their owner can look into, where the system keeps rights as POSIX does."""

import os
import stat
import tempfile
from pathlib import Path

FOLDER_MODE, FILE_MODE = 0o700, 0o600


def private_folder(folder: Path) -> None:
    """Make `folder` where it is missing, and close it to others.

    What is clearly meant for more than our data is left as it is: the user's own home folder, the root, and folders
    that everybody puts their files into, such as /tmp.

    Raises:
        OSError: it can be neither made nor found.
    """
    folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    real = folder.resolve()
    if real not in (Path.home().resolve(), Path(real.anchor)) and not real.stat().st_mode & stat.S_ISVTX:
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
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)  # noqa: PTH105 - the name is a string here
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def open_to_others(path: Path) -> bool:
    """Tell whether anybody but the owner can look into `path`; always False where rights are kept otherwise."""
    return os.name == "posix" and bool(path.stat().st_mode & 0o077)


def beside(path: Path, word: str) -> Path:
    """Return a free name beside `path`: `settings-damaged.json`, or `settings-damaged-2.json`, and so on."""
    free = path.with_name(f"{path.stem}-{word}{path.suffix}")
    number = 2
    while free.exists():
        free = path.with_name(f"{path.stem}-{word}-{number}{path.suffix}")
        number += 1
    return free


def _close(path: Path, mode: int) -> None:
    """Take rights away from others where they have any and where that is ours to do."""
    if os.name != "posix":
        return
    found = path.stat()
    if found.st_mode & 0o077 and found.st_uid == os.geteuid():
        path.chmod(mode)
