"""The speech that is still to come in a version: what is measured of it, and what is expected of the rest.

It is counted by groups of sections: group 0 are those without a wished length, each other one is a section with one.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from feltsense.units import SAMPLE_RATE, Frames
from feltsense.voice.port import SpeechInfo, Utterance

_DAMPING = 9 * SAMPLE_RATE
"""Frames of speech that count as being as long as expected, so that the first phrases do not say too much."""


@dataclass(slots=True)
class SpeechAhead:
    """What is known and what is expected of the speech that is still to come."""

    waiting: list[Counter[Utterance]]
    """By group, how often each phrase will still be said."""
    groups: Mapping[Utterance, Sequence[int]]
    """Those in which a phrase is said."""
    order: tuple[Utterance, ...]
    """All phrases, in the order in which they are first said."""
    expected: dict[Utterance, Frames]
    ends: list[int]
    """By group, how many phrases of the order there are up to the last one that is said in it."""
    longest: list[int]
    """By group, what its longest phrase is expected to take."""
    expected_left: list[int]
    """By group, frames that all that is not known was expected to take."""
    known_left: list[int]
    """By group, frames of all that is known and still to be said."""
    known: dict[Utterance, SpeechInfo] = field(default_factory=dict)
    """The first ones of the order, measured."""
    begun: set[Utterance] = field(default_factory=set)
    """Those that were said at least once."""
    known_once: int = _DAMPING
    expected_once: int = _DAMPING
    """Frames of what is known, each phrase once, as it is and as it was expected."""

    @classmethod
    def of(
        cls,
        said: Sequence[Sequence[Utterance]],
        expected: Callable[[Utterance], SpeechInfo],
        order: Iterable[Utterance],
    ) -> "SpeechAhead":
        """Return the speech of a version of which nothing is known yet.

        Args:
            said: by group, the phrases that are said in it.
            expected: how long a phrase is expected to be.
            order: all of them, in the order in which they are said.
        """
        waiting = [Counter(phrases) for phrases in said]
        places = {each: place for place, each in enumerate(waiting[0] if len(said) == 1 else dict.fromkeys(order))}
        lengths = {each: expected(each).length for each in places}
        groups: dict[Utterance, list[int]] = {each: [] for each in places}
        for number, phrases in enumerate(waiting):
            for each in phrases:
                groups[each].append(number)
        return cls(
            waiting,
            groups,
            tuple(places),
            lengths,
            [max((places[each] + 1 for each in phrases), default=0) for phrases in waiting],
            [max((lengths[each] for each in phrases), default=0) for phrases in waiting],
            [sum(lengths[each] * times for each, times in phrases.items()) for phrases in waiting],
            [0] * len(said),
        )

    def copy(self) -> "SpeechAhead":
        """Return another one that knows as much."""
        return replace(
            self,
            waiting=[Counter(phrases) for phrases in self.waiting],
            expected_left=[*self.expected_left],
            known_left=[*self.known_left],
            known={**self.known},
            begun={*self.begun},
        )

    def join(self, groups: Iterable[int]) -> None:
        """Count the speech of `groups` to group 0 from here on."""
        joined = {0, *groups}
        for group in joined - {0}:
            self.waiting[0].update(self.waiting[group])
            self.waiting[group] = Counter()
            for amounts in (self.expected_left, self.known_left):
                amounts[0] += amounts[group]
                amounts[group] = 0
        self.ends = [max(self.ends[group] for group in joined), *self.ends[1:]]
        self.groups = {
            each: [0, *(group for group in found if group not in joined)] if joined.intersection(found) else found
            for each, found in self.groups.items()
        }

    def unknown(self, group: int) -> int:
        """Return the frames that all in `group` that is still to be said and not known is expected to take."""
        return round(self.expected_left[group] * self.known_once / self.expected_once)

    def drift(self, group: int) -> float:
        """Return how far `unknown` would be off if the rest comes out just as what is known did, undamped."""
        expected = self.expected_once - _DAMPING
        if not expected:
            return 0.0
        undamped = (self.known_once - _DAMPING) / expected
        return self.expected_left[group] * abs(undamped - self.known_once / self.expected_once)

    def left(self, group: int) -> int:
        """Return the frames that all in `group` that is still to be said takes, known or expected."""
        return self.known_left[group] + self.unknown(group)

    def expect(self, utterance: Utterance) -> SpeechInfo:
        """Return what a phrase is expected to be, from its text and from how those before it came out."""
        length = max(1, round(self.expected[utterance] * self.known_once / self.expected_once))
        return SpeechInfo(Frames(length), (), 0.0)

    def next(self, ahead: int | None, group: int | None = None) -> tuple[Utterance, ...]:
        """Return those of the next `ahead` phrases that are not known; None for all.

        With a `group`, none behind its last one.
        """
        end = len(self.order) if group is None else self.ends[group]
        return self.order[len(self.known) : end if ahead is None else min(end, len(self.begun) + ahead)]

    def learn(self, utterances: Iterable[Utterance], measure: Callable[[Utterance], SpeechInfo]) -> None:
        """Have the next phrases that are not known measured."""
        for utterance in utterances:
            spoken = self.known[utterance] = measure(utterance)
            expected = self.expected[utterance]
            for group in self.groups[utterance]:
                count = self.waiting[group][utterance]
                self.known_left[group] += spoken.length * count
                self.expected_left[group] -= expected * count
            self.known_once += spoken.length
            self.expected_once += expected

    def say(self, utterance: Utterance, group: int) -> SpeechInfo:
        """Return how the next phrase, which is known and stands in `group`, is said; it is no longer to come."""
        self.begun.add(utterance)
        self.waiting[group][utterance] -= 1
        self.known_left[group] -= self.known[utterance].length
        return self.known[utterance]
