"""Time and threads behind one small port, so that tests can use a fake clock and run every step themselves."""

import threading
import time
from collections.abc import Callable
from typing import Protocol

Step = Callable[[], float | None]
"""Does what is due. Returns after how many seconds to call it again; None: not before it is woken."""


class Loop(Protocol):
    """A step that is called again and again."""

    def wake(self) -> None:
        """Call the step soon."""

    def stop(self, patience: float) -> None:
        """Stop calling it, and wait up to `patience` seconds for a call that is under way."""


class Clock(Protocol):
    """A clock, and loops that run by it."""

    def now(self) -> float:
        """Return seconds that never jump back."""

    def sleep(self, seconds: float) -> None:
        """Return `seconds` later."""

    def start(self, name: str, step: Step) -> Loop:
        """Call `step` now and whenever it wants to be called again, never twice at once."""


class ThreadedLoop:
    """A `Loop` on a thread of its own, which never keeps the program from ending."""

    def __init__(self, name: str, step: Step) -> None:
        self._step = step
        self._woken = threading.Event()
        self._stopped = False
        self._thread = threading.Thread(target=self._run, name=f"feltsense {name}", daemon=True)
        self._thread.start()

    def wake(self) -> None:
        """Call the step soon."""
        self._woken.set()

    def stop(self, patience: float) -> None:
        """Stop calling it, and wait up to `patience` seconds, unless called by the step itself."""
        self._stopped = True
        self._woken.set()
        if self._thread is not threading.current_thread():
            self._thread.join(patience)

    def _run(self) -> None:
        while not self._stopped:
            pause = self._step()
            self._woken.wait(pause)
            self._woken.clear()


class SystemClock:
    """The real clock, and a thread for each loop."""

    def now(self) -> float:
        """Return seconds that never jump back."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Return `seconds` later."""
        time.sleep(seconds)

    def start(self, name: str, step: Step) -> Loop:
        """Call `step` on a new thread."""
        return ThreadedLoop(name, step)
