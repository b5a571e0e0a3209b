"""The player's way to the journal: opened when it is first needed, and again once what was in its way is gone."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from feltsense.errors import FeltsenseError
from feltsense.practice.menus import journal_notice
from feltsense.practice.safety import suggestion
from feltsense.system.paths import shown_path

if TYPE_CHECKING:
    from feltsense.journal.queries import LastTimes
    from feltsense.journal.store import Journal
    from feltsense.practice.flow import RecentPractices
    from feltsense.practice.suggesting import PracticeHistory

FILE = "journal.db"
"""As `journal.database` calls it, which loads sqlite."""

_RECENT = 20
"""So many practices are looked at before something is suggested."""


class JournalAccess:
    """Opens the journal. Its methods are slow: call them on a thread for that.

    Args:
        home: the data folder.
    """

    def __init__(self, home: Path) -> None:
        self.error: FeltsenseError | None = None
        """Why nothing is kept, if it is not."""
        self._home = home
        self._journal: Journal | None = None
        self._lock = threading.Lock()

    def open(self) -> "Journal | None":
        """Return the journal; None, with `error`, when it cannot be used. It is tried anew each time."""
        from feltsense.journal.store import open_journal  # noqa: PLC0415 - loads sqlite

        with self._lock:
            if self._journal is None:
                try:
                    self._journal = open_journal(self._home)
                    self.error = None
                except FeltsenseError as error:
                    self.error = error
            return self._journal

    def drop_damaged(self, error: FeltsenseError) -> None:
        """Let go of the journal if `error` says that it was damaged and set aside; the next practice begins a new one.

        An error of an earlier journal, told late, leaves the new one as it is. Quick.
        """
        from feltsense.journal.database import DamagedError  # noqa: PLC0415 - loads sqlite

        if isinstance(error, DamagedError) and self._journal is not None and self._journal.closed:
            self._journal = None

    def last_times(self) -> "LastTimes | None":
        """Return when each exercise was practised last, and heard; None without a journal.

        Raises:
            JournalError: it cannot be read.
        """
        journal = self.open()
        return None if journal is None else journal.last_times()

    def history(self) -> "PracticeHistory | None":
        """Return what earlier practices say about what to suggest; None without a journal.

        Raises:
            JournalError: it cannot be read.
        """
        from feltsense.practice.suggesting import read_history  # noqa: PLC0415 - not before the first frame

        journal = self.open()
        return None if journal is None else read_history(journal)

    def notices(self, *, introduced: bool) -> Iterator[str]:
        """Yield what is to be said of the journal, and of the newest practices in it.

        Args:
            introduced: False while it is still to be said where the journal is; nothing else is said then.

        Raises:
            JournalError: it cannot be read.
        """
        journal = self.open()
        if journal is None:
            yield f"{self.error.message} Nothing is kept." if self.error else ""
            return
        if journal.set_aside is not None:
            yield f"The journal was damaged and was set aside as {journal.set_aside.name}; a new one begins."
        if not introduced:
            yield journal_notice(shown_path(journal.path))
        elif suggested := suggestion(journal.practices(_RECENT)):
            yield suggested

    def recent(self, count: int) -> "RecentPractices | None":
        """Return the newest practices; None without a journal."""
        from feltsense.practice.flow import RecentPractices  # noqa: PLC0415 - not before the first frame

        journal = self.open()
        if journal is None:
            return None
        try:
            return RecentPractices(shown_path(journal.path), journal.practices(count))
        except FeltsenseError as error:
            self.drop_damaged(error)
            return RecentPractices(shown_path(journal.path), trouble=error.message)

    def close(self) -> None:
        """Let go of the journal."""
        if self._journal is not None:
            self._journal.close()
