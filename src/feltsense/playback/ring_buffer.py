"""A ring buffer of frames: written at one end ahead of time, read at the other when the device needs them."""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


class RingBuffer:
    """Up to `capacity` frames of 16-bit sound, first in, first out. Not locked: its owner does that."""

    def __init__(self, capacity: int, channels: int) -> None:
        self._frames: NDArray[np.int16] = np.zeros((capacity, channels), np.int16)
        self._first = 0
        self.filled = 0
        """Frames that can be read."""

    @property
    def space(self) -> int:
        """Frames that can be written."""
        return len(self._frames) - self.filled

    def write(self, block: "NDArray[np.int16]") -> None:
        """Append `block`, shape (frames, channels), of at most `space` frames.

        Raises:
            ValueError: it does not fit.
        """
        if len(block) > self.space:
            raise ValueError(f"{len(block)} frames do not fit into {self.space}")
        begin = (self._first + self.filled) % len(self._frames)
        until_edge = min(len(block), len(self._frames) - begin)
        self._frames[begin : begin + until_edge] = block[:until_edge]
        self._frames[: len(block) - until_edge] = block[until_edge:]
        self.filled += len(block)

    def peek(self, out: "NDArray[np.int16]") -> None:
        """Copy the next len(out) frames into `out` and keep them; there must be as many."""
        until_edge = min(len(out), len(self._frames) - self._first)
        out[:until_edge] = self._frames[self._first : self._first + until_edge]
        out[until_edge:] = self._frames[: len(out) - until_edge]

    def read(self, out: "NDArray[np.int16]") -> None:
        """Move the next len(out) frames into `out`; there must be as many."""
        self.peek(out)
        self._first = (self._first + len(out)) % len(self._frames)
        self.filled -= len(out)

    def keep(self, count: int) -> None:
        """Forget all frames but the next `count`."""
        self.filled = min(self.filled, count)

    def clear(self) -> None:
        """Forget all frames."""
        self._first = self.filled = 0
