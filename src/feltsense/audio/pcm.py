"""The one place where samples become whole numbers: for files and for loudspeakers alike."""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

FULL_SCALE = 32_767


def to_int16(block: "NDArray[np.float32]") -> "NDArray[np.int16]":
    """Return samples as 16-bit little-endian numbers of the same shape; 1.0 is full scale, more is cut."""
    whole: NDArray[np.int16] = np.rint(np.clip(block, -1.0, 1.0) * np.float32(FULL_SCALE)).astype("<i2")
    return whole
