"""Patterns of whole words, for the rules about language."""

import re

from feltsense.script.lazy_pattern import LazyPattern

_SPACE = "[ …]+"
_SPACE_WRITTEN = re.compile(r"(?<![\\[]) ")
"""Not one that is escaped, nor the first of a set of characters."""


def pattern(*parts: str, needs: str = "") -> LazyPattern:
    """Return the alternatives `parts` as one pattern of whole words, for plain text with a sentence on each line.

    A space in them also fits where a pause parts the words; `^` is the start of a sentence. `needs` is that of
    `LazyPattern`, and is no pattern of whole words.
    """
    text = _SPACE_WRITTEN.sub(_SPACE, "|".join(parts))
    return LazyPattern(rf"(?m:(?<![\w'-])(?:{text})(?![\w'-]))", needs=needs)


def words(text: str) -> str:
    """Return the alternatives of a list that is written as words."""
    return "(?:" + "|".join(text.split()) + ")"
