"""A low fire: a breathing bed of flames, and crackles that come in loose groups, softened by the room."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from feltsense.mix.soundscapes.chance import drift, seeded_generator
from feltsense.mix.soundscapes.grains import Grain, Grains, decay_envelope, scatter_grains
from feltsense.mix.soundscapes.noise import Noise, above, across, below, bump, tilt
from feltsense.mix.soundscapes.port import SoundscapeStream
from feltsense.mix.soundscapes.seconds import SecondsStream, from_decibels
from feltsense.units import SAMPLE_RATE, frames

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

_SEED = 61
_GROUPS, _TICKS = 1.5, 5.0
"""Groups of crackles a second, and single faint ticks."""

_KINDS = 96
_LOUDEST = 4.2
"""Peak of the loudest crackle; that of the flames' noise is about 4."""

_WHOLE = 8192
"""Frames of a crackle with the room after it."""

_LEAD = 200
"""Frames before the knock, into which its filter reaches."""

_ROOM = 0.035 * np.exp(-np.arange(_WHOLE) / SAMPLE_RATE / 0.022)
_EDGES = np.minimum(1.0, np.arange(_WHOLE, 0, -1) / (0.3 * _WHOLE)) * np.minimum(1.0, np.arange(_WHOLE) / 100)


def open_fire() -> SoundscapeStream:
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

    return SecondsStream(make, from_decibels(-40.79))


class _Crackles:
    """The crackles of a second."""

    def __init__(self) -> None:
        rng = seeded_generator(_SEED, 1)
        self._ticks = [_crackle(rng, 1400.0, 3400.0, 0.0025) for _ in range(_KINDS)]
        soft = [_crackle(rng, 700.0, 2600.0, 0.006) for _ in range(_KINDS)]
        low = [_crackle(rng, 220.0, 620.0, 0.016) for _ in range(_KINDS // 3)]
        self._knocks = soft + low

    def __call__(self, second: int) -> Iterator[Grain]:
        rng = seeded_generator(_SEED, 2, second)
        lively = 1.0 + 0.7 * float(drift(_SEED + 9, np.array([second + 0.5]), 7.0)[0])
        count = int(rng.poisson(_TICKS))
        places, levels = rng.uniform(-0.6, 0.6, count), rng.uniform(-16.0, -5.0, count)
        yield from _cast(self._ticks, rng, rng.random(count), places, levels)
        for _ in range(rng.poisson(_GROUPS * lively)):
            count = int(rng.integers(1, 6))
            starts = rng.random() + np.minimum(rng.exponential(0.07, count), 0.6)
            places = rng.uniform(-0.5, 0.5) + rng.uniform(-0.1, 0.1, count)
            levels = rng.uniform(-8.0, 0.0) - rng.uniform(0.0, 9.0, count)
            yield from _cast(self._knocks, rng, starts, places, levels)


def _cast(
    kinds: "list[Floats]",
    rng: np.random.Generator,
    starts: "NDArray[np.float64]",
    places: "NDArray[np.float64]",
    levels: "NDArray[np.float64]",
) -> Iterator[Grain]:
    """Strew crackles of random kinds; `levels` are in dB under the loudest."""
    chosen = rng.integers(len(kinds), size=len(starts))
    return scatter_grains(kinds, chosen, starts, places, _LOUDEST * 10 ** (levels / 20))


def _crackle(rng: np.random.Generator, low: float, high: float, fall: float) -> "Floats":
    """Return one crackle, shape (2, length): a short knock with a little of the room after it, differing by side."""
    fall *= rng.uniform(0.6, 1.5)
    hertz = np.fft.rfftfreq(_WHOLE, 1 / SAMPLE_RATE).astype(np.float32)
    body = frames(round(6000 * fall))
    knock = np.zeros(_WHOLE)
    knock[_LEAD : _LEAD + body] = rng.standard_normal(body) * decay_envelope(body, 0.0007, fall)
    room = rng.standard_normal((2, _WHOLE)) * _ROOM
    room[:, 0] += 1.0
    shape = bump(hertz, low * (high / low) ** rng.random(), 0.55) * below(hertz, 5000.0)
    sound = np.fft.irfft(np.fft.rfft(knock) * np.fft.rfft(room) * shape, _WHOLE) * _EDGES
    crackle: Floats = (sound / np.abs(sound).max()).astype(np.float32)
    return crackle
