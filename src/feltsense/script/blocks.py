"""Lines to blocks: headings, notes, paragraphs and list items, as stretches of the source."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from feltsense.script.source import Source


class BlockKind(StrEnum):
    """What a block of lines is."""

    HEADING = "heading"
    NOTE = "note"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    LAST_ITEM = "last item"
    PAUSE = "pause"
    """A line that holds only dots or the word pause."""


@dataclass(frozen=True, slots=True)
class Block:
    """Source offsets from `start` to `end`, markup before the text left out."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    """Of a heading: the number of its #."""


_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)(.*?)(?:[ \t]+#+)?[ \t]*$")
_NOTE = re.compile(r" {0,3}> ?")
_ITEM = re.compile(r"\s{0,12}(?:[-+*•]|\d{1,3}[.)])[ \t]+(?=\S)")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_LONE_PAUSE = re.compile(r"[ \t]*(?:…+|\.(?:[ \t]?\.){2,}|(?:short |long )?pause)[ \t]*[.]?[ \t]*$", re.IGNORECASE)


def blocks(source: Source, text: str, start: int) -> list[Block]:
    """Return the blocks of `text` (the source with comments blanked) from offset `start` on."""
    found: list[Block] = []
    running: Block | None = None
    for first, last in _line_bounds(source, start):
        line = text[first:last]
        alone = _alone(line, first)
        item = _ITEM.match(line)
        if alone or item or not line.strip() or _RULE.match(line):
            found += [running] if running else []
            running = Block(BlockKind.ITEM, first + item.end(), last) if item and not alone else None
            found += [alone] if alone else []
        elif running:
            running = replace(running, end=last)
        else:
            running = Block(BlockKind.PARAGRAPH, first, last)
    return _lists_closed([*found, running] if running else found)


def _line_bounds(source: Source, start: int) -> Iterator[tuple[int, int]]:
    ends = [*(begin - 1 for begin in source.starts[1:]), len(source.text)]
    for first, last in zip(source.starts, ends, strict=True):
        if first >= start:
            yield first, last


def _alone(line: str, first: int) -> Block | None:
    """Return the block that a line is by itself."""
    heading = _HEADING.match(line)
    if heading:
        return Block(BlockKind.HEADING, first + heading.start(2), first + heading.end(2), len(heading[1]))
    note = _NOTE.match(line)
    if note:
        return Block(BlockKind.NOTE, first + note.end(), first + len(line))
    if _LONE_PAUSE.match(line):
        bare = line.strip()
        begin = first + line.index(bare)
        return Block(BlockKind.PAUSE, begin, begin + len(bare))
    return None


def _lists_closed(found: list[Block]) -> list[Block]:
    """Return the blocks with each list's last item marked."""
    following = [*(block.kind for block in found[1:]), None]
    return [
        replace(block, kind=BlockKind.LAST_ITEM)
        if block.kind is BlockKind.ITEM and after is not BlockKind.ITEM
        else block
        for block, after in zip(found, following, strict=False)
    ]
