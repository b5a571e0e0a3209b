"""A phrase cut at its marks and at its pronunciations, for eSpeak NG, which leaves marks out. Pure."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from feltsense.script.text import pictures
from feltsense.voice.readings.rules import WITHOUT_WORDS, is_said


class PartKind(StrEnum):
    """What a piece of a phrase is."""

    WORDS = "words"
    SOUNDS = "sounds"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class PhrasePart:
    """A piece of a phrase."""

    kind: PartKind
    text: str
    """Words; of sounds the word that is written; of a mark one of those of `ALL_MARKS`."""
    sounds: str = ""
    """Of sounds: the phonetic alphabet, without its slashes."""
    elided: str = ""
    """Of sounds: a word of which only a consonant is left stands before it without a space, such as l'."""


ALL_MARKS = ".,;:!?…—“”()"
"""Marks that a phrase may have; quotes point to where they open and close."""
OPENING = "“("
_PAUSES = ".,;:!?…—"

_MARK = re.compile(
    r"""(?P<mark> \.{2,} | … | [!?;¿¡()] | ["“”„‟«»‹›] | [—―] | (?<!\d)–|–(?!\d) | (?<!\S)-+(?!\S)
        | [.,:](?!\w) | ,(?=[^\W\d]) )""",
    re.VERBOSE,
)
_QUOTES = frozenset('"“”„‟«»‹›')
_OPENING_QUOTES = frozenset("«‹“„‟")
_WRITTEN = {"–": "—", "―": "—", "¿": "", "¡": "", "\\": ""}
_APOSTROPHES = str.maketrans("‘’ʼ`´", "'''''")
_ELIDED = re.compile(r"(?<!\w)[^\W\d_]+'$")
_NOT_READ = re.compile(r"[*_~|\\^<>•·]|#(?!\d)")
"""Signs that it would call by name."""


def cut_into_parts(text: str, say: tuple[tuple[str, str], ...]) -> list[PhrasePart]:
    """Return a phrase in pieces; nothing in them is called by name, and no mark stands before the first word.

    Args:
        text: a phrase that went through `validate_utterance` and was read out by `readings`.
        say: word → respelling, or `/ipa/`; whole words, in any case.
    """
    pieces: list[PhrasePart] = []
    for piece in _pronounced(text.translate(_APOSTROPHES), say):
        pieces.extend([piece] if piece.kind is PartKind.SOUNDS else _at_marks(piece.text))
    return list(_tidy(pieces))


def _pronounced(text: str, say: tuple[tuple[str, str], ...]) -> Iterator[PhrasePart]:
    """Yield text with respellings put in, and between it the words that are given in sounds; each word once."""
    table = sorted(
        ((word.translate(_APOSTROPHES), spoken) for word, spoken in say if word), key=lambda entry: -len(entry[0])
    )
    if not table:
        yield PhrasePart(PartKind.WORDS, text)
        return
    pattern = re.compile("|".join(rf"(?<!\w)({re.escape(word)})(?!\w)" for word, _ in table), re.IGNORECASE)
    plain, at = "", 0
    for found in pattern.finditer(text):
        plain, at, spoken = plain + text[at : found.start()], found.end(), table[(found.lastindex or 1) - 1][1]
        if len(spoken) > 2 and spoken.startswith("/") and spoken.endswith("/"):
            elided = _ELIDED.search(plain)
            plain = plain[: elided.start()] if elided else plain
            yield PhrasePart(PartKind.WORDS, plain)
            yield PhrasePart(PartKind.SOUNDS, found.group(), spoken[1:-1], elided[0] if elided else "")
            plain = ""
        else:
            plain += spoken
    yield PhrasePart(PartKind.WORDS, plain + text[at:])


def _at_marks(text: str) -> Iterator[PhrasePart]:
    at = 0
    for found in _MARK.finditer(text):
        yield from _words(text[at : found.start()])
        mark = _mark(found["mark"], text[: found.start()], text[found.end() :])
        if mark:
            yield PhrasePart(PartKind.MARK, mark)
        at = found.end()
    yield from _words(text[at:])


def _mark(written: str, before: str, after: str) -> str:
    if written in _QUOTES:
        return "“" if _opens(written, before, after) else "”"
    if written.startswith(".."):
        return "…"
    return "—" if written[0] == "-" else _WRITTEN.get(written, written)


def _opens(quote: str, before: str, after: str) -> bool:
    """Tell whether a quote opens: by the spaces around it, for »…« and «…» are both in use."""
    free_before, free_after = not before[-1:].strip(" (—–"), not after[:1].strip(" .,;:!?…)—–")
    return free_before if free_before != free_after else quote in _OPENING_QUOTES


def _words(text: str) -> Iterator[PhrasePart]:
    kept = "".join(" " if _is_picture(sign) else sign for sign in _NOT_READ.sub(" ", text))
    if words := " ".join(word for word in kept.split() if any(map(_is_read, word))):
        yield PhrasePart(PartKind.WORDS, words)


def _is_picture(sign: str) -> bool:
    return sign in WITHOUT_WORDS or unicodedata.category(sign) == "Sk" or bool(pictures(sign))


def _is_read(sign: str) -> bool:
    return sign.isalnum() or sign in "%&@#" or is_said(sign)


def _tidy(pieces: list[PhrasePart]) -> Iterator[PhrasePart]:
    """Yield the pieces without pauses before the first word, and one pause only where several follow each other."""
    before = "start"
    for piece in pieces:
        is_pause = piece.kind is PartKind.MARK and piece.text in _PAUSES
        if not (is_pause and before in {"start", "pause"}):
            yield piece
        if is_pause:
            before = "pause" if before != "start" else before
        elif piece.kind is not PartKind.MARK:
            before = "words"
