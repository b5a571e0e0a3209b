"""Headings: their title, and how long the section below them should last, as in `## Feet [2 min]`."""

import re
from dataclasses import dataclass

from feltsense.script.diagnostics import GrammarError
from feltsense.script.durations import DURATION, NUMBER, compiled, milliseconds_of, with_unit, written
from feltsense.script.foreign_words import in_english
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.text import quoted, spoken
from feltsense.units import Ms

MOST_WISH_MS = 180 * 60_000
"""No section is to last longer than the longest length that can be asked for."""

BRACKETS = LazyPattern(r"\[[^\[\]]*\]?|\]")
"""What stands in brackets, and brackets without a partner."""

_LONGEST = 60
_ABOUT = r"(?:(?:about|around|approximately|approx\.?|roughly|ca\.?|circa|~|≈)\s?)?"
_TO = r"\s?(?:to|or|-|–|—)\s?"
_WISH = rf"{_ABOUT}(?:(?P<length>{DURATION})|(?P<low>{DURATION}|{NUMBER}){_TO}(?P<high>{DURATION}))"
_MEANT = LazyPattern(rf"{_ABOUT}\d{{1,9}}(?:[.,]\d{{1,9}})?(?::\d|{_TO}\d|\s?(?:h|m|s))")
"""How a bracket begins that is a length, though perhaps not one that is understood."""
_CLOCKS = LazyPattern(
    r"(?P<start>(?:\d{1,2}:)?\d{1,2}:\d{2})\s?(?:to|-|–|—)\s?(?P<end>(?:\d{1,2}:)?\d{1,2}:\d{2})(?:\s?min(?:utes?)?)?"
)
"""From when to when a section is, since the start."""
_BEFORE_UNIT = LazyPattern(r"(?<=\d)-(?=[a-z])")
_LOOSE = LazyPattern(
    r"\((?P<inner>[^()\n]{1,60})\)|\{(?P<braced>[^{}\n]{1,60})\}|(?::|,|\s[-–—|])\s+(?P<last>[^:,()\[\]\n]{1,60})$"
)
_EXAMPLES = "[2 min], [90 sec] or [2 to 3 min]"
CUE_HINT = f"Write it on the next line. How long the section should last stands here as {_EXAMPLES}."

WishRange = tuple[Ms, Ms]
"""The shortest and the longest that a section should last."""


@dataclass(frozen=True, slots=True)
class LooseLength:
    """A length that stands in a title without its brackets; places are from the heading's start."""

    lengths: WishRange
    start: int
    end: int


def heading_title(raw: str) -> str:
    """Return the title that a heading gives, without marks and without what stands in brackets."""
    return spoken(BRACKETS.sub(" ", raw))


def wish_range(bracket: str, language: str = "") -> WishRange | None:
    """Return how long a section should last by what a heading has in brackets; None where it is no length.

    Args:
        bracket: one of `BRACKETS`.
        language: one whose words of lengths are understood beside English ones.

    Raises:
        GrammarError: it is meant as a length, and not understood or out of bounds.
    """
    if not (bracket.startswith("[") and bracket.endswith("]")):
        return None
    inner = bracket[1:-1]
    plain = _plain(inner)
    found = _between(plain) or _read(plain) or (_read(in_english(plain, language)) if language else None)
    if found is None:
        if _MEANT.match(plain):
            raise _bad(inner, f"Write for instance {_EXAMPLES}.")
        return None
    low, high = found
    if low is None or high is None:
        raise _bad(inner, f"Write a time up to three hours, for instance {_EXAMPLES}.")
    if high < low:
        raise GrammarError("S022", "The longer time stands first.", f"Write [{wish_text((high, low))}].")
    return low, high


def is_wish(bracket: str) -> bool:
    """Tell whether a heading's bracket says how long its section should last."""
    try:
        return wish_range(bracket) is not None
    except GrammarError:
        return False


def loose_length(raw: str) -> LooseLength | None:
    """Return the length that a title holds in another form: “Feet (2 min)”, “Feet: 2 min”."""
    for match in _LOOSE.finditer(raw):
        inner = match[match.lastgroup or 0]
        low, high = _read(_plain(inner)) or (None, None)
        if low and high and low <= high and ":" not in inner:  # (4:15) may be a verse
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            return LooseLength((low, high), start, match.end())
    return None


def wish_text(lengths: WishRange) -> str:
    """Return a length as it is written between the brackets of a heading: `2 min`, `90s`, `2 to 3 min`."""
    low, high = lengths
    if low % 60_000 == 0 == high % 60_000:
        first = "" if low == high else f"{low // 60_000} to "
        return f"{first}{high // 60_000} min"
    return written(low) if low == high else f"{written(low)} to {written(high)}"


def minutes_text(lengths: WishRange) -> str:
    """Return a length as the line of the front matter that says it for the whole."""
    low, high = (f"{length / 60_000:g}" for length in lengths)
    return f"minutes: {low}" if low == high else f"minutes: [{low}, {high}]"


def _plain(inner: str) -> str:
    plain = " ".join(inner.lower().split()).rstrip(" .") if len(inner) <= _LONGEST else ""
    return _BEFORE_UNIT.sub(" ", plain)


def _between(plain: str) -> tuple[Ms | None, Ms | None] | None:
    """Return how long it is from one time to a later one, as both ends of a length: “3:00 - 5:00” is two minutes."""
    clocks = _CLOCKS.fullmatch(plain) if ":" in plain else None
    if clocks is None:
        return None
    length = 1000 * (_clock(clocks["end"]) - _clock(clocks["start"]))
    fits = 0 < length <= MOST_WISH_MS
    return (Ms(length), Ms(length)) if fits else None


def _clock(text: str) -> int:
    seconds = 0
    for part in text.split(":"):
        seconds = 60 * seconds + int(part)
    return seconds


def _read(plain: str) -> tuple[Ms | None, Ms | None] | None:
    """Return both ends of a length with a unit, each None where it is out of bounds; None where it is no length."""
    match = compiled(_WISH).fullmatch(plain)
    if match is None:
        return None
    low, high = match["low"] or match["length"], match["high"] or match["length"]
    if re.fullmatch(r"[\d.,]+", high):
        return None  # a number alone may be anything
    first = milliseconds_of(with_unit(low, high), MOST_WISH_MS)
    return first, milliseconds_of(high, MOST_WISH_MS)


def _bad(inner: str, hint: str) -> GrammarError:
    return GrammarError("S022", f"“{quoted(' '.join(inner.split()))}” is no length that a section can last.", hint)
