"""A file that other programs write on: looked at again and again, as editors save in many ways.

Some write over a file, some write beside it and rename, some empty it first; each leaves a moment in which it is not
there, or not whole. Such moments are not reported.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from feltsense.authoring.files import MAX_BYTES, FileContent, FileStamp, file_stamp, read_content
from feltsense.errors import EditingError

POLL_S = 0.03
"""Seconds between two looks of a watcher that is to see a save at once."""
GONE_AFTER_S = 1.0
"""Seconds after which a file that is not there is reported."""
_RECENT_S = 2.5
"""Not every file system tells times apart that are closer than this: its bytes are compared."""


class WatchEvent(StrEnum):
    """What a look has found."""

    CHANGED = "changed"
    GONE = "gone"
    """For a while already; reported once."""
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Look:
    """What a look has found, and for a change the file's content."""

    event: WatchEvent
    content: FileContent | None = None


_UNCHANGED = Look(WatchEvent.UNCHANGED)


class FileWatcher:
    """Looks at one file. A change is reported until it is accepted.

    Args:
        path: the file; it need not be there yet.
        max_bytes: see `read_content`.
        settle: for a watcher that looks seldom: whether a change must last for two looks, and being gone for no more.
        now: seconds since the epoch; for tests.
    """

    def __init__(
        self, path: Path, max_bytes: int = MAX_BYTES, *, settle: bool = False, now: Callable[[], float] = time.time
    ) -> None:
        self._path = path
        self._max_bytes = max_bytes
        self._settle = settle
        self._now = now
        self._known: FileStamp | None = None
        self._digest = b""
        self._seen: FileStamp | None = None
        """What the file was at the last look."""
        self._absent_since: float | None = None
        self._absence_reported = False
        self._emptied = False

    def accept(self, content: FileContent | None) -> None:
        """Remember `content` as known; None for a file that is known not to be there."""
        self._known = self._seen = content.stamp if content else None
        self._digest = content.digest if content else b""
        self._absent_since, self._absence_reported, self._emptied = None, content is None, False

    def check(self) -> Look:
        """Compare the file with what is known now, whatever is happening to it.

        Raises:
            EditingError: it is there and cannot be read.
        """
        now = file_stamp(self._path)
        if now is not None and now == self._known and not self._is_recent(now):
            return _UNCHANGED
        content = read_content(self._path, self._max_bytes)
        if content is None:
            return _UNCHANGED if self._absence_reported else Look(WatchEvent.GONE)
        if content.digest == self._digest:
            self._known = content.stamp
            return _UNCHANGED
        return Look(WatchEvent.CHANGED, content)

    def look(self) -> Look:
        """Return what has happened since the last accepted content, leaving out moments of saving.

        Raises:
            EditingError: it is there and cannot be read, for a while already; raised once.
        """
        now, before = file_stamp(self._path), self._seen
        self._seen = now
        if self._settle and now != before:
            return _UNCHANGED
        if now is None:
            return self._absent()
        try:
            found = self.check()
        except EditingError as error:
            self._absent(error)
            return _UNCHANGED
        if found.content is None:
            self._absent_since, self._absence_reported = None, False
            return _UNCHANGED
        return self._changed(found, now)

    def _changed(self, found: Look, stamp: FileStamp) -> Look:
        content = found.content
        if content is None or content.stamp != stamp or file_stamp(self._path) != stamp:
            return _UNCHANGED  # it is being written; the next look sees it whole
        self._absent_since, self._absence_reported = None, False
        if not content.source and not self._emptied:
            self._emptied = True  # perhaps to be written in a moment
            return _UNCHANGED
        return found

    def _absent(self, error: EditingError | None = None) -> Look:
        """Report once that the file is gone, or cannot be read, after a while."""
        now = self._now()
        if self._absent_since is None:
            self._absent_since = now
        if self._absence_reported or now - self._absent_since < (0 if self._settle else GONE_AFTER_S):
            return _UNCHANGED
        self._absence_reported = True
        if error is not None:
            raise error
        return Look(WatchEvent.GONE)

    def _is_recent(self, stamp: FileStamp) -> bool:
        return abs(self._now() - stamp.modified / 1e9) < _RECENT_S
