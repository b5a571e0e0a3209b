"""Word files (.docx) to neutral blocks.

The parts that hold words are read directly, with lxml: the libraries for Word files leave out what tracked changes,
fields and text boxes hold, and refuse a file where a part that nobody needs is missing. Tracked changes are read as if
all were accepted; what they delete is reported.
"""

import re
from collections.abc import Iterator
from typing import Any

from feltsense.errors import ImportingError
from feltsense.importing.document import Document, check_length
from feltsense.importing.readers.archive import DocumentArchive
from feltsense.importing.readers.rich_document import RichDocument
from feltsense.importing.readers.rich_text import DELETED, MARGIN, CellPlace, RichNote, RichParagraph
from feltsense.importing.readers.style_names import StyleRole
from feltsense.importing.readers.word_numbering import WordNumbering
from feltsense.importing.readers.word_runs import ALTERNATIVES, PLACEHOLDER, R, RunReader, alternative, placeholder
from feltsense.importing.readers.word_styles import (
    VAL,
    NumberKey,
    ParagraphStyle,
    W,
    WordStyles,
    number_key,
    outline_level,
)
from feltsense.script.text import has_words

_SPOKEN = re.compile(rb"<w:t(?:\s[^<>]*)?>([^<]*)")
_NO_WORD = "This is an Office file, but no Word document."
_OTHERS = {"xl/workbook.xml": "an Excel workbook", "ppt/presentation.xml": "a PowerPoint presentation"}
_MOST_COLUMNS = 63
_OUTLINE_TEXT = 9
"""The level of what is no heading."""
_DRAWN_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"


def read(archive: DocumentArchive) -> Document:
    """Return the blocks of a Word file. Comments and notes at the foot become therapist's notes.

    Raises:
        ImportingError: it is none, is damaged, or holds more than a script can have.
    """
    main = _main_part(archive)
    data = archive.data(main)
    check_length(len(b"".join(match[1] for match in _SPOKEN.finditer(data)).decode("utf-8", "replace")))
    root = archive.parsed(data)
    reader = _WordReader(archive, main)
    for body in root.iterfind(f"{W}body"):
        reader.read(body, whole=_fields_end(body))
    return reader.document()


def _main_part(archive: DocumentArchive) -> str:
    """Return the name of the part that holds the text; not every program gives it the usual one."""
    for member, what in _OTHERS.items():
        if member in archive:
            raise ImportingError(f"This is {what}.", "Copy its text into a Word document, and import that.")
    named = next((name for kind, name in archive.relations("").values() if kind == "officeDocument"), "")
    main = next((name for name in (named, "word/document.xml") if name and name in archive), "")
    if not main:
        raise ImportingError(_NO_WORD, "Save it as .docx or as plain text, and import that.")
    return main


def _fields_end(body: Any) -> bool:
    """Tell whether every field has its end; else the text behind one would be taken for its result."""
    kinds = [each.get(f"{W}fldCharType") for each in body.iter(f"{W}fldChar")]
    return kinds.count("begin") == kinds.count("end")


