"""HTML entities in a script: `&amp;`, `&nbsp;`, `&#8217;` are the characters that they stand for, with their places."""

import html
import re
from dataclasses import dataclass
from html.entities import html5
from itertools import accumulate

from feltsense.script.diagnostics import Span
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.source import Source

_ENTITY = LazyPattern(
    r"&(?:amp;){0,3}(?:\#\d{1,7};|\#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};|(?:amp|gt|lt|nbsp|quot)(?![\w;=]))"
)
"""Also one that was written twice over (`&amp;nbsp;`), and those of each day without their semicolon."""

_DOUBLED = LazyPattern(r"^(?:amp;)+(?=.)")


@dataclass(frozen=True, slots=True)
class DecodedSource(Source):
    """A source whose entities are decoded; its places are those of the file."""

    written: Source
    """As it stands in the file."""
    edges: tuple[tuple[int, int], ...]
    """Behind each entity: the offset in the decoded text, and in the file's."""

    def span(self, start: int, end: int) -> Span:
        """Return the place in the file of text[start:end]."""
        return self.written.span(self._in_file(start), self._in_file(end))

    def _in_file(self, offset: int) -> int:
        low, high = 0, len(self.edges)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.edges[middle][0] <= offset else (low, middle)
        decoded, written = self.edges[low - 1] if low else (0, 0)
        return written + offset - decoded


def decoded_entities(text: str) -> str:
    """Return `text` with its entities decoded; what is no entity stays as it is."""
    return _ENTITY.sub(_character, text) if "&" in text else text


def decoded_source(source: Source, text: str, start: int) -> tuple[Source, str]:
    """Return a source, and its text with comments blanked, with the entities decoded from offset `start` on."""
    if "&" not in text:
        return source, text
    parts, edges, cursor, length = [], [], 0, 0
    for match in _ENTITY.finditer(text, start):
        character = _character(match)
        if character != match[0]:
            parts += [text[cursor : match.start()], character]
            length += len(parts[-2]) + len(character)
            cursor = match.end()
            edges.append((length, cursor))
    if not edges:
        return source, text
    plain = "".join([*parts, text[cursor:]])
    starts = (0, *accumulate(len(line) + 1 for line in plain.split("\n")[:-1]))
    return DecodedSource(plain, starts, source, tuple(edges)), plain


def _character(match: re.Match[str]) -> str:
    """Return what an entity stands for; a line end in it is a space, for lines are counted as they are written."""
    name = _DOUBLED.sub("", match[0][1:]).rstrip(";") + ";"
    character = html.unescape(f"&{name}") if name[0] == "#" else html5.get(name, match[0])
    return " " if character.isspace() else character.replace("\n", " ").replace("\r", " ")
