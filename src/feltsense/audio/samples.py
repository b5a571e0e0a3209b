"""What is done to samples everywhere: fades, and the one place where they become whole numbers."""

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

FULL_SCALE = 32_767


def to_int16(block: "NDArray[np.float32]") -> "NDArray[np.int16]":
    """Return samples as 16-bit little-endian numbers of the same shape; 1.0 is full scale, more is cut."""
    scaled = np.clip(block, -1.0, 1.0)
    scaled *= np.float32(FULL_SCALE)
    whole: NDArray[np.int16] = np.rint(scaled, out=scaled).astype("<i2")
    return whole


def fade_in_gain(place: "NDArray[np.int64]", length: int) -> "NDArray[np.float32]":
    """Return the gain at each `place` of a fade of `length` frames (1 or more): 0 until 0, 1 from `length` on."""
    return _quarter(length)[np.clip(place, 0, length)]


def fade_out_gain(place: "NDArray[np.int64]", length: int) -> "NDArray[np.float32]":
    """Return the gain at each `place` of a fade out: 1 until 0, 0 from `length` on."""
    return _quarter(length)[length - np.clip(place, 0, length)]


@lru_cache(maxsize=16)
def _quarter(length: int) -> "NDArray[np.float32]":
    """Return a quarter of a sine wave. From a table, so that no cut into blocks changes a bit of it."""
    curve: NDArray[np.float32] = np.sin(np.pi / 2 * np.arange(length + 1) / length).astype(np.float32)
    curve.flags.writeable = False
    return curve
