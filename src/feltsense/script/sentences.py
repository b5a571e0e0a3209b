"""Where sentences end, where a long one can be parted for speech, and what is verse."""

import re
from collections.abc import Iterator

from feltsense.script.abbreviations import closes_sentence

MOST_WORDS = 25
"""More in one piece and a voice loses its breath, or its memory."""

# a run of signs is looked at once, from its start, or long ones would take hours
_END = re.compile(
    r"(?<![.!?؟۔।])[.!?؟۔।]++[\"'”’“‘»«›‹)\]*_~`]*+(?:[ \xa0\u202f][»›][)\]*_~`]*+)?(?=\s|$)|[。！？]+[」』”]*"
)
_MARKS = str.maketrans("", "", "*_~`")
_OPENING = "\"'“‘„‚(«»‹›*_~` \xa0\u202f\t\n"
_CLOSING = "\"'”’“‘»«›‹)]」』 \xa0\u202f"
_INVERTED = "¿¡"
"""They open a sentence in Spanish, with a small letter behind them too."""
_PARTING = re.compile(r"[/–—(-]")
_HYPHENATED = ("c.-à-d", "j.-c")
"""Abbreviations that are one word."""
_NEXT_WORD = re.compile(r"[^\W\d_]+")


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
    ahead = text[match.end() : match.end() + 40].lstrip(_OPENING)
    opened = ahead[:1] in _INVERTED
    ahead = ahead.lstrip(_OPENING + _INVERTED)
    after = ahead[:1].upper() if opened else ahead[:1]
    signs = match[0].translate(_MARKS)
    if not after:
        return True
    if signs[0] != ".":
        # “Is it?” she asks. – the sentence goes on
        return not (after.islower() and signs[-1] in _CLOSING)
    if signs != ".":
        return not after.islower()
    before = text[max(0, match.start() - 40) : match.start()]
    if not before or before[-1].isspace():
        return True
    *_, previous, last = ["", *before.split()]
    following = _NEXT_WORD.match(ahead)
    word = last.lstrip(_OPENING)
    word = word if word.lower() in _HYPHENATED else _PARTING.split(last)[-1].lstrip(_OPENING)
    return closes_sentence(word, previous, after, following[0] if following else "")


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
    if words[cut - 1] in ("«", "‹") or words[cut][0] in "»›?!;:":  # French has spaces there
        return -1
    if words[cut - 1][-1] in ";:—–":
        return 3
    if words[cut - 1][-1] == "," or words[cut] in ("—", "–"):
        return 2
    if words[cut] == "y" and words[cut - 1].lower() in ("il", "on", "vous"):
        return 0  # il y a
    return 1 if words[cut].lower() in _CONJUNCTIONS else 0


_CONJUNCTIONS = frozenset(
    word
    for words in (
        "and or but so as while when where because that which then until if",
        "und aber oder sondern denn weil während wenn dass damit sowie",
        "y pero sino porque mientras cuando donde aunque",
        "et mais ou parce lorsque pendant puis",
        "e perché mentre quando mas enquanto",
        "maar omdat terwijl zodat",
    )
    for word in words.split()
)
"""Of seven languages; such as mean something else in another of them are left out."""


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
