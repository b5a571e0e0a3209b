"""Files that people write on, with other programs too: looked at, written whole or not at all, set beside."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from feltsense.errors import EditingError, reason_of
from feltsense.system.files import atomic_write

MOST = 1 << 22
"""Bytes: far more than a script can have, so that a text that is too long can still be mended, and nothing is cut."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a file was when it was looked at."""

    modified: int
    """Nanoseconds."""
    size: int
    number: int
    """Of the file in its folder's system: another one when it was put in place anew."""


@dataclass(frozen=True, slots=True)
class Content:
    """A file's bytes, and what it was when they were read."""

    source: bytes
    stamp: Stamp

    @property
    def digest(self) -> bytes:
        """What tells one content from another."""
        return digest(self.source)


def digest(source: bytes) -> bytes:
    """Return what tells one content from another."""
    return hashlib.sha256(source).digest()


def stamp(path: Path) -> Stamp | None:
    """Return what the file at `path` is now; None when there is none, or none that can be looked at."""
    try:
        found = path.stat()
    except OSError:
        return None
    return Stamp(found.st_mtime_ns, found.st_size, found.st_ino)


def read(path: Path) -> Content | None:
    """Return what is in the file at `path`; None when there is no such file.

    Raises:
        EditingError: it is there and cannot be read, or is far too long.
    """
    try:
        with path.open("rb") as file:
            found = os.fstat(file.fileno())
            source = file.read(MOST + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise EditingError(f"{path} cannot be read: {reason_of(error)}.", "Check its permissions.") from error
    if len(source) > MOST:
        raise EditingError(f"{path} is far too long for a script.", "Make several scripts of it.")
    return Content(source, Stamp(found.st_mtime_ns, found.st_size, found.st_ino))


def write(path: Path, source: bytes, *, private: bool = False) -> Stamp | None:
    """Put `source` at `path`, whole or not at all, and see it on the disk; return what it is then.

    Another file's rights stay; a link stays a link. A folder that is missing is made.

    Raises:
        EditingError: it cannot be written; what was there before still is.
    """
    real = path.resolve()
    try:
        real.parent.mkdir(parents=True, exist_ok=True)
        atomic_write(real, source, private=private)
    except OSError as error:
        hint = "What you wrote is still here. Look at the folder's permissions, or whether the disk is full."
        raise EditingError(f"{path} cannot be written: {reason_of(error)}.", hint) from error
    return stamp(real)


def remove(path: Path) -> None:
    """Remove a file, if it is there.

    Raises:
        EditingError: it cannot be removed.
    """
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise EditingError(f"{path} cannot be removed: {reason_of(error)}.") from error
