"""Who is here: whether anybody has come, and how long nobody has asked for anything. Nothing is kept of whom."""

import contextlib
import threading
from collections.abc import Callable, Iterator


class Attendance:
    """Counts answers that are under way. Safe from any thread.

    Args:
        now: a clock, in seconds.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._lock = threading.Lock()
        self._under_way = 0
        self._began = self._last = now()
        self._came = False

    @property
    def came(self) -> bool:
        """Whether anybody has come."""
        return self._came

    @contextlib.contextmanager
    def visit(self) -> Iterator[None]:
        """Somebody is answered for as long as the block lasts."""
        with self._lock:
            self._came = True
            self._under_way += 1
        try:
            yield
        finally:
            with self._lock:
                self._under_way -= 1
                self._last = self._now()

    def waited_s(self) -> float:
        """Return for how long it has been waited for the first; 0 once somebody has come."""
        return 0.0 if self._came else self._now() - self._began

    def quiet_s(self) -> float:
        """Return for how long nobody has asked for anything; 0 while an answer is under way."""
        with self._lock:
            return 0.0 if self._under_way else self._now() - self._last
