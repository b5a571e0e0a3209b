"""Cues in square brackets that only a script has, in the words of another language: repeats, versions, breaths, sounds.

“[wiederholen 3 mal] … [Ende]” of a German script becomes “[repeat 3 times] … [end]” before anything else reads it.
Pauses and single bells are read where all asides are.
"""

from collections.abc import Iterator
from dataclasses import replace

from feltsense.importing.context import with_language
from feltsense.importing.document import ChangeKind, Document, DocumentBlock, ImportChange
from feltsense.importing.front_matter import given_language
from feltsense.importing.meanings import valid_cue
from feltsense.script.cue_languages import foreign_language, valid_english_cue
from feltsense.script.cues import End, Open
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.model import Bell, Breath, Play, SoundscapeCue

_BRACKETS = LazyPattern(r"\[(?P<inner>[^\[\]\n]{2,100})\]")


def with_english_cues(document: Document) -> Document:
    """Return the document with these cues in English, and a report of each.

    A block counts only where it is opened and ended: “[Ende]” by itself is the end of a text.
    """
    if not any("[" in block.text for block in document.blocks):
        return document
    language = foreign_language(given_language(document.front_matter) or with_language(document).language)
    if not language:
        return document
    found = [cue for block in document.blocks for cue in _cues(block, language)]
    nodes = [valid_cue(english) for _, _, english in found]
    blocks = any(isinstance(node, Open) for node in nodes) and any(isinstance(node, End) for node in nodes)
    meant = {
        before: english
        for (_, before, english), node in zip(found, nodes, strict=True)
        if _is_meant(node, blocks=blocks)
    }
    changes = [
        ImportChange(place, ChangeKind.LANGUAGE, before, f"[{meant[before]}]")
        for place, before, _ in found
        if before in meant and before[1:-1] != meant[before]
    ]
    written = tuple(replace(block, text=_translated(block.text, meant)) for block in document.blocks)
    return replace(document, blocks=written, changes=(*document.changes, *changes))


def _cues(block: DocumentBlock, language: str) -> Iterator[tuple[int, str, str]]:
    """Yield where each cue of a block stands, as it is written and its English words."""
    for match in _BRACKETS.finditer(block.text):
        english = valid_english_cue(" ".join(match["inner"].split()), language)
        if english:
            yield block.place + block.text.count("\n", 0, match.start()), match[0], english


def _is_meant(node: object, *, blocks: bool) -> bool:
    if isinstance(node, Bell):
        return node.times > 1
    return isinstance(node, Breath | SoundscapeCue | Play) or (blocks and isinstance(node, Open | End))


def _translated(text: str, meant: dict[str, str]) -> str:
    for before, english in meant.items():
        text = text.replace(before, f"[{english}]")
    return text
