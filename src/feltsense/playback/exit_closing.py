"""Outputs that are still open when the program ends are closed before Python ends, as their threads call into it.

Where they went on, a program that leaves in the middle could crash. What is closed in time needs nothing of this.
"""

import atexit
import threading
from typing import Protocol

from feltsense.errors import PlaybackError

_PATIENCE = 0.5
"""Seconds that the end of the program waits at most: a sound server may hang."""


class Closable(Protocol):
    """What can be closed."""

    def close(self) -> None:
        """Let go. It may take long, and calling it twice is fine."""


class ExitCloser:
    """Closes what is open when the program ends, on a thread that is there before: none can be started then."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._open: list[Closable] = []
        self._thread: threading.Thread | None = None
        self._leaving = False

    def add(self, output: Closable) -> None:
        """Close `output` when the program ends, if it still is open then.

        Raises:
            PlaybackError: the program is ending already.
            RuntimeError: it is, and no thread can be started any more.
        """
        with self._changed:
            if self._leaving:
                raise PlaybackError("The program is ending.")
            if self._thread is None:
                thread = threading.Thread(target=self._run, name="feltsense exit", daemon=True)
                thread.start()
                atexit.register(self.close_all)
                self._thread = thread
            self._open.append(output)

    def remove(self, output: Closable) -> None:
        """Forget an output that has been closed."""
        with self._changed:
            if output in self._open:
                self._open.remove(output)
                self._changed.notify_all()

    def close_all(self, patience: float = _PATIENCE) -> None:
        """Close all that is open, and wait up to `patience` seconds until it is."""
        with self._changed:
            self._leaving = True
            self._changed.notify_all()
            self._changed.wait_for(lambda: not self._open, patience)

    def _run(self) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._leaving)
            left = tuple(self._open)
        for output in left:
            output.close()


exit_closer = ExitCloser()
"""The one of this program."""
