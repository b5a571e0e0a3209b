"""Where sentences end, and where a long one can be parted for speech."""

import re
from collections.abc import Iterator

MOST_WORDS = 25
"""More in one piece and a voice loses its breath, or its memory."""

_ABBREVIATIONS = frozenset(
    "dr mr mrs ms prof st sr jr vs etc e.g i.e eg ie a.m p.m approx no fig min sec vol ca cf inc ltd rev hon mt".split()  # noqa: SIM905 - a list of words reads best as words
)
_END = re.compile(r"[.!?]+[\"'”’»)\]]*(?=\s|$)|[。！？]+[」』”]*")
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
    return sentence.rstrip(_CLOSING).endswith((".", "!", "?", "。", "！", "？", "؟"))


def is_question(sentence: str) -> bool:
    """Tell whether `sentence` asks."""
    return sentence.rstrip(_CLOSING + "!").endswith(("?", "？", "؟"))


def _ends_here(text: str, match: re.Match[str]) -> bool:
    after = text[match.end() : match.end() + 40].lstrip()[:1]
    if not after:
        return True
    if match[0][0] != ".":
        # “Is it?” she asks. – the sentence goes on
        return not (after.islower() and match[0][-1] in _CLOSING)
    if match[0] != ".":
        return not after.islower()
    before = _WORD_BEFORE.search(text, max(0, match.start() - 40), match.start())
    word = before[1].lstrip("\"'“‘(«").lower() if before else ""
    if word in ("a.m", "p.m", "etc"):
        return after.isupper()
    initial = len(word) == 1 and word.isalpha() and word != "i" and before is not None and before[1].isupper()
    return word not in _ABBREVIATIONS and not initial


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
