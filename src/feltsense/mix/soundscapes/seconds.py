"""A stream that is made in whole seconds on the absolute grid: whatever is asked for is cut from those."""

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from feltsense.units import SAMPLE_RATE

if TYPE_CHECKING:
    from numpy.typing import NDArray

_KEPT = 8
"""Seconds kept at hand of those that were read in part: each thread reads block by block, and soon wants the rest."""

Maker = Callable[[int], "NDArray[np.float32]"]
"""From the number of a second to its sound, shape (2, SAMPLE_RATE); it depends on that number alone."""


class SecondsStream:
    """A `Stream` of the sound of `make`, times `gain`."""

    def __init__(self, make: Maker, gain: float) -> None:
        self._make = make
        self._gain = np.float32(gain)
        self._second = lru_cache(maxsize=_KEPT)(self._made)

    def read(self, start: int, stop: int) -> "NDArray[np.float32]":
        """Return frames `start` to `stop`, shape (stop - start, 2)."""
        block = np.empty((stop - start, 2), np.float32)
        at = start
        while at < stop:
            second, offset = divmod(at, SAMPLE_RATE)
            until = min(stop, (second + 1) * SAMPLE_RATE)
            sound = self._made(second) if until - at == SAMPLE_RATE else self._second(second)
            block[at - start : until - start] = sound[:, offset : offset + until - at].T
            at = until
        return block

    def _made(self, second: int) -> "NDArray[np.float32]":
        return self._make(second) * self._gain


def from_decibels(level: float) -> float:
    """Return the factor of `level` dB."""
    return float(10 ** (level / 20))
