"""The connection to the journal's database: opened privately, migrated, guarded, set aside when it is damaged."""

import sqlite3
import threading
import time
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from feltsense.errors import JournalError
from feltsense.journal.files import (
    copies,
    damaged_files,
    identity,
    set_aside,
    sweep_unfinished,
    unusable_journal,
)
from feltsense.journal.migrations import APPLICATION_ID, MIGRATIONS, Migration, migrate, version_of
from feltsense.system.files import private_file, private_folder
from feltsense.system.temporary import temporary_path

_PATIENCE_S = 5.0
"""How long another player's writing is waited for; it takes milliseconds."""

_PRAGMAS = (
    "PRAGMA synchronous = FULL",  # what was said is on the disk when the call returns
    "PRAGMA secure_delete = ON",  # what is deleted is overwritten
    "PRAGMA temp_store = MEMORY",  # sorting and VACUUM leave nothing in the system's folder of temporary files
    "PRAGMA trusted_schema = OFF",
)
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_ADVICE = {
    sqlite3.SQLITE_BUSY: ("is in use by another program", "Close the other one, and try again."),
    sqlite3.SQLITE_LOCKED: ("is in use by another program", "Close the other one, and try again."),
    sqlite3.SQLITE_READONLY: ("cannot be written", "Look at the rights of its folder, or set FELTSENSE_HOME."),
    sqlite3.SQLITE_CANTOPEN: ("cannot be opened", "Look at the rights of its folder, or set FELTSENSE_HOME."),
    sqlite3.SQLITE_PERM: ("cannot be opened", "Look at the rights of its folder, or set FELTSENSE_HOME."),
    sqlite3.SQLITE_FULL: ("cannot grow: the disk is full", "Make some room, and try again. What was kept is safe."),
    sqlite3.SQLITE_IOERR: ("cannot be read or written", "Look whether its disk is full or gone, and try again."),
}


FOLDED = "folded"
"""The SQL function that makes text comparable; see `folded`."""


class DamagedError(JournalError):
    """The journal turned out to be damaged, and was set aside."""

    def __init__(self, path: Path, now: Path) -> None:
        super().__init__(
            f"The journal ({path}) is damaged. It was set aside as {now.name}; nothing in it was deleted.",
            "The next practice begins a new one. SQLite's .recover may get the old one back.",
        )
        self.now = now


