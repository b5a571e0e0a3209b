"""A low fire: a breathing bed of flames, and crackles that come in loose groups, softened by the room."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from feltsense.sound.soundscapes.chance import drift, generator
from feltsense.sound.soundscapes.grains import Grain, Grains, ringing, sides
from feltsense.sound.soundscapes.noise import Noise, across
from feltsense.sound.soundscapes.port import Stream
from feltsense.sound.soundscapes.seconds import Seconds, decibels
from feltsense.sound.soundscapes.shapes import above, below, bump, tilt
from feltsense.units import SAMPLE_RATE, frames

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

_SEED = 61
_GROUPS, _TICKS = 1.5, 5.0
"""Groups of crackles a second, and single faint ticks."""

_KINDS = 160
_WHOLE = 8192
"""Frames of a crackle with the room after it."""


def open_fire() -> Stream:
    """Return a low fire."""
    noise = Noise(_SEED, 0, top=9000.0)
    hertz = noise.hertz
    flames = noise.level(above(hertz, 45.0) * (bump(hertz, 130.0, 0.95) + 0.22 * bump(hertz, 420.0, 1.0)))
    hiss = noise.level(above(hertz, 500.0, 1) * tilt(hertz, -3.5) * below(hertz, 4000.0))
    crackles = Grains(_Crackles())

    def make(second: int) -> "Floats":
        times = noise.times(second)
        common = drift(_SEED, times, 2.9) + 0.8 * drift(_SEED + 1, times, 0.5)
        own = [common + 0.7 * drift(_SEED + 2 + side, times, 0.24) for side in (0, 1)]
        breath = np.stack(own, axis=1)
        shape = across(10 ** (1.9 / 20 * breath)) * flames
        shape += across(0.11 * 10 ** (1.0 / 20 * breath)) * hiss
        return noise.second(second, shape) + crackles.second(second)

    return Seconds(make, decibels(-40.82))


class _Crackles:
    """The crackles of a second."""

    def __init__(self) -> None:
        rng = generator(_SEED, 1)
        self._soft = [_crackle(rng, 700.0, 2600.0, 0.006) for _ in range(_KINDS)]
        self._low = [_crackle(rng, 220.0, 620.0, 0.016) for _ in range(_KINDS)]
        self._tick = [_crackle(rng, 1400.0, 3400.0, 0.0025) for _ in range(_KINDS)]

    def __call__(self, second: int) -> Iterator[Grain]:
        rng = generator(_SEED, 2, second)
        for _ in range(rng.poisson(_TICKS)):
            yield self._at(rng, self._tick, rng.random(), rng.uniform(-0.6, 0.6), rng.uniform(-16.0, -5.0))
        lively = 1.0 + 0.7 * float(drift(_SEED + 9, np.array([second + 0.5]), 7.0)[0])
        for _ in range(rng.poisson(_GROUPS * lively)):
            start, place, loud = rng.random(), rng.uniform(-0.5, 0.5), rng.uniform(-8.0, 0.0)
            for _ in range(int(rng.integers(1, 6))):
                sort = self._low if rng.random() < 0.25 else self._soft
                at = min(0.999, start + rng.exponential(0.07))
                yield self._at(rng, sort, at, place + rng.uniform(-0.1, 0.1), loud - rng.uniform(0.0, 9.0))

    def _at(self, rng: np.random.Generator, sort: "list[Floats]", start: float, place: float, loud: float) -> Grain:
        left, right = sides(place)
        gain = 4.5 * 10 ** (loud / 20)
        return int(start * SAMPLE_RATE), sort[rng.integers(_KINDS)], gain * left, gain * right


def _crackle(rng: np.random.Generator, low: float, high: float, fall: float) -> "Floats":
    """Return one crackle, shape (2, length): a short knock with a little of the room after it, differing by side."""
    fall *= rng.uniform(0.6, 1.5)
    length = _WHOLE
    hertz = np.fft.rfftfreq(length, 1 / SAMPLE_RATE).astype(np.float32)
    knock = np.zeros(length)
    body = frames(round(6000 * fall))
    knock[:body] = rng.standard_normal(body) * ringing(body, 0.0007, fall)
    room = rng.standard_normal((2, length)) * np.exp(-np.arange(length) / SAMPLE_RATE / 0.022) * 0.035
    room[:, 0] += 1.0
    shape = bump(hertz, low * (high / low) ** rng.random(), 0.55) * below(hertz, 5000.0)
    sound = np.fft.irfft(np.fft.rfft(knock) * np.fft.rfft(room) * shape, length)
    sound *= np.minimum(1.0, np.arange(length, 0, -1) / (0.3 * length)) * np.minimum(1.0, np.arange(length) / 20)
    crackle: Floats = (sound / np.abs(sound).max()).astype(np.float32)
    return crackle
