"""What every reader makes of a file: neutral blocks in order, and what it could not keep as it was."""

from dataclasses import dataclass
from enum import StrEnum


class DocumentBlockKind(StrEnum):
    """What a block is."""

    TITLE = "title"
    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    NOTE = "note"
    """Shown to therapists, never spoken."""


@dataclass(frozen=True, slots=True)
class DocumentBlock:
    """A paragraph, heading, list item or note."""

    kind: DocumentBlockKind
    text: str
    """Its lines are parted by line feeds."""
    place: int
    """The line, or in a word processor's file the paragraph, where it begins; from 1."""
    level: int = 0
    """Of a heading; 1 is the highest."""
    mark: str = "-"
    """Of an item: `-`, or its number with its point."""
    broken: bool = False
    """True when its line ends were meant, as in verse."""


class Turned(StrEnum):
    """What was done with a part of the source."""

    TITLE = "title"
    SECTION = "section"
    PAUSE = "pause"
    BELL = "bell"
    NOTE = "note"
    QUESTION = "question"
    VERSE = "verse"
    SIGNS = "signs"
    """Quotes, spaces and dots in their plain form."""
    MOVED = "moved"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class ImportChange:
    """One thing that does not stand in the script as it stood in the source."""

    place: int
    turned: Turned
    before: str
    """All words of it."""
    after: str = ""
    """What stands in the script instead, or why nothing does."""


@dataclass(frozen=True, slots=True)
class Document:
    """What was read."""

    blocks: tuple[DocumentBlock, ...]
    changes: tuple[ImportChange, ...] = ()
    places: str = "line"
    """What `place` counts: “line” or “paragraph”."""
    by_line: bool = False
    """True when the lines of each block's text are those of the file."""
    front: str = ""
    """Front matter of our own form without its fences, if it had one."""
