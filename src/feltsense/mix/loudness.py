"""Programme loudness after ITU-R BS.1770-4 and the one gain that brings the speech to its target.

Gated loudness, not RMS: with two thirds of silence RMS drops by 4.5 dB and the gated value hardly moves.
"""

import math
from collections.abc import Iterable, Iterator, Sequence

from feltsense.audio.kweighting import HOP
from feltsense.voice.port import SpeechInfo

TARGET_LUFS = -19.0
"""Mono. Stereo files aim at -16."""

CEILING = 10 ** (-1.5 / 20)
"""The highest true peak a finished file may have, 1.0 is full scale."""

SPEECH_CEILING = 10 ** (-2.7 / 20)
"""To which single syllables are limited; the rest is left for what the encoder adds to a peak."""

_BLOCK_HOPS = 4
_ABSOLUTE_GATE = -70.0
_RELATIVE_GATE = 10.0


def speech_gain(pieces: Iterable[SpeechInfo], target: float = TARGET_LUFS) -> float:
    """Return the factor that brings all `pieces` together to `target` LUFS.

    Silence between them does not matter: it is gated out. No pieces at all give 1.0.
    """
    loudness = integrated(_blocks(pieces))
    return 1.0 if loudness is None else float(10 ** ((target - loudness) / 20))


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
    for start in range(len(hops) - _BLOCK_HOPS + 1):
        yield sum(hops[start : start + _BLOCK_HOPS]) / (_BLOCK_HOPS * HOP)


def _blocks(pieces: Iterable[SpeechInfo]) -> Iterator[float]:
    """Yield the blocks that touch a piece; its edges reach into the silence around it."""
    edge = (0.0,) * (_BLOCK_HOPS - 1)
    for piece in pieces:
        yield from gating_blocks(edge + piece.energy)
