"""From one sample rate to another. The only module that knows soxr."""

from typing import TYPE_CHECKING

import soxr

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


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
    resampled: NDArray[np.float32] = soxr.resample(samples, rate_in, rate_out, quality="HQ")
    return resampled
