"""A look-ahead limiter for single syllables: the loudest are softened for some milliseconds, nothing else changes.

Speech at -19 LUFS has peaks above full scale. Turning all of it down would leave the whole exercise too quiet.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from feltsense.audio.resample import resample
from feltsense.units import SAMPLE_RATE

if TYPE_CHECKING:
    from numpy.typing import NDArray

_Number = TypeVar("_Number", bound=np.floating)

_OVERSAMPLING = 4
_STEP = 32
"""Samples that share one gain; between steps it is interpolated."""

_REACH = 8
"""Steps before and after a peak over which the gain bends: about 6 ms."""

_STRETCH = 16
"""Steps that are looked at together: what is clearly below the ceiling everywhere is not oversampled at all.

More than the resampler makes a value of, 82 samples before and after it.
"""

_BEND = 0.55
"""How far a value between samples can be from the straight line between them, in second differences of the samples.

The sum of absolute values of the resampler's taps, less those of a straight line, summed up twice: 0.547 at most.
"""


def limit_peaks(samples: "NDArray[np.float32]", ceiling: float) -> "NDArray[np.float32]":
    """Return `samples` (mono at `SAMPLE_RATE`) with no true peak above `ceiling` (1.0 is full scale)."""
    peaks = _peaks(samples, ceiling)
    if peaks.max(initial=0.0) <= ceiling:
        return samples
    gains = _gains(ceiling / np.maximum(peaks, ceiling))
    centres = np.arange(len(gains)) * _STEP + _STEP / 2
    result = samples.copy()
    for first, end in _runs(_windows(gains, 1).min(axis=1) < 1.0):  # a neighbour's gain reaches into a step
        place = np.arange(first * _STEP, min(end * _STEP, len(samples)))
        result[place[0] : place[-1] + 1] *= np.interp(place, centres, gains).astype(np.float32)
    return result


def _gains(needed: "NDArray[np.float64]") -> "NDArray[np.float64]":
    """Return the gain of each step: low enough for every peak in reach, and smooth."""
    # one step more than the smoothing reaches, because the gain is interpolated between steps
    cuts = 1.0 - _windows(needed, _REACH + 1).min(axis=1)
    weights = np.hanning(2 * _REACH + 3)[1:-1]
    smooth: NDArray[np.float64] = 1.0 - _windows(cuts, _REACH) @ (weights / weights.sum())
    return smooth


def _peaks(samples: "NDArray[np.float32]", ceiling: float) -> "NDArray[np.float64]":
    """Return the highest absolute value in each step, between the samples too; 0 where it is surely below `ceiling`."""
    size = _STRETCH * _STEP
    stretches = -(-len(samples) // size)
    around = np.pad(samples, (size, size + stretches * size - len(samples)))
    bends = np.pad(np.diff(around, 2), 1)
    most = _nearby(_highest(around, size)) + _BEND * _nearby(_highest(bends, size))
    peaks = np.zeros(stretches * _STRETCH)
    for first, end in _runs(most[1:-1] > ceiling):
        fine = resample(around[first * size : (end + 2) * size], SAMPLE_RATE, _OVERSAMPLING * SAMPLE_RATE)
        inside = fine[size * _OVERSAMPLING : (end - first + 1) * size * _OVERSAMPLING]
        peaks[first * _STRETCH : end * _STRETCH] = _highest(inside, _STEP * _OVERSAMPLING)
    return peaks[: -(-len(samples) // _STEP)]


def _highest(samples: "NDArray[np.float32]", size: int) -> "NDArray[np.float32]":
    """Return the highest absolute value of every `size` samples."""
    highest: NDArray[np.float32] = np.abs(samples).reshape(-1, size).max(axis=1)
    return highest


def _nearby(highest: "NDArray[np.float32]") -> "NDArray[np.float32]":
    """Return for each value the highest of it and its neighbours."""
    nearby: NDArray[np.float32] = _windows(highest, 1).max(axis=1)
    return nearby


def _runs(chosen: "NDArray[np.bool_]") -> Iterator[tuple[int, int]]:
    """Yield where each row of chosen ones begins, and the place behind its end."""
    edges = np.flatnonzero(np.diff(chosen, prepend=False, append=False)).tolist()
    yield from zip(edges[::2], edges[1::2], strict=True)


def _windows(values: "NDArray[_Number]", reach: int) -> "NDArray[_Number]":
    """Return for each value those up to `reach` before and after it; the ends are repeated."""
    return np.lib.stride_tricks.sliding_window_view(np.pad(values, reach, mode="edge"), 2 * reach + 1)
