"""A small stream: bubbles that ring and rise at a handful of places between stones, over a soft rush of water."""

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

_SEED = 51
_SPOTS = (
    # place, lowest and highest pitch in hertz, bubbles a second, loudness
    (-0.75, 620.0, 1500.0, 9.0, 0.55),
    (-0.40, 380.0, 800.0, 5.0, 0.85),
    (-0.10, 900.0, 2300.0, 10.0, 0.40),
    (0.15, 300.0, 620.0, 4.0, 1.00),
    (0.45, 520.0, 1250.0, 8.0, 0.65),
    (0.80, 750.0, 1900.0, 9.0, 0.45),
)
_KINDS = 160
"""Different bubbles at each spot."""


def open_stream() -> SoundscapeStream:
    """Return a small stream."""
    noise = Noise(_SEED, 0, top=12_000.0)
    hertz = noise.hertz
    rush = noise.level(above(hertz, 260.0) * tilt(hertz, -3.2) * below(hertz, 4200.0))
    gurgle = noise.level(bump(hertz, 520.0, 0.55))
    bubbles = Grains(_Bubbles())

    def make(second: int) -> "Floats":
        times = noise.times(second)
        full = np.stack([drift(_SEED + side, times, 2.3) + drift(_SEED + 5, times, 11.0) for side in (0, 1)], axis=1)
        quick = np.stack([drift(_SEED + 2 + side, times, 0.22) for side in (0, 1)], axis=1)
        shape = across(0.41 * 10 ** (0.9 / 20 * full)) * rush
        shape += across(0.20 * (1.0 + 0.55 * quick) * 10 ** (1.2 / 20 * full)) * gurgle
        return noise.second(second, shape) + bubbles.second(second)

    return SecondsStream(make, from_decibels(-37.94))


class _Bubbles:
    """The bubbles that begin in a second."""

    def __init__(self) -> None:
        rng = seeded_generator(_SEED, 1)
        self._kinds = [[_bubble(rng, low, high) for _ in range(_KINDS)] for _, low, high, _, _ in _SPOTS]

    def __call__(self, second: int) -> Iterator[Grain]:
        rng = seeded_generator(_SEED, 2, second)
        for number, (place, _, _, rate, loud) in enumerate(_SPOTS):
            starts = rng.random(rng.poisson(2 * rate))
            busy = 0.5 + 0.5 * drift(_SEED + 20 + number, second + starts, 0.9)
            starts = starts[rng.random(len(starts)) < busy]
            places = place + rng.uniform(-0.12, 0.12, len(starts))
            gains = 2.4 * loud * 10 ** (rng.uniform(-16.0, 0.0, len(starts)) / 20)
            chosen = rng.integers(_KINDS, size=len(starts))
            yield from scatter_grains(self._kinds[number], chosen, starts, places, gains)


def _bubble(rng: np.random.Generator, low: float, high: float) -> "Floats":
    """Return one bubble: a short soft ring whose pitch rises as it nears the surface."""
    hertz = low * (high / low) ** rng.random()
    fall = 17.0 / hertz * rng.uniform(0.7, 1.5)
    length = frames(round(6000 * fall))
    time = np.arange(length) / SAMPLE_RATE
    rise = rng.uniform(0.3, 2.2)
    turns = hertz * (time + 0.5 * rise * time**2) + rng.random()
    bubble: Floats = (np.sin(2 * np.pi * turns) * decay_envelope(length, 0.003, fall)).astype(np.float32)
    return bubble
