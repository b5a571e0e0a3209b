"""A folder of files that can be made again, under a hash of everything that determines them.

Safe with several processes: files are written to temporary files and renamed into place, never changed, and any of
them, or the whole folder, may vanish at any moment. A file's modification time is its last use; the least recently
used is removed first. Several kinds of files may share a folder: each has its own ending and its own limit.
"""

import contextlib
import os
import re
import stat
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from feltsense.errors import CacheError, reason_of

_SUBFOLDER = re.compile(r"[0-9a-f]{2}")
_KEY = "[0-9a-f]{64}"
_UNFINISHED = re.compile(rf"{_KEY}\.\w+\.unfinished")

_TOUCH_S = 3600
"""Seconds: an entry's use is recorded at most once an hour."""

_STALE_S = 24 * 3600
"""Seconds: nobody is still writing an unfinished file of this age."""

_PRUNE_TO = 0.9
"""Of the limit, so that a full cache is not pruned at every phrase."""

_RECOUNT_AFTER = 1 / 8
"""Of the limit: having stored this much, count again what other processes stored meanwhile."""

_TRIES = 1000
"""How often an entry is written again when somebody takes the folder away at the same time.

Two processes that do nothing but delete it made forty tries necessary; a lasting fault is raised within milliseconds.
"""

_HINT = "Free some space or make the folder writable, or choose another workspace with --workspace."


@dataclass(frozen=True, slots=True)
class CacheUsage:
    """How much the cache holds."""

    folder: Path
    entries: int
    size: int
    """Bytes."""
    limit: int
    """Bytes."""


@dataclass(frozen=True, slots=True)
class RemovedEntries:
    """What was removed."""

    entries: int
    bytes: int


@dataclass(frozen=True, slots=True)
class _File:
    """A file of ours in the folder."""

    path: Path
    size: int
    used: float
    """Seconds since the epoch."""
    finished: bool


class CacheFolder:
    """The files of one kind in a folder, about `limit` bytes at most. Safe to use from several threads and processes.

    Args:
        folder: it is made when something is first written.
        suffix: the ending of these files, with its dot.
        limit: bytes.
        content: what is in them, for messages, as in “Speech could not be kept”.
    """

    def __init__(self, folder: Path, suffix: str, limit: int, content: str) -> None:
        self.folder = folder
        self.limit = limit
        self._suffix = suffix
        self._content = content
        self._entry = re.compile(rf"{_KEY}{re.escape(suffix)}")
        self._lock = threading.Lock()
        self._until_recount = 0
        """Bytes that may be stored before the size is counted again."""

    def path(self, key: str) -> Path:
        """Return the file of the entry `key`, 64 hexadecimal digits."""
        return self.folder / key[:2] / f"{key}{self._suffix}"

    def write(self, key: str, content: bytes) -> None:
        """Write the file of the entry `key`, and now and then remove those not used for longest.

        Raises:
            CacheError: the folder cannot be written, or the disk is full.
        """
        with _cache_errors(f"{self._content} could not be kept in {self.folder}"):
            _write(self.path(key), content)
        # it is stored; what cannot be removed now is tried again at the next one
        with self._lock, contextlib.suppress(CacheError):
            self._prune_if_full(len(content))

    def usage(self) -> CacheUsage:
        """Return how much is stored.

        Raises:
            CacheError: the folder cannot be read.
        """
        sizes = [file.size for file in self._files() if file.finished]
        return CacheUsage(self.folder, len(sizes), sum(sizes), self.limit)

    def prune(self, limit: int | None = None) -> RemovedEntries:
        """Remove the least recently used until at most `limit` bytes are left, and old unfinished files.

        Args:
            limit: bytes; None for the cache's own limit.

        Raises:
            CacheError: the folder cannot be read or changed.
        """
        allowed = self.limit if limit is None else limit
        files = self._files()
        before = time.time() - _STALE_S
        self._remove([file for file in files if not file.finished and file.used < before])
        kept, gone = 0, []
        for file in sorted((file for file in files if file.finished), key=lambda file: file.used, reverse=True):
            kept += file.size
            if kept > allowed:
                gone.append(file)
        return self._remove(gone)

    def clear(self) -> RemovedEntries:
        """Remove all entries, and nothing else.

        Raises:
            CacheError: the folder cannot be read or changed.
        """
        files = self._files()
        self._remove([file for file in files if not file.finished])
        return self._remove([file for file in files if file.finished])

    def _prune_if_full(self, stored: int) -> None:
        self._until_recount -= stored
        if self._until_recount > 0:
            return
        held = self.usage().size
        if held > self.limit:
            held -= self.prune(int(self.limit * _PRUNE_TO)).bytes
        self._until_recount = min(self.limit - held, int(self.limit * _RECOUNT_AFTER))

    def _files(self) -> list[_File]:
        """Return our own files; whatever else is in the folder is not ours and stays."""
        with _cache_errors(f"{self._content} in {self.folder} could not be looked through"):
            subfolders = [item.path for item in _listed(self.folder) if _SUBFOLDER.fullmatch(item.name)]
            return [file for folder in subfolders for item in _listed(folder) if (file := self._file(item))]

    def _file(self, item: "os.DirEntry[str]") -> _File | None:
        finished = self._entry.fullmatch(item.name) is not None
        if not finished and not _UNFINISHED.fullmatch(item.name):
            return None
        try:
            status = item.stat(follow_symlinks=False)
        except FileNotFoundError:  # another process removed it meanwhile
            return None
        if not stat.S_ISREG(status.st_mode):
            return None
        return _File(Path(item.path), status.st_size, status.st_mtime, finished)

    def _remove(self, files: list[_File]) -> RemovedEntries:
        gone = size = 0
        with _cache_errors(f"{self._content} in {self.folder} could not be removed"):
            for file in files:
                # another process may have removed it meanwhile
                with contextlib.suppress(FileNotFoundError, NotADirectoryError):
                    file.path.unlink()
                    gone, size = gone + 1, size + file.size
        return RemovedEntries(gone, size)


@contextlib.contextmanager
def _cache_errors(problem: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CacheError(f"{problem}: {reason_of(error)}.", _HINT) from error


def _listed(folder: Path | str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as items:
            return list(items)
    except (FileNotFoundError, NotADirectoryError):  # nothing was kept yet, or the folder is just being deleted
        return []


def record_use(path: Path) -> None:
    """Record that an entry was used now. Where that fails it is only removed earlier."""
    with contextlib.suppress(OSError):
        # a time that lies ahead is wrong too: a clock was set back
        if abs(time.time() - path.stat().st_mtime) > _TOUCH_S:
            os.utime(path)


def _write(path: Path, content: bytes) -> None:
    for left in reversed(range(_TRIES)):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _write_and_rename(path, content)
        except (FileNotFoundError, FileExistsError):  # the folder was deleted between two steps
            if not left:
                raise
        else:
            return


def _write_and_rename(path: Path, content: bytes) -> None:
    descriptor, unfinished = tempfile.mkstemp(".unfinished", f"{path.stem}.", path.parent)  # 0600
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        Path(unfinished).replace(path)
    except BaseException:
        Path(unfinished).unlink(missing_ok=True)
        raise
