"""A table of what people type when they feel something, in one language, ready to be looked up. Pure."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from feltsense.library.typed_words import Vocabulary, holds_in_order, places_in_order, typed_words

_BETWEEN = 2
"""Words that may stand between two of a phrase: `nobody really ever cares`."""
_SHORTEST_START = 3
"""Letters from which the last word may still be being typed."""
_SHORTEST_SUPPORT_START = 5
"""The same for a word that stands for support by itself: `hope` is not yet `hopeless`."""

_SHORTEST_JOINED = 7
"""Letters of a phrase for support that is found in one word, typed without spaces: `iwishiwasdead`."""

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
"""How they are typed where the keyboard has none; without their dots they are read anyway."""


_GROUP = re.compile(r"(\{\w+\})")


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
class FoundFeeling:
    """A feeling that stands in what was typed."""

    feeling: Feeling
    exact: bool
    """Whether it stands there to the letter."""
    words: int
    letters: int
    """How much of it there is."""

    @property
    def clearness(self) -> tuple[bool, int, int]:
        """What it is ranked by, the clearest last."""
        return self.exact, self.words, self.letters


@dataclass(frozen=True, slots=True)
class _Phrase:
    words: tuple[str, ...]
    feeling: Feeling


@dataclass(frozen=True, slots=True)
class TypedWords:
    """What was typed, and what is known of its words in all languages."""

    words: tuple[str, ...]
    known: frozenset[str]
    """Those that there are, and that are no slips of others."""
    finished: bool
    """Whether the last is no beginning of another: it is one that says little."""


class FeelingTable:
    """What people type in one language.

    Args:
        support: phrases for which people to talk to come first, under `words`; those that count only where nothing else
            was typed but words under `fillers`, under `whole`; those for which people come second, under `perhaps`;
            and those that only sound like one, under `harmless`.
        feelings: each feeling, with its phrases.
        groups: words that stand for each other. `{body}` in a phrase stands for any of the group `body`.
        saying_little: words that say nothing of what is felt.
        lookalikes: other words of the language, which are no slips of those in phrases.
        fewest_letters: of words that are understood with a slip of the finger, or unfinished.
    """

    def __init__(
        self,
        support: Mapping[str, Sequence[str]],
        feelings: Iterable[tuple[Feeling, Sequence[str]]],
        groups: Mapping[str, Sequence[str]],
        saying_little: Iterable[str],
        lookalikes: Iterable[str] = (),
        *,
        fewest_letters: int = 0,
    ) -> None:
        self._fewest_letters = fewest_letters
        self._support = _phrases(support["words"])
        self._whole = frozenset(_phrases(support["whole"]))
        self._fillers = frozenset(word for (word,) in _phrases(support["fillers"]))
        self._perhaps = _phrases(support.get("perhaps", ()))
        self._harmless = _phrases(support["harmless"])
        self._phrases = [_Phrase(words, each) for each, written in feelings for words in _phrases(written)]
        self._groups: dict[str, set[str]] = {}
        for name, members in groups.items():
            for (word,) in _phrases(members):
                self._groups.setdefault(word, set()).add(f"{{{name}}}")
        self.saying_little = frozenset(word for (word,) in _phrases(saying_little))
        self._others = frozenset((*lookalikes, *(word for phrase in self._whole for word in phrase)))

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """All words of all phrases for which something is shown."""
        phrases = (*self._support, *(phrase.words for phrase in self._phrases))
        words = {word for phrase in phrases for word in phrase if not word.startswith("{")}
        return Vocabulary(words | self._groups.keys(), self._fewest_letters)

    def knows(self, word: str) -> bool:
        """Tell whether there is such a word, as far as it matters here."""
        return word in self.vocabulary.words or word in self.saying_little or word in self._others

    def is_call_for_help(self, typed: TypedWords) -> bool:
        """Tell whether this is one, also said twice, with nothing else beside it that says anything."""
        saying = tuple(dict.fromkeys(word for word in typed.words if word not in self._fillers))
        if typed.words in self._whole or saying in self._whole:
            return True
        meanings = [
            {word} if word in typed.known else self._whole_meanings(word, alone=not saying[1:]) for word in saying
        ]
        return any(
            len(phrase) == len(saying) and all(word in meant for word, meant in zip(phrase, meanings, strict=True))
            for phrase in self._whole
        )

    def _whole_meanings(self, word: str, *, alone: bool) -> set[str]:
        """Return what a word may be meant as in a call for help; alone, only with letters swapped: more may follow."""
        near = self._whole_vocabulary.near(word)
        return {word, *(each for each in near if not alone or sorted(each) == sorted(word))}

    @cached_property
    def _whole_vocabulary(self) -> Vocabulary:
        return Vocabulary(word for phrase in self._whole for word in phrase)

    def harmless_places(self, words: Sequence[str]) -> set[int]:
        """Return where there are phrases that only sound like one for support, or show people second."""
        phrases, literal = (*self._harmless, *self._perhaps), self._literal(words)
        return {place for phrase in phrases for found in places_in_order(phrase, literal, 0) for place in found}

    def has_perhaps(self, words: Sequence[str]) -> bool:
        """Tell whether people to talk to come second."""
        literal = self._literal(words)
        return any(holds_in_order(phrase, literal, 0) for phrase in self._perhaps)

    def asks_for_support(self, typed: TypedWords, harmless: set[int]) -> bool:
        """Tell whether people to talk to come first. A phrase counts unless all of it stands at `harmless` places."""
        sure = self._meanings(typed, _SHORTEST_SUPPORT_START)
        own = replace(typed, known=frozenset(filter(self.knows, typed.words)))  # `pont` is a slip of `point` here
        typing = self._meanings(own, _SHORTEST_START)
        begun: set[str] = set().union(*sure, *typing)
        return any(
            not harmless.issuperset(found)
            for phrase in self._support
            if phrase[0] in begun  # few are, and to look at the others takes ten times as long
            for found in places_in_order(phrase, sure if len(phrase) == 1 else typing, 1)
        ) or any(self.holds_joined_support(word) for word in typed.words if word not in typed.known)

    def holds_joined_support(self, word: str) -> bool:
        """Tell whether a phrase for support stands in one word, typed without spaces."""
        return any(joined in word for joined in self._joined_support)

    @cached_property
    def _joined_support(self) -> Sequence[str]:
        phrases = map("".join, self._support)
        return [joined for joined in phrases if len(joined) >= _SHORTEST_JOINED and "{" not in joined]

    def feelings_in(self, typed: TypedWords, *, to_the_letter: bool) -> Iterator[FoundFeeling]:
        """Yield the feelings that stand in what was typed; to the letter, or with slips and an unfinished word too."""
        literal = self._literal(typed.words)
        meanings = literal if to_the_letter else self._meanings(typed, _SHORTEST_START)
        as_typed: set[str] = set().union(*literal)
        begun: set[str] = set().union(*meanings)
        for phrase in self._phrases:
            if phrase.words[0] in begun and holds_in_order(phrase.words, meanings, _BETWEEN):
                letters = sum(map(len, phrase.words))
                yield FoundFeeling(phrase.feeling, as_typed.issuperset(phrase.words), len(phrase.words), letters)

    def _literal(self, words: Sequence[str]) -> list[set[str]]:
        """Return each word with the groups that it is in."""
        return [{word, *self._groups.get(word, ())} for word in words]

    def _meanings(self, typed: TypedWords, shortest_start: int) -> list[set[str]]:
        """Return for each word that was typed the known words that it may be, and the groups that they are in.

        The last may be the beginning of a longer one, from so many letters on.
        """
        found = [{word} if word in typed.known else {word, *self.vocabulary.near(word)} for word in typed.words]
        last, fewest = typed.words[-1], max(shortest_start, self._fewest_letters - 1)
        if not typed.finished and len(last) >= fewest and last not in self.vocabulary.words:
            found[-1].update(self.vocabulary.beginning_with(last))
        return [meant.union(*(self._groups.get(word, ()) for word in meant)) for meant in found]


def _phrases(written: Iterable[str]) -> list[tuple[str, ...]]:
    """Return phrases as words, each in all its spellings."""
    return [_words(spelling) for each in written for spelling in _spellings(each)]


def _spellings(phrase: str) -> Iterator[str]:
    yield phrase
    if (without := phrase.translate(_UMLAUTS)) != phrase:
        yield without


def _words(phrase: str) -> tuple[str, ...]:
    if "{" not in phrase:
        return typed_words(phrase)
    parts = _GROUP.split(phrase)
    return tuple(word for part in parts for word in ((part,) if part.startswith("{") else typed_words(part)))
