"""The sign that something is heard here, for other processes of the same listener."""

import threading

from feltsense.system.process_lock import ProcessLock


class PlayingSign:
    """Up as long as anything of this process is heard; what is paused is not. Safe to use from several threads.

    Where two processes are heard, that which was first has it up; the other does when it begins or goes on later.

    Args:
        lock: held meanwhile, where other processes look for it; None where none need know.
    """

    def __init__(self, lock: ProcessLock | None = None) -> None:
        self._process_lock = lock
        self._lock = threading.Lock()
        self._heard: set[object] = set()
        self._told = False
        """Whether it is known that another process is heard, too."""

    def put_up(self, of: object) -> bool:
        """Tell others that something is heard; return whether it is news that another process is heard, too.

        Args:
            of: what is heard; several may be for a moment, as one is being left and the next begins.
        """
        with self._lock:
            self._heard.add(of)
            known, self._told = self._told, self._process_lock is not None and not self._process_lock.acquire()
            return self._told and not known

    @property
    def is_up(self) -> bool:
        """Whether anything of this process is heard."""
        return bool(self._heard)

    def tell_again(self) -> None:
        """Have it be news once more that another process is heard, too: something else begins here."""
        with self._lock:
            self._told = False

    def take_down(self, of: object) -> None:
        """Tell others that this is not heard any more. Calling it twice is fine."""
        with self._lock:
            self._heard.discard(of)
            if not self._heard and self._process_lock is not None:
                self._process_lock.release()
