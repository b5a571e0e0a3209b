"""The passes that find the structure of a document, in their order."""

from collections import Counter
from dataclasses import replace

from feltsense.importing import characters
from feltsense.importing.document import ChangeKind, Document, DocumentBlockKind, ImportChange
from feltsense.importing.front_matter import front_matter_title
from feltsense.importing.structure.endings import with_end, without_endings
from feltsense.importing.structure.furniture import without_furniture
from feltsense.importing.structure.head import with_head, with_title
from feltsense.importing.structure.headings import with_headings
from feltsense.importing.structure.legends import with_legends
from feltsense.importing.structure.letterheads import without_letterhead
from feltsense.importing.structure.lone_names import lone_names
from feltsense.importing.structure.manuscript import Manuscript
from feltsense.importing.structure.notes import with_lengths, with_notes, with_settings_noted
from feltsense.importing.structure.other_sections import without_other_sections
from feltsense.importing.structure.quotations import with_quotations
from feltsense.importing.structure.speakers import without_speakers


def structured(document: Document, *, titled: bool = False) -> Document:
    """Return `document` with its title, headings, lengths and notes as such, without what nobody speaks.

    Each change is reported behind those that the reader made.

    Args:
        document: what a reader made of a file.
        titled: whether none of its headings is its title, as there are several practices in it.
    """
    plain = normalised_document(document)
    page = Manuscript(list(plain.blocks), plain.by_line, plain.head, plain.language, list(plain.changes))
    titled = titled or bool(front_matter_title(plain.front_matter))
    if plain.words_only:
        with_title(page, titled=titled)
        without_speakers(page)
        with_lengths(page)
        return replace(plain, blocks=tuple(page.blocks), changes=tuple(page.changes), head=page.head)
    if plain.by_line:
        with_quotations(page)
    with_legends(page)
    without_letterhead(page)
    without_furniture(page)
    page.persons = lone_names(page)
    with_head(page, titled=titled)
    with_end(page)
    without_speakers(page)
    without_endings(page)
    with_notes(page)
    with_headings(page)
    without_other_sections(page)
    with_settings_noted(page)
    with_lengths(page)
    return replace(
        plain, blocks=tuple(page.blocks), changes=tuple(page.changes), head=page.head, language=page.language
    )


def normalised_document(document: Document) -> Document:
    """Return `document` with plain characters; report how many were replaced, and which are gone."""
    counts: Counter[str] = Counter()
    blocks = tuple(
        block
        if block.kind is DocumentBlockKind.QUESTION
        else replace(block, text=characters.normalise(block.text, counts))
        for block in document.blocks
    )
    place = blocks[0].place if blocks else 1
    gone = (characters.PICTURES, characters.UNSEEN)
    found = tuple(
        ImportChange(place, ChangeKind.LEFT_OUT if what in gone else ChangeKind.SIGNS, f"{count} × {what}")
        for what, count in counts.items()
        if count
    )
    return replace(document, blocks=blocks, changes=(*document.changes, *found))
