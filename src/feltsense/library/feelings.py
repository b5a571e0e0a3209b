"""Feelings in everyday words, and what fits them: the table `feelings.toml`, and how it is read in what was typed.

Only what is typed into a search is read so. Notes and answers never are.
"""

import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from typing import Any

from feltsense.library.typed_words import Vocabulary, holds_in_order, typed_words

MOST_TYPED = 500
"""Characters that are read."""
_BETWEEN = 2
"""Words that may stand between two of a phrase: `nobody really ever cares`."""
_SHORTEST_START = 3
"""Letters from which the last word may still be being typed."""
_SHORTEST_SUPPORT_START = 5
"""The same for a word that stands for support by itself: `hope` is not yet `hopeless`."""
_SHORTEST_JOINED = 7
"""Letters from which two words may be typed as one: `cantsleep`."""


@dataclass(frozen=True, slots=True)
class Feeling:
    """Something that people feel, and what fits it."""

    name: str
    need: str
    """The tag of other exercises that fit."""
    why: str
    """A sentence, said with the suggestion."""
    exercises: tuple[str, ...]
    """Slugs, the best first."""
    at_night: tuple[str, ...] = ()
    """Slugs that come before these late in the evening and at night."""

    def slugs(self, *, night: bool) -> tuple[str, ...]:
        """Return the exercises that fit, the best first."""
        return tuple(dict.fromkeys((*(self.at_night if night else ()), *self.exercises)))


@dataclass(frozen=True, slots=True)
class TypedMeaning:
    """What was understood of what was typed."""

    support: bool = False
    """Whether people to talk to come first."""
    feelings: tuple[Feeling, ...] = ()
    """Those that were named, the clearest first."""
    exact: bool = False
    """Whether the first was named to the letter."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    words: tuple[str, ...]
    feeling: Feeling


class _Table:
    """The table, ready to be looked up."""

    def __init__(self, read: dict[str, Any]) -> None:
        support = read["support"]
        self.feelings = tuple(_feeling(each) for each in read["feeling"])
        self.gentle: tuple[str, ...] = tuple(support["exercises"])
        self.harmless = [typed_words(each) for each in support["harmless"]]
        self.whole = frozenset(typed_words(each) for each in support["whole"])
        self.support = [typed_words(each) for each in support["words"]]
        self.phrases = [
            _Phrase(typed_words(words), feeling)
            for feeling, each in zip(self.feelings, read["feeling"], strict=True)
            for words in each["words"]
        ]
        self._lookalikes = frozenset(read["lookalikes"]["words"])

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """All words of all phrases."""
        return Vocabulary(word for phrase in self._all() for word in phrase)

    @cached_property
    def joined(self) -> Mapping[str, tuple[str, ...]]:
        """Phrases by what they are when typed without spaces."""
        joined = {"".join(phrase): phrase for phrase in self._all() if len(phrase) > 1}
        known = self.vocabulary.words
        return {word: phrase for word, phrase in joined.items() if len(word) >= _SHORTEST_JOINED and word not in known}

    def _all(self) -> Iterator[tuple[str, ...]]:
        yield from self.support
        yield from (phrase.words for phrase in self.phrases)

    def meanings(self, words: Sequence[str], shortest_start: int) -> list[Collection[str]]:
        """Return for each word that was typed the known words that it may be.

        Args:
            words: what was typed.
            shortest_start: letters from which the last may be the beginning of a longer one.
        """
        found = [{word, *self._slips(word)} for word in words]
        if len(words[-1]) >= shortest_start and words[-1] not in self.vocabulary.words:
            found[-1].update(self.vocabulary.beginning_with(words[-1]))
        return list(found)

    def _slips(self, word: str) -> Collection[str]:
        known = word in self.vocabulary.words or word in self._lookalikes
        return () if known else self.vocabulary.near(word)


def read_feelings(typed: str) -> TypedMeaning:
    """Return what was understood of what was typed: a word, several, or a sentence; of a long text, its beginning."""
    table = _table()
    words = tuple(word for each in typed_words(typed[:MOST_TYPED]) for word in table.joined.get(each, (each,)))
    if not words:
        return TypedMeaning()
    if words in table.whole or _asks_for_support(table, words):
        return TypedMeaning(support=True)
    meanings = table.meanings(words, _SHORTEST_START)
    found = [phrase for phrase in table.phrases if holds_in_order(phrase.words, meanings, _BETWEEN)]
    found.sort(key=lambda phrase: _clearness(phrase, words), reverse=True)
    exact = bool(found) and set(found[0].words) <= set(words)
    return TypedMeaning(feelings=tuple({phrase.feeling.name: phrase.feeling for phrase in found}.values()), exact=exact)


def gentle_slugs() -> tuple[str, ...]:
    """Return the exercises that are offered after people to talk to, the best first."""
    return _table().gentle


def all_feelings() -> tuple[Feeling, ...]:
    """Return every feeling that is known."""
    return _table().feelings


def _clearness(phrase: _Phrase, typed: Collection[str]) -> tuple[bool, int, int]:
    """Return what a phrase is ranked by: whether it stands there to the letter, and how much of it there is."""
    return set(phrase.words) <= set(typed), len(phrase.words), sum(map(len, phrase.words))


def _asks_for_support(table: _Table, words: Sequence[str]) -> bool:
    """Tell whether a phrase for support was typed, outside of those that only sound like one."""
    sure, typing = (table.meanings(words, letters) for letters in (_SHORTEST_SUPPORT_START, _SHORTEST_START))
    harmless = {
        place for phrase in table.harmless for place in holds_in_order(phrase, [{word} for word in words], 0) or ()
    }
    for place in harmless:
        sure[place] = typing[place] = ()
    return any(holds_in_order(phrase, sure if len(phrase) == 1 else typing, 1) for phrase in table.support)


def _feeling(read: dict[str, Any]) -> Feeling:
    return Feeling(read["name"], read["need"], read["why"], tuple(read["exercises"]), tuple(read.get("at_night", ())))


@cache
def _table() -> _Table:
    return _Table(tomllib.loads((resources.files(__package__) / "feelings.toml").read_text("utf-8")))
