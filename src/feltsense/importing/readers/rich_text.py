"""Paragraphs with their looks, as the readers of word processors' files collect them."""

from dataclasses import dataclass, field
from typing import NamedTuple

from feltsense.importing.document import ChangeKind, ImportChange
from feltsense.importing.readers.style_names import StyleRole
from feltsense.script.text import has_words

DELETED = "a tracked deletion"
HIDDEN = "hidden text"
STRUCK = "struck through"
CONTENTS = "the table of contents"
MARGIN = "stands above or below every page"
PAGE_BREAK = "\f"
"""In the text of a paragraph: a new page, column or section begins."""


@dataclass(slots=True)
class RichLine:
    """A line of a paragraph and its looks."""

    text: str = ""
    bold: bool = True
    """Whether all of it is."""
    italic: bool = True
    """Whether all of it is."""
    emphasis: list[tuple[int, int]] = field(default_factory=list)
    """Where letters that are bold or italic begin and end."""
    size: float = 0.0
    """Points of its smallest letters; 0 where nothing says so."""


@dataclass(slots=True)
class RichNote:
    """A note at the foot, at the end or at the margin."""

    label: str
    words: str


class Letters(NamedTuple):
    """What letters look like."""

    bold: bool = False
    italic: bool = False
    size: float = 0.0
    """Points."""
    reason: str = ""
    """Why they are not part of the text; empty where they are."""
    language: str = ""


USUAL = Letters()
"""Letters that nothing is said of."""


class CellPlace(NamedTuple):
    """Where in which table a paragraph stands."""

    table: int
    row: int
    column: int


@dataclass(slots=True)
class RichParagraph:
    """A paragraph while it is read."""

    place: int
    changes: list[ImportChange]
    """What is left out of it is added here."""
    role: StyleRole = StyleRole.BODY
    level: int = 0
    """Of a heading: 1 is the highest. Of an item: how deep its list stands in others, from 0."""
    mark: str = ""
    """Of an item: `-`, or its number with its point."""
    page_number: bool = False
    """Whether the number of a page, or of all pages, stands in it."""
    date: bool = False
    """Whether a date stands in it that the program fills in."""
    cell: CellPlace | None = None
    lines: list[RichLine] = field(default_factory=lambda: [RichLine()])
    notes: list[RichNote] = field(default_factory=list)
    _left_out: str = ""
    _reason: str = ""

    @property
    def text(self) -> str:
        """What is spoken of it."""
        return "\n".join(line.text for line in self.lines).strip(" ")

    def add(self, text: str, letters: Letters = USUAL, reason: str = "") -> None:
        """Put in a stretch of text.

        Args:
            text: its line feeds are lines that were meant.
            letters: what it looks like.
            reason: why it is left out; empty where its letters say so, or it is spoken.
        """
        reason = reason or letters.reason
        if reason:
            self._leave_out(text, reason)
            return
        if text.strip():
            self.end()
        first, *rest = text.split("\n")
        self._add_to_line(first, letters)
        for line in rest:
            self.lines.append(RichLine())
            self._add_to_line(line, letters)

    def end(self) -> None:
        """Report what has been left out."""
        if has_words(self._left_out):
            words = " ".join(self._left_out.split())
            self.changes.append(ImportChange(self.place, ChangeKind.LEFT_OUT, words, self._reason))
        self._left_out = self._reason = ""

    def _leave_out(self, text: str, reason: str) -> None:
        if reason != self._reason:
            self.end()
        self._reason = reason
        self._left_out += text

    def _add_to_line(self, text: str, letters: Letters) -> None:
        line = self.lines[-1]
        if text.strip():
            line.bold, line.italic = line.bold and letters.bold, line.italic and letters.italic
            line.size = min(line.size, letters.size) if has_words(line.text) else letters.size
        start, line.text = len(line.text), line.text + text
        if letters.bold or letters.italic:
            goes_on = line.emphasis and not line.text[line.emphasis[-1][1] : start].strip()
            first = line.emphasis.pop()[0] if goes_on else start
            line.emphasis.append((first, len(line.text)))
