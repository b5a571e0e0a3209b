"""Small sounds (drops, crackles, chirps) strewn over time, each cast by one absolute second."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from feltsense.units import SAMPLE_RATE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

Grain = tuple[int, "Floats", float, float]
"""First frame, sound (mono, or shape (2, length)), gain on the left, gain on the right.

Frames count from the start of the second that casts the grain, and all of it must lie within two seconds from there.
"""


class Grains:
    """All grains of a soundscape: `cast` tells those of a second, from its number alone."""

    def __init__(self, cast: Callable[[int], Iterable[Grain]]) -> None:
        self._cast = cast
        self._from = lru_cache(maxsize=4)(self._all_from)

    def second(self, second: int) -> "Floats":
        """Return one second, shape (2, SAMPLE_RATE): what it casts, and what runs over from the second before."""
        own = self._from(second)[:, :SAMPLE_RATE]
        return own + self._from(second - 1)[:, SAMPLE_RATE:] if second else own

    def _all_from(self, second: int) -> "Floats":
        sound = np.zeros((2, 2 * SAMPLE_RATE), np.float32)
        for start, grain, left, right in self._cast(second):
            stop = start + grain.shape[-1]
            mono = grain.ndim == 1
            sound[0, start:stop] += (grain if mono else grain[0]) * np.float32(left)
            sound[1, start:stop] += (grain if mono else grain[1]) * np.float32(right)
        return sound


def scatter_grains(
    kinds: "Sequence[Floats]",
    chosen: "NDArray[np.int64]",
    starts: "NDArray[np.float64]",
    places: "NDArray[np.float64]",
    gains: "NDArray[np.float64]",
) -> Iterator[Grain]:
    """Yield a grain for each of the rows that the arguments make, all of one length.

    Args:
        kinds: the sounds to choose from.
        chosen: which of them, by index.
        starts: when each begins, in seconds.
        places: from -1 (left) to 1 (right).
        gains: how loud each is.
    """
    left, right = pan_gains(places)
    first = (starts * SAMPLE_RATE).astype(np.int64)
    rows = (first.tolist(), chosen.tolist(), (gains * left).tolist(), (gains * right).tolist())
    for start, kind, on_left, on_right in zip(*rows, strict=True):
        yield start, kinds[kind], on_left, on_right


def pan_gains(places: "NDArray[np.float64]") -> "tuple[NDArray[np.float64], NDArray[np.float64]]":
    """Return the gains for left and right of what is at `places`, from -1 (left) to 1, with equal power."""
    angles = (places + 1.0) * np.pi / 4
    return np.cos(angles), np.sin(angles)


def decay_envelope(length: int, rise: float, fall: float) -> "NDArray[np.float64]":
    """Return an envelope of `length` frames: up within about `rise` seconds, then dying away in `fall`; ends at 0."""
    time = np.arange(length) / SAMPLE_RATE
    shape = (1.0 - np.exp(-time / rise)) ** 2 * np.exp(-time / fall)
    closing = np.minimum(1.0, np.arange(length, 0, -1) / (0.2 * length))
    envelope: NDArray[np.float64] = shape / shape.max() * closing
    return envelope
