"""A bell by additive synthesis: inharmonic partials that beat slowly, a soft onset and a long decay."""

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from feltsense.units import SAMPLE_RATE, frames

if TYPE_CHECKING:
    from numpy.typing import NDArray

RING = frames(9000)
"""How long a strike is heard at the most; faded to nothing at its end."""

_LEVEL = 0.11
"""Peak, 1.0 is full scale: well below the voice, so that it never startles."""

_ONSET = 0.03
_PARTIALS = ((1.0, 1.0, 3.4), (2.76, 0.42, 2.0), (5.40, 0.16, 1.1), (8.93, 0.05, 0.6))
"""Ratio to the lowest, amplitude, seconds to fall by a factor of e: a bowl's, roughly."""

_BEAT_HZ = 0.7
_PITCH = {False: 293.66, True: 174.61}
"""In hertz: D4, and F3 for the low bell."""


@cache
def strike(*, low: bool) -> "NDArray[np.float32]":
    """Return one strike, shape (RING,), mono, at its final level. It is always the same."""
    time = np.arange(RING) / SAMPLE_RATE
    sound = np.zeros(RING)
    for ratio, amplitude, decay in _PARTIALS:
        frequency = _PITCH[low] * ratio
        pair = np.sin(2 * np.pi * frequency * time) + np.sin(2 * np.pi * (frequency + _BEAT_HZ) * time)
        sound += amplitude * pair * np.exp(-time / decay)
    sound *= _swell(time / _ONSET) * _swell((time[-1] - time) / 1.5)
    sound *= _LEVEL / np.abs(sound).max()
    result: NDArray[np.float32] = sound.astype(np.float32)
    result.flags.writeable = False
    return result


def _swell(x: "NDArray[np.float64]") -> "NDArray[np.float64]":
    """Return a raised cosine from 0 at 0 to 1 at 1 and above."""
    return 0.5 - 0.5 * np.cos(np.pi * np.clip(x, 0.0, 1.0))
