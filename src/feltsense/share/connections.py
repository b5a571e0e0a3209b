"""The connections that are open: at most so many, and those that only wait make room for who comes."""

import contextlib
import socket
import threading

MOST_CONNECTIONS = 64
"""Threads that may be busy at once; fifty listeners need about as many."""


class Connections:
    """All open connections. Safe from any thread."""

    def __init__(self, most: int = MOST_CONNECTIONS) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._waiting: dict[socket.socket, None] = {}
        """Those from which no whole request has come, or none after the last answer; the longest waiting first."""
        self._busy: set[socket.socket] = set()

    def __len__(self) -> int:
        return len(self._waiting) + len(self._busy)

    def add(self, connection: socket.socket) -> bool:
        """Add a new one; False where all are busy and it must go.

        Where there are as many as may be, the one that has waited longest for a request is closed. So silent or
        very slow ones keep nobody out.
        """
        with self._lock:
            if len(self) >= self._most:
                if not self._waiting:
                    return False
                _end(self._waiting_longest())
            self._waiting[connection] = None
            return True

    def busy(self, connection: socket.socket) -> None:
        """A whole request has come from it."""
        with self._lock:
            if connection in self._waiting:
                del self._waiting[connection]
                self._busy.add(connection)

    def waiting(self, connection: socket.socket) -> None:
        """It has been answered, and may ask again."""
        with self._lock:
            if connection in self._busy:
                self._busy.remove(connection)
                self._waiting[connection] = None

    def remove(self, connection: socket.socket) -> None:
        """It is closed."""
        with self._lock:
            self._waiting.pop(connection, None)
            self._busy.discard(connection)

    def end_all(self) -> None:
        """End all of them, also what is half sent; their threads close them."""
        with self._lock:
            for connection in (*self._waiting, *self._busy):
                _end(connection)

    def _waiting_longest(self) -> socket.socket:
        oldest = next(iter(self._waiting))
        del self._waiting[oldest]
        return oldest


def _end(connection: socket.socket) -> None:
    """Let whoever reads from or writes to it return at once."""
    with contextlib.suppress(OSError):  # the other side has gone already
        connection.shutdown(socket.SHUT_RDWR)
