"""Plain noise of a colour: brown (deep) and pink (even to the ear)."""

from typing import TYPE_CHECKING

from feltsense.mix.soundscapes.noise import Noise, above, below, tilt
from feltsense.mix.soundscapes.port import SoundscapeStream
from feltsense.mix.soundscapes.seconds import SecondsStream, from_decibels

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_BROWN, _PINK = 11, 12
"""Seeds."""


def open_brown() -> SoundscapeStream:
    """Return noise that falls by 6 dB an octave from 40 Hz on."""
    noise = Noise(_BROWN, 0, per_second=5, top=9000.0)
    shape = above(noise.hertz, 40.0, 3) * tilt(noise.hertz, -6.0) * below(noise.hertz, 5000.0)
    return _steady(noise, shape, from_decibels(-38.46))


def open_pink() -> SoundscapeStream:
    """Return noise that falls by 3 dB an octave, and faster above 6 kHz, where hiss would tire."""
    noise = Noise(_PINK, 0, per_second=5)
    shape = above(noise.hertz, 35.0, 3) * tilt(noise.hertz, -3.0) * below(noise.hertz, 6000.0, 1)
    return _steady(noise, shape, from_decibels(-41.30))


def _steady(noise: Noise, shape: "NDArray[np.float32]", gain: float) -> SoundscapeStream:
    levelled = noise.level(shape)
    return SecondsStream(lambda second: noise.second(second, levelled), gain)
