"""The tables at the head of an RTF file: its fonts with their encodings, and its styles; and the marks of its lists."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass, field

from feltsense.importing.readers.style_names import StyleRole, style_role
from feltsense.script.lazy_pattern import LazyPattern

SYMBOLS = "symbols"
"""Instead of an encoding: a font of signs."""
_CHARSETS = {
    0: "cp1252", 2: SYMBOLS, 77: "mac_roman", 78: "cp932", 79: "cp949", 80: "cp936", 81: "cp950", 83: "cp1255",
    84: "mac_cyrillic", 85: "mac_greek", 86: "mac_turkish", 87: "cp1256", 88: "mac_latin2", 128: "cp932",
    129: "cp949", 130: "johab", 134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258",
    177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
_CODEPAGES = {10000: "mac_roman", 65001: "utf-8"}
"""Those whose names in Python are not their numbers."""
_NUMBERED = LazyPattern(r"[\s(]*+(?:\d{1,3}\.){0,8}(?P<number>\d{1,3}|[A-Za-z]{1,4})[.)\s]*+")
_DEEPEST = 30
"""Styles that one may be derived from."""


@dataclass(slots=True)
class RtfStyle:
    """A style of paragraphs."""

    name: str = ""
    based_on: int = -1
    outline: int | None = None
    """From 0; 9 is the text's."""


@dataclass(slots=True)
class RtfTables:
    """Fonts and styles by their numbers."""

    encoding: str = "cp1252"
    """Of text whose font says none."""
    fonts: dict[int, str] = field(default_factory=dict)
    styles: dict[int, RtfStyle] = field(default_factory=dict)

    def set_codepage(self, number: int) -> None:
        """Take in the number of the file's own encoding."""
        self.encoding = _known(_CODEPAGES.get(number, f"cp{number}")) or "cp1252"

    def set_charset(self, font: int, charset: int) -> None:
        """Take in how a font is encoded; 1 stands for the file's own encoding."""
        if charset in _CHARSETS:
            self.fonts[font] = _CHARSETS[charset]

    def decoded(self, data: bytes, font: int) -> str:
        """Return text in a font; what is in no encoding becomes a replacement character."""
        encoding = self.fonts.get(font, self.encoding)
        if data.isascii() and encoding != SYMBOLS:
            return data.decode("ascii")
        if encoding == SYMBOLS:
            return "".join(chr(0xF000 + byte) if byte > 0x20 else chr(byte) for byte in data)
        own = encoding if encoding != "cp1252" else self.encoding
        return data.decode(own, "replace")

    def role(self, number: int) -> tuple[StyleRole, int]:
        """Return what a style is for, and the level of a heading's."""
        chain = list(self._chain(number))
        role, level = style_role([style.name for style in chain])
        outline = next((style.outline for style in chain if style.outline is not None), None)
        if outline is not None and role in (StyleRole.BODY, StyleRole.HEADING):
            return (StyleRole.HEADING, outline + 1) if outline < 9 else (StyleRole.BODY, 0)
        return role, level

    def _chain(self, number: int) -> Iterator[RtfStyle]:
        for _ in range(_DEEPEST):
            style = self.styles.get(number)
            if style is None:
                return
            yield style
            number = style.based_on


def _known(encoding: str) -> str:
    """Return the name of an encoding of text; empty where Python has none of this name."""
    try:
        return codecs.lookup(encoding).name if encoding else ""
    except LookupError:
        return ""


class RtfMarks:
    """The marks of items, from the signs that stand before them in the file."""

    def __init__(self) -> None:
        self._counts: dict[int, int] = {}
        """The last number of each level."""

    def mark(self, sign: str, level: int) -> str:
        """Return `-`, or a number with its point; letters are counted.

        Args:
            sign: what stands before the item.
            level: how deep its list stands in others, from 0.
        """
        for deeper in [each for each in self._counts if each > level]:
            del self._counts[deeper]
        number = _NUMBERED.fullmatch(sign)
        if number is None:
            self._counts.pop(level, None)
            return "-"
        written = number["number"]
        begins = written.lower() in ("a", "i") and self._counts.get(level, 0) != 8  # “i” may be the ninth letter
        self._counts[level] = int(written) if written.isdigit() else 1 if begins else self._counts.get(level, 0) + 1
        return f"{self._counts[level]}."
