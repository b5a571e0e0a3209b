"""OpenDocument texts (.odt, .ott, and .fodt in one piece of XML) to neutral blocks.

Read with lxml: each element says by its name what it is, and a library would only stand between. Tracked changes are
read as if all were accepted; what they delete is reported.
"""

from typing import Any

from feltsense.errors import ImportingError
from feltsense.importing.document import Document
from feltsense.importing.readers.archive import DocumentArchive, xml_root
from feltsense.importing.readers.odt_styles import OFFICE, STYLE, TEXT, OdtStyles
from feltsense.importing.readers.odt_text import OdtTextReader, paragraph_words
from feltsense.importing.readers.rich_document import RichDocument
from feltsense.importing.readers.rich_text import HIDDEN, MARGIN, CellPlace
from feltsense.importing.readers.style_names import StyleRole

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_MANIFEST = "META-INF/manifest.xml"
_MOST_COLUMNS = 63
_OTHERS = {"presentation": "a presentation", "spreadsheet": "a spreadsheet", "drawing": "a drawing"}
_INDEXES = frozenset(
    f"{TEXT}{name}"
    for name in (
        "table-of-content", "illustration-index", "table-index", "object-index", "user-index", "alphabetical-index",
        "bibliography",
    )
)  # fmt: skip
_NO_TEXT = frozenset((f"{TEXT}tracked-changes", f"{TEXT}sequence-decls", f"{TEXT}variable-decls", f"{OFFICE}forms"))


def read(archive: DocumentArchive) -> Document:
    """Return the blocks of an OpenDocument text. Notes and comments become therapist's notes.

    Raises:
        ImportingError: it is none, is damaged or protected, or holds more than a script can have.
    """
    if b"encryption-data" in archive.data(_MANIFEST):
        raise ImportingError("This file is protected by a password.", "Save it without one, and import that.")
    return _document(archive.root("content.xml"), archive.root("styles.xml"))


def read_flat(data: bytes) -> Document:
    """Return the blocks of an OpenDocument text that is one piece of XML.

    Raises:
        ImportingError: it is none, is damaged, or holds more than a script can have.
    """
    root = xml_root(data)
    return _document(root, root)


def _document(content: Any, styles: Any) -> Document:
    body = content.find(f"{OFFICE}body") if content is not None else None
    text = body.find(f"{OFFICE}text") if body is not None else None
    if text is None:
        inner = body[0].tag.rpartition("}")[2] if body is not None and len(body) else ""
        what = f"This is {_OTHERS[inner]}" if inner in _OTHERS else "This is an OpenDocument file that is"
        raise ImportingError(f"{what}, not a text.", "Save its text as .odt, .docx or plain text, and import that.")
    reader = _OdtReader(OdtStyles(styles, content), text)
    reader.story(text, "")
    reader.margins(styles)
    return reader.document()


