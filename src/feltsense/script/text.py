"""From what stands in a script to what is spoken: composed, without markup, controls or pictures."""

import re
import unicodedata

_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Controls, zero-width marks, surrogates, and code points without a meaning."""

_MARKUP = re.compile(r"[*`\\]+|~~|(?<!\w)_+|_+(?!\w)")
"""Marks of emphasis and escapes. They are never spoken, so no pairs are looked for."""

_PICTURES = re.compile("[\u2190-\u21ff\u2300-\u27bf\u2900-\u297f\u2b00-\u2bff\ufe00-\ufe0f\U0001f000-\U0001faff\u20e3]")
_SPACE = re.compile(r"\s+")


def normalised(text: str) -> str:
    """Return `text` composed (NFC), with single spaces, without control or zero-width characters."""
    if text.isascii() and text.isprintable():
        return _SPACE.sub(" ", text).strip()
    kept = "".join(c for c in _SPACE.sub(" ", text) if unicodedata.category(c) not in _DROPPED)
    return _SPACE.sub(" ", unicodedata.normalize("NFC", kept)).strip()


def spoken(text: str) -> str:
    """Return `text` as it is said and shown: normalised, without emphasis marks, backslashes or pictures."""
    return normalised(_PICTURES.sub(" ", _MARKUP.sub("", text)))


def pictures(text: str) -> list[int]:
    """Return where picture characters begin in `text`."""
    return [] if text.isascii() else [match.start() for match in _PICTURES.finditer(text)]


def has_words(text: str) -> bool:
    """Tell whether there is anything to say in `text`."""
    return any(character.isalnum() for character in text)
