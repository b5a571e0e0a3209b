"""What is kept of one practice, the moment it is said or heard. A journal that fails costs nobody their practice."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from feltsense.errors import JournalError
from feltsense.journal.model import Ended, Field, NewPractice, When
from feltsense.units import Frames, milliseconds

if TYPE_CHECKING:
    from feltsense.journal.store import Answer, Journal

_WORTH_KEEPING_MS = 1000
"""How much further it has to be before that is written again."""


class Record:
    """One practice in the journal; it begins with the first thing that is said or heard.

    Args:
        journal: where it is kept; None keeps nothing.
        about: what is known of it.
        trouble: told the first thing that goes wrong; later ones are the same trouble.
    """

    def __init__(self, journal: "Journal | None", about: NewPractice, trouble: Callable[[JournalError], None]) -> None:
        self._journal = journal
        self._about = about
        self._trouble = trouble
        self._lock = threading.RLock()
        self._id: int | None = None
        self._length: int | None = None
        self._heard = 0
        self._told = False

    @property
    def id(self) -> int | None:
        """Its number in the journal; None while nothing is kept."""
        return self._id

    def say(self, when: When, field: Field, value: "Answer") -> None:
        """Keep one answer; None takes it back."""
        self._write(lambda journal, practice: journal.say(practice, when, field, value))

    def lasts(self, length: Frames) -> None:
        """Keep how long the whole lasts, as soon as there is a practice to keep it with."""
        self._length = milliseconds(length)
        if self._id is not None:
            self._keep_length()

    def heard(self, at: Frames) -> None:
        """Keep how far it got. Cheap to call often."""
        reached = milliseconds(at)
        if reached >= self._heard + _WORTH_KEEPING_MS:
            self._heard = reached
            self._write(lambda journal, practice: journal.heard(practice, reached))

    def rescued(self, at: Frames) -> None:
        """Keep that “ground me now” was asked for."""
        self._write(lambda journal, practice: journal.rescued(practice, milliseconds(at)))

    def end(self, at: Frames, *, whole: bool) -> None:
        """Keep how it ended."""
        how = Ended.WHOLE if whole else Ended.EARLY
        reached = max(self._heard, milliseconds(at))
        self._write(lambda journal, practice: journal.end(practice, reached, how))

    def _write(self, keep: "Callable[[Journal, int], None]") -> None:
        with self._lock:
            if self._journal is None or self._told:
                return
            try:
                if self._id is None:
                    self._id = self._journal.begin(self._about)
                    self._keep_length()
                keep(self._journal, self._id)
            except JournalError as error:
                self._told = True
                self._trouble(error)

    def _keep_length(self) -> None:
        length = self._length
        if length is not None:
            self._write(lambda journal, practice: journal.lasts(practice, length))
