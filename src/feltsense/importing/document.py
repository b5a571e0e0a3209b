"""What every reader makes of a file: blocks in order, and the changes that it had to make."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from feltsense.errors import ImportingError
from feltsense.importing.characters import BRACES

MAX_TEXT = 1024**2
"""Characters of a document's text: a book of 500 pages, whose practices are written one by one."""


class DocumentBlockKind(StrEnum):
    """What a block is."""

    TITLE = "title"
    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    NOTE = "note"
    """Shown to therapists, never spoken."""
    CUE = "cue"
    """A cue of our format without its brackets, that a reader knows for sure: a silence between two captions."""
    QUESTION = "question"
    """A question whole, as `question_comment` makes it: it stands in the script as it is."""


@dataclass(frozen=True, slots=True)
class DocumentBlock:
    """A paragraph, heading, list item, note or cue."""

    kind: DocumentBlockKind
    text: str
    """Lines are separated by line feeds."""
    place: int
    """The line, or in a word processor's file the paragraph, where it begins; from 1."""
    level: int = 0
    """Of a heading: 1 is the highest. Of an item: how deep its list stands in others, from 0."""
    mark: str = "-"
    """Of an item: `-`, or its number with its point."""
    keeps_lines: bool = False
    """True when its line ends were meant, as in verse."""
    spoken: bool = False
    """True when the document says so, as a column of words or a time before it does: it is no title and no heading."""
    length: str = ""
    """Of a heading: how long its part should last, as a heading of ours has it: `2 to 3 min`."""


class ChangeKind(StrEnum):
    """What became of a part of the source."""

    TITLE = "title"
    SECTION = "section"
    LENGTH = "length"
    """How long a part should last."""
    PAUSE = "pause"
    BELL = "bell"
    NOTE = "note"
    QUESTION = "question"
    ANSWER = "answer"
    """A question that was answered while it was imported."""
    VERSE = "verse"
    SIGNS = "signs"
    """Quotes, spaces and dots in their plain form."""
    LANGUAGE = "language"
    MOVED = "moved"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class ImportChange:
    """One part of the source that is not in the script as it was."""

    place: int
    kind: ChangeKind
    before: str
    """All words of it."""
    after: str = ""
    """What stands in the script instead, or why nothing does."""


@dataclass(frozen=True, slots=True)
class HeadMatter:
    """What a document says about itself, at its head or its end."""

    title: str = ""
    author: str = ""
    summary: str = ""
    tags: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    """Rights and sources."""
    cautions: tuple[str, ...] = ()
    minutes: tuple[float, ...] = ()
    """How long the whole should last; two ends where a range was written."""
    length: str = ""
    """The same, as it was written."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader found in a file."""

    blocks: tuple[DocumentBlock, ...]
    changes: tuple[ImportChange, ...] = ()
    place_unit: str = "line"
    """What `place` counts: “line” or “paragraph”."""
    by_line: bool = False
    """True when the lines of each block's text are those of the file."""
    front_matter: str = ""
    """Front matter of our own form without its fences, if it had one."""
    language: str = ""
    """BCP 47, where the file says it."""
    say: tuple[tuple[str, str], ...] = ()
    """Words, each with how it is said: a respelling, or `/ipa/`."""
    head: HeadMatter = HeadMatter()
    words_only: bool = False
    """True when the format itself says what is spoken, as speech markup and captions do: no line is looked at for a
    title, a heading or page furniture."""


@dataclass(frozen=True, slots=True)
class TableCell:
    """What stands in one cell of a table."""

    text: str
    """Lines are separated by line feeds, paragraphs by two."""
    place: int
    """Where it begins, as in `DocumentBlock`."""


class PieceKind(StrEnum):
    """What a piece of a paragraph is."""

    TEXT = "text"
    CUE = "cue"
    COMMENT = "comment"
    LINE = "line"
    """A line end that was meant."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph; a cue and a comment with their brackets."""

    kind: PieceKind
    text: str = ""


@dataclass(slots=True)
class ParagraphPieces:
    """A paragraph in our format."""

    pieces: list[Piece] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    changes: list[ImportChange] = field(default_factory=list)


def locate_changes(changes: Sequence[ImportChange], block: DocumentBlock) -> Iterator[ImportChange]:
    """Yield the changes that were made in `block`, in their order, each with its own line instead of the first.

    Args:
        changes: what was changed, from the front to the back.
        block: of a file whose lines are those of its text.
    """
    text = block.text.translate(BRACES)
    ends = [found.start() for found in re.finditer("\n", text)]
    cursor = 0
    for change in changes:
        wanted = re.compile(r"\s+".join(map(re.escape, change.before.split())))
        found = wanted.search(text, cursor) or wanted.search(text)
        if found is None:
            yield change
            continue
        cursor = max(cursor, found.end())
        yield replace(change, place=block.place + bisect_left(ends, found.start()))


def check_length(characters: int) -> None:
    """Refuse a document with more text than is read; readers ask while they read.

    Raises:
        ImportingError: there are more than `MAX_TEXT` characters.
    """
    if characters > MAX_TEXT:
        raise ImportingError(
            f"There are {characters:,} characters of text in it; at most {MAX_TEXT:,} are read.",
            "Import it in parts.",
        )
