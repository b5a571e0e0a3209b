"""Several practices in one document: where each begins."""

import re
from collections.abc import Sequence
from dataclasses import replace

from feltsense.importing.document import Document, DocumentBlock, DocumentBlockKind
from feltsense.importing.structure import vocabulary
from feltsense.importing.structure.manuscript import HEADING_KINDS, SPOKEN_KINDS, bare_text, sentence_ends, spoken_words
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.text import has_words

_NUMBERED = LazyPattern(rf"{vocabulary.NUMBERED_PRACTICE}\s*(?:[:.)–—-]\s*[^\n]{{0,80}})?", re.IGNORECASE)
_LONG = 150
"""Words of a part that is a practice by itself, though it has no sections."""
_FEWEST = 2
_LONGEST_TITLE = 120


def practices(document: Document) -> tuple[Document, ...]:
    """Return the practices in `document`, each as a document; itself alone where there are not several.

    What stands before the first becomes notes of it. All have the document's front matter, but its title.
    """
    starts = _starts(document.blocks)
    if len(starts) < _FEWEST:
        return (document,)
    bounds = zip(starts, [*starts[1:], len(document.blocks)], strict=True)
    return tuple(_part(document, first, last, number) for number, (first, last) in enumerate(bounds))


def _part(document: Document, first: int, last: int, number: int) -> Document:
    title, *rest = document.blocks[first:last]
    before = [
        block if block.kind is DocumentBlockKind.NOTE else replace(block, kind=DocumentBlockKind.NOTE)
        for block in document.blocks[: first if number == 0 else 0]
        if has_words(block.text)
    ]
    blocks = (replace(title, kind=DocumentBlockKind.TITLE, text=bare_text(title.text)), *before, *rest)
    start = title.place if number else 0
    end = document.blocks[last].place if last < len(document.blocks) else None
    changes = tuple(each for each in document.changes if start <= each.place and (end is None or each.place < end))
    front = "\n".join(line for line in document.front_matter.split("\n") if not re.match(r"(?:title|slug)\s*:", line))
    return replace(document, blocks=blocks, changes=changes, front_matter=front.strip("\n"))


def _starts(blocks: Sequence[DocumentBlock]) -> list[int]:
    """Return where practices begin: at numbered titles, or at headings of the first level with parts of their own."""
    numbered = [at for at, block in enumerate(blocks) if _is_numbered_title(block)]
    if len(numbered) >= _FEWEST and all(_words(blocks, numbered)):
        return numbered
    highest = [at for at, block in enumerate(blocks) if block.kind is DocumentBlockKind.HEADING and block.level == 1]
    if len(highest) < _FEWEST or any(block.kind is DocumentBlockKind.TITLE for block in blocks):
        return []
    parts = [blocks[first:last] for first, last in zip(highest, [*highest[1:], len(blocks)], strict=True)]
    return highest if sum(map(_is_whole, parts)) >= _FEWEST and all(map(spoken_words, parts)) else []


def _is_whole(part: Sequence[DocumentBlock]) -> bool:
    """Tell whether what a heading heads is a practice by itself, not a section of one."""
    return spoken_words(part) >= _LONG or any(block.kind is DocumentBlockKind.HEADING for block in part[1:])


def _words(blocks: Sequence[DocumentBlock], starts: Sequence[int]) -> list[int]:
    bounds = zip(starts, [*starts[1:], len(blocks)], strict=True)
    return [spoken_words(blocks[first + 1 : last]) for first, last in bounds]


def _is_numbered_title(block: DocumentBlock) -> bool:
    """Tell whether a block is “Script 1: Feet” and its like."""
    if block.kind not in (*HEADING_KINDS, *SPOKEN_KINDS) or len(block.text) > _LONGEST_TITLE or "\n" in block.text:
        return False
    bare = bare_text(block.text)
    return bool(_NUMBERED.fullmatch(bare)) and not sentence_ends(bare)
