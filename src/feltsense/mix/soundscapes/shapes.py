"""Spectral shapes: amplitudes over frequency (hertz), each 1.0 where it lets through. Multiplied and added at will."""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]


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
