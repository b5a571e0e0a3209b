"""Sections that are not for listeners: “Materials”, “References”. They become notes, or are left out.

A name such as “Background” or “Sources” may head the practice as well. What reads like guidance stays spoken below it,
and where more would go than stays, it is asked about.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from feltsense.importing.document import ChangeKind, DocumentBlock, DocumentBlockKind
from feltsense.importing.structure import vocabulary
from feltsense.importing.structure.guidance import guides, is_about_practice
from feltsense.importing.structure.lead_ins import NOT_FOR_LISTENERS, OTHER_SECTION
from feltsense.importing.structure.lengths import heading_length
from feltsense.importing.structure.manuscript import (
    HEADING_KINDS,
    SPOKEN_KINDS,
    Manuscript,
    bare_text,
    sentence_ends,
    spoken_words,
)
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.questions import NOTHING, question_comment
from feltsense.script.text import has_words

_FURNITURE = LazyPattern(rf"{vocabulary.FURNITURE_SECTION}\s*:?", re.IGNORECASE)
_FOR_SURE = LazyPattern(
    r"(?:(?:voice|audio|recording|speech|production|narration|tts|technical|playback|script)\b[^\n]*|"
    r"meta ?data|settings|related [^\n]*|"
    r"you (?:may|might) also like|(?:\d+ )?comments?[^\n]*|\d+ [^\n]*|leave a [^\n]*|share[^\n]*|"
    r"like this|about the [^\n]*|copyright[^\n]*|terms of use|subscribe|newsletter|"
    r"(?:kommentar|comentario|commentaire|comment[io]\b|comentário|reactie)[^\n]*)\s*:?",
    re.IGNORECASE,
)
"""What heads no practice, however long it is."""
_TO_DO_ELSEWHERE = LazyPattern(
    r"(?:adaptations?|modifications?|variations?|(?:contra-?)?indications?|cautions?|precautions|safety[^\n]*|"
    r"disclaimer|"
    r"homework|debrief\w*|discussion|[^\n]*(?:instructions?|tips|guidance|guidelines|notes?|usage|use|prompts|"
    r"questions)\b"
    r"[^\n]*|kontraindikationen|contraindicaciones|contre-indications|controindicazioni|contraindicações|"
    r"contra-indicaties|hinweise?[^\n]*|indicaciones|remarques|opmerkingen)\s*:?",
    re.IGNORECASE,
)
"""What may head words to the listener that are not said in the practice."""
_LIST_OF_PAGE = LazyPattern(
    r"(?:(?:table of )?contents|inhalt(?:sverzeichnis)?|índice|contenidos?|sommaire|table des matières|indice|"
    r"sommario|sumário|inhoud(?:sopgave)?|share(?: this(?: \w+)?)?|like this|subscribe|tags|categories)\s*:?",
    re.IGNORECASE,
)
"""What heads a list of short entries; sentences below it are the practice again."""
_SHORT_ENTRY = 3
"""Words."""
_SCRIPT_HEADING = LazyPattern(rf"{vocabulary.SCRIPT}\s*:?", re.IGNORECASE)
_ASKED = "Is this said, a note, or left out?"
_CUES = LazyPattern(r"[\[\]<>{}]")
_PAUSED = LazyPattern(r"[\[(][^\[\]()\n]{0,20}\b(?:pause|silence|breath)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _OtherSection:
    """A section to be put away: its name, and the places of its heading and behind its last block."""

    name: str
    first: int
    last: int


def without_other_sections(page: Manuscript) -> None:
    """Make notes of the sections that are not for listeners, leave out those of the page or the book, in place."""
    _before_script(page)
    spoken = spoken_words(page.blocks)
    for pattern, put_away in ((_FURNITURE, _left_out), (NOT_FOR_LISTENERS, Manuscript.noted)):
        sections = list(_sections(page.blocks, pattern))
        going = {at for each in sections for at in range(each.first, each.last)}
        staying = spoken_words(block for at, block in enumerate(page.blocks) if at not in going)
        if not sections or (spoken and not staying):
            continue
        doubtful = {
            at for each in sections if not _FOR_SURE.fullmatch(each.name) for at in range(each.first, each.last)
        }
        more = spoken_words(page.blocks[at] for at in doubtful) > staying
        asked = {at for at in doubtful if _is_asked(page.blocks[at], more=more)}
        kept = (
            _question(page, block, said=more) if at in asked else put_away(page, block) if at in going else block
            for at, block in enumerate(page.blocks)
        )
        page.blocks = [block for block in kept if block is not None]


def _sections(blocks: Sequence[DocumentBlock], pattern: LazyPattern) -> Iterator[_OtherSection]:
    """Yield the sections whose names fit a pattern, each up to where the practice itself begins in it."""
    name, first, level = "", 0, 0
    for at, block in enumerate(blocks):
        heads = block.kind in HEADING_KINDS
        over = block.level <= level if heads else bool(name) and _is_practice(name, block)
        if name and over:
            if at > first + 1 or heads:
                yield _OtherSection(name, first, at)
            name, level = "", 0
        if heads and not name:
            name = bare_text(heading_length(block.text)[0])
            first, level = at, block.level
            name = name if OTHER_SECTION.fullmatch(name) and pattern.fullmatch(name) else ""
            level = level if name else 0
    if name:
        yield _OtherSection(name, first, len(blocks))


def _is_practice(name: str, block: DocumentBlock) -> bool:
    """Tell whether the practice begins with a block of a section that has this name."""
    if block.kind is DocumentBlockKind.TEXT and _LIST_OF_PAGE.fullmatch(name) and _is_said(block.text):
        return True
    if block.kind not in SPOKEN_KINDS or _FOR_SURE.fullmatch(name):
        return False
    listed = block.kind is DocumentBlockKind.ITEM and not sentence_ends(block.text)
    return not listed and not _TO_DO_ELSEWHERE.fullmatch(name) and _guides(block.text)


def _guides(text: str) -> bool:
    return guides(text) or (_PAUSED.search(text) is not None and not is_about_practice(text))


def _is_asked(block: DocumentBlock, *, more: bool) -> bool:
    """Tell whether it is asked what a block is that would be put away.

    Args:
        block: in a section that may be for listeners.
        more: whether more would be put away than stays.
    """
    if block.kind is not DocumentBlockKind.TEXT or _CUES.search(block.text) or not has_words(block.text):
        return False
    return _guides(block.text) or (more and _is_said(block.text) and not is_about_practice(block.text))


def _question(page: Manuscript, block: DocumentBlock, *, said: bool) -> DocumentBlock:
    """Return the question what a block is; `said` tells whether it is likelier that it is said."""
    words = " ".join(block.text.split())
    page.report(block, ChangeKind.QUESTION, words, _ASKED)
    note = f"> {words}"
    comment = question_comment(_ASKED, ((words, note) if said else (note, words)) + (NOTHING,), words)
    return replace(block, kind=DocumentBlockKind.QUESTION, text=comment)


def _is_said(text: str) -> bool:
    """Tell whether a paragraph is a sentence, and so no entry of a list of contents or of buttons."""
    return len(text.split()) > _SHORT_ENTRY and sentence_ends(text)


def _left_out(page: Manuscript, block: DocumentBlock) -> None:
    page.leave_out(block, "belongs to the page, not to the practice")


def _before_script(page: Manuscript) -> None:
    """Make notes of what stands before a heading “Script”: it is about the script, in each practice of several."""
    parts = _parts(page.blocks)
    named = [at for at in parts if _SCRIPT_HEADING.fullmatch(bare_text(page.blocks[at].text))]
    for at in reversed(named):
        first, last = parts[at]
        again = bisect_left(named, last) - bisect_left(named, first) > 1  # each of them is a part of the script
        if again or (len(named) > 1 and not first):
            continue
        before, behind = page.blocks[first:at], page.blocks[at + 1 : last]
        if spoken_words(before) < spoken_words(behind):
            page.leave_out(page.blocks[at], "says where the words begin")
            page.blocks[first : at + 1] = [page.noted(block) for block in before]


def _parts(blocks: Sequence[DocumentBlock]) -> dict[int, tuple[int, int]]:
    """Return the places of all headings, each with where the part begins and ends that a higher heading heads."""
    firsts: dict[int, int] = {}
    lasts: dict[int, int] = {}
    open_heads: list[int] = []
    for at, block in enumerate(blocks):
        if block.kind not in HEADING_KINDS:
            continue
        while open_heads and blocks[open_heads[-1]].level > block.level:
            lasts[open_heads.pop()] = at
        above = open_heads[-1] if open_heads else -1
        firsts[at] = firsts[above] if above >= 0 and blocks[above].level == block.level else above + 1
        open_heads.append(at)
    return {at: (first, lasts.get(at, len(blocks))) for at, first in firsts.items()}
