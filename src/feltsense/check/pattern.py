"""Patterns that are compiled when they are first used: of all that the rules know, a script needs a part."""

import re
from collections.abc import Iterator

_SPACE = r"(?:\s…)?\s"
_SPACE_WRITTEN = re.compile(r"(?<!\\) ")


class Pattern:
    """A regular expression; the methods are those of `re.Pattern`."""

    __slots__ = ("_compiled", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._compiled: re.Pattern[str] | None = None

    def _ready(self) -> re.Pattern[str]:
        if self._compiled is None:
            self._compiled = re.compile(self.text)
        return self._compiled

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first place in `text` where it fits."""
        return self._ready().search(text)

    def match(self, text: str) -> re.Match[str] | None:
        """Return whether it fits at the start of `text`."""
        return self._ready().match(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield every place in `text` where it fits."""
        return self._ready().finditer(text)

    def sub(self, replacement: str, text: str) -> str:
        """Return `text` with `replacement` wherever it fits."""
        return self._ready().sub(replacement, text)


def pattern(*parts: str) -> Pattern:
    """Return the alternatives `parts` as one pattern of whole words, for plain text with a sentence on each line.

    A space in them also fits where a pause parts the words; `^` is the start of a sentence.
    """
    text = _SPACE_WRITTEN.sub(lambda _: _SPACE, "|".join(parts))
    return Pattern(rf"(?m:(?<![\w'-])(?:{text})(?![\w'-]))")


def words(text: str) -> str:
    """Return the alternatives of a list that is written as words."""
    return "(?:" + "|".join(text.split()) + ")"
