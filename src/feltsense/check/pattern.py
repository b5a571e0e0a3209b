"""Patterns of whole words, for the rules about language."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from feltsense.script.lazy_pattern import LazyPattern

_SPACE_WRITTEN = re.compile(r"(?<![\\[]) (\??)")
"""Not one that is escaped, nor the first of a set of characters."""
_LINE_END = re.compile(r"\n|\Z")


def pattern(*parts: str, needs: str = "") -> LazyPattern:
    """Return the alternatives `parts` as one pattern of whole words, for plain text with a sentence on each line.

    A space in them also fits where a pause parts the words; `^` is the start of a sentence. `needs` is that of
    `LazyPattern`, and is no pattern of whole words.
    """
    text = _SPACE_WRITTEN.sub(lambda space: "[ …]*" if space[1] else "[ …]+", "|".join(parts))
    return LazyPattern(rf"(?m:(?<![\w'-])(?:{text})(?![\w'-]))", needs=needs)


def words(text: str) -> str:
    """Return the alternatives of a list that is written as words."""
    return "(?:" + "|".join(text.split()) + ")"


def gap(most: int) -> str:
    """Return a part that fits up to `most` words with the space behind each, as few as will do."""
    return rf"(?:[\w'-]+ ){{0,{most}}}?"


def kind(needs: str, *parts: str) -> tuple[str, str]:
    """Return the alternatives `parts` as one of `Kinds`, with the words that it cannot do without."""
    return needs, "|".join(parts)


@cache
def whole_words(part: str) -> LazyPattern:
    """Return the pattern of a kind, made when a text first needs it."""
    return pattern(part)


class Kinds(LazyPattern):
    """Patterns of whole words as one, each tried only within the sentences that hold the words it cannot do without.

    A sentence is a line of the text; none of them may look beyond it. One that is never tried is never compiled.

    Args:
        parts: for each pattern what a sentence must hold, and the pattern. What it must hold are pieces of words in
            lower case, of which one is enough; behind a `&` follow others, of which one must be there as well.
    """

    __slots__ = ("parts",)

    def __init__(self, *parts: tuple[str, str]) -> None:
        super().__init__("")
        self.parts = [([each.split() for each in needs.split("&") if each], part) for needs, part in parts]

    @property
    def compiled(self) -> re.Pattern[str]:
        """All of them as one, compiled."""
        return pattern(*(part for _, part in self.parts)).compiled

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Return the first place in `text` where one of them fits."""
        return next(self.finditer(text, start, end), None)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Yield the places in `text` where one of them fits, from left to right, those that overlap left out."""
        lines = _lines_of(text)
        most = len(text) if end is None else end
        found = [
            match
            for needs, part in self.parts
            for first, last in lines.holding(needs)
            for match in whole_words(part).finditer(text, max(first, start), min(last, most))
        ]
        last = -1
        for match in sorted(found, key=lambda each: (each.start(), -each.end())):
            if match.start() >= last:
                yield match
                last = match.end()


class _Lines:
    """The lines of a text, and which of them hold a word; each word is looked for once, for all patterns."""

    __slots__ = ("_bits", "_line_ends", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._line_ends = [match.start() for match in _LINE_END.finditer(text)]
        self._bits: dict[str, int] = {}

    def holding(self, needs: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
        """Yield where the lines begin and end that hold a word of each group."""
        shared = (1 << len(self._line_ends)) - 1
        for group in needs:
            found = 0
            for word in group:
                bits = self._bits.get(word)
                found |= self._look_for(word) if bits is None else bits
            shared &= found
            if not shared:
                return
        while shared:
            number = (shared & -shared).bit_length() - 1
            shared &= shared - 1
            yield self._line_ends[number - 1] + 1 if number else 0, self._line_ends[number]

    def _look_for(self, word: str) -> int:
        """Return the lines that hold a word, each as a bit."""
        text, found = self._text, 0
        at = text.find(word)
        while at >= 0:
            line = bisect_left(self._line_ends, at)
            found |= 1 << line
            at = text.find(word, self._line_ends[line])
        self._bits[word] = found
        return found


@lru_cache(maxsize=4)
def _lines_of(text: str) -> _Lines:
    return _Lines(text)
