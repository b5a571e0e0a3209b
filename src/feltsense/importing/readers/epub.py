"""Electronic books (.epub) to blocks: the pages of the book in their reading order.

A book is a ZIP archive of web pages, with a package file that names them in order.
"""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from feltsense.errors import ImportingError
from feltsense.importing.document import (
    ChangeKind,
    Document,
    DocumentBlock,
    DocumentBlockKind,
    ImportChange,
    check_length,
)
from feltsense.importing.readers import html
from feltsense.importing.readers.archive import DocumentArchive
from feltsense.script.text import has_words

CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PAGES = ("application/xhtml+xml", "text/html")
_DAMAGED = "This book is damaged and cannot be read."
_HINT = "Copy its text into a .txt file, and import that."


@dataclass(frozen=True, slots=True)
class _Page:
    name: str
    """Of its part in the archive."""
    is_contents: bool
    in_reading_order: bool
    """False for what the book shows beside its text."""


def read(archive: DocumentArchive) -> Document:
    """Return the blocks of a book; `place` counts its pages, that is, the files of its text.

    Raises:
        ImportingError: it is protected or damaged, or holds more than a script can have.
    """
    container = archive.root(CONTAINER)
    named = next((str(each.get("full-path")) for each in _named(container, "rootfile")), "")
    package = archive.root(named) if named else None
    if package is None:
        raise ImportingError(_DAMAGED, _HINT)
    pages = list(_pages(package, posixpath.dirname(named)))
    _refuse_protected(archive, {page.name for page in pages})
    title = next((_text(each) for each in _named(package, "title")), "")
    language = next((_text(each) for each in _named(package, "language")), "")
    author = ", ".join(_text(each) for each in _named(package, "creator"))
    blocks: list[DocumentBlock] = [DocumentBlock(DocumentBlockKind.TITLE, title, 1)] if has_words(title) else []
    if has_words(author):
        blocks.append(DocumentBlock(DocumentBlockKind.NOTE, f"Author: {author}", 1))
    changes: list[ImportChange] = []
    for number, page in enumerate(pages, 1):
        read_page = html.read(archive.data(page.name).decode("utf-8", "replace"))
        if page.is_contents or not page.in_reading_order:
            why = "the table of contents" if page.is_contents else "stands beside the book's text"
            changes += [ImportChange(number, ChangeKind.LEFT_OUT, each.text, why) for each in read_page.blocks]
        else:
            blocks += (_placed(each, number, title) for each in read_page.blocks)
            changes += (ImportChange(number, each.kind, each.before, each.after) for each in read_page.changes)
        check_length(sum(len(block.text) for block in blocks))
    return Document(tuple(blocks), tuple(changes), place_unit="page", language=language)


def _pages(package: Any, folder: str) -> Iterator[_Page]:
    """Yield the pages of a book in their order."""
    parts = {each.get("id"): each for each in _named(package, "item")}
    for entry in _named(package, "itemref"):
        part = parts.get(entry.get("idref"))
        if part is not None and part.get("media-type") in _PAGES:
            name = posixpath.normpath(posixpath.join(folder, unquote(part.get("href") or "")))
            is_contents = "nav" in (part.get("properties") or "").split()
            yield _Page(name, is_contents, entry.get("linear") != "no")


def _placed(block: DocumentBlock, page: int, title: str) -> DocumentBlock:
    """Return a block of a page as one of the book: what is the page's title is a heading of the book."""
    kind, level = block.kind, block.level
    if kind is DocumentBlockKind.TITLE and has_words(title):
        kind, level = DocumentBlockKind.HEADING, 2
    return DocumentBlock(kind, block.text, page, level, block.mark, block.keeps_lines)


def _refuse_protected(archive: DocumentArchive, names: set[str]) -> None:
    """Refuse a book whose pages are encrypted; fonts often are."""
    encryption = archive.root(_ENCRYPTION)
    encrypted = {unquote(each.get("URI") or "") for each in _named(encryption, "CipherReference")}
    if encrypted & names:
        raise ImportingError(
            "This book is protected against copying (DRM).",
            "Ask its publisher for the text, or for another form of it.",
        )


def _named(root: Any, name: str) -> Iterator[Any]:
    """Yield the elements of this name, whatever their namespace; none where there is no root."""
    return iter(()) if root is None else root.iter(f"{{*}}{name}")


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
