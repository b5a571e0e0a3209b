"""A look-ahead limiter for single syllables: the loudest are softened for some milliseconds, nothing else changes.

Speech at -19 LUFS has peaks above full scale. Turning all of it down would leave the whole exercise too quiet.
"""

from typing import TYPE_CHECKING

import numpy as np

from feltsense.audio.resample import resample
from feltsense.units import SAMPLE_RATE

if TYPE_CHECKING:
    from numpy.typing import NDArray

_OVERSAMPLING = 4
_STEP = 32
"""Samples that share one gain; between steps it is interpolated."""

_REACH = 8
"""Steps before and after a peak over which the gain bends: about 6 ms."""


def limit_peaks(samples: "NDArray[np.float32]", ceiling: float) -> "NDArray[np.float32]":
    """Return `samples` (mono at `SAMPLE_RATE`) with no true peak above `ceiling` (1.0 is full scale)."""
    gains = _gains(samples, ceiling)
    if gains.min(initial=1.0) >= 1.0:
        return samples
    centres = np.arange(len(gains)) * _STEP + _STEP / 2
    bent = np.interp(np.arange(len(samples)), centres, gains)
    result: NDArray[np.float32] = samples * bent.astype(np.float32)
    return result


def _gains(samples: "NDArray[np.float32]", ceiling: float) -> "NDArray[np.float64]":
    """Return the gain of each step: low enough for every peak in reach, and smooth."""
    needed = np.minimum(1.0, ceiling / np.maximum(_peaks(samples), 1e-9))
    # one step more than the smoothing reaches, because the gain is interpolated between steps
    lowest = _windows(needed, _REACH + 1).min(axis=1)
    weights = np.hanning(2 * _REACH + 3)[1:-1]
    smooth: NDArray[np.float64] = _windows(lowest, _REACH) @ (weights / weights.sum())
    return smooth


def _peaks(samples: "NDArray[np.float32]") -> "NDArray[np.float64]":
    """Return the highest absolute value in each step, between the samples too."""
    steps = -(-len(samples) // _STEP)
    fine = np.abs(resample(np.pad(samples, 64), SAMPLE_RATE, _OVERSAMPLING * SAMPLE_RATE))[64 * _OVERSAMPLING :]
    wanted = steps * _STEP * _OVERSAMPLING
    fine = np.pad(fine[:wanted], (0, max(0, wanted - len(fine))))
    peaks: NDArray[np.float64] = fine.reshape(steps, -1).max(axis=1).astype(np.float64)
    return peaks


def _windows(values: "NDArray[np.float64]", reach: int) -> "NDArray[np.float64]":
    """Return for each value those up to `reach` before and after it; the ends are repeated."""
    return np.lib.stride_tricks.sliding_window_view(np.pad(values, reach, mode="edge"), 2 * reach + 1)
