"""Reads from a socket within a time and up to a size, both for the whole: nobody is waited for who sends slowly."""

import io
import socket
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


class TooMuchSentError(Exception):
    """More came than may."""


class BoundedReader(io.RawIOBase):
    """What comes from a socket. `allow` says how much may still come, and until when."""

    def __init__(self, connection: socket.socket) -> None:
        super().__init__()
        self._connection = connection
        self._until = 0.0
        self._left = 0

    def allow(self, size: int, seconds: float) -> None:
        """From now on, let at most `size` bytes come, within `seconds` altogether, however they are cut."""
        self._left = size
        self._until = time.monotonic() + seconds

    def readable(self) -> bool:
        """As files have it."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Read what is there.

        Raises:
            TimeoutError: the time is over.
            TooMuchSentError: as much came as may.
            OSError: the connection is broken.
        """
        seconds = self._until - time.monotonic()
        if seconds <= 0:
            raise TimeoutError
        if not self._left:
            raise TooMuchSentError
        self._connection.settimeout(seconds)
        got = self._connection.recv_into(memoryview(buffer)[: self._left])
        self._left -= got
        return got