class Database:
    """One connection to the journal's file, for any thread; calls wait for one another."""

    def __init__(self, path: Path, steps: Sequence[Migration] = MIGRATIONS) -> None:
        self.path = path
        self.set_aside: Path | None = None
        """Where a damaged file that stood at `path` is now."""
        self._identity: tuple[int, int] | None = None
        self._lock = threading.RLock()
        self._open: sqlite3.Connection | None = None
        with self._explained():
            self._open = self._opened(steps)

    def fetch(self, query: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Return the rows that a query finds. Damaged text in them is readable as far as it goes.

        Raises:
            JournalError: it failed; the message says why and what to do.
        """
        with self.reading() as connection:
            try:
                return connection.execute(query, parameters).fetchall()
            except sqlite3.OperationalError as error:
                if "decode to UTF-8" not in str(error):
                    raise
            connection.text_factory = _lenient_text
            try:
                return connection.execute(query, parameters).fetchall()
            finally:
                connection.text_factory = str

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for a query.

        Raises:
            JournalError: it failed; the message says why and what to do.
        """
        with self._lock, self._explained():
            yield self._connection()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give the connection within a transaction, which is on the disk when the context is left.

        Raises:
            JournalError: nothing of it was written; the message says why and what to do.
        """
        with self._lock, self._explained():
            connection = self._connection()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def erase_traces(self, *, everything: bool = False) -> None:
        """Make sure that nothing of what was deleted is left in the file, beside it, or in copies of it.

        Args:
            everything: delete damaged journals that were set aside and what killed runs have left, too.

        Raises:
            JournalError: it is deleted, but traces may be left.
        """
        try:
            with self._lock, self._explained():
                for copy in copies(self.path) + (damaged_files(self.path) if everything else []):
                    copy.unlink(missing_ok=True)
                if everything:
                    sweep_unfinished(self.path)
                self._connection().execute("VACUUM")
                busy = self._connection().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        except JournalError as error:
            raise _traces(error.message) from error
        if busy:
            raise _traces("Another program is reading the journal.")

    def close(self) -> None:
        """Let go of the file. Calling it twice is fine."""
        with self._lock, suppress(sqlite3.Error):  # what was written is written; there is nothing left to lose
            connection, self._open = self._open, None
            if connection:
                connection.close()

    @property
    def closed(self) -> bool:
        """Whether it was let go of: by `close`, or because the file turned out to be damaged."""
        return self._open is None

    def _connection(self) -> sqlite3.Connection:
        if self._open is None:
            raise JournalError(f"The journal ({self.path}) is not open.")
        return self._open

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn what SQLite and the system say into words; set a file aside that turns out to be damaged."""
        try:
            yield
        except sqlite3.Error as error:
            code = _code(error)
            if code in _DAMAGED:
                self.close()
                raise DamagedError(self.path, self._put_aside()) from error
            what, hint = _ADVICE.get(code, ("cannot be used", "feltsense doctor tells more."))
            raise JournalError(f"The journal ({self.path}) {what}.", hint) from error
        except OSError as error:
            raise unusable_journal(self.path, error) from error

    def _opened(self, steps: Sequence[Migration]) -> sqlite3.Connection:
        private_folder(self.path.parent)
        try:
            return self._connected(steps)
        except sqlite3.Error as error:
            if _code(error) not in _DAMAGED:
                raise
        self.set_aside = self._put_aside()
        return self._connected(steps)

    def _put_aside(self) -> Path:
        try:
            return set_aside(self.path, self._identity)
        except OSError as error:
            raise unusable_journal(self.path, error) from error

    def _connected(self, steps: Sequence[Migration]) -> sqlite3.Connection:
        private_file(self.path)  # -wal and -shm take their rights from it
        self._identity = identity(self.path)
        connection = sqlite3.connect(
            self.path, timeout=_PATIENCE_S, isolation_level=None, check_same_thread=False, cached_statements=64
        )
        try:
            _expect_ours(connection, self.path, len(steps))
            _write_ahead(connection)
            for pragma in _PRAGMAS:
                connection.execute(pragma)
            connection.create_function(FOLDED, 1, folded, deterministic=True)
            version = version_of(connection)
            if version < len(steps):
                if version:
                    _copy(connection, self.path, version)
                migrate(connection, datetime.now().astimezone().isoformat(), steps)
        except BaseException:
            connection.close()
            raise
        return connection


def folded(value: str | bytes | None) -> str:
    """Return text as it is compared in a search: without case, composed, damaged letters replaced."""
    text = value.decode("utf-8", "replace") if isinstance(value, bytes) else value or ""
    return unicodedata.normalize("NFKC", text).casefold()


def _code(error: sqlite3.Error) -> int:
    """Return SQLite's primary result code, or 0 where the error is the module's own."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _traces(why: str) -> JournalError:
    return JournalError(
        f"It is deleted, but traces of it may be left in the journal's files. {why}",
        "They go when the last feltsense that has the journal open is closed.",
    )


def _expect_ours(connection: sqlite3.Connection, path: Path, newest: int) -> None:
    """Refuse what a newer feltsense or another program has written."""
    version = version_of(connection)
    application: int = connection.execute("PRAGMA application_id").fetchone()[0]
    tables: int = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if tables and application != APPLICATION_ID:
        raise JournalError(f"{path} holds another program's data.", "Move it away, or set FELTSENSE_HOME.")
    if version > newest:
        raise JournalError(
            f"The journal ({path}) was written by a newer feltsense.",
            "Use that one, or set FELTSENSE_HOME to begin another journal. This one is left as it is.",
        )


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Let readers and a writer work side by side. SQLite does not wait here by itself, so we do."""
    until = time.monotonic() + _PATIENCE_S
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if _code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.01)
        else:
            return


def _copy(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Keep the file as it is, before its schema changes: `journal-before-2.db`."""
    to = path.with_name(f"{path.stem}-before-{version + 1}{path.suffix}")
    with temporary_path(to) as part:
        private_file(part)
        with closing(sqlite3.connect(part)) as copy:
            connection.backup(copy)
        part.replace(to)


def _lenient_text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")
