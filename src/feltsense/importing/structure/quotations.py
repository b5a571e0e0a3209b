"""Quoted lines of a text: notes, unless the line above them asks to say them; then that is a question."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from feltsense.importing.document import ChangeKind, DocumentBlock, DocumentBlockKind
from feltsense.importing.structure.manuscript import SPOKEN_KINDS, Manuscript, sentence_ends
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.questions import NOTHING, question_comment
from feltsense.script.text import has_words

_ASKS = LazyPattern(
    r"\b(?:say|saying|repeat|repeating|read|whisper|recite|tell|offer|hear|phrases?|words|affirmations?|mantra|lines|"
    r"sag\w{0,3}|wiederhol\w{0,3}|sprich|sprechen|lies|flüster\w{0,3}|sätze|worte|"
    r"di|diga|dite|repite|repita|lee|susurra|frases|palabras|dis|répète[zr]?|lis|murmure[zr]?|phrases|mots|"
    r"ripeti|leggi|sussurra|frasi|parole|repete|leia|sussurre|zeg|herhaal|lees|fluister|zinnen|woorden)\b",
    re.IGNORECASE,
)
_CUES = LazyPattern(r"[\[\]<>{}]")
_ASKED = "Is this said, a note, or left out?"


def with_quotations(page: Manuscript) -> None:
    """Report quoted lines as the notes that they are; ask about those that the line above asks to say, in place."""
    found: list[DocumentBlock] = []
    told = {(change.place, change.kind) for change in page.changes}
    above = ""
    for noted, group in groupby(page.blocks, lambda block: block.kind is DocumentBlockKind.NOTE):
        blocks = list(group)
        if noted:
            found += _quoted(page, [b for b in blocks if (b.place, ChangeKind.NOTE) not in told], above, blocks)
        else:
            found += blocks
            last = next((block for block in reversed(blocks) if has_words(block.text)), None)
            above = last.text if last is not None and last.kind in SPOKEN_KINDS else ""
    page.blocks = found


def _quoted(
    page: Manuscript, new: Sequence[DocumentBlock], above: str, blocks: Sequence[DocumentBlock]
) -> Iterator[DocumentBlock]:
    line = above.rstrip().rpartition("\n")[2]
    asked = line.endswith(":") and _ASKS.search(line[-200:]) is not None
    if asked and len(new) == len(blocks) and not any(_CUES.search(block.text) for block in blocks):
        words = " ".join(_as_sentence(" ".join(block.text.split())) for block in blocks if has_words(block.text))
        page.report(blocks[0], ChangeKind.QUESTION, words, _ASKED)
        comment = question_comment(_ASKED, (words, f"> {words}", NOTHING), words)
        yield replace(blocks[0], kind=DocumentBlockKind.QUESTION, text=comment)
        return
    for block in new:
        page.note(replace(block, kind=DocumentBlockKind.TEXT))
    yield from blocks


def _as_sentence(line: str) -> str:
    return line if sentence_ends(line) else f"{line}."
