"""Writes a practice into the journal as it happens. A journal that fails costs nobody their practice."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

from feltsense.errors import JournalError
from feltsense.journal.model import Field, NewPractice, Outcome, When
from feltsense.units import Frames, milliseconds

if TYPE_CHECKING:
    from feltsense.journal.store import Answer, Journal

_WORTH_KEEPING_MS = 1000
"""How much further it has to be before that is written again."""


class Recorder:
    """Writes one practice into the journal; it begins with the first thing that is answered or heard.

    Everything is written in order by one thread, so that no key waits for a disk or for another program at the journal.

    Args:
        journal: where it is kept; None keeps nothing.
        about: what is known of it.
        on_error: given the first thing that goes wrong; what comes later is tried all the same.
    """

    def __init__(self, journal: "Journal | None", about: NewPractice, on_error: Callable[[JournalError], None]) -> None:
        self._journal = journal
        self._about = about
        self._on_error = on_error
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="feltsense record")
        self._lock = threading.Lock()
        self._id: int | None = None
        self._length: int | None = None
        self._heard = 0
        self._whole = self._failed = False
        self._closed = False

    @property
    def complete(self) -> bool:
        """Tell whether everything could be written, as far as it was tried."""
        return self._journal is not None and not self._failed

    def record_answer(self, when: When, field: Field, value: "Answer") -> "Future[None]":
        """Have one answer written at once; None takes it back. What is returned is done when it is on the disk."""
        return self._later(
            lambda: self._write(lambda journal, practice: journal.record_answer(practice, when, field, value))
        )

    def record_voice(self, voice: str) -> None:
        """Keep that another voice reads than the one that was to."""

        def changed() -> None:
            if self._id is None:
                self._about = replace(self._about, voice=voice)
            else:
                self._write(lambda journal, practice: journal.record_voice(practice, voice))

        self._later(changed)

    def record_length(self, length: Frames) -> None:
        """Keep how long the whole lasts, as soon as there is a practice to keep it with."""
        self._length = milliseconds(length)
        self._later(lambda: self._keep_length() if self._id is not None else None)

    def record_progress(self, at: Frames) -> None:
        """Keep how far it got. Cheap to call often."""
        reached = milliseconds(at)
        if reached >= self._heard + _WORTH_KEEPING_MS:
            self._heard = reached
            self._later(lambda: self._write(lambda journal, practice: journal.record_progress(practice, reached)))

    def record_rescue(self, at: Frames) -> None:
        """Keep that “ground me now” was asked for."""
        self._later(lambda: self._write(lambda journal, practice: journal.record_rescue(practice, milliseconds(at))))

    def record_end(self, at: Frames, *, whole: bool) -> None:
        """Keep how it ended; a practice of which nothing was heard or said is none. What was whole once stays it."""
        self._whole = self._whole or whole
        how = Outcome.WHOLE if self._whole else Outcome.EARLY
        reached = max(self._heard, milliseconds(at))

        def ended() -> None:
            if reached or self._id is not None:
                self._write(lambda journal, practice: journal.record_end(practice, reached, how))

        self._later(ended)

    def withdraw(self) -> None:
        """Take back what was said, where nothing was heard: the listener went back, and there was no practice."""

        def gone() -> None:
            if self._id is not None and not self._heard:
                self._write(lambda journal, practice: journal.delete_unheard(practice))
                self._id = None

        self._later(gone)

    def close(self) -> None:
        """Wait until everything is written; what comes later is not kept. Calling it twice is fine."""
        with self._lock:
            self._closed = True
        self._writer.shutdown(wait=True)

    def _later(self, work: Callable[[], None]) -> "Future[None]":
        """Have the writer do `work`, after all before it."""
        with self._lock:
            if not self._closed:
                return self._writer.submit(work)
        nothing: Future[None] = Future()
        nothing.set_result(None)
        return nothing

    # --- on the writer's thread -------------------------------------------------------------------------------------

    def _write(self, keep: "Callable[[Journal, int], None]") -> None:
        if self._journal is None:
            return
        try:
            if self._id is None:
                self._id = self._journal.start_practice(self._about)
                self._keep_length()
            keep(self._journal, self._id)
        except JournalError as error:
            if not self._failed:
                self._failed = True
                self._on_error(error)

    def _keep_length(self) -> None:
        length = self._length
        if length is not None:
            self._write(lambda journal, practice: journal.record_length(practice, length))
