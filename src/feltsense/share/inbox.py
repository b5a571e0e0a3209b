"""Practices that came from a phone and wait to be brought into the journal; on the disk before it is answered."""

import re
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from feltsense.errors import IncomingError, JournalError, reason_of
from feltsense.journal.export import read_export, write_export
from feltsense.journal.merging import merged
from feltsense.journal.model import Practice
from feltsense.journal.records import ExportFormat
from feltsense.journal.store import ImportCounts, Journal
from feltsense.journal.summary import practices_in_words
from feltsense.system.files import private_folder, write_private
from feltsense.system.temporary import sweep

FOLDER = "received"
MOST_FILES, MOST_BYTES_WAITING = 1000, 4 * 1024 * 1024
"""What waits at most: somebody nearby who knows the address must not fill the disk."""

_OURS = re.compile(r"[0-9a-f]{32}\.json")


@dataclass(frozen=True, slots=True)
class _Message:
    """One file of the inbox."""

    path: Path
    practices: tuple[Practice, ...]


class Inbox:
    """What waits in the data folder `home`, a private file a message. Safe with several threads and processes.

    Each file is an export of a journal: `feltsense journal import` takes it, too. A file is written whole before `add`
    returns and removed after the journal has its practices, so that a process that is killed loses nothing; what was
    brought in and is still here is merged when it is brought in again.
    """

    def __init__(self, home: Path) -> None:
        self._folder = home / FOLDER

    def add(self, practices: Iterable[Practice]) -> None:
        """Keep practices until they are brought in. What waits already is not written twice.

        Raises:
            IncomingError: they cannot be kept; nothing is lost where it came from.
        """
        waiting = {each.uid: each for each in self.waiting()}
        news = [
            each
            for each in practices
            if each.uid not in waiting or merged(waiting[each.uid], each) != waiting[each.uid]
        ]
        if not news:
            return
        text = "".join(write_export(news, ExportFormat.JSON, notes=True))
        self._expect_room()
        try:
            private_folder(self._folder.parent)
            write_private(self._folder / f"{uuid.uuid4().hex}.json", text.encode())
        except OSError as error:
            raise IncomingError(
                f"What came cannot be kept in {self._folder}: {reason_of(error)}.", "It stays on the phone for now."
            ) from error

    def waiting(self) -> tuple[Practice, ...]:
        """Return what waits, the oldest first; of a practice that came in parts, all of it.

        Raises:
            IncomingError: the folder cannot be read.
        """
        return _together(self._messages())

    def bring_in(self, journal: Journal) -> ImportCounts:
        """Bring what waits into the journal; then it waits no more. What comes meanwhile goes on waiting.

        Raises:
            JournalError: the journal cannot be used. All of it still waits.
            IncomingError: it is in the journal, but a file cannot be removed.
        """
        messages = self._messages()
        counts = journal.import_practices(_together(messages))
        self._remove(each.path for each in messages)
        return counts

    def files(self) -> tuple[Path, ...]:
        """Return the files of what waits, also those that cannot be read.

        Raises:
            IncomingError: the folder cannot be read.
        """
        return tuple(self._paths())

    def discard(self, files: Iterable[Path] | None = None) -> int:
        """Delete what waits for good, also what cannot be read and what was half written; return how many files.

        Args:
            files: only these; what came meanwhile goes on waiting, as nobody has seen it. None for all.

        Raises:
            IncomingError: a file cannot be removed.
        """
        gone = self._remove(self._paths() if files is None else files)
        try:
            if self._folder.is_dir():
                sweep(self._folder)
        except OSError as error:
            raise IncomingError(
                f"What a killed program left in {self._folder} cannot be removed: {reason_of(error)}.",
                "Look at the rights of that folder.",
            ) from error
        return gone

    def unreadable(self) -> tuple[Path, ...]:
        """Return the files of the inbox that cannot be read. They stay where they are."""
        readable = {each.path for each in self._messages()}
        return tuple(path for path in self._paths() if path not in readable)

    def _expect_room(self) -> None:
        paths = self._paths()
        if len(paths) >= MOST_FILES or sum(map(_size, paths)) >= MOST_BYTES_WAITING:
            raise IncomingError("Too much waits to be brought in.", "feltsense journal received brings it in.")

    def _paths(self) -> list[Path]:
        try:
            found = [each for each in self._folder.iterdir() if _OURS.fullmatch(each.name)]
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as error:
            raise IncomingError(
                f"{self._folder} cannot be read: {reason_of(error)}.", "Look at the rights of that folder."
            ) from error
        return sorted(found)

    def _messages(self) -> list[_Message]:
        found = (_message(path) for path in self._paths())
        return [each for each in found if each is not None]

    def _remove(self, paths: Iterable[Path]) -> int:
        gone = 0
        for path in paths:
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                raise IncomingError(
                    f"{path} cannot be removed: {reason_of(error)}.", "Look at the rights of its folder."
                ) from error
            gone += 1
        return gone


def waiting_in_words(practices: Sequence[Practice]) -> str:
    """Return `3 practices, from 2026-03-02 to 2026-03-04`; of one day, `2 practices, of 2026-03-02`."""
    if not practices:
        return practices_in_words(0)
    days = sorted(f"{each.began_at:%Y-%m-%d}" for each in practices)
    span = f"of {days[0]}" if days[0] == days[-1] else f"from {days[0]} to {days[-1]}"
    return f"{practices_in_words(len(practices))}, {span}"


def _together(messages: Iterable[_Message]) -> tuple[Practice, ...]:
    """Return all practices of several messages, each once, in the order in which they were begun."""
    found: dict[str, Practice] = {}
    for message in messages:
        for practice in message.practices:
            known = found.get(practice.uid)
            found[practice.uid] = practice if known is None else merged(known, practice)
    return tuple(sorted(found.values(), key=lambda each: (each.began_at, each.uid)))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # brought in meanwhile
        return 0


def _message(path: Path) -> _Message | None:
    """Return a message; None where its file cannot be read, or is gone meanwhile."""
    try:
        return _Message(path, tuple(read_export(path.read_bytes().decode())))
    except (OSError, UnicodeDecodeError, JournalError):
        return None
