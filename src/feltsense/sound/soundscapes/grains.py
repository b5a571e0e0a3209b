"""Small sounds (drops, crackles, chirps) strewn over time, each kept to the absolute second in which it begins."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from feltsense.units import SAMPLE_RATE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

Grain = tuple[int, "Floats", float, float]
"""First frame in its second, sound (under a second; mono, or shape (2, length)), gain on the left, on the right."""


class Grains:
    """All grains of a soundscape: `cast` tells those that begin in a second, from its number alone."""

    def __init__(self, cast: Callable[[int], Iterable[Grain]]) -> None:
        self._cast = cast
        self._from = lru_cache(maxsize=4)(self._strewn)

    def second(self, second: int) -> "Floats":
        """Return one second, shape (2, SAMPLE_RATE): what begins in it, and the ends of what began before."""
        begun = self._from(second)[:, :SAMPLE_RATE]
        return begun + self._from(second - 1)[:, SAMPLE_RATE:] if second else begun

    def _strewn(self, second: int) -> "Floats":
        sound = np.zeros((2, 2 * SAMPLE_RATE), np.float32)
        for start, grain, left, right in self._cast(second):
            stop = start + grain.shape[-1]
            mono = grain.ndim == 1
            sound[0, start:stop] += (grain if mono else grain[0]) * np.float32(left)
            sound[1, start:stop] += (grain if mono else grain[1]) * np.float32(right)
        return sound


def sides(place: float) -> tuple[float, float]:
    """Return the gains for left and right of something at `place`, from -1 (left) to 1, with equal power."""
    angle = (place + 1.0) * np.pi / 4
    return float(np.cos(angle)), float(np.sin(angle))


def ringing(length: int, rise: float, fall: float) -> "NDArray[np.float64]":
    """Return an envelope of `length` frames: up within about `rise` seconds, then dying away in `fall`; ends at 0."""
    time = np.arange(length) / SAMPLE_RATE
    shape = (1.0 - np.exp(-time / rise)) ** 2 * np.exp(-time / fall)
    closing = np.minimum(1.0, np.arange(length, 0, -1) / (0.2 * length))
    envelope: NDArray[np.float64] = shape / shape.max() * closing
    return envelope
