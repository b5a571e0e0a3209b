"""Rain: an even, soft rustle; over it the patter of small drops and a few nearer, rounder ones."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from feltsense.mix.soundscapes.chance import drift, seeded_generator
from feltsense.mix.soundscapes.grains import Grain, Grains, decay_envelope, scatter_grains
from feltsense.mix.soundscapes.noise import Noise, above, below, bump, tilt
from feltsense.mix.soundscapes.port import SoundscapeStream
from feltsense.mix.soundscapes.seconds import SecondsStream, from_decibels
from feltsense.units import SAMPLE_RATE, frames

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

_SEED = 21
_PATTER, _ROUND = 140.0, 3.0
"""Small drops a second, and rounder ones."""

_KINDS = 192
"""Different drops of each sort; with their gains and places no two sound alike."""


def open_rain() -> SoundscapeStream:
    """Return steady, soft rain."""
    noise = Noise(_SEED, 0, per_second=10, top=14_000.0)
    body = noise.level(above(noise.hertz, 220.0) * tilt(noise.hertz, -1.7) * below(noise.hertz, 5200.0))
    far = noise.level(above(noise.hertz, 120.0) * bump(noise.hertz, 320.0, 0.9))
    drops = Grains(_Drops())

    def make(second: int) -> "Floats":
        times = noise.times(second)
        dense = 10 ** ((1.0 * drift(_SEED, times, 7.0) + 0.7 * drift(_SEED + 1, times, 29.0)) / 20)
        shape = dense.astype(np.float32)[:, None, None] * body + np.float32(0.38) * far
        return noise.second(second, shape) + drops.second(second)

    return SecondsStream(make, from_decibels(-45.01))


class _Drops:
    """The drops that fall in a second."""

    def __init__(self) -> None:
        rng = seeded_generator(_SEED, 1)
        self._small = [_drop(rng, 1100.0, 4200.0, 0.004) for _ in range(_KINDS)]
        self._round = [_drop(rng, 420.0, 1000.0, 0.022) for _ in range(_KINDS)]

    def __call__(self, second: int) -> Iterator[Grain]:
        rng = seeded_generator(_SEED, 2, second)
        for sort, rate, loud in ((self._small, _PATTER, 5.2), (self._round, _ROUND, 4.2)):
            starts = rng.random(rng.poisson(rate))
            places = rng.uniform(-0.85, 0.85, len(starts))
            gains = loud * 10 ** (rng.uniform(-26.0, 0.0, len(starts)) / 20)
            yield from scatter_grains(sort, rng.integers(_KINDS, size=len(starts)), starts, places, gains)


def _drop(rng: np.random.Generator, low: float, high: float, fall: float) -> "Floats":
    """Return one drop: a bubble that rings and rises a little, softened by a breath of noise."""
    fall *= rng.uniform(0.6, 1.6)
    length = frames(round(6000 * fall))
    time = np.arange(length) / SAMPLE_RATE
    hertz = low * (high / low) ** rng.random()
    rising = time + rng.uniform(0.0, 1.2) * time**2 / fall / 20
    bubble = np.sin(2 * np.pi * (hertz * rising + rng.random()))
    splash = np.convolve(rng.standard_normal(length + 15), np.hanning(16) / 3, "valid")
    sound = (bubble * rng.uniform(0.2, 0.8) + splash * rng.uniform(0.2, 0.6)) * decay_envelope(length, 0.0012, fall)
    drop: Floats = (sound / np.abs(sound).max()).astype(np.float32)
    return drop