class _OdtReader:
    def __init__(self, styles: OdtStyles, text: Any) -> None:
        self._styles = styles
        self._read = RichDocument()
        self._texts = OdtTextReader(styles, text.find(f"{TEXT}tracked-changes"))
        self._in_contents = False
        self._lists: list[str] = []
        """The styles of the lists that are open, outermost first."""
        self._counts: dict[tuple[str, int], int] = {}
        """The last number of each list and level."""

    def document(self) -> Document:
        languages = self._texts.languages
        return self._read.document(max(languages, key=lambda name: languages[name], default=""))

    def story(self, element: Any, reason: str) -> None:
        """Read what holds paragraphs: the text, a section, a cell, a text box."""
        for child in element:
            tag = child.tag
            if tag in (f"{TEXT}p", f"{TEXT}h"):
                self._paragraph(child, reason)
            elif tag == f"{TEXT}list":
                self._list(child, reason)
            elif tag == f"{TABLE}table":
                self._table(child, reason)
            elif tag in _INDEXES:
                before, self._in_contents = self._in_contents, True
                self.story(child, reason)
                self._in_contents = before
            elif tag == f"{TEXT}section":
                hidden = child.get(f"{TEXT}display") == "none" or self._styles.is_hidden_section(_style_name(child))
                self.story(child, reason or (HIDDEN if hidden else ""))
            elif tag not in _NO_TEXT and not str(tag).endswith(("-source", "-template")):
                self.story(child, reason)

    def margins(self, root: Any) -> None:
        """Report what stands above and below the pages."""
        for page in root.iter(f"{STYLE}master-page") if root is not None else ():
            for margin in page:
                for each in margin.iter(f"{TEXT}p", f"{TEXT}h"):
                    self._read.leave_out(paragraph_words(each), MARGIN)

    def _paragraph(self, element: Any, reason: str, mark: str = "") -> None:
        style = self._styles.paragraph(_style_name(element))
        paragraph = self._read.begin()
        paragraph.role, paragraph.level = style.role, style.level
        outline = element.get(f"{TEXT}outline-level") or ""
        if element.tag == f"{TEXT}h" and style.role in (StyleRole.BODY, StyleRole.HEADING):
            paragraph.role, paragraph.level = StyleRole.HEADING, int(outline) if outline.isdecimal() else 1
        elif mark:
            paragraph.mark, paragraph.level = mark, len(self._lists) - 1
        if self._in_contents:
            paragraph.role = StyleRole.CONTENTS
        self._texts.read(element, paragraph, style.letters, reason)
        self._read.end(paragraph)
        boxes, self._texts.boxes = self._texts.boxes, []
        for box in boxes:
            first = self._read.place
            lists, self._lists = self._lists, []
            self.story(box, "")
            self._lists = lists
            self._read.moved(first, "a text box, read behind its paragraph")

    def _list(self, element: Any, reason: str) -> None:
        name = _style_name(element) or (self._lists[-1] if self._lists else "")
        self._lists.append(name)
        key = (name, len(self._lists))
        if element.get(f"{TEXT}continue-numbering") != "true" and element.get(f"{TEXT}continue-list") is None:
            self._counts.pop(key, None)
        for item in element:
            if item.tag == f"{TEXT}list-header":
                self.story(item, reason)
            elif item.tag == f"{TEXT}list-item":
                self._item(item, key, reason)
        self._lists.pop()

    def _item(self, item: Any, key: tuple[str, int], reason: str) -> None:
        """Read an item: its first paragraph has the mark, the others stand behind it."""
        level = self._styles.list_level(key[0], key[1] - 1)
        start = item.get(f"{TEXT}start-value") or ""
        self._counts[key] = int(start) if start.isdecimal() else self._counts.get(key, level.start - 1) + 1
        mark = f"{self._counts[key]}." if level.numbered else "-"
        first = next((child for child in item if child.tag in (f"{TEXT}p", f"{TEXT}h")), None)
        if first is not None:
            self._paragraph(first, reason, mark)
        self.story([child for child in item if child is not first], reason)

    def _table(self, table: Any, reason: str) -> None:
        """Read a table row by row; one within another is part of its cell."""
        outer = self._read.cell
        number = self._read.tables + 1
        if outer is None and table.find(f"{TABLE}table-header-rows") is not None:
            self._read.headed.add(number)
        rows = (row for row in table.iter(f"{TABLE}table-row") if _table_of(row) is table)
        for row_number, row in enumerate(rows):
            column = 0
            for cell in row:
                self._read.cell = outer or CellPlace(number, row_number, column)
                self.story(cell, reason)
                repeated = cell.get(f"{TABLE}number-columns-repeated") or ""
                column += min(int(repeated), _MOST_COLUMNS) if repeated.isdecimal() else 1
        self._read.cell = outer


def _style_name(element: Any) -> str:
    return element.get(f"{TEXT}style-name") or ""


def _table_of(row: Any) -> Any:
    return next(row.iterancestors(f"{TABLE}table"), None)
