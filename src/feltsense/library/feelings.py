"""What people type when they feel something, and what fits it: the tables beside this, read in what was typed.

`feelings.toml` holds the feelings and their English words; `feelings_de.toml` and those like it the words of another
language. Only what is typed into a search is read so. Notes and answers never are.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from feltsense.library.feeling_table import Feeling, FeelingTable, FoundFeeling, TypedWords
from feltsense.library.joined_words import IsKnown, taken_apart
from feltsense.library.languages import ENGLISH
from feltsense.library.typed_words import SAYING_LITTLE, typed_words

MOST_TYPED = 500
"""Characters that are read."""
LANGUAGES = ("de", "fr", "es")
"""Other than English."""
_CODES = (ENGLISH, *LANGUAGES)
_FEWEST_LETTERS = 6
"""Of their words that are understood with a slip or unfinished: `battle` is no slip of `battue`."""


@dataclass(frozen=True, slots=True)
class TypedMeaning:
    """What was understood of what was typed."""

    support: bool = False
    """Whether people to talk to come first."""
    perhaps_support: bool = False
    """Whether they come second: it may be meant so, and something else fits better."""
    feelings: tuple[Feeling, ...] = ()
    """Those that were named, the clearest first."""
    exact: bool = False
    """Whether the first was named to the letter."""


@dataclass(frozen=True, slots=True)
class Languages:
    """Those in which something may have been typed."""

    tables: tuple[FeelingTable, ...]
    """The English one first, then those of `LANGUAGES`."""

    def language(self, words: Sequence[str]) -> str:
        """Return the language that most of the words are known in; English where no other has more of them."""
        known = {code: sum(map(table.knows, words)) for code, table in zip(_CODES, self.tables, strict=False)}
        return max(known, key=known.__getitem__)

    def knows(self, word: str) -> bool:
        """Tell whether there is such a word, as far as it matters here."""
        return any(table.knows(word) for table in self.tables)

    def apart(self, words: Sequence[str], also: IsKnown = lambda _: False) -> tuple[str, ...]:
        """Return words with English ones apart that were typed together.

        Args:
            words: as `typed_words` makes them.
            also: tells what else is a word.
        """

        def may_be_part(word: str) -> bool:
            return also(word) or self.tables[0].knows(word)

        one = {word for word in words if also(word) or self.knows(word) or self._is_slip(word) or self._asks(word)}
        return tuple(part for word in words for part in ((word,) if word in one else taken_apart(word, may_be_part)))

    def _asks(self, word: str) -> bool:
        return any(table.holds_joined_support(word) for table in self.tables)

    def _is_slip(self, word: str) -> bool:
        return any(table.vocabulary.near(word) for table in self.tables)

    def says_little(self, word: str) -> bool:
        """Tell whether a word says nothing of what is looked for."""
        return any(word in table.saying_little for table in self.tables)

    def read(self, words: tuple[str, ...]) -> TypedMeaning:
        """Return what was understood of words, as `typed_words` makes them."""
        if not words:
            return TypedMeaning()
        typed = TypedWords(words, frozenset(filter(self.knows, words)), finished=self.says_little(words[-1]))
        if self._asks_for_support(typed):
            return TypedMeaning(support=True)
        found = sorted(self._feelings_in(typed), key=lambda each: each.clearness, reverse=True)
        return TypedMeaning(
            perhaps_support=any(table.has_perhaps(words) for table in self.tables),
            feelings=tuple({each.feeling.name: each.feeling for each in found}.values()),
            exact=bool(found) and found[0].exact,
        )

    def _asks_for_support(self, typed: TypedWords) -> bool:
        if any(table.is_call_for_help(typed) for table in self.tables):
            return True
        harmless = {place for table in self.tables for place in table.harmless_places(typed.words)}
        return any(table.asks_for_support(typed, harmless) for table in self.tables)

    def _feelings_in(self, typed: TypedWords) -> list[FoundFeeling]:
        """Return what was found: in other languages with slips only where there is nothing else."""
        english, *others = self.tables
        found = list(english.feelings_in(typed, to_the_letter=False))
        found += [each for table in others for each in table.feelings_in(typed, to_the_letter=True)]
        return found or [each for table in others for each in table.feelings_in(typed, to_the_letter=False)]


def languages_of(words: Sequence[str]) -> Languages:
    """Return the languages in which words may have been typed: English alone where all of them are English."""
    english = _english()
    return Languages((english,) if all(map(english.knows, words)) else (english, *_other_languages()))


def read_feelings(typed: str) -> TypedMeaning:
    """Return what was understood of what was typed: a word, several, or a sentence; of a long text, its beginning."""
    words = typed_words(typed[:MOST_TYPED])
    languages = languages_of(words)
    return languages.read(languages.apart(words))


def prepare_feelings() -> None:
    """Read all tables, so that nothing waits for them later."""
    for table in (_english(), *_other_languages()):
        _ = table.vocabulary


def gentle_slugs() -> tuple[str, ...]:
    """Return the exercises that are offered after people to talk to, the best first."""
    return tuple(_read("feelings")["support"]["exercises"])


@cache
def all_feelings() -> tuple[Feeling, ...]:
    """Return every feeling that is known."""
    return tuple(
        Feeling(each["name"], each["need"], each["why"], tuple(each["exercises"]), tuple(each.get("at_night", ())))
        for each in _read("feelings")["feeling"]
    )


@cache
def _english() -> FeelingTable:
    read = _read("feelings")
    phrases = zip(all_feelings(), (each["words"] for each in read["feeling"]), strict=True)
    return FeelingTable(read["support"], phrases, read["groups"], SAYING_LITTLE, read["lookalikes"]["words"])


@cache
def _other_languages() -> tuple[FeelingTable, ...]:
    return tuple(_in_language(_read(f"feelings_{code}")) for code in LANGUAGES)


def _in_language(read: dict[str, Any]) -> FeelingTable:
    phrases = ((each, read["feelings"].get(each.name, ())) for each in all_feelings())
    return FeelingTable(
        read["support"], phrases, read["groups"], read["saying_little"]["words"], fewest_letters=_FEWEST_LETTERS
    )


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((resources.files(__package__) / f"{name}.toml").read_text("utf-8"))
