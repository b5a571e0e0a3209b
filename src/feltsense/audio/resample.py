"""From one sample rate to another. The only module that knows soxr."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import numpy as np
import soxr

if TYPE_CHECKING:
    from numpy.typing import NDArray

_QUALITY = "HQ"


def resample(samples: "NDArray[np.float32]", rate_in: int, rate_out: int) -> "NDArray[np.float32]":
    """Return `samples` at another rate, band-limited and without delay.

    Args:
        samples: shape (length,), or (length, channels).
        rate_in: frames per second of `samples`.
        rate_out: frames per second wanted.

    Returns:
        About length * rate_out / rate_in frames; the same object when the rates agree.
    """
    if rate_in == rate_out:
        return samples
    resample_blocks: NDArray[np.float32] = soxr.resample(samples, rate_in, rate_out, quality=_QUALITY)
    return resample_blocks


def resample_blocks(
    blocks: Iterable["NDArray[np.float32]"], channels: int, rate_in: int, rate_out: int
) -> Iterator["NDArray[np.float32]"]:
    """Yield what `resample` would make of all `blocks` together, in constant memory.

    Args:
        blocks: each of shape (frames, channels).
        channels: the same in every block.
        rate_in: frames per second of `blocks`.
        rate_out: frames per second wanted.
    """
    if rate_in == rate_out:
        yield from blocks
        return
    stream = soxr.ResampleStream(rate_in, rate_out, channels, dtype="float32", quality=_QUALITY)
    for block in blocks:
        yield stream.resample_chunk(block)
    yield stream.resample_chunk(np.zeros((0, channels), np.float32), last=True)
