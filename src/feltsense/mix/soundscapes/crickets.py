"""Night crickets: a few that chirp in turn some way off, a faint chorus behind them, and warm night air."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from feltsense.mix.soundscapes.chance import drift, hash_noise, seeded_generator
from feltsense.mix.soundscapes.grains import Grain, Grains, scatter_grains
from feltsense.mix.soundscapes.noise import Noise, above, across, below, bump, tilt
from feltsense.mix.soundscapes.port import SoundscapeStream
from feltsense.mix.soundscapes.seconds import SecondsStream, from_decibels
from feltsense.units import SAMPLE_RATE, frames

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

_SEED = 71
_KINDS = 6
"""Different chirps of each cricket."""

_CHIRP = frames(520)
"""Length of a chirp with its echo from the trees."""


@dataclass(frozen=True, slots=True)
class _Cricket:
    place: float
    hertz: float
    every: float
    """SecondsStream from chirp to chirp."""
    pulses: int
    loud: float
    """In dB."""


_SINGERS = (
    _Cricket(-0.55, 4180.0, 0.83, 3, -2.0),
    _Cricket(0.30, 4420.0, 1.07, 4, 0.0),
    _Cricket(0.75, 4310.0, 0.94, 3, -5.0),
    _Cricket(-0.20, 4590.0, 1.31, 4, -7.0),
    _Cricket(-0.85, 4730.0, 0.71, 3, -10.0),
    _Cricket(0.10, 4060.0, 1.53, 4, -8.0),
)


def open_crickets() -> SoundscapeStream:
    """Return a warm night with crickets some way off."""
    noise = Noise(_SEED, 0, top=9000.0)
    hertz = noise.hertz
    air = noise.level(above(hertz, 110.0) * tilt(hertz, -4.0) * below(hertz, 1600.0))
    chorus = noise.level(bump(hertz, 4350.0, 0.07))
    singers = Grains(_Singers())

    def make(second: int) -> "Floats":
        times = noise.times(second)
        stir = np.stack([drift(_SEED, times, 9.0) + 0.5 * drift(_SEED + 1 + s, times, 5.0) for s in (0, 1)], axis=1)
        hum = np.stack([drift(_SEED + 3 + s, times, 0.3) + drift(_SEED + 5, times, 6.0) for s in (0, 1)], axis=1)
        shape = across(10 ** (1.5 / 20 * stir)) * air
        shape += across(0.07 * 10 ** (2.2 / 20 * hum)) * chorus
        return noise.second(second, shape) + singers.second(second)

    return SecondsStream(make, from_decibels(-40.83))


class _Singers:
    """The chirps that begin in a second."""

    def __init__(self) -> None:
        rng = seeded_generator(_SEED, 1)
        self._chirps = [[_chirp(rng, cricket) for _ in range(_KINDS)] for cricket in _SINGERS]

    def __call__(self, second: int) -> Iterator[Grain]:
        for number, cricket in enumerate(_SINGERS):
            first = int(second / cricket.every) - 1
            turns = np.arange(first, first + int(1 / cricket.every) + 4)
            starts = (turns + 0.5 + 0.06 * hash_noise(_SEED + 10 + number, turns)) * cricket.every
            moods = drift(_SEED + 30 + number, starts, 11.0)
            kinds = np.floor((hash_noise(_SEED + 50 + number, turns) + 1.0) * 0.5 * _KINDS).astype(np.int64)
            levels = cricket.loud + 5.0 * (moods - 0.2)
            gains = 1.7 * 10 ** (levels / 20) * np.clip((moods + 0.35) / 0.25, 0.0, 1.0)
            now = (starts >= second) & (starts < second + 1) & (gains > 0)
            places = np.full(np.count_nonzero(now), cricket.place)
            yield from scatter_grains(self._chirps[number], kinds[now], starts[now] - second, places, gains[now])


def _chirp(rng: np.random.Generator, cricket: _Cricket) -> "Floats":
    """Return one chirp, shape (2, length): soft pulses, then what the trees send back, differing by side."""
    time = np.arange(_CHIRP) / SAMPLE_RATE
    level = np.zeros(_CHIRP)
    pulse = frames(26)
    for number in range(cricket.pulses):
        start = frames(8 + round(number * 37 + rng.uniform(-1.5, 1.5)))
        loud = (0.6 + 0.4 * number / cricket.pulses) * rng.uniform(0.9, 1.0)
        level[start : start + pulse] += loud * np.hanning(pulse)
    turns = cricket.hertz * rng.uniform(0.997, 1.003) * (time - 0.02 * np.minimum(time, 0.2) ** 2)
    dry = level * np.sin(2 * np.pi * turns)
    room = rng.standard_normal((2, _CHIRP)) * np.exp(-time / 0.085) * 0.016
    room[:, 0] += 0.6
    sound = np.fft.irfft(np.fft.rfft(dry, 2 * _CHIRP) * np.fft.rfft(room, 2 * _CHIRP), 2 * _CHIRP)[:, :_CHIRP]
    sound *= np.minimum(1.0, np.arange(_CHIRP, 0, -1) / (0.4 * _CHIRP))
    chirp: Floats = (sound / np.abs(sound).max()).astype(np.float32)
    return chirp