class _WordReader:
    def __init__(self, archive: DocumentArchive, main: str) -> None:
        self._archive = archive
        self._relations = archive.relations(main)
        self._styles = WordStyles(self._part("styles"))
        self._numbering = WordNumbering(self._part("numbering"))
        self._notes = {kind: _notes(self._part(kind), kind) for kind in ("footnotes", "endnotes", "comments")}
        self._read = RichDocument()
        self._runs = RunReader(self._styles, self._note, self._part_words)
        self._in_contents = False
        self._before: RichParagraph | None = None
        """A paragraph that goes on in the next: a large first letter, or one whose end a tracked change deletes."""

    def read(self, body: Any, *, whole: bool) -> None:
        """Read the text.

        Args:
            body: the element that holds it.
            whole: whether every field in it has its end.
        """
        self._runs.follow_fields = whole
        self._story(body, "")

    def document(self) -> Document:
        """Return what was read."""
        if self._before is not None:
            self._end(self._before)
        self._margins()
        languages = self._runs.languages
        return self._read.document(max(languages, key=lambda name: languages[name], default=""))

    def _part(self, kind: str) -> Any:
        return next((self._archive.root(name) for each, name in self._relations.values() if each == kind), None)

    def _story(self, element: Any, reason: str) -> None:
        """Read what holds paragraphs: the text, a cell, a text box, a content control."""
        for child in element:
            tag = child.tag
            if tag == f"{W}p":
                self._paragraph(child, reason)
            elif tag == f"{W}tbl":
                self._table(child, reason)
            elif tag == f"{W}sdt":
                self._control(child, reason)
            elif tag == f"{W}altChunk":
                self._embedded(child)
            elif tag == ALTERNATIVES:
                self._story(alternative(child), reason)
            elif tag in (f"{W}del", f"{W}moveFrom"):
                self._story(child, reason or DELETED)
            elif tag != f"{W}sectPr" and len(child):
                self._story(child, reason)

    def _table(self, table: Any, reason: str) -> None:
        """Read a table row by row; one within another is part of its cell."""
        outer = self._read.cell
        number = self._read.tables + 1
        for row_number, row in enumerate(_within(table, f"{W}tr")):
            if outer is None and row_number == 0 and row.find(f"{W}trPr/{W}tblHeader") is not None:
                self._read.headed.add(number)
            deleted = row.find(f"{W}trPr/{W}del") is not None
            column = 0
            for cell in _within(row, f"{W}tc"):
                self._read.cell = outer or CellPlace(number, row_number, column)
                self._story(cell, reason or (DELETED if deleted else ""))
                column += _span(cell)
        self._read.cell = outer

    def _control(self, control: Any, reason: str) -> None:
        """Read a content control around paragraphs; a table of contents is one, with a button to renew it."""
        content = control.find(f"{W}sdtContent")
        galleries = control.iterfind(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
        contents = any("contents" in (each.get(VAL) or "").lower() for each in galleries)
        before, self._in_contents = self._in_contents, self._in_contents or contents
        if content is not None:
            self._story(content, reason or (PLACEHOLDER if placeholder(control) else ""))
        self._in_contents = before

    def _paragraph(self, element: Any, reason: str) -> None:
        properties = element.find(f"{W}pPr")
        key = _style_id(properties)
        style = self._styles.paragraph(key)
        going_on, self._before = self._before, None
        paragraph = going_on or self._read.begin()
        if going_on is None or not has_words(going_on.text):
            paragraph.role, paragraph.level = style.role, style.level
        self._runs.read(element, paragraph, key, reason)
        if self._in_contents:
            paragraph.role = StyleRole.CONTENTS
        if properties is not None and _goes_on(properties):
            self._before = paragraph
            return
        if has_words(paragraph.text) and paragraph.role in (StyleRole.BODY, StyleRole.LIST, StyleRole.NUMBERED):
            self._place_in_outline(paragraph, properties, style)
        self._end(paragraph)

    def _end(self, paragraph: RichParagraph) -> None:
        """End a paragraph, and read the text boxes that it holds."""
        self._read.end(paragraph)
        boxes, self._runs.boxes = self._runs.boxes, []
        for box in boxes:
            first = self._read.place
            self._story(box, "")
            self._read.moved(first, "a text box, read behind its paragraph")

    def _place_in_outline(self, paragraph: RichParagraph, properties: Any, style: ParagraphStyle) -> None:
        """Make a paragraph a heading or an item where its own properties say so."""
        outline = outline_level(properties) if properties is not None else None
        if outline is not None and outline < _OUTLINE_TEXT:
            paragraph.role, paragraph.level = StyleRole.HEADING, outline + 1
            return
        number = (number_key(properties) if properties is not None else None) or style.number
        in_list = style.role in (StyleRole.LIST, StyleRole.NUMBERED)
        if number is not None:
            paragraph.mark = self._numbering.mark(number, numbered=style.role is StyleRole.NUMBERED)
            paragraph.level = number.level
        elif in_list:
            paragraph.mark = self._numbering.mark(NumberKey(style.role, 0), numbered=style.role is StyleRole.NUMBERED)

    def _note(self, kind: str, number: str) -> RichNote | None:
        return self._notes[kind].get(number)

    def _part_words(self, key: str) -> str:
        """Return the words of a chart or a diagram by the id of its part."""
        _, name = self._relations.get(key, ("", ""))
        root = self._archive.root(name) if name else None
        return " ".join(each.text or "" for each in root.iter(_DRAWN_TEXT)) if root is not None else ""

    def _embedded(self, element: Any) -> None:
        """Refuse a document in another format that is embedded whole: its words would be lost."""
        kind, name = self._relations.get(element.get(f"{R}id") or "", ("", ""))
        if kind and name in self._archive:
            message = "The text of this Word file is embedded in it as a document of another kind."
            raise ImportingError(message, "Open it in Word, save it as .docx again, and import that.")

    def _margins(self) -> None:
        """Report what stands above and below the pages."""
        for name in dict.fromkeys(name for kind, name in self._relations.values() if kind in ("header", "footer")):
            root = self._archive.root(name)
            for text in map(_words, root.iter(f"{W}p")) if root is not None else ():
                self._read.leave_out(text, MARGIN)


def _style_id(properties: Any) -> str:
    named = properties.find(f"{W}pStyle") if properties is not None else None
    return named.get(VAL) or "" if named is not None else ""


def _goes_on(properties: Any) -> bool:
    """Tell whether a paragraph's text goes on in the next."""
    frame = properties.find(f"{W}framePr")
    large_letter = frame is not None and frame.get(f"{W}dropCap") in ("drop", "margin")
    return large_letter or properties.find(f"{W}rPr/{W}del") is not None


def _within(element: Any, tag: str) -> Iterator[Any]:
    """Yield the rows of a table or the cells of a row, also those in content controls and tracked insertions."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in (f"{W}tbl", f"{W}p") and len(child):
            yield from _within(child, tag)


def _span(cell: Any) -> int:
    """Return how many columns a cell takes."""
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    value = span.get(VAL) or "" if span is not None else ""
    return min(int(value), _MOST_COLUMNS) if value.isdecimal() else 1


def _notes(root: Any, kind: str) -> dict[str, RichNote]:
    """Return the notes of a part by their number, each with who or what it is of."""
    found: dict[str, RichNote] = {}
    for note in root.iterfind(f"{W}{kind.removesuffix('s')}") if root is not None else ():
        if note.get(f"{W}type") in (None, "normal"):
            label = (note.get(f"{W}author") or "Comment") if kind == "comments" else kind.removesuffix("s").capitalize()
            words = " ".join(_words(each) for each in note.iter(f"{W}p"))
            found[note.get(f"{W}id") or ""] = RichNote(label, " ".join(words.split()))
    return found


def _words(paragraph: Any) -> str:
    return " ".join("".join(_text(each) for each in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br")).split())


def _text(element: Any) -> str:
    return element.text or "" if element.tag == f"{W}t" else " "
