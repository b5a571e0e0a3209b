"""Peaks between the samples: looked for by oversampling, and only where one can be.

How far a value can be above the samples around it follows from how much they bend. In speech that leaves a few
hundredths of it.
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
STEP = 32
"""Samples in a step."""

_STRETCH = 16
"""Steps that are looked at together: what is clearly below the floor everywhere is not oversampled at all.

More than the resampler makes a value of, 82 samples before and after it.
"""

_BEND = 0.55
"""How far a value between samples can be from the straight line between them, in second differences of the samples.

The sum of absolute values of the resampler's taps, less those of a straight line, summed up twice: 0.547 at most.
"""


def true_peak(samples: "NDArray[np.float32]") -> float:
    """Return the highest absolute value between and on the samples, four times oversampled.

    Args:
        samples: mono at `SAMPLE_RATE`, shape (length,), 1.0 is full scale.
    """
    highest = float(np.abs(samples).max(initial=0.0))
    # zeros around it, so that a sound that starts at once is seen whole
    return max(highest, float(step_peaks(np.pad(samples, 2 * STEP), highest).max(initial=0.0)))


def step_peaks(samples: "NDArray[np.float32]", floor: float) -> "NDArray[np.float64]":
    """Return the highest absolute value in each step, between the samples too; 0 where it is surely below `floor`.

    Args:
        samples: mono at `SAMPLE_RATE`, shape (length,).
        floor: what is below it is of no interest. The higher it is, the quicker this is.

    Returns:
        ceil(length / STEP) values.
    """
    size = _STRETCH * STEP
    stretches = -(-len(samples) // size)
    around = np.pad(samples, (size, size + stretches * size - len(samples)))
    bends = np.pad(np.diff(around, 2), 1)
    most = _nearby(_highest(around, size)) + _BEND * _nearby(_highest(bends, size))
    peaks = np.zeros(stretches * _STRETCH)
    for first, end in runs(most[1:-1] > floor):
        fine = resample(around[first * size : (end + 2) * size], SAMPLE_RATE, _OVERSAMPLING * SAMPLE_RATE)
        inside = fine[size * _OVERSAMPLING : (end - first + 1) * size * _OVERSAMPLING]
        peaks[first * _STRETCH : end * _STRETCH] = _highest(inside, STEP * _OVERSAMPLING)
    return peaks[: -(-len(samples) // STEP)]


def _highest(samples: "NDArray[np.float32]", size: int) -> "NDArray[np.float32]":
    """Return the highest absolute value of every `size` samples."""
    highest: NDArray[np.float32] = np.abs(samples).reshape(-1, size).max(axis=1)
    return highest


def _nearby(highest: "NDArray[np.float32]") -> "NDArray[np.float32]":
    """Return for each value the highest of it and its neighbours."""
    nearby: NDArray[np.float32] = windows(highest, 1).max(axis=1)
    return nearby


def runs(chosen: "NDArray[np.bool_]") -> Iterator[tuple[int, int]]:
    """Yield where each row of chosen ones begins, and the place behind its end."""
    edges = np.flatnonzero(np.diff(chosen, prepend=False, append=False)).tolist()
    yield from zip(edges[::2], edges[1::2], strict=True)


def windows(values: "NDArray[_Number]", reach: int) -> "NDArray[_Number]":
    """Return for each value those up to `reach` before and after it; the ends are repeated."""
    return np.lib.stride_tricks.sliding_window_view(np.pad(values, reach, mode="edge"), 2 * reach + 1)
