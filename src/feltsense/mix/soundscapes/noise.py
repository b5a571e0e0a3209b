"""Endless stereo noise of any spectrum, which may change with time, and shapes that make spectra.

Short frames of noise, each with its own random phases, cross-fade into each other with equal power. A frame depends
on its absolute place alone, so no filter has a state that would have to be carried along.

Shapes are amplitudes over frequency (hertz), each 1.0 where it lets through; they are multiplied and added at will.
"""

from typing import TYPE_CHECKING

import numpy as np

from feltsense.mix.soundscapes.chance import seeded_generator
from feltsense.units import SAMPLE_RATE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

_TURN = np.exp(2j * np.pi * np.arange(256) / 256).astype(np.complex64)
"""The phases that noise is made of: one byte chooses one."""

_WIDE_ABOVE = 220.0
"""In hertz: what is lower sits in the middle, as it does in a room, and sums to mono without loss."""


class Noise:
    """Noise in frames of two hops, cross-faded; left and right share a middle and differ by a side."""

    def __init__(
        self, seed: int, layer: int, *, per_second: int = 20, top: float = 16_000.0, width: float = 0.7
    ) -> None:
        """Prepare noise.

        Args:
            seed: of the soundscape.
            layer: tells it from other noise in the same soundscape.
            per_second: hops a second, a divisor of `SAMPLE_RATE`; few for fine spectra, many for quick changes.
            top: hertz above which there is nothing.
            width: how loud the side is beside the middle.
        """
        self._place = (seed, layer)
        self.hops = per_second
        self._hop = SAMPLE_RATE // per_second
        bins = min(self._hop, int(top * 2 * self._hop / SAMPLE_RATE)) + 1
        self.hertz: Floats = (np.arange(bins) * SAMPLE_RATE / (2 * self._hop)).astype(np.float32)
        side = width * above(self.hertz, _WIDE_ABOVE, 1)
        self._middle: Floats = (1.0 / np.sqrt(1.0 + side**2)).astype(np.float32)
        self._side: Floats = (side * self._middle).astype(np.float32)
        self._window: Floats = np.sin(np.pi * (np.arange(2 * self._hop) + 0.5) / (2 * self._hop)).astype(np.float32)

    def times(self, second: int) -> "NDArray[np.float64]":
        """Return the time of each frame's middle in seconds, from the start of `second` to its end."""
        return second + np.arange(self.hops + 1) / self.hops

    def level(self, shape: "Floats") -> "Floats":
        """Return `shape` (over `hertz`) so scaled that its noise has an RMS of 1.0."""
        gain = 2 * self._hop / np.sqrt(2.0 * np.sum(shape**2, dtype=np.float64))
        levelled: Floats = (shape * gain).astype(np.float32)
        return levelled

    def second(self, second: int, shape: "Floats") -> "Floats":
        """Return one second, shape (2, SAMPLE_RATE).

        Args:
            second: which one.
            shape: amplitudes over `hertz`; may have axes before for frame (hops + 1) and channel (2).
        """
        turns = _TURN[self._bytes(second)]
        middle, side = turns[:, 0] * self._middle, turns[:, 1] * self._side
        spectrum = np.stack([middle + side, middle - side], axis=1)
        spectrum *= shape
        frames: Floats = np.fft.irfft(spectrum, 2 * self._hop).astype(np.float32, copy=False) * self._window
        joined = frames[:-1, :, self._hop :] + frames[1:, :, : self._hop]
        sides: Floats = np.ascontiguousarray(joined.transpose(1, 0, 2)).reshape(2, SAMPLE_RATE)
        return sides

    def _bytes(self, second: int) -> "NDArray[np.uint8]":
        """Return random bytes, shape (hops + 1, 2, bins); the last frame is the first of the next second."""
        bins = len(self.hertz)
        drawn = np.empty((self.hops + 1, 2, bins), np.uint8)
        seed, layer = self._place
        drawn[0] = _bytes(seed, layer, 0, second, count=2 * bins).reshape(2, bins)
        drawn[-1] = _bytes(seed, layer, 0, second + 1, count=2 * bins).reshape(2, bins)
        inner = _bytes(seed, layer, 1, second, count=(self.hops - 1) * 2 * bins)
        drawn[1:-1] = inner.reshape(self.hops - 1, 2, bins)
        return drawn


def _bytes(seed: int, *place: int, count: int) -> "NDArray[np.uint8]":
    return np.frombuffer(seeded_generator(seed, *place).bytes(count), np.uint8)


def across(levels: "NDArray[np.float64]") -> "Floats":
    """Return levels of shape (frames, channels) so that they spread over the frequencies of a shape."""
    return levels.astype(np.float32)[:, :, None]


def bump(hertz: "Floats", centre: float, octaves: float) -> "Floats":
    """Return a hill around `centre`, down to 0.6 at `octaves` to either side."""
    away = np.log2(np.maximum(hertz, 1.0) / centre) / octaves
    hill: Floats = np.exp(-0.5 * away**2).astype(np.float32)
    return hill


def below(hertz: "Floats", corner: float, order: int = 2) -> "Floats":
    """Return a low-pass, 3 dB down at `corner`, falling by 6 dB an octave and order."""
    passed: Floats = (1.0 / np.sqrt(1.0 + (hertz / corner) ** (2 * order))).astype(np.float32)
    return passed


def above(hertz: "Floats", corner: float, order: int = 2) -> "Floats":
    """Return a high-pass, 3 dB down at `corner`, rising by 6 dB an octave and order; nothing at 0 Hz."""
    passed = 1.0 / np.sqrt(1.0 + (corner / np.maximum(hertz, 1e-3)) ** (2 * order))
    return np.where(hertz > 0, passed, 0.0).astype(np.float32)


def tilt(hertz: "Floats", decibels: float) -> "Floats":
    """Return a straight line that changes by `decibels` an octave, 1.0 at 1 kHz."""
    return ((np.maximum(hertz, 1.0) / 1000.0) ** (decibels / 6.0206)).astype(np.float32)
