"""Patterns of whole words, for the rules about language."""

import re

from feltsense.script.lazy_pattern import LazyPattern

_SPACE = r"(?:\s…)?\s"
_SPACE_WRITTEN = re.compile(r"(?<!\\) ")


def pattern(*parts: str) -> LazyPattern:
    """Return the alternatives `parts` as one pattern of whole words, for plain text with a sentence on each line.

    A space in them also fits where a pause parts the words; `^` is the start of a sentence.
    """
    text = _SPACE_WRITTEN.sub(lambda _: _SPACE, "|".join(parts))
    return LazyPattern(rf"(?m:(?<![\w'-])(?:{text})(?![\w'-]))")


def words(text: str) -> str:
    """Return the alternatives of a list that is written as words."""
    return "(?:" + "|".join(text.split()) + ")"
