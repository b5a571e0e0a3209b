"""The speech that is still to come in a version: what is measured of it, and what is expected of the rest."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from feltsense.timeline.measure import MeasuredPhrase, Part
from feltsense.units import SAMPLE_RATE, Frames
from feltsense.voice.port import SpeechInfo, Utterance

_DAMPING = 9 * SAMPLE_RATE
"""Frames of speech that count as being as long as expected, so that the first phrases do not say too much."""


@dataclass(slots=True)
class SpeechAhead:
    """What is known and what is expected of the speech that is still to come."""

    waiting: Counter[Utterance]
    """How often each phrase will still be said."""
    order: tuple[Utterance, ...]
    """All phrases, in the order in which they are first said."""
    expected: dict[Utterance, Frames]
    known: dict[Utterance, SpeechInfo] = field(default_factory=dict)
    """The first ones of the order, measured."""
    begun: set[Utterance] = field(default_factory=set)
    """Those that were said at least once."""
    known_left: int = 0
    """Frames of all that is known and still to be said."""
    expected_left: int = 0
    """Frames that all that is not known was expected to take."""
    known_once: int = _DAMPING
    expected_once: int = _DAMPING
    """Frames of what is known, each phrase once, as it is and as it was expected."""

    @classmethod
    def of(cls, parts: Iterable[Part], expected: Callable[[Utterance], SpeechInfo]) -> "SpeechAhead":
        """Return the speech of a version of which nothing is known yet."""
        waiting = Counter(part.utterance for part in parts if isinstance(part, MeasuredPhrase) and not part.timed)
        lengths = {each: expected(each).length for each in waiting}
        left = sum(lengths[each] * count for each, count in waiting.items())
        return cls(waiting, tuple(waiting), lengths, expected_left=left)

    def copy(self) -> "SpeechAhead":
        """Return another one that knows as much."""
        return replace(self, waiting=Counter(self.waiting), known={**self.known}, begun={*self.begun})

    @property
    def unknown(self) -> int:
        """Frames that all that is still to be said and not known is expected to take."""
        return round(self.expected_left * self.known_once / self.expected_once)

    @property
    def left(self) -> int:
        """Frames that all that is still to be said takes, known or expected."""
        return self.known_left + self.unknown

    def expect(self, utterance: Utterance) -> SpeechInfo:
        """Return what a phrase is expected to be, from its text and from how those before it came out."""
        length = max(1, round(self.expected[utterance] * self.known_once / self.expected_once))
        return SpeechInfo(Frames(length), (), 0.0)

    def next(self, ahead: int | None) -> tuple[Utterance, ...]:
        """Return those of the next `ahead` phrases that are not known; None for all."""
        return self.order[len(self.known) : None if ahead is None else len(self.begun) + ahead]

    def learn(self, utterances: Iterable[Utterance], measure: Callable[[Utterance], SpeechInfo]) -> None:
        """Have the next phrases that are not known measured."""
        for utterance in utterances:
            spoken = self.known[utterance] = measure(utterance)
            expected, count = self.expected[utterance], self.waiting[utterance]
            self.known_left += spoken.length * count
            self.expected_left -= expected * count
            self.known_once += spoken.length
            self.expected_once += expected

    def say(self, utterance: Utterance) -> SpeechInfo:
        """Return how the next phrase, which is known, is said; it is no longer to come."""
        self.begun.add(utterance)
        self.waiting[utterance] -= 1
        self.known_left -= self.known[utterance].length
        return self.known[utterance]
