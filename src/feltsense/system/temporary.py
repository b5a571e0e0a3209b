"""Temporary files and folders whose names tell who writes them, so that what a killed process left is removed.

They stand in the folder of the file that they become, as in `.evening.md.1f3a-4711-9c0e77d2.feltsense-part`: machine,
process and a random part. What another process still writes is never removed.
"""

import contextlib
import os
import platform
import re
import shutil
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

_SUFFIX = ".feltsense-part"
_LONGEST_NAME = 100
"""Bytes of a file's name that go into its temporary name, which file systems may limit to 143."""

_TEMPORARY = re.compile(
    rf"\..+\.(?P<machine>[0-9a-f]{{4}})-(?P<pid>\d+)-[0-9a-f]{{8}}{_SUFFIX}"
    r"(-journal|-wal|-shm)?"  # what SQLite keeps beside a database that it is writing
)
_RANDOM = r"(?=[a-z_]*\d)[a-z0-9_]{8}"
_EARLIER = re.compile(
    rf"\.{_RANDOM}\.writing|\.(settings|people)\.json\.{_RANDOM}|\..+\.md\.{_RANDOM}\.(part|unfinished)"
    rf"|\..+\.(mp3|wav|flac|m4a|opus)\.{_RANDOM}\.part"
)
"""Temporary names that the first builds used; they do not tell who wrote them."""

_SURELY_OVER_S = 24 * 3600
"""Nobody still writes a temporary file that was last changed so long ago, where its process cannot be looked for."""

_writing: set[str] = set()
"""The names of the temporary files of this process."""


@contextlib.contextmanager
def temporary_path(path: Path) -> Iterator[Path]:
    """Give a free name in the folder of `path` for a file or folder; whatever is there in the end is removed.

    What killed processes left in the folder is removed first, as far as possible.
    """
    with contextlib.suppress(OSError):  # what cannot be removed is no reason to write nothing
        sweep(path.parent)
    name = path.name.encode("utf-8", "surrogateescape")[:_LONGEST_NAME].decode("utf-8", "ignore")
    own = path.with_name(f".{name}.{_machine()}-{os.getpid()}-{os.urandom(4).hex()}{_SUFFIX}")
    _writing.add(own.name)
    try:
        yield own
    finally:
        with contextlib.suppress(OSError):  # the next sweep tries again; what went wrong before is what must be told
            _remove(own)
        _writing.discard(own.name)


def leftovers(folder: Path) -> list[Path]:
    """Return the temporary files and folders in `folder` whose process has ended.

    Raises:
        OSError: the folder is there and cannot be read.
    """
    try:
        with os.scandir(folder) as entries:
            return [Path(entry.path) for entry in entries if _is_leftover(entry)]
    except FileNotFoundError:
        return []


def sweep(folder: Path) -> list[Path]:
    """Remove what killed processes left in `folder`, and return what it was. Nothing else is touched.

    Raises:
        OSError: the folder cannot be read, or something in it cannot be removed.
    """
    found = leftovers(folder)
    failed: OSError | None = None
    for path in found:
        try:
            _remove(path)
        except FileNotFoundError:  # somebody else sweeps too
            continue
        except OSError as error:
            failed = error
    if failed:
        raise failed
    return found


def _machine() -> str:
    """Return four digits for this machine: a folder may be shared by several."""
    return f"{zlib.crc32(platform.node().encode()) & 0xFFFF:04x}"


def _is_leftover(entry: "os.DirEntry[str]") -> bool:
    found = _TEMPORARY.fullmatch(entry.name)
    if not found:
        return bool(_EARLIER.fullmatch(entry.name)) and _is_old(entry, private=True)
    if found["machine"] != _machine() or os.name == "nt":  # its process cannot be looked for
        return _is_old(entry)
    if int(found["pid"]) == os.getpid():  # processes in containers often have the same number
        return not entry.name.startswith(tuple(_writing))
    return not is_running(int(found["pid"]))


def is_running(pid: int) -> bool:
    """Tell whether there is a process of this number, whoever's it is."""
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:  # it is another user's
        return True
    return True


def _is_old(entry: "os.DirEntry[str]", *, private: bool = False) -> bool:
    """Tell whether nobody can be writing it any more; with `private`, also whether only its owner can read it."""
    try:
        found = entry.stat(follow_symlinks=False)
    except FileNotFoundError:  # somebody else removes it
        return False
    return time.time() - found.st_mtime > _SURELY_OVER_S and not (private and found.st_mode & 0o077)


def _remove(path: Path) -> None:
    """Remove a file, or a folder with all that is in it, if it is there.

    Raises:
        OSError: it cannot be removed.
    """
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
