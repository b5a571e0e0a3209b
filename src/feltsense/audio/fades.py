"""The curves of fades. What two of them add up to has the same power throughout."""

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def rising(place: "NDArray[np.int64]", length: int) -> "NDArray[np.float32]":
    """Return the gain at each `place` of a fade of `length` frames (1 or more): 0 until 0, 1 from `length` on."""
    return _quarter(length)[np.clip(place, 0, length)]


def falling(place: "NDArray[np.int64]", length: int) -> "NDArray[np.float32]":
    """Return the gain at each `place` of a fade out: 1 until 0, 0 from `length` on."""
    return _quarter(length)[length - np.clip(place, 0, length)]


@lru_cache(maxsize=16)
def _quarter(length: int) -> "NDArray[np.float32]":
    """Return a quarter of a sine wave. From a table, so that no cut into blocks changes a bit of it."""
    curve: NDArray[np.float32] = np.sin(np.pi / 2 * np.arange(length + 1) / length).astype(np.float32)
    curve.flags.writeable = False
    return curve
