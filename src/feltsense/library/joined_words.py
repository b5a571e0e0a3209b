"""Words that were typed together, such as `cantsleep` or `bodyscan`, taken apart. Pure."""

from collections.abc import Callable

from feltsense.library.typed_words import SAYING_LITTLE

_SHORTEST, _LONGEST = 5, 40
"""Letters of what may be several words."""
_SHORTEST_PART = 2
"""Letters of one of them; `i` may stand first, too."""
_SHORTEST_SAYING = 3
"""Letters of a word that says something. One such is among them: `together` is not `to get her`."""

IsKnown = Callable[[str], bool]
"""Tells whether there is such a word."""


def taken_apart(word: str, known: IsKnown) -> tuple[str, ...]:
    """Return the fewest known words that one is made of throughout; itself where there are none that say something.

    Args:
        word: as `typed_words` makes it.
        known: tells which words there are.
    """
    if not _SHORTEST <= len(word) <= _LONGEST:
        return (word,)
    best: list[tuple[str, ...] | None] = [()]
    """For each beginning of the word, by its length."""
    for end in range(1, len(word) + 1):
        ways = [
            (*before, part)
            for start, before in enumerate(best)
            if before is not None and _may_be_part(part := word[start:end], start) and known(part)
        ]
        best.append(min(ways, key=len, default=None))
    found = best[-1]
    return found if found and any(map(_says_something, found)) else (word,)


def _may_be_part(part: str, start: int) -> bool:
    return len(part) >= _SHORTEST_PART or (part == "i" and start == 0)


def _says_something(part: str) -> bool:
    return len(part) >= _SHORTEST_SAYING and part not in SAYING_LITTLE
