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


_HEADING = re.compile(r"[ \t]*(#{1,6}(?=[ \t]|$)|#{2,6}(?=[^\s#]))[ \t]*")
"""A space behind the signs is not asked for where there are two or more: nobody means “##Feet” to be spoken."""
_NOTE = re.compile(r"[ \t]*> ?")
_ITEM = re.compile(r"\s{0,12}(?:[-+*•·◦▪\uf0b7]|(?P<dash>[–—])|\d{1,3}[.)])[ \t]+(?=\S)")
"""Signs of lists, those of word processors too. A dash may also stand between two lines of a sentence."""
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_LONE_PAUSE = re.compile(r"(?:…|\.(?:[ \t]?\.){2})[.… \t]*|(?:short |long |brief )?pause[ \t]*[.…]*", re.IGNORECASE)


def blocks(source: Source, text: str, start: int) -> list[Block]:
    """Return the blocks of `text` (the source with comments blanked) from offset `start` on."""
    found: list[Block] = []
    running: Block | None = None
    for first, last in _line_bounds(source, start):
        line = text[first:last]
        item = _ITEM.match(line)
        if item and item["dash"] and running and running.kind is BlockKind.PARAGRAPH:
            item = None
        alone = _alone(line, first, item.end() if item else 0)
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


def _alone(line: str, first: int, marker: int) -> Block | None:
    """Return the block that a line is by itself; its list marker, if any, ends at `marker`."""
    heading = _HEADING.match(line)
    if heading:
        begin = first + heading.end()
        return Block(BlockKind.HEADING, begin, begin + len(_unclosed(line[heading.end() :])), len(heading[1]))
    note = _NOTE.match(line)
    if note:
        return Block(BlockKind.NOTE, first + note.end(), first + len(line))
    bare = line[marker:].strip()
    if _LONE_PAUSE.fullmatch(bare):
        begin = first + line.index(bare, marker)
        return Block(BlockKind.PAUSE, begin, begin + len(bare))
    return None


def _unclosed(heading: str) -> str:
    """Return a heading's text without the signs that may close it."""
    bare = heading.rstrip()
    opened = bare.rstrip("#")
    return opened.rstrip() if opened[-1:] in ("", " ", "\t") else bare


def _lists_closed(found: list[Block]) -> list[Block]:
    """Return the blocks with each list's last item marked."""
    following = [*(block.kind for block in found[1:]), None]
    return [
        replace(block, kind=BlockKind.LAST_ITEM)
        if block.kind is BlockKind.ITEM and after is not BlockKind.ITEM
        else block
        for block, after in zip(found, following, strict=False)
    ]
