"""From what stands in a script to what is spoken: composed, without markup, controls or pictures."""

import re
import unicodedata

from feltsense.system.printable import printable_line

_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Controls, zero-width marks, surrogates, and code points without a meaning."""

_MARKUP = re.compile(r"[*`\\]+|~~|(?<!\w)_++|(?<!_)_++(?!\w)")
"""Marks of emphasis and escapes. They are never spoken, so no pairs are looked for."""

_PICTURE = "[\u2190-\u21ff\u2300-\u27bf\u2900-\u297f\u2b00-\u2bff\ufe00-\ufe0f\U0001f000-\U0001faff\u20e3]"
_EMOTICON = (
    r"(?<!\S)(?:</?3+(?![\d.])(?! ?(?:min|sec|hour|day|week|month|year|time|breath|round|step|of|to|and|s\b|m\b|h\b))"
    r"|[:;=]['-]?[)(DPp]|\^_\^)(?![\w)])"
)
_PICTURES = re.compile(f"{_PICTURE}(?:{_PICTURE}|\u200d)*|{_EMOTICON}")
"""One or several side by side, which may be one to the eye; also such as are made of signs: <3 and :-)."""

_MAYBE_EMOTICON = re.compile(r"[:;=^<][-'_/^()DPp3]")

_SPACE = re.compile(r"\s+")
_LEFT_BEHIND = re.compile(r" (?=[.,;:!?](?:\s|$))|,(?= ?,)")
"""What a picture, a link, a comment or struck-through words leave: a space before a sign, or a comma before another."""


def normalised(text: str) -> str:
    """Return `text` composed (NFC), with single spaces, without control or zero-width characters."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    kept = "".join(c for c in _SPACE.sub(" ", text) if unicodedata.category(c) not in _DROPPED)
    return _SPACE.sub(" ", unicodedata.normalize("NFC", kept)).strip()


def spoken(text: str) -> str:
    """Return `text` as it is said and shown: normalised, without emphasis marks, backslashes or pictures."""
    return _LEFT_BEHIND.sub("", normalised(_PICTURES.sub(" ", _MARKUP.sub("", text))))


def pictures(text: str) -> list[tuple[int, int]]:
    """Return where picture characters begin and end in `text`."""
    if text.isascii() and not _MAYBE_EMOTICON.search(text):
        return []
    return [match.span() for match in _PICTURES.finditer(text)]


def quoted(text: str, limit: int = 40) -> str:
    """Return what a script says as a message may quote it: at most `limit` characters, none that moves the cursor."""
    return printable_line(text if len(text) <= limit else text[: limit - 1] + "…")


def has_words(text: str) -> bool:
    """Tell whether there is anything to say in `text`."""
    return text[:1].isalnum() or any(map(str.isalnum, text))


def spelled(key: str) -> str:
    """Return a key of the front matter as people read it: `body-scan` → `body scan`."""
    return key if key in _COMPOUNDS else key.replace("-", " ")


_COMPOUNDS = frozenset({"self-compassion", "loving-kindness"})
"""They keep their hyphen."""
