"""From words a minute to the duration of every phoneme.

The engine's own speed setting multiplies and rounds each phoneme by itself, so a little more speed makes every short
phoneme jump at once. Here the rounding error of a phoneme is handed on to the next: any pace can be met, and the
rhythm inside the phrase stays even.

The constants were measured on 40 sentences of 8 to 13 words, each trimmed as `postprocess` does it; the tests measure
the outcome again on others.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

HEART_PACE_VERSION = "1"
"""Part of the voice's identity: raise it when anything here changes the rhythm."""

UNIT_S = 0.025

LEAST_STRETCH, MOST_STRETCH = 0.85, 2.7
"""Faster than this the voice swallows sounds, slower it drones."""

_NATURAL_WPM, _WPM_KEPT = 228.5, 6.0
"""Words a minute of ordinary sentences: the first, divided by the stretch, and a little that stretching leaves."""

_EDGE_S, _EDGE_S_PER_STRETCH = -0.148, -0.32
"""What trimming takes from the phonemes' sum at natural speed, and how that grows."""

_OWN_SHARE = 2 / 3
"""How far a sentence gives up its own nature for the asked pace.

Long words take longer, and should. At 0 the sentences around an average differ by 13 %, at 1 a sentence of long
words is rushed. In between nine of ten come within 8 % and still breathe.
"""
_SHORT, _LONG = 2, 8
"""Phrases of up to so few words keep the voice's nature; from so many on they take the full share."""

_MOST_APART = 1.6
"""A sentence's own stretch is not taken further from the usual one than this."""

_PLAIN = ((81.8, 0.35), (95.6, 0.40), (112.4, 0.45), (118.6, 0.50), (123.9, 0.55), (142.4, 0.60),
    (167.5, 0.70), (189.9, 0.80), (213.4, 0.85), (233.7, 1.0), (255.1, 1.2))  # fmt: skip
"""Words a minute at the engine's own speed setting, for a model whose rhythm cannot be set."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Natural durations of a phrase's phonemes, in units, in three parts."""

    head: Sequence[float]
    """The silence before it: never stretched, it is trimmed anyway."""
    speech: Sequence[float]
    tail: Sequence[float]
    """The end mark and the silence after it: not stretched either, or the voice would hiss on."""


def phoneme_durations(rhythm: Rhythm, words: int, pace: int) -> list[int]:
    """Return the whole units that each phoneme of `rhythm` lasts at `pace` words a minute, at least one each."""
    factor = stretch_factor(sum(rhythm.speech) * UNIT_S, words, pace)
    return [*_whole(rhythm.head, 1.0), *_whole(rhythm.speech, factor), *_whole(rhythm.tail, 1.0)]


def stretch_factor(natural_s: float, words: int, pace: int) -> float:
    """Return how much longer than naturally a phrase is spoken.

    Args:
        natural_s: what its phonemes last at natural speed, in seconds.
        words: the words spoken in it.
        pace: words a minute that are asked for.
    """
    usual = _held(_NATURAL_WPM / (pace - _WPM_KEPT))
    share = _OWN_SHARE * min(1.0, max(0.0, (words - _SHORT) / (_LONG - _SHORT)))
    wanted_s = 60 * words / pace - (_EDGE_S - _EDGE_S_PER_STRETCH)
    own = wanted_s / max(UNIT_S, natural_s + _EDGE_S_PER_STRETCH)
    own = min(usual * _MOST_APART, max(usual / _MOST_APART, own))
    return _held(usual ** (1 - share) * own**share)


def engine_speed(pace: int) -> float:
    """Return the engine's own speed setting that comes nearest to `pace` words a minute."""
    for (slower, low), (faster, high) in pairwise(_PLAIN):
        if pace <= faster:
            return low + (high - low) * max(0.0, (pace - slower) / (faster - slower))
    return _PLAIN[-1][1]


def _held(factor: float) -> float:
    return min(MOST_STRETCH, max(LEAST_STRETCH, factor))


def _whole(natural: Sequence[float], factor: float) -> Iterator[int]:
    """Yield whole units for each duration times `factor`; what rounding takes from one, the next gets."""
    owed = 0.0
    for duration in natural:
        owed += duration * factor
        units = max(1, round(owed))
        owed -= units
        yield units
