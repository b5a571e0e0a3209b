"""Words that were parted at the end of a line, joined again: “wan-” and “ders” are “wanders”."""

import re
from collections.abc import Callable

from feltsense.script.lazy_pattern import LazyPattern

_PARTED = LazyPattern(
    r"(?<![\w'’-])(?P<left>[^\W\d_][\w'’-]{0,39})(?P<sign>[-\u2010\u00ad¬])[ \t]*\n(?P<indent>[ \t>]{0,12})"
    r"(?P<right>[^\W\d_A-ZÀ-Þ][\w'’]{0,39})(?P<rest>[^\s]{0,40})[ ]?",
    needs=r"[-\u2010\u00ad¬][ \t]*\n",
)
_WORD = LazyPattern(r"[^\W\d_][\w'’]*(?:-[\w'’]+)*")
# A list of words reads best as words (SIM905).
_ALWAYS_APART = frozenset(
    "self well non half all cross high low long short slow deep open soft good warm cool light full whole right "  # noqa: SIM905
    "left inner outer ever still semi quasi mid heart mind body breath tear pain stress trauma twenty thirty forty "
    "fifty sixty seventy eighty ninety".split()
)
_SUFFIXES = LazyPattern(r"(?:ish|less|lessly|lessness|ness|ly|er|est|en|ing|ed|s|y|fully?|some|ward|wards)")
_APART_BEFORE = LazyPattern(
    r"(?:by|to|and|in|of|the|cent(?:er|re)ed|based|hearted|minded|focused|compassion|kindness|regulat\w+|awareness|care|"
    r"third|free|like|being|esteem|worth|talk|soothing|touch|judg\w+|directed|guided|paced|informed|sized|term|up|down)"
)


def join_hyphenated(text: str, report: Callable[[int, str, str], None]) -> str:
    """Return `text` with words joined that a line end parts, and as many lines as before.

    A hyphen stays where it belongs to the word: where the same word stands with it elsewhere, behind “self” and its
    like, and before words that only stand in such pairs.

    Args:
        text: line ends unified.
        report: is told of each word: how many line ends stand before it, what was written, what it is now.
    """
    if not _PARTED.search(text):
        return text
    known = {word.lower() for word in _WORD.findall(text)}

    def joined(match: re.Match[str]) -> str:
        left, right = match["left"], match["right"]
        whole = left + right if _is_one_word(left, right, match, known) else f"{left}-{right}"
        report(text.count("\n", 0, match.start()), f"{left}- {right}", whole)
        return f"{whole}{match['rest']}\n{match['indent']}"

    return _PARTED.sub(joined, text)


def _is_one_word(left: str, right: str, match: re.Match[str], known: set[str]) -> bool:
    if match["sign"] in "\u00ad¬":
        return True
    first, last = left.lower().rpartition("-")[2], right.lower()
    if f"{left}-{right}".lower() in known or match["rest"].startswith("-"):
        return False
    if f"{left}{right}".lower() in known:
        return True
    if "-" in left or first in _ALWAYS_APART:
        return "-" not in left and bool(_SUFFIXES.fullmatch(last))
    return not _APART_BEFORE.fullmatch(last) or (len(first) < 4 and first not in known)
