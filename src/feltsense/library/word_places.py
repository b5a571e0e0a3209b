"""Which of many short texts hold a word, one that begins so, or one that it may be meant as. Pure."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from feltsense.library.typed_words import Vocabulary


@dataclass(frozen=True, slots=True)
class TitlesNamed:
    """Titles in which all of what was typed stands."""

    places: Sequence[int]
    """Those that have the words as they are typed come first."""
    surely: frozenset[int]
    """Those of them that are meant by what was typed: it is several of their words, or one of them and nothing else."""
    with_slips: bool
    """Whether they are found only with slips of the finger."""


class WordPlaces:
    """Texts by their words. A text is spoken of by its place, from 0.

    Args:
        texts: the words of each, as `typed_words` makes them.
    """

    def __init__(self, texts: Iterable[Iterable[str]]) -> None:
        places: defaultdict[str, set[int]] = defaultdict(set)
        for place, words in enumerate(texts):
            for word in set(words):
                places[word].add(place)
        self._places = dict(places)
        self._words = sorted(places)

    def holds(self, word: str) -> bool:
        """Tell whether any of them has that word."""
        return word in self._places

    def with_all(self, words: Sequence[str]) -> list[int]:
        """Return, in their order, the texts that have each of the words, or one that begins so; none for no words."""
        return self._with_each(words, self._beginning_with)

    def named(self, words: Sequence[str], typed: Sequence[str]) -> TitlesNamed:
        """Return the texts that words name: as they are typed, unfinished, or where there is none so, with slips.

        Args:
            words: what is looked for.
            typed: the same, with the words that say little.
        """
        whole = self._with_each(words, self._with_word)
        begun = whole + [place for place in self.with_all(words) if place not in whole]
        places = begun or self._with_each(words, lambda word: self._beginning_with(word) | self._with_slips(word))
        surely = places if len(words) > 1 else self._with_each(typed, self._with_word)
        return TitlesNamed(places, frozenset(surely), with_slips=not begun)

    def with_most(self, words: Sequence[str]) -> list[int]:
        """Return texts that have some of the words, slips allowed, those with most first.

        None where no text has half of them.
        """
        counts = Counter(place for word in words for place in self._beginning_with(word) or self._with_slips(word))
        if 2 * max(counts.values(), default=0) < len(words):
            return []
        return sorted(counts, key=lambda place: (-counts[place], place))

    @staticmethod
    def _with_each(words: Sequence[str], places_of: Callable[[str], set[int]]) -> list[int]:
        return sorted(set.intersection(*map(places_of, words))) if words else []

    def _with_word(self, word: str) -> set[int]:
        return self._places.get(word, set())

    def _beginning_with(self, start: str) -> set[int]:
        at = bisect_left(self._words, start)
        found: set[int] = set()
        while at < len(self._words) and self._words[at].startswith(start):
            found |= self._places[self._words[at]]
            at += 1
        return found

    def _with_slips(self, word: str) -> set[int]:
        return set().union(*(self._places[near] for near in self._vocabulary.near(word)))

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary(self._words)
