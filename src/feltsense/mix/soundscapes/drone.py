"""A low drone: a warm open chord of few partials, each of which swells, beats and wanders in its own slow time."""

from typing import TYPE_CHECKING

import numpy as np

from feltsense.mix.soundscapes.chance import drift
from feltsense.mix.soundscapes.noise import Noise, above, below, bump
from feltsense.mix.soundscapes.port import SoundscapeStream
from feltsense.mix.soundscapes.seconds import SecondsStream, from_decibels
from feltsense.units import SAMPLE_RATE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

_SEED = 81
_ROOT = 73.42
"""In hertz: D2."""

_PARTIALS = (
    # ratio to the root, amplitude, seconds between turns
    (1.0, 1.00, 13.0),
    (1.5, 0.55, 17.0),
    (2.0, 0.70, 11.0),
    (3.0, 0.42, 9.0),
    (4.0, 0.30, 8.0),
    (4.5, 0.12, 14.0),
    (6.0, 0.09, 7.0),
    (8.0, 0.05, 6.0),
)
_STEPS = 20
"""Points a second at which levels are known; between them they are straight."""


def open_drone() -> SoundscapeStream:
    """Return a warm, low chord."""
    noise = Noise(_SEED, 0, per_second=5, top=3000.0, width=0.9)
    breath = noise.level(above(noise.hertz, 60.0) * bump(noise.hertz, 190.0, 1.0) * below(noise.hertz, 900.0))
    chord = _Chord()

    def make(second: int) -> "Floats":
        level = 0.22 * 10 ** (2.5 / 20 * drift(_SEED, noise.times(second), 8.0))
        shape = level.astype(np.float32)[:, None, None] * breath
        return noise.second(second, shape) + chord.second(second)

    return SecondsStream(make, from_decibels(-35.41))


class _Chord:
    """The partials, turned from second to second so that none has a seam."""

    def __init__(self) -> None:
        time = np.arange(SAMPLE_RATE) / SAMPLE_RATE
        self._waves: list[tuple[Floats, Floats]] = []
        for ratio, _, _ in _PARTIALS:
            angle = 2 * np.pi * _ROOT * ratio * time
            self._waves.append((_steps(np.sin(angle)), _steps(np.cos(angle))))
        self._ramp: Floats = (np.arange(SAMPLE_RATE // _STEPS) * (_STEPS / SAMPLE_RATE)).astype(np.float32)

    def second(self, second: int) -> "Floats":
        """Return one second, shape (2, SAMPLE_RATE)."""
        level, angle = _motion(second)
        sound = np.zeros((2, _STEPS, SAMPLE_RATE // _STEPS), np.float32)
        for wave, points in ((0, level * np.cos(angle)), (1, level * np.sin(angle))):
            starts = points[:, :, :-1, None].astype(np.float32)
            slopes = np.diff(points)[:, :, :, None].astype(np.float32)
            for number, waves in enumerate(self._waves):
                sound += (starts[number] + slopes[number] * self._ramp) * waves[wave]
        return sound.reshape(2, SAMPLE_RATE)


def _motion(second: int) -> "tuple[NDArray[np.float64], NDArray[np.float64]]":
    """Return level and phase (radians) of each partial on each side, at each step of `second`, its end included.

    Both have the shape (partials, 2, _STEPS + 1). The higher a partial, the more its two sides wander apart.
    """
    times = second + np.arange(_STEPS + 1) / _STEPS
    ratio, amplitude, period = np.array(_PARTIALS, np.float64).T[:, :, None, None]
    number, side = np.arange(len(_PARTIALS))[:, None, None], np.array([[[0], [1]]])
    livelier = 1.0 + 0.25 * number.astype(np.float64)
    seed = _SEED + 10 * number
    swell = 0.65 * drift(seed + 1, times, period) + 0.35 * drift(seed + 2 + side, times, 0.7 * period)
    beat = drift(seed + 7, times, 6.0 / livelier)
    lean = np.minimum(0.15 + 0.3 * number, 1.0) * drift(seed + 4 + side, times, 7.0)
    turn = 2 * np.pi * (_ROOT * ratio * second % 1.0)
    return amplitude * (0.60 + 0.22 * swell + 0.24 * beat), turn + lean + 0.9 * drift(seed + 6, times, 12.0)


def _steps(wave: "NDArray[np.float64]") -> "Floats":
    return wave.astype(np.float32).reshape(_STEPS, -1)
