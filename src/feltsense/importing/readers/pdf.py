"""PDF files with text in them to blocks. The only module that imports pypdfium2.

A PDF knows letters and where they stand, no paragraphs. Lines become paragraphs by the space between them, headings by
the size and weight of their letters; what is repeated above or below the pages is left out (`pdf_layout.py`).
"""

import ctypes
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from typing import Any

import pypdfium2
from pypdfium2 import raw

from feltsense.errors import ImportingError
from feltsense.importing.document import ChangeKind, Document, DocumentBlock, ImportChange, check_length
from feltsense.importing.hyphens import join_hyphenated
from feltsense.importing.readers.pdf_layout import PdfLine, lay_out_pages
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.text import has_words

MAX_PAGES = 2000
_FONT_NAME_BYTES = 128
_BOLD = 550
"""A font's weight from which on it is bold; 400 is regular."""
_UNREADABLE = 0.3
"""With a larger share of letters without a meaning, a file's text cannot be read."""
_BROKEN_WORD = LazyPattern("[\x02\ufffe]")
"""PDFium's signs for a hyphen at a line's end; what follows stands on the next line."""
_HINT = "Copy its text into a .txt file, and import that."
_SCAN_HINT = (
    "A program for text recognition (OCR) can put the words in: scanners bring one, and ocrmypdf is free. Or type them."
)


def read(data: bytes) -> Document:
    """Return the blocks of a PDF; `place` counts its pages.

    Raises:
        ImportingError: it is protected, damaged, a scan without words, or holds more than can be read.
    """
    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise ImportingError(
                "This PDF is protected by a password.", "Save it without one, and import that."
            ) from error
        raise ImportingError("This PDF is damaged and cannot be read.", _HINT) from error
    with closing(file):
        if len(file) > MAX_PAGES:
            raise ImportingError(f"This PDF has {len(file):,} pages.", "Import the part that is the exercise.")
        pages = _pages(file)
    _check_words(pages)
    blocks, changes = lay_out_pages(pages)
    unread = [
        ImportChange(number, ChangeKind.LEFT_OUT, f"page {number}", "a picture, or empty: there are no words on it")
        for number, lines in enumerate(pages, 1)
        if not lines
    ]
    joined: list[ImportChange] = []
    whole = [replace(block, text=_joined(block, joined)) for block in blocks]
    return Document(tuple(whole), (*changes, *unread, *joined), place_unit="page")


def _joined(block: DocumentBlock, changes: list[ImportChange]) -> str:
    """Return a block's text with words joined that a line end parts; report them."""
    return join_hyphenated(
        block.text, lambda _, before, after: changes.append(ImportChange(block.place, ChangeKind.SIGNS, before, after))
    )


def _pages(file: pypdfium2.PdfDocument) -> list[list[PdfLine]]:
    """Return the lines of each page."""
    pages: list[list[PdfLine]] = []
    characters = 0
    for number in range(len(file)):
        pages.append(_page_lines(file, number))
        characters += sum(len(line.text) for line in pages[-1])
        check_length(characters)
    return pages


def _check_words(pages: list[list[PdfLine]]) -> None:
    """Refuse a file without words, or whose letters have no meaning."""
    text = "".join(line.text for lines in pages for line in lines)
    if not has_words(text):
        raise ImportingError("This PDF holds pictures of its pages and no words, as a scan does.", _SCAN_HINT)
    strange = sum(char == "\ufffd" or "\ue000" <= char <= "\uf8ff" for char in text)
    if strange > len(text) * _UNREADABLE:
        raise ImportingError("The letters of this PDF do not say which ones they are.", _SCAN_HINT)


def _page_lines(file: pypdfium2.PdfDocument, number: int) -> list[PdfLine]:
    """Return the lines of a page, in the order in which the file has them."""
    try:
        page = file[number]
        with closing(page), closing(page.get_textpage()) as text:
            return list(_lines(text, page.get_height()))
    except pypdfium2.PdfiumError as error:
        raise ImportingError(f"Page {number + 1} of this PDF is damaged.", _HINT) from error


def _lines(text: Any, height: float) -> Iterator[PdfLine]:
    """Yield the lines of a page of this height, in points."""
    start = 0
    for written in text.get_text_range().split("\r\n"):
        bare = written.strip()
        if bare:
            first = start + len(written) - len(written.lstrip())
            last = start + len(written.rstrip()) - 1
            left, _, _, top = text.get_charbox(first, loose=True)
            _, _, right, last_top = text.get_charbox(last, loose=True)
            size = round(raw.FPDFText_GetFontSize(text, first), 1)
            bold = _is_bold(text, first) and _is_bold(text, last)
            words = _BROKEN_WORD.sub("-\n", bare)
            yield PdfLine(words, left, right, height - top, height - last_top, size, bold=bold, page_height=height)
        start += len(written) + 2


def _is_bold(text: Any, place: int) -> bool:
    """Tell whether a letter is bold, by its font's name or weight."""
    name, flags = ctypes.create_string_buffer(_FONT_NAME_BYTES), ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, place, name, _FONT_NAME_BYTES, flags)
    words = name.value.decode("latin-1").lower()
    return any(word in words for word in ("bold", "black", "heavy", "semib", "demi")) or (
        raw.FPDFText_GetFontWeight(text, place) >= _BOLD and "italic" not in words
    )
