"""What the classifier sees of a passage: words, neighbouring words and letters, each hashed to a row of its table."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

WORD_ROWS = 1 << 14
"""Rows for words and for pairs of neighbours."""
LETTER_ROWS = 1 << 13
"""Rows for letter n-grams; they stand behind those of the words."""
ROWS = WORD_ROWS + LETTER_ROWS
_NGRAM = range(3, 6)
"""How many letters an n-gram has, the word's edges counted."""
_LONGEST_WORD = 40
"""Letters; what is longer is no word, and is cut."""
_FEWEST_WORDS = 4
_LENGTH_POWER = 0.4

_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+|[.,;:!?…—–-]+")
_START, _QUESTION = "^", "?"


@dataclass(frozen=True, slots=True)
class Features:
    """What a passage consists of, each kind once, however often it occurs."""

    tokens: frozenset[str]
    """Its words, and its signs as `sign_of` gives them."""
    pairs: frozenset[tuple[str, str]]
    """Neighbouring tokens; the start of each sentence is one."""

    @property
    def scale(self) -> float:
        """What its sum is divided by, so that a long passage weighs little more than a short one."""
        words = sum(token[0].isalnum() for token in self.tokens)
        return float(max(words, _FEWEST_WORDS) ** _LENGTH_POWER)

    def __sub__(self, other: "Features") -> "Features":
        """Return those that another passage has not."""
        return Features(self.tokens - other.tokens, self.pairs - other.pairs)

    def __or__(self, other: "Features") -> "Features":
        """Return what either passage has."""
        return Features(self.tokens | other.tokens, self.pairs | other.pairs)


def features_of(passage: str) -> Features:
    """Return the features of a passage in lower case with straight apostrophes; anything may be in it."""
    sequence = [_START]
    for token in _TOKEN.findall(passage):
        if token[0].isalnum():
            sequence.append(token[:_LONGEST_WORD])
            continue
        sign = sign_of(token)
        if sequence[-1][0].isalnum():
            sequence.append(sign)
        if sign in ".?" and sequence[-1] != _START:
            sequence.append(_START)
    if sequence[-1] == _START:
        sequence.pop()
    return Features(frozenset(sequence), frozenset(pairwise(sequence)))


def sign_of(token: str) -> str:
    """Return a run of signs as one: a question mark, a full stop, a comma, or … for a pause."""
    if _QUESTION in token:
        return _QUESTION
    if "." in token or "!" in token:
        return "."
    return "," if token[0] in ",;:" else "…"


@lru_cache(maxsize=1 << 11)
def token_rows(token: str) -> tuple[int | None, tuple[int, ...]]:
    """Return the row of a token, and those of its letter n-grams; of the signs only the question mark has a row."""
    if not token[0].isalnum():
        return (crc32(token.encode()) % WORD_ROWS if token == _QUESTION else None), ()
    edged = f"<{token}>"
    ngrams = {edged[i : i + n] for n in _NGRAM for i in range(len(edged) - n + 1)}
    letters = tuple(sorted(WORD_ROWS + crc32(ngram.encode()) % LETTER_ROWS for ngram in ngrams))
    return crc32(token.encode()) % WORD_ROWS, letters


def pair_row(pair: tuple[str, str]) -> int:
    """Return the row of two neighbouring tokens."""
    return crc32(" ".join(pair).encode()) % WORD_ROWS
