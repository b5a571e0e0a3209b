"""What is known of a whole document before its paragraphs are read: its language, its footnotes, its emphasis."""

import re
from collections.abc import Sequence
from dataclasses import replace

from feltsense.importing.document import ChangeKind, Document, DocumentBlock, DocumentBlockKind, ImportChange
from feltsense.importing.front_matter import gives_language
from feltsense.importing.meanings import InlineContext
from feltsense.script.language import LANGUAGE_NAMES, guess_language
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.text import has_words

_LOOKED_AT = 20_000
"""Characters of a document that its language is known by."""
_SPOKEN = (DocumentBlockKind.TEXT, DocumentBlockKind.ITEM, DocumentBlockKind.HEADING)
_NUMBER = LazyPattern(r"[\[(](\d{1,3})[\])]")
_EMPHASISED = LazyPattern(r"\s*([*_]{1,3})(?=\S).*\S\1\s*", re.DOTALL, needs=r"^\s*[*_]")
_MOST_ITALIC = 1 / 3
_ENGLISH = "en"


def with_language(document: Document) -> Document:
    """Return the document with the language that its words are in, where that is sure, and a report of it.

    What the document says of itself counts where its words do not tell otherwise.
    """
    if gives_language(document.front_matter):
        return document
    guessed = guess_language(_text(document.blocks)) or ""
    language = document.language
    if guessed and language.lower().partition("-")[0] != guessed:
        language = guessed
    primary = language.lower().partition("-")[0]
    if not language or primary == _ENGLISH:
        return replace(document, language=language)
    name = LANGUAGE_NAMES.get(primary, primary)
    how = "its words are" if language == guessed else "it says that it is"
    told = f"language: {language}; a voice that speaks {name} is needed, see feltsense voices"
    change = ImportChange(1, ChangeKind.LANGUAGE, f"{how} {name}", told)
    return replace(document, language=language, changes=(*document.changes, change))


def inline_context(document: Document) -> InlineContext:
    """Return what there is to know of a document where its asides are read."""
    footnotes = _counts_up(document.blocks)
    spoken = [block for block in document.blocks if block.kind is DocumentBlockKind.TEXT and has_words(block.text)]
    italic = sum(bool(_EMPHASISED.fullmatch(block.text)) for block in spoken)
    return InlineContext(document.language, footnotes, bool(spoken) and italic > _MOST_ITALIC * len(spoken))


def _text(blocks: Sequence[DocumentBlock]) -> str:
    """Return the beginning of what is spoken, and asides among it."""
    parts, length = [], 0
    for block in blocks:
        if block.kind in _SPOKEN and length < _LOOKED_AT:
            parts.append(block.text)
            length += len(block.text)
    return "\n".join(parts)


def _counts_up(blocks: Sequence[DocumentBlock]) -> bool:
    """Tell whether the lone numbers in brackets are 1, 2, 3 …, as those of footnotes are."""
    found = [int(number) for block in blocks if block.kind in _SPOKEN for number in _NUMBER.findall(block.text)]
    return bool(found) and found == list(range(1, len(found) + 1))
