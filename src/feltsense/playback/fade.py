"""Fades: a gain factor that moves along a straight line from one value to another, frame by frame."""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


class GainRamp:
    """A gain factor for each frame, constant or on its way along a straight line."""

    def __init__(self, level: float) -> None:
        self._from = self._to = level
        self._done = self._length = 0

    @property
    def level(self) -> float:
        """The factor of the frame that was asked for last."""
        if self._done >= self._length:
            return self._to
        return self._from + (self._to - self._from) * self._done / self._length

    def glide(self, to: float, length: int, start: float | None = None) -> None:
        """Move to the factor `to` within `length` frames, from `start` or else from where it is."""
        self._from = self.level if start is None else start
        self._to, self._length, self._done = to, length, 0

    def take(self, count: int) -> "NDArray[np.float32] | None":
        """Return the factors of the next `count` frames, shape (count, 1); None when all are exactly 1."""
        left = self._length - self._done
        if left <= 0:
            return None if self._to == 1.0 else np.full((count, 1), self._to, np.float32)
        way = np.minimum(np.arange(self._done + 1, self._done + count + 1) / self._length, 1.0)
        self._done += count
        factors: NDArray[np.float32] = (self._from + (self._to - self._from) * way).astype(np.float32)
        return factors.reshape(-1, 1)
