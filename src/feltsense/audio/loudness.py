"""Programme loudness after ITU-R BS.1770-4: K-weighting, gating, and a meter for sound that comes in blocks.

The weighting is applied as a frequency response: one transform there and one back do in milliseconds what a recursive
filter in Python does in seconds, and the result is the same to rounding.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from feltsense.units import SAMPLE_RATE

if TYPE_CHECKING:
    from numpy.typing import NDArray

HOP = SAMPLE_RATE // 10
"""Frames in a hop of 100 ms; four make a gating block."""

RUN_OUT = 3
"""Hops after the last sample: the blocks that straddle the end reach this far."""

BLOCK_HOPS = 4
"""Hops in a gating block of 400 ms."""

_ABSOLUTE_GATE = -70.0
_RELATIVE_GATE = 10.0

_LEAD = 3
"""Hops before a stretch in which the weighting settles: it forgets within a twentieth of a hop."""

_STRETCH = 10
"""Hops that a meter weights at a time: with lead and run-out 16, a transform that stays in a processor's cache."""


def energy(samples: "NDArray[np.float32]") -> tuple[float, ...]:
    """Return the sum of squares of the K-weighted samples in each 100 ms hop.

    Args:
        samples: mono at `SAMPLE_RATE`, shape (length,), 1.0 is full scale.

    Returns:
        ceil(length / HOP) + RUN_OUT values: the speech, then 300 ms in which the filter rings out.
    """
    hops = math.ceil(len(samples) / HOP) + RUN_OUT
    size = _quick(hops) * HOP
    spectrum = np.fft.rfft(samples, size) * _k_response(size)
    weighted = np.fft.irfft(spectrum, size)[: hops * HOP].reshape(hops, HOP)
    return tuple(float(value) for value in np.einsum("ij,ij->i", weighted, weighted, dtype=np.float64))


def integrated(blocks: Iterable[float]) -> float | None:
    """Return the gated loudness in LUFS of blocks given as mean squares (K-weighted, 400 ms, 75 % overlapped).

    None when nothing is above the absolute gate.
    """
    audible = [block for block in blocks if block > 0 and _lufs(block) > _ABSOLUTE_GATE]
    if not audible:
        return None
    gate = _lufs(sum(audible) / len(audible)) - _RELATIVE_GATE
    kept = [block for block in audible if _lufs(block) > gate]
    return _lufs(sum(kept) / len(kept))


def _lufs(mean_square: float) -> float:
    return -0.691 + 10 * math.log10(mean_square)


def gating_blocks(hops: Sequence[float]) -> Iterator[float]:
    """Yield the mean square of each 400 ms block, 75 % overlapped, of the energies of 100 ms hops."""
    for start in range(len(hops) - BLOCK_HOPS + 1):
        yield sum(hops[start : start + BLOCK_HOPS]) / (BLOCK_HOPS * HOP)


def speech_loudness(pieces: "Iterable[NDArray[np.float32]]") -> float | None:
    """Return the integrated loudness in LUFS of pieces of speech together; None where nothing is audible.

    Silence between them does not matter: it is gated out.

    Args:
        pieces: mono at `SAMPLE_RATE`, each of shape (length,), 1.0 is full scale.
    """
    return integrated(_blocks(pieces))


def _blocks(pieces: "Iterable[NDArray[np.float32]]") -> Iterator[float]:
    """Yield the blocks that touch a piece; its edges reach into the silence around it."""
    edge = (0.0,) * (BLOCK_HOPS - 1)
    for piece in pieces:
        yield from gating_blocks(edge + energy(piece))


class LoudnessMeter:
    """Takes blocks of shape (frames, channels), all of the same channels."""

    def __init__(self) -> None:
        self._hops: list[float] = []
        self._waiting: list[NDArray[np.float32]] = []
        self._frames = 0
        self._lead = 0
        self._peak = 0.0

    def add(self, block: "NDArray[np.float32]") -> None:
        """Weigh one more block."""
        self._peak = max(self._peak, float(np.abs(block).max(initial=0.0)))
        self._waiting.append(block)
        self._frames += len(block)
        if self._frames >= (_LEAD + _STRETCH) * HOP:
            self._weigh(self._frames // HOP)

    def result(self) -> tuple[float | None, float]:
        """Return the integrated loudness in LUFS (None: nothing audible) and the highest absolute sample."""
        if self._frames:
            self._weigh(-(-self._frames // HOP))
        return integrated(gating_blocks(self._hops)), self._peak

    def _weigh(self, hops: int) -> None:
        """Weigh what waits, `hops` of it, and keep its end as the lead of the next."""
        sound = np.concatenate(self._waiting)
        if sound.any():
            per_channel = [energy(np.ascontiguousarray(channel)) for channel in sound.T]
            sums = [sum(values) for values in zip(*per_channel, strict=True)]
            self._hops += sums[self._lead : hops]
        else:  # half of an exercise is digital silence, and its transform is zero as well
            self._hops += [0.0] * (hops - self._lead)
        kept = sound[max(0, hops - _LEAD) * HOP :]
        self._lead = min(hops, _LEAD)
        self._waiting, self._frames = [kept], len(kept)


def _quick(hops: int) -> int:
    """Return the next 2, 3, 4, 6, 8, 12 …: sizes that transform quickly, and few, as each response is kept."""
    power = 1 << (hops - 1).bit_length()
    return power * 3 // 4 if hops <= power * 3 // 4 else power


@lru_cache(maxsize=8)
def _k_response(size: int) -> "NDArray[np.complex64]":
    """Return the K-weighting at the frequencies of a real transform of `size` samples."""
    z = np.exp(-2j * np.pi * np.arange(size // 2 + 1) / size)
    response = np.ones_like(z)
    for upper, lower in (_shelf(), _high_pass()):
        response *= np.polyval(upper[::-1], z) / np.polyval(lower[::-1], z)
    weighting: NDArray[np.complex64] = response.astype(np.complex64)
    return weighting


_Biquad = tuple[tuple[float, float, float], tuple[float, float, float]]
"""Coefficients by rising delay: above and below the line."""


def _shelf() -> _Biquad:
    """Return the head's high shelf, from its analogue prototype, for our sample rate."""
    gain = 10 ** (3.999843853973347 / 20)
    middle = gain**0.4996667741545416
    k = math.tan(math.pi * 1681.974450955533 / SAMPLE_RATE)
    ringing = k / 0.7071752369554196
    norm = 1 + ringing + k * k
    upper = (
        (gain + middle * ringing + k * k) / norm,
        2 * (k * k - gain) / norm,
        (gain - middle * ringing + k * k) / norm,
    )
    return upper, (1.0, 2 * (k * k - 1) / norm, (1 - ringing + k * k) / norm)


def _high_pass() -> _Biquad:
    """Return the high pass of the revised low-frequency curve, for our sample rate."""
    k = math.tan(math.pi * 38.13547087602444 / SAMPLE_RATE)
    ringing = k / 0.5003270373238773
    norm = 1 + ringing + k * k
    return (1.0, -2.0, 1.0), (1.0, 2 * (k * k - 1) / norm, (1 - ringing + k * k) / norm)
