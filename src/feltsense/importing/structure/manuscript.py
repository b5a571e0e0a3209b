"""A document while its structure is found: blocks, what is known about the whole, and the report so far."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TypeVar

from feltsense.importing.document import ChangeKind, DocumentBlock, DocumentBlockKind, HeadMatter, ImportChange
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.text import has_words

SPOKEN_KINDS = (DocumentBlockKind.TEXT, DocumentBlockKind.ITEM)
HEADING_KINDS = (DocumentBlockKind.TITLE, DocumentBlockKind.HEADING)

_EMPHASIS = "*_ \t"
Item = TypeVar("Item")
_SENTENCE_END = LazyPattern(r"[.!?…,;][\"'”’)\]*_]*$")
_MOST_SIGNS = 12
"""That an end is looked for in."""


@dataclass(slots=True)
class Manuscript:
    """What the passes work on, one after the other."""

    blocks: list[DocumentBlock]
    by_line: bool
    """True when the lines of each block's text are those of the file."""
    head: HeadMatter = field(default_factory=HeadMatter)
    language: str = ""
    changes: list[ImportChange] = field(default_factory=list)
    _parted: dict[int, tuple[DocumentBlock, list[DocumentBlock]]] = field(default_factory=dict)
    """Blocks by their identity, each with its lines: most passes look at all."""
    persons: frozenset[str] = frozenset()
    """Names that stand on lines of their own above what somebody says."""

    def report(self, block: DocumentBlock, kind: ChangeKind, before: str, after: str = "") -> None:
        """Report what became of a part of `block`."""
        self.changes.append(ImportChange(block.place, kind, " ".join(before.split()), after))

    def leave_out(self, block: DocumentBlock, why: str) -> None:
        """Report that `block` is left out."""
        if has_words(block.text):
            self.report(block, ChangeKind.LEFT_OUT, written_text(block), why)

    def note(self, block: DocumentBlock, text: str = "") -> DocumentBlock:
        """Return `block` as a note, and report it."""
        if block.kind is not DocumentBlockKind.NOTE:
            self.report(block, ChangeKind.NOTE, written_text(block), "a note")
        return replace(block, kind=DocumentBlockKind.NOTE, text=text or block.text)

    def noted(self, block: DocumentBlock) -> DocumentBlock:
        """Return `block` as a note, and report it, where it has words; else as it is."""
        return self.note(block) if has_words(block.text) else block

    def lines(self, block: DocumentBlock) -> list[DocumentBlock]:
        """Return each line of a block that has words, as a block of its own."""
        written = block.text.split("\n")
        if len(written) == 1:
            return [block]
        parted = self._parted.get(id(block))
        if parted is None or parted[0] is not block:
            lines = [
                replace(block, text=line, place=block.place + number * self.by_line)
                for number, line in enumerate(written)
                if has_words(line)
            ]
            parted = self._parted[id(block)] = (block, lines)
        return list(parted[1])


def written_text(block: DocumentBlock) -> str:
    """Return the words of a block with its number, if it is an item that has one."""
    return f"{block.mark} {block.text}" if block.kind is DocumentBlockKind.ITEM and block.mark != "-" else block.text


def joined_lines(lines: Sequence[DocumentBlock]) -> DocumentBlock:
    """Return the block that some of a block's lines are."""
    return replace(lines[0], text="\n".join(line.text for line in lines))


def bare_text(text: str) -> str:
    """Return `text` on one line, without emphasis around it."""
    plain = " ".join(text.split())
    return plain.strip(_EMPHASIS) if plain[:1] in "*_" or plain[-1:] in "*_" else plain


def sentence_ends(text: str) -> bool:
    """Tell whether `text` ends as a sentence does, or a part of one."""
    return bool(_SENTENCE_END.search(text.rstrip()[-_MOST_SIGNS:]))


def is_shouted(text: str) -> bool:
    """Tell whether `text` is in capitals, four letters or more."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) >= 4 and all(letter.isupper() for letter in letters)


def is_title_case(text: str) -> bool:
    """Tell whether all longer words of `text` begin with capitals."""
    long = [word for word in re.findall(r"[^\W\d_][\w'’-]*", text) if len(word) > 3]
    return bool(long) and all(word[0].isupper() for word in long)


def spoken_words(blocks: Iterable[DocumentBlock]) -> int:
    """Return how many words of the blocks may be spoken."""
    return sum(len(block.text.split()) for block in blocks if block.kind in SPOKEN_KINDS)


def with_next(items: Sequence[Item]) -> Iterator[tuple[Item, Item | None]]:
    """Yield each item with the one behind it."""
    following: Iterator[Item | None] = chain(items[1:], (None,))
    yield from zip(items, following, strict=False)
