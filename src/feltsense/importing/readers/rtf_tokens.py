"""The signs of an RTF file in their order: groups, control words, bytes and text."""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from feltsense.script.lazy_pattern import LazyPattern

_TOKEN = LazyPattern(
    r"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})?[ ]?|\\'(?P<byte>[0-9A-Fa-f]{2})|\\(?P<sign>[^A-Za-z])"
    r"|(?P<open>\{)|(?P<close>\})|(?P<text>[^\\{}]+)|\\",
    re.DOTALL,
)
_LINE_ENDS = str.maketrans("", "", "\r\n\0")


class RtfTokenKind(Enum):
    """What a sign is."""

    OPEN = auto()
    CLOSE = auto()
    WORD = auto()
    SIGN = auto()
    """A control word of one sign that is no letter."""
    BYTES = auto()
    """Text in the encoding of its font."""


class RtfToken(NamedTuple):
    """One sign."""

    kind: RtfTokenKind
    name: str = ""
    """Of a control word."""
    number: int | None = None
    """Behind a control word."""
    data: bytes = b""


_OPEN, _CLOSE = RtfToken(RtfTokenKind.OPEN), RtfToken(RtfTokenKind.CLOSE)


def rtf_tokens(data: bytes) -> Iterator[RtfToken]:
    """Yield the signs of a file; embedded binary data is left out."""
    text = data.decode("latin-1")
    cursor, end = 0, len(text)
    while cursor < end and (match := _TOKEN.match(text, cursor)):
        cursor = match.end()
        match match.lastgroup:
            case "text":
                yield RtfToken(RtfTokenKind.BYTES, data=match["text"].translate(_LINE_ENDS).encode("latin-1"))
            case "byte":
                yield RtfToken(RtfTokenKind.BYTES, data=bytes((int(match["byte"], 16),)))
            case "open":
                yield _OPEN
            case "close":
                yield _CLOSE
            case "word" | "number":
                number = int(match["number"]) if match["number"] else None
                if match["word"] == "bin":
                    cursor += max(number or 0, 0)
                else:
                    yield RtfToken(RtfTokenKind.WORD, match["word"], number)
            case "sign":
                yield RtfToken(RtfTokenKind.SIGN, match["sign"])
