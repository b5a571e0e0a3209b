"""Script files that people write on, with other programs too: read, written whole or not at all, created, removed."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from feltsense.errors import EditingError, reason_of
from feltsense.system.files import atomic_write, free_name, new_folder

MAX_BYTES = 1 << 22
"""Far more than a script can have, so that a text that is too long can still be shortened, and nothing is cut."""

_NOTHING_LOST = "What you wrote is still here. Look at the folder's permissions, or whether the disk is full."


@dataclass(frozen=True, slots=True)
class FileStamp:
    """What tells a file from what it was before, without reading it."""

    modified: int
    """Nanoseconds."""
    size: int
    inode: int
    """Another one when the file was put in place anew."""


@dataclass(frozen=True, slots=True)
class FileContent:
    """A file's bytes, and its stamp when they were read."""

    source: bytes
    stamp: FileStamp

    @property
    def digest(self) -> bytes:
        """What tells one content from another."""
        return content_digest(self.source)


def content_digest(source: bytes) -> bytes:
    """Return what tells one content from another."""
    return hashlib.sha256(source).digest()


def file_stamp(path: Path) -> FileStamp | None:
    """Return the stamp of the file at `path`; None when there is none, or none that can be looked at."""
    try:
        return _stamp(path.stat())
    except OSError:
        return None


def read_content(path: Path, max_bytes: int = MAX_BYTES) -> FileContent | None:
    """Return what is in the file at `path`; None when there is no such file.

    Args:
        path: the file.
        max_bytes: of a longer file, so many bytes and one more are read; above `MAX_BYTES` it is refused.

    Raises:
        EditingError: it is there and cannot be read, or is far too long.
    """
    try:
        with path.open("rb") as file:
            stamp = _stamp(os.fstat(file.fileno()))
            source = file.read(max_bytes + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise EditingError(f"{path} cannot be read: {reason_of(error)}.", "Check its permissions.") from error
    if len(source) > MAX_BYTES:
        raise EditingError(f"{path} is far too long for a script.", "Make several scripts of it.")
    return FileContent(source, stamp)


def write_content(path: Path, source: bytes, *, private: bool = False) -> FileContent:
    """Put `source` at `path`, whole or not at all; a folder that is missing is made. Return what is there then.

    Another file's rights stay; a link stays a link.

    Raises:
        EditingError: it cannot be written; what was there before still is.
    """
    try:
        new_folder(path.resolve().parent)
        atomic_write(path, source, private=private)
        return FileContent(source, _stamp(path.stat()))
    except OSError as error:
        raise EditingError(f"{path} cannot be written: {reason_of(error)}.", _NOTHING_LOST) from error


def keep_beside(path: Path, source: bytes) -> Path:
    """Put `source` into a new file beside `path`, for its owner only; return where.

    Raises:
        EditingError: it cannot be written.
    """
    while True:
        free = free_name(path, "kept")
        try:
            new_folder(path.parent)
            atomic_write(free, source, private=True, overwrite=False)
        except OSError as error:
            if isinstance(error, FileExistsError) and os.path.lexists(free):
                continue  # somebody took the name in this very moment
            raise EditingError(f"{free} cannot be written: {reason_of(error)}.", _NOTHING_LOST) from error
        return free


def create_file(path: Path, text: str) -> None:
    """Write `text` to a new file, in UTF-8, never over another; its folder is made.

    Raises:
        EditingError: something of that name is there already, or it cannot be written.
    """
    try:
        if not os.path.lexists(path):
            new_folder(path.parent)
            atomic_write(path, text.encode("utf-8"), overwrite=False)
            return
    except OSError as error:
        if not (isinstance(error, FileExistsError) and os.path.lexists(path)):
            hint = "Choose another folder with -o."
            raise EditingError(f"{path} could not be written: {reason_of(error)}.", hint) from error
    hint = "Choose another name, or move it away."
    raise EditingError(f"{path} is there already, and is left as it is.", hint)


def replace_unchanged(path: Path, before: bytes, source: bytes) -> None:
    """Put `source` in the place of `before`, the content that the file at `path` was read with.

    Raises:
        EditingError: the file was changed meanwhile, or cannot be written; it stays as it is.
    """
    try:
        if path.read_bytes() != before:
            raise EditingError(f"{path} was changed meanwhile, and is left as it is.", "Run it again.")
        atomic_write(path, source)
    except OSError as error:
        raise EditingError(f"{path} could not be written: {reason_of(error)}.", "Nothing in it was changed.") from error


def remove_file(path: Path) -> None:
    """Remove a file, if it is there.

    Raises:
        EditingError: it cannot be removed.
    """
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise EditingError(f"{path} cannot be removed: {reason_of(error)}.") from error


def _stamp(status: os.stat_result) -> FileStamp:
    return FileStamp(status.st_mtime_ns, status.st_size, status.st_ino)
