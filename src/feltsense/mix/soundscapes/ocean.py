"""The ocean: waves swell, break and run back over sand, each in its own time; behind them, far surf."""

from typing import TYPE_CHECKING

import numpy as np

from feltsense.mix.soundscapes.chance import drift, hash_noise
from feltsense.mix.soundscapes.noise import Noise, above, across, below, bump, tilt
from feltsense.mix.soundscapes.port import SoundscapeStream
from feltsense.mix.soundscapes.seconds import SecondsStream, from_decibels

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

_SEED = 31
_APART = 9.4
"""SecondsStream between waves on average."""

_UNEVEN = 1.1
"""SecondsStream by which a wave may come early or late."""

_WANDER = 6.0
"""SecondsStream by which the beat of the waves is lost over a minute or so."""

_REACH = 3
"""Waves before and after a moment that are heard in it."""


def open_ocean() -> SoundscapeStream:
    """Return slow waves on a wide beach."""
    noise = Noise(_SEED, 0, top=13_000.0)
    hertz = noise.hertz
    surf = 0.7 * noise.level(above(hertz, 70.0) * bump(hertz, 200.0, 1.2)) + 0.5 * noise.level(
        above(hertz, 200.0, 1) * tilt(hertz, -4.0) * below(hertz, 3000.0)
    )
    swell = noise.level(above(hertz, 60.0) * bump(hertz, 150.0, 1.0))
    breaking = noise.level(above(hertz, 150.0, 1) * tilt(hertz, -3.0) * below(hertz, 2600.0))
    wash = noise.level(above(hertz, 700.0, 1) * tilt(hertz, -2.0) * below(hertz, 4500.0))

    def make(second: int) -> "Floats":
        times = noise.times(second)
        far = 0.28 * 10 ** (2.0 / 20 * drift(_SEED, times, 13.0))
        rising, falling, running = _waves(times)
        shape = across(np.stack([far, far], axis=1)) * surf
        shape += across(rising) * swell
        shape += across(falling) * breaking
        shape += across(running) * wash
        return noise.second(second, shape)

    return SecondsStream(make, from_decibels(-43.11))


def _waves(times: "NDArray[np.float64]") -> "tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]":
    """Return the levels of swell, break and wash at `times`, each of shape (times, 2)."""
    first = int(times[0] // _APART) - _REACH - 1
    numbers = np.arange(first, first + 2 * _REACH + 4)
    early = _UNEVEN * hash_noise(_SEED + 2, numbers) + _WANDER * drift(_SEED + 4, numbers.astype(float), 12.0)
    arrival = (numbers + 0.5) * _APART + early
    numbers, gap, arrival = numbers[1:-1], (arrival[2:] - arrival[:-2]) / 2, arrival[1:-1]
    strength = _strengths(numbers) * np.sqrt(gap / _APART)  # what waits longer, comes stronger
    place = 0.6 * hash_noise(_SEED + 1, numbers)
    long = 1.0 + 0.25 * hash_noise(_SEED + 3, numbers)
    levels = np.zeros((3, len(times), 2))
    for side, toward in ((0, -1.0), (1, 1.0)):
        late = times[:, None] - arrival + 0.35 * toward * place  # heard first where it is near
        near = strength * (1.0 + 0.3 * toward * place)
        levels[0, :, side] = 0.8 * (near * _pulse(late + 0.7, 1.5, 1.3)).sum(axis=1)
        levels[1, :, side] = 0.8 * (near * _pulse(late, 0.55, 2.1 * long)).sum(axis=1)
        levels[2, :, side] = 0.75 * (near * _pulse(late - 1.1, 0.55, 2.6 * long)).sum(axis=1)
    return levels[0], levels[1], levels[2]


def _strengths(numbers: "NDArray[np.int64]") -> "NDArray[np.float64]":
    """Return how strong each wave is. What one has more, the next has less: every minute is as loud as the others."""
    return 0.84 + 0.11 * (hash_noise(_SEED, numbers) - hash_noise(_SEED, numbers - 1))


def _pulse(late: "NDArray[np.float64]", rise: float, fall: "float | NDArray[np.float64]") -> "NDArray[np.float64]":
    """Return a hill with its top near 0: up by a factor of e in `rise` seconds, down in `fall`."""
    hill: NDArray[np.float64] = 2.0 / (np.exp(-late / rise) + np.exp(late / fall))
    return hill
