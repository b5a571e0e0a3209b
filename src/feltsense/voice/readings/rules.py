"""One reader for every language: rules are applied in order, and words with a pronunciation of their own stay."""

import re
from collections.abc import Callable, Iterable
from functools import cache

Reading = str | Callable[[re.Match[str]], str]
Rule = tuple[str, Reading, re.RegexFlag]
"""A pattern, what it is read as, and the pattern's flags."""
Step = Callable[[str], str]

_KEPT = 0xE000
"""The first of the signs that hold the place of a word with a pronunciation of its own."""


def rule(pattern: str, reading: Reading, flags: re.RegexFlag = re.NOFLAG) -> Rule:
    """Return a rule; its pattern is compiled when something is first read out."""
    return pattern, reading, flags


def listed(words: Iterable[str]) -> str:
    """Return a pattern that fits any of `words`, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def by_rules(rules: Iterable[Rule]) -> Step:
    """Return the step that applies `rules` in order."""
    several = tuple(rules)

    def step(text: str) -> str:
        for each in several:
            text = _compiled(each).sub(each[1], text)
        return text

    return step


def read_with(text: str, keep: Iterable[str], steps: Iterable[Step]) -> str:
    """Return `text` after all `steps`; words of `keep` stay as they are, and spaces before signs go."""
    kept: list[str] = []

    def mask(match: re.Match[str]) -> str:
        kept.append(match[0])
        return chr(_KEPT + len(kept) - 1)

    words = listed(filter(None, keep))
    read = re.sub(rf"(?<!\w)(?:{words})(?!\w)", mask, text, flags=re.IGNORECASE) if words else text
    for step in steps:
        read = step(read)
    read = "".join(kept[ord(sign) - _KEPT] if _KEPT <= ord(sign) < _KEPT + len(kept) else sign for sign in read)
    return re.sub(r"\s+", " ", re.sub(r"\s+(?=[,.;:!?])", "", read)).strip(" ,") if read != text else text


@cache
def _compiled(one: Rule) -> re.Pattern[str]:
    return re.compile(one[0], one[2])
