"""A look-ahead limiter for single syllables: the loudest are softened for some milliseconds, nothing else changes.

Speech at -19 LUFS has peaks above full scale. Turning all of it down would leave the whole exercise too quiet.
"""

from typing import TYPE_CHECKING

import numpy as np

from feltsense.audio.peaks import STEP, runs, step_peaks, windows

if TYPE_CHECKING:
    from numpy.typing import NDArray

_REACH = 8
"""Steps before and after a peak over which the gain bends, about 6 ms; between steps it is interpolated."""


def limit_peaks(samples: "NDArray[np.float32]", ceiling: float) -> "NDArray[np.float32]":
    """Return `samples` (mono at `SAMPLE_RATE`) with no true peak above `ceiling` (1.0 is full scale)."""
    peaks = step_peaks(samples, ceiling)
    if peaks.max(initial=0.0) <= ceiling:
        return samples
    gains = _gains(ceiling / np.maximum(peaks, ceiling))
    centres = np.arange(len(gains)) * STEP + STEP / 2
    result = samples.copy()
    for first, end in runs(windows(gains, 1).min(axis=1) < 1.0):  # a neighbour's gain reaches into a step
        place = np.arange(first * STEP, min(end * STEP, len(samples)))
        result[place[0] : place[-1] + 1] *= np.interp(place, centres, gains).astype(np.float32)
    return result


def _gains(needed: "NDArray[np.float64]") -> "NDArray[np.float64]":
    """Return the gain of each step: low enough for every peak in reach, and smooth."""
    # one step more than the smoothing reaches, because the gain is interpolated between steps
    cuts = 1.0 - windows(needed, _REACH + 1).min(axis=1)
    weights = np.hanning(2 * _REACH + 3)[1:-1]
    smooth: NDArray[np.float64] = 1.0 - windows(cuts, _REACH) @ (weights / weights.sum())
    return smooth
