"""From words a minute to the duration of every phoneme, for models whose durations can be set.

A model's own speed setting multiplies and rounds each phoneme by itself, so a little more speed makes every short
phoneme jump at once. Here the rounding error of a phoneme is handed on to the next: any pace can be met, and the
rhythm inside the phrase stays even. The silence at both ends is never stretched: it is trimmed anyway, and a voice
may sound in it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

UNIT_S = 0.025
"""Seconds of a unit, in which the models count durations."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Natural durations of a phrase's phonemes, in units, in three parts."""

    head: Sequence[float]
    """The silence before it: never stretched, it is trimmed anyway."""
    speech: Sequence[float]
    tail: Sequence[float]
    """The end mark and the silence after it: not stretched either, or the voice would hiss on."""


@dataclass(frozen=True, slots=True)
class PaceModel:
    """How much longer than naturally a voice speaks, for the pace that is asked for."""

    natural_wpm: float
    wpm_kept: float
    """Words a minute of ordinary sentences: the first, divided by the stretch, and a little that stretching leaves."""
    edge_s: float
    edge_s_per_stretch: float
    """What trimming takes from the phonemes' sum at natural speed, and how that grows."""
    least: float
    most: float
    """Faster than this the voice swallows sounds, slower it drones."""
    own_share: float = 2 / 3
    """How far a sentence gives up its own nature for the asked pace.

    Long words take longer, and should. At 0 the sentences around an average differ by 13 %, at 1 a sentence of long
    words is rushed. In between nine of ten come within 8 % and still breathe.
    """
    short: int = 2
    long: int = 8
    """Phrases of up to so few words keep the voice's nature; from so many on they take the full share."""
    most_apart: float = 1.6
    """A sentence's own stretch is not taken further from the usual one than this."""

    def stretch(self, natural_s: float, words: int, pace: int) -> float:
        """Return how much longer than naturally a phrase is spoken.

        Args:
            natural_s: what its phonemes last at natural speed, in seconds.
            words: the words spoken in it.
            pace: words a minute that are asked for.
        """
        usual = self._held(self.natural_wpm / (pace - self.wpm_kept))
        share = self.own_share * min(1.0, max(0.0, (words - self.short) / (self.long - self.short)))
        wanted_s = 60 * words / pace - (self.edge_s - self.edge_s_per_stretch)
        own = wanted_s / max(UNIT_S, natural_s + self.edge_s_per_stretch)
        own = min(usual * self.most_apart, max(usual / self.most_apart, own))
        return self._held(usual ** (1 - share) * own**share)

    def durations(self, rhythm: Rhythm, words: int, pace: int, unit_s: float = UNIT_S) -> list[int]:
        """Return the whole units that each phoneme of `rhythm` lasts at `pace` words a minute, at least one each."""
        factor = self.stretch(sum(rhythm.speech) * unit_s, words, pace)
        return [*_whole(rhythm.head, 1.0), *_whole(rhythm.speech, factor), *_whole(rhythm.tail, 1.0)]

    def _held(self, factor: float) -> float:
        return min(self.most, max(self.least, factor))


def _whole(natural: Sequence[float], factor: float) -> Iterator[int]:
    """Yield whole units for each duration times `factor`; what rounding takes from one, the next gets."""
    owed = 0.0
    for duration in natural:
        owed += duration * factor
        units = max(1, round(owed))
        owed -= units
        yield units
