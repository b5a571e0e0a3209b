"""A bell by additive synthesis: inharmonic partials that beat slowly, a soft onset and a long decay.

Each partial is a pair of tones a little apart, as in a bowl that is never quite round: one swells while the other
fades. In stereo the second of each pair leans to one side, so that the ring turns slowly in the room.
"""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from feltsense.units import SAMPLE_RATE, frames

if TYPE_CHECKING:
    from numpy.typing import NDArray

RING = frames(12_000)
"""How long a strike is heard at the most; faded to nothing at its end."""

_LEVEL = 0.11
"""Peak, 1.0 is full scale: well below the voice, so that it never startles."""

_FADE = 3.0
_PITCH = {False: 293.66, True: 174.61}
"""In hertz: D4, and F3 for the low bell."""


@dataclass(frozen=True, slots=True)
class _Partial:
    ratio: float
    """To the lowest."""
    amplitude: float
    decay: float
    """Seconds to fall by a factor of e."""
    onset: float
    """Seconds to its full height: the deeper, the slower."""
    beat: float
    """Hertz between its two tones."""
    lean: float
    """Of the second tone, from -1 (left) to 1 (right)."""


_PARTIALS = (
    _Partial(1.0, 1.0, 3.9, 0.060, 0.42, 0.55),
    _Partial(2.74, 0.40, 2.4, 0.045, 0.71, -0.65),
    _Partial(5.18, 0.15, 1.35, 0.035, 1.10, 0.70),
    _Partial(8.24, 0.05, 0.75, 0.030, 1.60, -0.70),
    _Partial(11.7, 0.018, 0.45, 0.025, 2.10, 0.70),
)
"""A bowl's, roughly, with a hammer of felt."""

_SECOND = 0.35
"""Strength of the second tone of a pair: the ring breathes, and never quite stops between two swells."""


@cache
def strike(*, low: bool, channels: int = 1) -> "NDArray[np.float32]":
    """Return one strike, shape (RING, channels), at its final level. It is always the same."""
    time = np.arange(RING) / SAMPLE_RATE
    sound = np.zeros((RING, channels))
    for partial in _PARTIALS:
        sound += _sounded(partial, _PITCH[low] * partial.ratio, time, channels)
    sound *= _swell((time[-1] - time) / _FADE)[:, None]
    sound *= _LEVEL / np.abs(sound).max()
    result: NDArray[np.float32] = sound.astype(np.float32)
    result.flags.writeable = False
    return result


def _sounded(partial: _Partial, hertz: float, time: "NDArray[np.float64]", channels: int) -> "NDArray[np.float64]":
    first, second = (np.sin(2 * np.pi * each * time) for each in (hertz, hertz + partial.beat))
    shape = partial.amplitude * np.exp(-time / partial.decay) * _swell(time / partial.onset)
    leans = [0.0] if channels == 1 else [-partial.lean, partial.lean]
    sides = [shape * (first + _SECOND * (1 + lean) * second) for lean in leans]
    return np.stack(sides, axis=1)


def _swell(x: "NDArray[np.float64]") -> "NDArray[np.float64]":
    """Return a raised cosine from 0 at 0 to 1 at 1 and above."""
    return 0.5 - 0.5 * np.cos(np.pi * np.clip(x, 0.0, 1.0))
