"""What stands behind the last spoken words: lines of metadata, “THE END”."""

import re
from dataclasses import replace

from feltsense.importing.document import ChangeKind, DocumentBlock, DocumentBlockKind
from feltsense.importing.structure import vocabulary
from feltsense.importing.structure.head_matter import is_credible, is_spoken_label, take_credit, take_metadata
from feltsense.importing.structure.lengths import parse_length
from feltsense.importing.structure.manuscript import (
    HEADING_KINDS,
    SPOKEN_KINDS,
    Manuscript,
    bare_text,
    joined_lines,
    sentence_ends,
)
from feltsense.importing.structure.metadata import MetadataKind, MetadataLine, author_of, is_credit, metadata_lines
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.text import has_words

_LONGEST = 100
_MAY_END = (
    r"^[-=*#~_•\s\[(]*(?:-?30|(?:(?:the )?end|fine?|ende|fim|einde|fade|script|recording|transcript|meditation|"
    r"session)(?![^\W_]))|\#{3}"
)
_ENDING = LazyPattern(rf"[-=*#~_•\s\[(]*(?:{vocabulary.ENDING})[-=*#~_•\s\])]*[.!]?", re.IGNORECASE, needs=_MAY_END)
_SURE_ENDING = LazyPattern(
    rf"[-=*#~_•\s\[(]*(?:(?!end\b(?!\s)|fin\b(?!\s)|ende\b(?!\s)|fine\b(?!\s)|fim\b|"
    rf"einde\b(?!\s)){vocabulary.ENDING})[-=*#~_•\s\])]*[.!]?",
    re.IGNORECASE,
    needs=_MAY_END,
)
_BEGINNING = LazyPattern(
    rf"[-=*#~_•\s\[(]*(?:{vocabulary.BEGINNING})[-=*#~_•\s\])]*[.!:]?", re.IGNORECASE, needs=r"begin|start|spoken to"
)
_TAIL = LazyPattern(r"(?<=[.!?…\"”»])[ ]+(?:THE END|END|FIN|ENDE|FINE|FIM|EINDE)[.!]?$", needs=r"[DNEM][.!]?$")
"""The same behind the last sentence."""
_SAID = LazyPattern(r"[^\W\d_]+[.!]", re.IGNORECASE)
"""One word with a full stop, which may be the last of a sentence."""
_CUE = LazyPattern(r"\[(?:end|(?:from|up to|repeat)\b[^\]]*)\]", re.IGNORECASE)
_FEW_WORDS = 5
_MOST_BEHIND = 2
"""Short lines behind the end, as a name and a year."""
_CLOSING_NOTES = LazyPattern(
    rf"(?:{vocabulary.SETTING_KEYS}|word ?count|words|number of words|date|version|recorded by)", re.IGNORECASE
)


def with_end(page: Manuscript) -> None:
    """Take lines of metadata behind the last spoken words."""
    kept: list[DocumentBlock] = []
    while page.blocks:
        block = page.blocks[-1]
        if block.kind not in (DocumentBlockKind.TEXT, DocumentBlockKind.ITEM):
            break
        if has_words(block.text):
            lines = page.lines(block)
            said = [_said_at_end(line.text) for line in lines]
            if not all(said) and not all(is_credit(line.text) or author_of(bare_text(line.text)) for line in lines):
                break
            for line, each in zip(lines, said, strict=True):
                kept += _taken_at_end(page, line, each)
        page.blocks.pop()
    page.blocks += reversed(kept)


def _taken_at_end(page: Manuscript, line: DocumentBlock, said: tuple[MetadataLine, ...]) -> list[DocumentBlock]:
    author = author_of(bare_text(line.text))
    if said:
        return [note for note in (take_metadata(page, line, each) for each in said) if note]
    if author and not page.head.author and not is_credit(line.text):
        page.head = replace(page.head, author=author)
        page.report(line, ChangeKind.MOVED, line.text, "author in the front matter")
    else:
        take_credit(page, line, bare_text(line.text))
    return []


def _said_at_end(text: str) -> tuple[MetadataLine, ...]:
    """Return what a line at the end says, if it is sure to be metadata there."""
    if is_spoken_label(text):
        return ()
    said = metadata_lines(text)
    sure = all(
        (each.kind is MetadataKind.OTHER and _CLOSING_NOTES.fullmatch(each.key))
        or each.kind in (MetadataKind.AUTHOR, MetadataKind.TAGS, MetadataKind.CREDITS)
        or (each.kind is MetadataKind.LENGTH and parse_length(each.value))
        for each in said
    )
    return said if sure and all(is_credible(each) for each in said) else ()


def without_endings(page: Manuscript) -> None:
    """Leave out “THE END” and its like, in place."""
    last = _last_words(page)
    bracketed = (block.text.strip() for block in page.blocks if block.text.lstrip()[:1] == "[")
    blocks = any(_CUE.match(text) and text.lower() != "[end]" for text in bracketed)
    found: list[DocumentBlock] = []
    for at, block in enumerate(page.blocks):
        if block.kind not in (*SPOKEN_KINDS, *HEADING_KINDS) or not has_words(block.text):
            found.append(block)
            continue
        lines = page.lines(block)
        kept: list[DocumentBlock] = []
        for line in lines:
            final = at >= last and line is lines[-1] and not (blocks and line.text.strip().lower() == "[end]")
            if _is_ending(line, last=final):
                page.leave_out(line, "says where the words begin or end")
            elif final and (tail := _TAIL.search(line.text)):
                page.report(line, ChangeKind.LEFT_OUT, tail[0], "says where the words begin or end")
                kept.append(replace(line, text=line.text[: tail.start()]))
            else:
                kept.append(line)
        found += [block] if kept == lines else [joined_lines(kept)] if kept else []
    page.blocks = found


def _last_words(page: Manuscript) -> int:
    """Return from which block on a lone “End” is the end: the last, or the one that a name or two stand behind."""
    spoken = [
        at
        for at, block in enumerate(page.blocks)
        if has_words(block.text) and block.kind not in (DocumentBlockKind.NOTE, DocumentBlockKind.QUESTION)
    ]
    first = len(spoken) - 1
    while first > 0 and len(spoken) - first <= _MOST_BEHIND and _stands_behind(page.blocks[spoken[first]].text):
        first -= 1
    return spoken[first] if spoken else 0


def _stands_behind(text: str) -> bool:
    """Tell whether `text` is short and no sentence."""
    return len(text.split()) <= _FEW_WORDS and not sentence_ends(text) and not _ENDING.fullmatch(text)


def _is_ending(line: DocumentBlock, *, last: bool) -> bool:
    text = bare_text(line.text.strip())
    if len(text) > _LONGEST or _SAID.fullmatch(text) or (_CUE.fullmatch(text) and not last):
        return False
    return bool((_ENDING if last else _SURE_ENDING).fullmatch(text) or _BEGINNING.fullmatch(text))
