"""Lines to blocks: headings, notes, paragraphs and list items, as stretches of the source."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from feltsense.script.foreign_abbreviations import ORDINAL_NOUNS
from feltsense.script.foreign_cues import spoken_pause
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.sentences import ended
from feltsense.script.source import Source
from feltsense.script.text import has_words
from feltsense.script.variants import canonical

MOST_OF_A_HEADING = 60
"""Characters; what is longer is a sentence."""


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
    """Of a heading: the number of its #; one underlined with = is of the first level, with - of the second."""


_HEADING = re.compile(r"[ \t]*(#{1,6}(?=[ \t]|$)|#{2,6}(?=[^\s#]))[ \t]*")
"""A space behind the signs is not asked for where there are two or more: nobody means “##Feet” to be spoken."""
_NOTE = re.compile(r"[ \t]*> ?")
_ITEM = re.compile(
    rf"\s{{0,12}}(?:(?=\d{{1,2}}\.[ \t](?:{'|'.join(sorted(ORDINAL_NOUNS))})\b)"
    r"|(?:[-+*•·◦▪\uf0b7]|(?P<dash>[–—])|\d{1,3}[.)])[ \t]+(?=\S))"
)
"""Signs of lists, those of word processors too. A dash may also stand between two lines of a sentence; “1. Schritt:”
keeps its number, which is said.
"""
_RULE = re.compile(r" {0,3}(?:([-*_=~+•·])(?:[ \t]*\1){2,}|--|[–—―─━═⸻]+)[ \t]*$")
_UNDERLINE = re.compile(r"[ \t]*(?:={3,}|-{3,})[ \t]*$")
_IN_BRACKETS = re.compile(r"[\[<](?!(?:about |~ ?)?\d)|…|\.\.")
_NUMBERED_PART = re.compile(
    r"(?:part|section|chapter|step|phase|stage|day|week|session|lesson|module|exercise|practice|track|no\.?)[ ]"
    r"(?:\d{1,3}|[a-z]{1,9}):",
    re.IGNORECASE,
)
_LONE_PAUSE = re.compile(r"(?:…|\.(?:[ \t]?\.){2})[.… \t]*|(?:short |long |brief )?pause[ \t]*[.…]*", re.IGNORECASE)

_SAYS_PAUSE = LazyPattern(r"\bpau[sz]\w+|\w{4,}pause\b|\d.*\bs(?:ti|il)", re.IGNORECASE)
"""How a line sounds that may be a pause by itself; silence without a length is as likely spoken."""
_DASHED = LazyPattern(r"[-–—]{1,3}[ \t]*(?P<words>[^-–—]+?)[ \t]*[-–—]{1,3}")


def blocks(source: Source, text: str, start: int, language: str = "") -> list[Block]:
    """Return the blocks of `text` (the source with comments blanked) from offset `start` on.

    `language` is one whose words of pauses are understood beside English ones.
    """
    found: list[Block] = []
    running: Block | None = None
    divided = -2
    """Where the last line of signs under a line ended."""
    for first, last in _line_bounds(source, start):
        line = text[first:last]
        if running and _UNDERLINE.match(line) and (parted := _underlined(running, text, line.strip())):
            if running.start == divided + 1:  # lines with a divider between each two are no headings
                found[-1], parted = _spoken(found[-1]), [running]
            found += parted
            running, divided = None, last
            continue
        rule = _RULE.match(line)
        item = None if rule else _ITEM.match(line)
        if item and item["dash"] and running and running.kind is BlockKind.PARAGRAPH:
            item = None
        alone = _alone(line, first, item.end() if item else 0, language)
        if alone or item or not line.strip() or rule:
            found += [running] if running else []
            running = Block(BlockKind.ITEM, first + item.end(), last) if item and not alone else None
            found += [alone] if alone else []
        elif running:
            running = replace(running, end=last)
        else:
            running = Block(BlockKind.PARAGRAPH, first, last)
    return _lists_closed([*found, running] if running else found)


def is_paragraph(line: str) -> bool:
    """Tell whether a line by itself is a paragraph: no heading, note, item, rule or pause."""
    divides = _RULE.match(line) or _ITEM.match(line) or _alone(line, 0, 0, "")
    return not divides and line.strip() != ""


def _line_bounds(source: Source, start: int) -> Iterator[tuple[int, int]]:
    ends = [*(begin - 1 for begin in source.starts[1:]), len(source.text)]
    for first, last in zip(source.starts, ends, strict=True):
        if first >= start:
            yield first, last


def is_underlined_heading(line: str, underline: str, before: str = "") -> bool:
    """Tell whether a line of = or - makes a heading of the line above it, or only divides.

    A sentence is spoken: it has an end or a colon, or is longer than a heading, or begins in the line before it.

    Args:
        line: the line above; nothing else is asked of it.
        underline: the signs, at least three.
        before: the line above `line` in the same paragraph, if there is one.
    """
    bare = line.strip().strip("*_ \t")
    if (
        not has_words(bare)
        or len(bare) > MOST_OF_A_HEADING
        or _IN_BRACKETS.search(bare)
        or (before and not ended(before))
    ):
        return False
    if canonical(bare.strip("() ")):
        return False
    if underline.startswith("="):
        return not bare.endswith((".", ",", ";"))
    sentence = ended(bare) or bare.endswith((",", ";", "…")) or (":" in bare and not _NUMBERED_PART.match(bare))
    return not sentence and not bare[0].islower()


def _underlined(running: Block, text: str, underline: str) -> list[Block] | None:
    """Return a paragraph whose last line is underlined, as what comes before it and the heading; None without one."""
    if running.kind is not BlockKind.PARAGRAPH:
        return None
    above, newline, line = text[running.start : running.end].rpartition("\n")
    if not is_underlined_heading(line, underline, above.rpartition("\n")[2]):
        return None
    begin = running.end - len(line.lstrip())
    heading = Block(BlockKind.HEADING, begin, begin + len(line.strip()), 1 if underline.startswith("=") else 2)
    return [replace(running, end=running.start + len(above)), heading] if newline else [heading]


def _spoken(heading: Block) -> Block:
    """Return what was taken for a heading as a paragraph."""
    return replace(heading, kind=BlockKind.PARAGRAPH, level=0)


def _alone(line: str, first: int, marker: int, language: str) -> Block | None:
    """Return the block that a line is by itself; its list marker, if any, ends at `marker`."""
    heading = _HEADING.match(line)
    if heading:
        begin = first + heading.end()
        return Block(BlockKind.HEADING, begin, begin + len(_unclosed(line[heading.end() :])), len(heading[1]))
    note = _NOTE.match(line)
    if note:
        return Block(BlockKind.NOTE, first + note.end(), first + len(line))
    bare = line[marker:].strip()
    if _LONE_PAUSE.fullmatch(bare) or (language and _is_pause(line.strip(), bare, language)):
        begin = first + line.index(bare, marker)
        return Block(BlockKind.PAUSE, begin, begin + len(bare))
    return None


def _is_pause(line: str, bare: str, language: str) -> bool:
    """Tell whether a line says that it is a pause, and nothing else: “--- 15 Sekunden Pause ---”, “pausa larga”.

    `bare` is it without the sign of a list.
    """
    dashed = _DASHED.fullmatch(line)
    words = dashed["words"] if dashed else bare
    says = len(words) <= MOST_OF_A_HEADING and (dashed or _SAYS_PAUSE.search(words))
    return bool(says) and spoken_pause(words, language) is not None


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
