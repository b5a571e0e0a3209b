"""From a file's bytes to lines that can be edited, and back: what nobody has touched stays as it was, byte for byte."""

import re
from collections import Counter
from dataclasses import dataclass

from feltsense.errors import EditingError

_BOM = b"\xef\xbb\xbf"
_LINE = re.compile(r"([^\r\n]*)(\r\n?|\n|\Z)")

_HIDDEN = 0xF0000
"""While they are edited, characters that break lines, steer a terminal or turn text around are moved by so much."""
_CONTROLS = (*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0), 0x2028, 0x2029)
_BIDI = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_MOVED = {code: chr(_HIDDEN + code) for code in (*_CONTROLS, *_BIDI)}
_BACK = {ord(moved): chr(code) for code, moved in _MOVED.items()}
_STANDS_FOR = dict.fromkeys(_BACK, "·")


@dataclass(frozen=True, slots=True)
class TextShape:
    """How a file's text is written down."""

    bom: bool = False
    """Whether it begins with a byte order mark."""
    lines: tuple[str, ...] = ("",)
    """Its lines when it was read."""
    line_ends: tuple[str, ...] = ("",)
    """The end of each of them; the last one's is empty."""
    new_line_end: str = "\n"
    """The end of lines that are new."""


def split_text(source: bytes) -> tuple[str, TextShape]:
    """Return the text of `source` as it is edited, and its shape.

    The text's lines end in a line feed, and each of its characters stands for one of the source's.

    Raises:
        EditingError: it is no text.
    """
    try:
        text = source.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        hint = "Save it from its own editor as plain text (UTF-8). Nothing was changed."
        raise EditingError("This file is not UTF-8 text.", hint) from error
    if any(ord(character) in _BACK for character in text):
        raise EditingError("There are characters in this file that cannot be kept here.", "Nothing was changed.")
    found = _LINE.findall(text)
    rows = found[:-1] if len(found) > 1 and found[-2][1] == "" else found
    lines = tuple(line.translate(_MOVED) for line, _ in rows)
    ends = tuple(end for _, end in rows)
    usual = Counter(end for end in ends if end).most_common(1)
    return "\n".join(lines), TextShape(source.startswith(_BOM), lines, ends, usual[0][0] if usual else "\n")


def join_text(text: str, shape: TextShape) -> bytes:
    """Return the bytes of an edited text. Lines above and below what was changed keep their own ends."""
    lines = tuple(text.split("\n"))
    above = _alike(lines, shape.lines)
    below = min(_alike(lines[::-1], shape.lines[::-1]), len(lines) - above, len(shape.lines) - above)
    between = len(lines) - above - below
    ends = [*shape.line_ends[:above], *[shape.new_line_end] * between, *shape.line_ends[len(shape.line_ends) - below :]]
    ends = [end or shape.new_line_end for end in ends[:-1]] + [""]
    whole = "".join(line + end for line, end in zip(lines, ends, strict=True)).translate(_BACK)
    return (_BOM if shape.bom else b"") + whole.encode("utf-8", "replace")


def as_written(text: str) -> str:
    """Return an edited text with the characters that it stands for: what parsers and rules look at."""
    return text.translate(_BACK)


def as_seen(text: str) -> str:
    """Return an edited text as it may be drawn: as long, without control characters and overrides of its direction."""
    return text.translate(_STANDS_FOR)


def as_typed(text: str) -> str:
    """Return text from elsewhere, such as a paste, as it is edited."""
    unified = re.sub(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]", "\n", text)
    return unified.translate(_MOVED)


def _alike(lines: tuple[str, ...], others: tuple[str, ...]) -> int:
    """Return how many lines are the same from the first on."""
    count = 0
    for line, other in zip(lines, others, strict=False):
        if line != other:
            break
        count += 1
    return count
