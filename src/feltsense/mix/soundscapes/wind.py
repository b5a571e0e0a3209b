"""Wind in trees: a low breath that wanders in pitch, and leaves that answer it a little later."""

from typing import TYPE_CHECKING

import numpy as np

from feltsense.mix.soundscapes.chance import drift, tide
from feltsense.mix.soundscapes.noise import Noise, above, across, below, bump, tilt
from feltsense.mix.soundscapes.port import SoundscapeStream
from feltsense.mix.soundscapes.seconds import SecondsStream, from_decibels

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

_SEED = 41


def open_wind() -> SoundscapeStream:
    """Return wind that rises and falls."""
    noise = Noise(_SEED, 0, top=13_000.0, width=0.75)
    hertz = noise.hertz
    octaves = np.log2(np.maximum(hertz, 1.0) / 100.0).astype(np.float32)
    air = noise.level(above(hertz, 110.0) * tilt(hertz, -4.5) * below(hertz, 2000.0))
    body = above(hertz, 90.0) * noise.level(bump(hertz, 300.0, 0.8))[np.argmax(hertz >= 300.0)]
    leaves = noise.level(bump(hertz, 2600.0, 0.75) * below(hertz, 6000.0))

    def make(second: int) -> "Floats":
        times = noise.times(second)
        gust, later = _gusts(times), _gusts(times - 0.5)
        flutter = np.stack([drift(_SEED + 7 + side, times, 0.16) for side in (0, 1)], axis=1)
        centre = (0.9 + 1.35 * gust).astype(np.float32)[:, :, None]
        hum = np.exp(-0.5 * ((octaves - centre) / np.float32(0.62)) ** 2) * body
        shape = across(0.10 + 0.62 * gust**1.4) * hum
        shape += across(0.16 + 0.22 * gust) * air
        shape += across((0.03 + 0.42 * later**1.7) * (1.0 + 0.3 * flutter)) * leaves
        return noise.second(second, shape)

    return SecondsStream(make, from_decibels(-36.33))


def _gusts(times: "NDArray[np.float64]") -> "NDArray[np.float64]":
    """Return how hard it blows at `times`, from 0 to 1, shape (times, 2): much the same on both sides."""
    common = 0.46 * tide(_SEED, times, 10.5) + 0.42 * drift(_SEED + 1, times, 3.7)
    own = [0.26 * drift(_SEED + 2 + side, times, 3.8) for side in (0, 1)]
    return np.stack([0.5 + 0.5 * np.tanh(1.25 * (common + each)) for each in own], axis=1)
