"""Where sentences end, where a long one can be parted for speech, and what is verse."""

import re
from collections.abc import Iterator

MOST_WORDS = 25
"""More in one piece and a voice loses its breath, or its memory."""

# A list of words reads best as words (SIM905).
_NEVER_LAST = frozenset("dr mr mrs ms prof st sr jr vs e.g i.e eg ie approx ca cf rev hon mt".split())  # noqa: SIM905
_BEFORE_NUMBERS = frozenset(("no", "fig", "vol"))
_PERHAPS_LAST = frozenset("a.m p.m etc min sec inc ltd".split())  # noqa: SIM905
"""Abbreviations that may close a sentence too: a capital letter behind them tells."""

# a run of signs is looked at once, from its start, or long ones would take hours
_END = re.compile(r"(?<![.!?؟۔।])[.!?؟۔।]++[\"'”’»)\]*_~`]*+(?=\s|$)|[。！？]+[」』”]*")
_MARKS = str.maketrans("", "", "*_~`")
_OPENING = "\"'“‘(«*_~` \t\n"
_CLOSING = "\"'”’»)]」』 "
_WORD_BEFORE = re.compile(r"(\S+)$")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence in `text`; the last may lack its end."""
    start = 0
    for match in _END.finditer(text):
        if match.start() >= start and _ends_here(text, match):
            yield start, match.end()
            start = match.end()
    if text[start:].strip():
        yield start, len(text)


def ended(sentence: str) -> bool:
    """Tell whether `sentence` has its own end."""
    return sentence.rstrip(_CLOSING).endswith(tuple(".!?。！？؟۔।"))


def is_question(sentence: str) -> bool:
    """Tell whether `sentence` asks."""
    return sentence.rstrip(_CLOSING + "!").endswith(("?", "？", "؟"))


def _ends_here(text: str, match: re.Match[str]) -> bool:
    after = text[match.end() : match.end() + 40].lstrip(_OPENING)[:1]
    signs = match[0].translate(_MARKS)
    if not after:
        return True
    if signs[0] != ".":
        # “Is it?” she asks. – the sentence goes on
        return not (after.islower() and signs[-1] in _CLOSING)
    if signs != ".":
        return not after.islower()
    before = _WORD_BEFORE.search(text, max(0, match.start() - 40), match.start())
    return _is_last(before[1].lstrip(_OPENING) if before else "", after)


def _is_last(word: str, after: str) -> bool:
    """Tell whether a point behind `word` ends the sentence, when `after` is the next letter or sign."""
    lowered = word.lower()
    if lowered in _PERHAPS_LAST:
        return after.isupper()
    if lowered in _BEFORE_NUMBERS:
        return not after.isdigit()
    initial = len(word) == 1 and word.isupper() and word != "I"
    return lowered not in _NEVER_LAST and not initial


def parted(sentence: str) -> list[str]:
    """Return `sentence` in pieces of at most `MOST_WORDS` words, parted at its best comma or conjunction."""
    words = sentence.split()
    pieces, first = [], 0
    while len(words) - first > MOST_WORDS:
        cut = _best_cut(words, first)
        pieces.append(" ".join(words[first:cut]))
        first = cut
    return [*pieces, " ".join(words[first:])]


def _best_cut(words: list[str], first: int) -> int:
    """Return before which word to part: near the middle of what is left, at the strongest joint in reach."""
    left = len(words) - first
    aim = first + min(MOST_WORDS, (left + 1) // 2)
    reach = range(max(first + 3, aim - 10), min(first + MOST_WORDS, len(words) - 1) + 1)
    return max(reach, key=lambda cut: (_joint(words, cut), -abs(cut - aim)))


def _joint(words: list[str], cut: int) -> int:
    if words[cut - 1][-1] in ";:—–":
        return 3
    if words[cut - 1][-1] == "," or words[cut] in ("—", "–"):
        return 2
    return 1 if words[cut].lower() in _CONJUNCTIONS else 0


_CONJUNCTIONS = frozenset(
    "and or but so as while when where because that which then until if".split()  # noqa: SIM905 - as above
)


_VERSE_LINE = 48
"""Characters; ordinary prose is wrapped later than this."""

_VERSE_LINES = 3
_VERSE_ENDS = (",", ";", ":", ".", "!", "?", "…", "—", "–")


def is_verse(text: str, start: int, end: int) -> bool:
    """Tell whether the paragraph text[start:end] is verse: at least three short lines that all end with a sign."""
    lines = text[start:end].split("\n")
    return len(lines) >= _VERSE_LINES and all(_is_verse_line(line.rstrip()) for line in lines)


def _is_verse_line(line: str) -> bool:
    return 0 < len(line) <= _VERSE_LINE and line.endswith(_VERSE_ENDS)
