"""A file that somebody is writing on: looked at again and again, as editors save in many ways.

Some write over a file, some write beside it and rename, some empty it first; each leaves a moment in which it is not
there, or not whole. What is seen here is always something that was there for at least two looks.
"""

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

LOOK_S = 0.03
"""Seconds between two looks."""
GONE_S = 1.0
"""Seconds after which a file that is not there is told of."""
_RECENT_S = 2.5
"""A file's times are not told apart by every file system when they are closer than this: its bytes are compared."""


class WatchEvent(StrEnum):
    """What a look has found."""

    CHANGED = "changed"
    GONE = "gone"
    """For a while already; told once."""
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look has found, and for a change the file's bytes."""

    sight: WatchEvent
    source: bytes = b""


_SAME = Seen(WatchEvent.SAME)
Mark = tuple[int, int, int]
"""Time of change in nanoseconds, size, and which file it is."""


class Watched:
    """Looks at one file.

    Args:
        path: the file; it need not be there yet.
        most: bytes that are read at most, and one more.
        now: seconds since the epoch; for tests.
    """

    def __init__(self, path: Path, most: int, now: Callable[[], float] = time.time) -> None:
        self._path = path
        self._most = most
        self._now = now
        self._known: Mark | None = None
        self._digest = b""
        self._missing_since: float | None = None
        self._told_gone = False
        self._emptied = False

    def look(self) -> Seen:
        """Return what has happened since the last look."""
        before = self._mark()
        if before is None:
            return self._gone()
        if before == self._known and not self._recent(before):
            return _SAME
        source = self._read()
        if source is None or self._mark() != before:
            return _SAME  # it is being written; the next look sees it whole
        self._missing_since, self._told_gone = None, False
        return self._judged(source, before)

    def _judged(self, source: bytes, mark: Mark) -> Seen:
        digest = hashlib.sha256(source).digest()
        if digest == self._digest:
            self._known = mark
            return _SAME
        if not source and not self._emptied:
            self._emptied = True  # perhaps to be written in a moment
            return _SAME
        self._known, self._digest, self._emptied = mark, digest, False
        return Seen(WatchEvent.CHANGED, source)

    def _gone(self) -> Seen:
        now = self._now()
        if self._missing_since is None:
            self._missing_since = now
        if self._told_gone or now - self._missing_since < GONE_S:
            return _SAME
        self._told_gone = True
        return Seen(WatchEvent.GONE)

    def _recent(self, mark: Mark) -> bool:
        return abs(self._now() - mark[0] / 1e9) < _RECENT_S

    def _mark(self) -> Mark | None:
        try:
            status = self._path.stat()
        except OSError:
            return None
        return status.st_mtime_ns, status.st_size, status.st_ino

    def _read(self) -> bytes | None:
        try:
            with self._path.open("rb") as file:
                return file.read(self._most + 1)
        except OSError:
            return None
