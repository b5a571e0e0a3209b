"""The journal: practices and what was said, each written down the moment it is known."""

import sqlite3
import uuid
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Self

from feltsense.journal.database import DamagedError, Database
from feltsense.journal.files import journal_path, sweep_unfinished
from feltsense.journal.merging import merged
from feltsense.journal.model import Field, NewPractice, Outcome, Practice, TooMuch, When
from feltsense.journal.queries import PracticeQueries, gone
from feltsense.journal.rows import COLUMNS, WRITTEN, microseconds, plain_value, practice_of, values_of
from feltsense.journal.wording import ALL_PLACES, ALL_WORDS, HIGHEST, LOWEST

Answer = int | str | TooMuch | None
"""What a check-in's question can be answered with; None takes an answer back."""

_INSERT = f"INSERT INTO practices ({', '.join(WRITTEN)}) VALUES ({', '.join(f':{name}' for name in WRITTEN)})"
_UNTOUCHED_FOR = timedelta(days=1)


def _now() -> datetime:
    return datetime.now().astimezone()


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """What became of practices that were brought in."""

    new: int
    known: int
    """They were here already, and are left as they are."""
    completed: int = 0
    """They were here in part, and have got what was missing, as `merging.merged` says."""


class Journal(PracticeQueries):
    """All practices and check-ins. Safe from any thread, and with another player at the same journal.

    Each method is one transaction, on the disk when it returns. Every method raises `JournalError` when the journal
    cannot be used; a practice goes on without it.
    """

    def __init__(self, database: Database, clock: Callable[[], datetime] = _now) -> None:
        super().__init__(database)
        self._clock = clock

    @property
    def path(self) -> Path:
        """Where it is kept."""
        return self._database.path

    @property
    def set_aside(self) -> Path | None:
        """Where a damaged journal was put when this one was opened in its place; None mostly."""
        return self._database.set_aside

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @property
    def closed(self) -> bool:
        """Whether it was let go of, or turned out to be damaged."""
        return self._database.closed

    def close(self) -> None:
        """Let go of the file. Calling it twice is fine."""
        self._database.close()

    def start_practice(self, new: NewPractice) -> int:
        """Write down that a practice begins now; return its number.

        It is listed once something was heard or said.
        """
        practice = Practice(
            0, uuid.uuid4().hex, new.slug, new.title, new.script_sha256, new.voice, new.tier, new.asked_ms,
            new.length_ms, self._clock(), wording=new.wording,
        )  # fmt: skip
        with self._database.writing() as connection:
            return int(connection.execute(_INSERT, values_of(practice)).lastrowid or 0)

    def record_length(self, practice_id: int, ms: int) -> None:
        """Write down the length of what is played, when it was not known at the beginning."""
        self._change(practice_id, "length_ms = ?", ms)

    def record_voice(self, practice_id: int, voice: str) -> None:
        """Write down which voice reads, when it is another than was known at the beginning."""
        self._change(practice_id, "voice = ?", voice)

    def record_answer(self, practice_id: int, when: When, field: Field, value: Answer) -> None:
        """Write one answer down, over an earlier one; None takes it back.

        Raises:
            ValueError: no such answer can be given to that question.
        """
        _expect_answer(field, value)
        if field is Field.NOTE:
            value = value or ""
        kept = value not in (None, "")
        changes = f"{when}_{field} = ?, {when}_said_at = ?, kept = max(kept, ?)"
        self._change(practice_id, changes, plain_value(value), self._clock().isoformat(), kept)

    def record_progress(self, practice_id: int, ms: int) -> None:
        """Write down how far playing got. Going back does not take it back."""
        self._change(practice_id, "heard_ms = max(heard_ms, ?), kept = max(kept, ?)", ms, ms > 0)

    def record_rescue(self, practice_id: int, ms: int) -> None:
        """Write down where “ground me now” was asked for; the first time counts."""
        self._change(practice_id, "rescued_at_ms = coalesce(rescued_at_ms, ?), kept = 1", ms)

    def record_end(self, practice_id: int, ms: int, ended: Outcome) -> None:
        """Write down how playing ended, and how far it got. Answers may still follow."""
        changes = "heard_ms = max(heard_ms, ?), kept = max(kept, ?), ended = ?, ended_at = ?"
        self._change(practice_id, changes, ms, ms > 0, ended.value, self._clock().isoformat())

    def write_note(self, practice_id: int, note: str) -> None:
        """Write the note of a practice that is over: a first one, another one, or, where it is empty, none.

        That it was written later is recorded. Of what stood there before nothing stays, nor in copies of the journal.

        Raises:
            JournalError: also where it is done, but traces of the former note may be left.
        """
        former = self.practice(practice_id).after.note
        note = note.strip()
        if note == former:
            return
        written_at = self._clock().isoformat() if note else None
        self._change(practice_id, "after_note = ?, note_written_at = ?", plain_value(note), written_at)
        if former:
            self._database.erase_traces()

    def import_practices(self, practices: Iterable[Practice]) -> ImportCounts:
        """Bring practices in from elsewhere: all of them, or none. What is missing in those that are here is added."""
        new = known = completed = 0
        with self._database.writing() as connection:
            for practice in practices:
                if connection.execute(f"{_INSERT} ON CONFLICT (uid) DO NOTHING", values_of(practice)).rowcount:
                    new += 1
                elif self._complete(connection, practice):
                    completed += 1
                else:
                    known += 1
        return ImportCounts(new, known, completed)

    def _complete(self, connection: sqlite3.Connection, incoming: Practice) -> bool:
        """Add to the practice with the same uid what is missing there; return whether anything was.

        What is damaged there stays as it is: somebody may still be able to read it.
        """
        query = f"SELECT {', '.join(COLUMNS)} FROM practices WHERE uid = ?"
        here = practice_of(self._database.fetch(query, (plain_value(incoming.uid),))[0])
        whole = merged(here, incoming)
        if whole == here:
            return False
        before, after = values_of(here), values_of(whole)
        changes = {name: value for name, value in after.items() if value != before[name] and name not in here.damaged}
        if changes:
            assignments = ", ".join(f"{name} = :{name}" for name in changes)
            connection.execute(f"UPDATE practices SET {assignments} WHERE id = :id", {**changes, "id": here.id})
        return bool(changes)

    def delete(self, ids: Iterable[int]) -> int:
        """Delete practices for good, and every copy of the journal from before its schema changed; return how many.

        Raises:
            JournalError: also where traces may be left, as another program has the journal open.
        """
        with self._database.writing() as connection:
            gone = sum(connection.execute("DELETE FROM practices WHERE id = ?", (each,)).rowcount for each in ids)
        self._database.erase_traces()
        return gone

    def delete_unheard(self, practice_id: int) -> None:
        """Delete a practice for good that was left before any of it was heard; one that was heard stays."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM practices WHERE id = ? AND heard_ms = 0", (practice_id,))

    def delete_all(self) -> int:
        """Delete all practices for good, with all copies and all damaged journals set aside; return how many.

        Raises:
            JournalError: also where traces may be left, as another program has the journal open.
        """
        with self._database.writing() as connection:
            gone = connection.execute("DELETE FROM practices").rowcount
        self._database.erase_traces(everything=True)
        return gone

    def _change(self, practice_id: int, changes: str, *values: object) -> None:
        with self._database.writing() as connection:
            done = connection.execute(f"UPDATE practices SET {changes} WHERE id = ?", (*values, practice_id)).rowcount
        if not done:
            raise gone(practice_id)

    def delete_untouched(self) -> None:
        """Let go of practices of which nothing was ever heard or said; those of today may still be going on."""
        before = microseconds(self._clock() - _UNTOUCHED_FOR)
        if self._database.fetch("SELECT 1 FROM practices WHERE kept = 0 AND began_us < ? LIMIT 1", (before,)):
            with self._database.writing() as connection:
                connection.execute("DELETE FROM practices WHERE kept = 0 AND began_us < ?", (before,))


def open_journal(home: Path) -> Journal:
    """Open the journal in the data folder `home`; make both where they are missing, for their owner only.

    A damaged journal is set aside first, see `Journal.set_aside`. What killed runs have left beside it is removed.

    Raises:
        JournalError: it cannot be used here, or a newer feltsense has written it. A practice goes on without.
    """
    try:
        return _swept(Journal(Database(journal_path(home))))
    except DamagedError as error:
        database = Database(journal_path(home))
        database.set_aside = error.now
        return _swept(Journal(database))


def _swept(journal: Journal) -> Journal:
    try:
        with suppress(OSError):  # the next one tries again
            sweep_unfinished(journal.path)
        journal.delete_untouched()
    except BaseException:
        journal.close()
        raise
    return journal


def _expect_answer(field: Field, value: Answer) -> None:
    """Refuse an answer that does not belong to its question.

    Raises:
        ValueError: it does not.
    """
    if value is None:
        return
    fits = {
        Field.DISTRESS: _on_scale(value),
        Field.CONNECTION: _on_scale(value),
        Field.PLACE: value in ALL_PLACES,
        Field.WORD: value in ALL_WORDS,
        Field.TOO_MUCH: isinstance(value, TooMuch),
        Field.NOTE: isinstance(value, str),
    }
    if not fits[field]:
        raise ValueError(f"no answer to {field.value}")


def _on_scale(value: Answer) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and LOWEST <= value <= HIGHEST
