"""RTF files to neutral blocks.

The libraries that read RTF give its bare text: neither headings nor lists, notes and comments lost, hidden and deleted
text among what is said. So the signs are read here: `rtf_tokens.py` parts them, `rtf_groups.py` knows what groups hold.
"""

import copy
import locale

from feltsense.errors import ImportingError
from feltsense.importing.document import ChangeKind, Document, ImportChange
from feltsense.importing.readers.rich_document import RichDocument
from feltsense.importing.readers.rich_text import (
    DELETED,
    HIDDEN,
    MARGIN,
    PAGE_BREAK,
    STRUCK,
    CellPlace,
    Letters,
    RichNote,
    RichParagraph,
)
from feltsense.importing.readers.rtf_groups import CAPTURED, DESTINATIONS, TRANSPARENT, WITHIN_SHAPES, RtfGroup
from feltsense.importing.readers.rtf_groups import RtfDestination as Destination
from feltsense.importing.readers.rtf_tables import RtfMarks, RtfStyle, RtfTables
from feltsense.importing.readers.rtf_tokens import RtfToken, RtfTokenKind, rtf_tokens
from feltsense.importing.readers.style_names import StyleRole
from feltsense.importing.readers.word_fields import FieldStack
from feltsense.script.text import has_words

_HIGH, _LOW = 0xD800, 0xDC00
"""The first units of UTF-16 of the first and second kind that stand for one character together."""
_SILENT = (Destination.NOTHING, Destination.SHAPE, Destination.FONTS)
_MOST_GROUPS = 500
"""Groups in groups; what programs write has a tenth of it."""
_TEXTS = {
    "tab": "\t", "line": "\n", "lbr": "\n", "softline": "\n", "page": PAGE_BREAK, "column": PAGE_BREAK, "emdash": "—",
    "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "emspace": " ",
    "enspace": " ", "qmspace": " "
}  # fmt: skip
_ENDS = frozenset(("par", "sect", "cell", "row", "nestcell", "nestrow"))
_SIGNS = {"~": "\xa0", "_": "-", "{": "{", "}": "}", "\\": "\\"}
_DATES = ("chdate", "chdpl", "chdpa", "chtime")
_DRAWN = {"wzDescription": "a picture", "gtextUNICODE": "drawn letters"}
_INSERTED = "a tracked insertion, kept"


def read(data: bytes) -> Document:
    """Return the blocks of an RTF file. Comments and notes at the foot become therapist's notes.

    Raises:
        ImportingError: it is damaged, or holds more than a script can have.
    """
    reader = _RtfReader()
    for token in rtf_tokens(data):
        reader.take(token)
    return reader.document()


class _RtfReader:
    def __init__(self) -> None:
        self._read = RichDocument()
        self._tables = RtfTables()
        self._fields = FieldStack()
        self._group = RtfGroup()
        self._outer: list[RtfGroup] = []
        self._paragraph: RichParagraph | None = None
        self._bytes = b""
        """Text that is not decoded yet."""
        self._skip = 0
        """Characters that stand in for one in Unicode."""
        self._high = 0
        """The last unit of UTF-16."""
        self._optional = False
        """Whether the word that comes may be skipped by who does not know it."""
        self._sign = ""
        """Of the list's item that comes."""
        self._marks = RtfMarks()
        self._author = "Comment"
        self._property = ""
        self._inserted = ""
        self._boxes: list[tuple[RichParagraph | None, int]] = []
        """For each text box that is open, the paragraph around it, and the last one before it."""
        self._row = CellPlace(1, 0, 0)
        self._languages: dict[int, int] = {}

    def document(self) -> Document:
        """Return what was read."""
        self._decode()
        self._end_paragraph()
        language = max(self._languages, key=lambda number: self._languages[number], default=0)
        return self._read.document(locale.windows_locale.get(language, "").replace("_", "-"))

    def take(self, token: RtfToken) -> None:
        """Take in the next sign."""
        match token.kind:
            case RtfTokenKind.BYTES:
                self._take_bytes(token.data)
            case RtfTokenKind.OPEN:
                self._decode()
                self._open()
            case RtfTokenKind.CLOSE:
                self._decode()
                self._close()
            case RtfTokenKind.SIGN:
                self._take_sign(token.name)
            case RtfTokenKind.WORD:
                self._take_word(token.name, token.number)

    def _take_bytes(self, data: bytes) -> None:
        skipped = min(self._skip, len(data))
        self._skip -= skipped
        if self._group.destination not in _SILENT:
            self._bytes += data[skipped:]

    def _decode(self) -> None:
        """Put in the text whose end has come."""
        self._skip = 0
        if self._bytes:
            data, self._bytes = self._bytes, b""
            self._put(self._tables.decoded(data, self._group.font))

    def _take_sign(self, sign: str) -> None:
        if sign in _SIGNS:
            self._decode()
            self._put(_SIGNS[sign])
        elif sign == "*":
            self._optional = True
        elif sign in "\r\n":
            self._decode()
            self._end_of("par")

    def _open(self) -> None:
        if len(self._outer) >= _MOST_GROUPS:
            raise ImportingError("This RTF file is damaged and cannot be read.", "Save it again, and import that.")
        self._outer.append(self._group)
        self._group = copy.copy(self._group)
        self._group.opens = False
        self._optional = False

    def _close(self) -> None:
        if not self._outer:
            return
        if self._group.opens:
            self._finish(self._group)
        elif self._group.destination is Destination.STYLES:
            self._name_style(self._group)
        self._group = self._outer.pop()

    def _take_word(self, word: str, number: int | None) -> None:
        if word == "u" and number is not None:
            self._take_unicode(number)
            return
        self._decode()
        destination = DESTINATIONS.get(word)
        optional, self._optional = self._optional, False
        if destination is not None:
            self._enter(destination)
        elif optional:
            self._enter(Destination.NOTHING)
        elif self._group.destination is Destination.FONTS:
            self._font_word(word, number or 0)
        elif self._group.destination is Destination.STYLES:
            self._style_word(word, number or 0)
        elif self._group.destination is not Destination.NOTHING:
            self._text_word(word, number)

    def _take_unicode(self, number: int) -> None:
        """Take in a unit of UTF-16."""
        if self._bytes:
            self._decode()
        unit = number % 0x10000
        pair = _HIGH <= self._high < _LOW <= unit < _LOW + 0x400
        self._high, high = unit, self._high
        if self._group.destination not in _SILENT and not _HIGH <= unit < _LOW:
            self._put(chr(0x10000 + ((high - _HIGH) << 10) + unit - _LOW) if pair else chr(unit))
        self._skip = self._group.skip

    def _enter(self, destination: Destination) -> None:
        """Take in what the group holds."""
        group = self._group
        outer = group.destination
        if outer is Destination.EITHER and destination is Destination.SECOND:
            group.destination, group.opens = group.around, False
            return
        if outer in (Destination.NOTHING, Destination.EITHER):
            return
        captured = group.around if outer is Destination.SHAPE else outer
        if captured in CAPTURED:
            self._enter_captured(captured, destination)
            return
        if outer is Destination.SHAPE and destination not in (*WITHIN_SHAPES, Destination.SHAPE):
            destination = Destination.NOTHING
        group.destination, group.opens, group.around = destination, True, outer
        group.captured = [] if destination in CAPTURED else group.captured
        if destination is Destination.FIELD:
            self._fields.begin()
        elif destination is Destination.RESULT:
            self._fields.separate()
        elif destination is Destination.BOX:
            self._boxes.append((self._paragraph, self._read.place))
            self._paragraph = None
            group.usual_paragraph()

    def _enter_captured(self, captured: Destination, destination: Destination) -> None:
        """Take in what a group holds within one whose text is gathered: links and boxes are text of it too."""
        group = self._group
        if destination is Destination.SHAPE:
            group.destination, group.around = destination, captured
        elif destination in (Destination.FIELD, Destination.RESULT, Destination.BOX):
            group.destination = captured
        else:
            group.destination = Destination.NOTHING

    def _finish(self, group: RtfGroup) -> None:
        """Keep what a group held."""
        text = " ".join("".join(group.captured).split())
        match group.destination:
            case Destination.FIELD:
                self._put(self._fields.end())
            case Destination.LIST_SIGN:
                self._sign = text or "•"
            case Destination.AUTHOR:
                self._author = text or "Comment"
            case Destination.COMMENT:
                self._body().notes.append(RichNote(self._author, text))
                self._author = "Comment"
            case Destination.FOOTNOTE:
                self._body().notes.append(RichNote("Footnote", text))
            case Destination.MARGIN:
                self._read.leave_out(text, MARGIN)
            case Destination.PROPERTY_NAME:
                self._property = text
            case Destination.PROPERTY_VALUE if self._property in _DRAWN and has_words(text):
                change = ImportChange(self._body().place, ChangeKind.LEFT_OUT, text, _DRAWN[self._property])
                self._read.changes.append(change)
            case Destination.BOX if self._boxes:
                self._end_paragraph()
                self._paragraph, before = self._boxes.pop()
                self._read.moved(before, "a text box, read behind its paragraph")

    def _font_word(self, word: str, number: int) -> None:
        if word == "f":
            self._group.font = number
        elif word == "fcharset":
            self._tables.set_charset(self._group.font, number)

    def _style_word(self, word: str, number: int) -> None:
        style = self._tables.styles.setdefault(self._group.style, RtfStyle())
        if word == "s":
            self._group.style = number
            self._tables.styles[number] = RtfStyle()
        elif word == "sbasedon":
            style.based_on = number if number != self._group.style else -1
        elif word == "outlinelevel":
            style.outline = number

    def _name_style(self, group: RtfGroup) -> None:
        """Keep the name of a style, whose group ends; other names may stand behind it."""
        name = "".join(group.captured).strip().rstrip(";").partition(",")[0]
        group.captured.clear()
        if name:
            self._tables.styles.setdefault(group.style, RtfStyle()).name = name

    def _text_word(self, word: str, number: int | None) -> None:
        if word in _TEXTS:
            self._put(_TEXTS[word])
        elif word in _ENDS:
            self._end_of(word)
        elif (word in _DATES or word == "chpgn") and self._group.destination in TRANSPARENT:
            paragraph = self._body()
            paragraph.page_number = paragraph.page_number or word == "chpgn"
            paragraph.date = paragraph.date or word != "chpgn"
        elif word == "trhdr" and self._row.row == 0:
            self._read.headed.add(self._row.table)
        else:
            self._group.take_word(word, number)
            self._head_word(word, number or 0)

    def _head_word(self, word: str, number: int) -> None:
        """Take in a word that stands once at the head of a file."""
        if word == "ansicpg":
            self._tables.set_codepage(number)
        elif word == "mac":
            self._tables.encoding = "mac_roman"
        elif word == "deff":
            self._group.font = self._group.usual_font = number

    def _put(self, text: str) -> None:
        """Put text where the group's goes."""
        group = self._group
        if not text:
            return
        if group.destination in CAPTURED:
            group.captured.append(text)
        elif group.destination is Destination.INSTRUCTION:
            self._fields.instruct(text)
        elif group.destination in TRANSPARENT:
            self._put_in_paragraph(text)

    def _put_in_paragraph(self, text: str) -> None:
        group, paragraph = self._group, self._body()
        text, reason = self._fields.result(paragraph, text)
        reason = DELETED if group.deleted else HIDDEN if group.hidden else STRUCK if group.struck else reason
        if not reason:
            self._languages[group.language] = self._languages.get(group.language, 0) + len(text)
            self._inserted += text if group.inserted else ""
        paragraph.add(text, Letters(group.bold, group.italic, group.size), reason)

    def _body(self) -> RichParagraph:
        """Return the paragraph that is being read."""
        if self._paragraph is None:
            self._paragraph = self._read.begin()
        return self._paragraph

    def _end_of(self, word: str) -> None:
        """End a paragraph, a cell or a row."""
        group = self._group
        if group.destination in CAPTURED:
            group.captured.append(" ")
        if group.destination not in TRANSPARENT:
            return
        if word == "row":
            self._end_paragraph()
            self._row = CellPlace(self._row.table, self._row.row + 1, 0)
        elif not (group.deleted and self._paragraph is not None and word == "par"):
            self._body()
            self._end_paragraph(in_cell=word not in ("par", "sect") or group.in_table)
            if word == "cell":
                self._row = self._row._replace(column=self._row.column + 1)

    def _end_paragraph(self, *, in_cell: bool = False) -> None:
        paragraph, self._paragraph = self._paragraph, None
        if paragraph is None:
            return
        if in_cell and not self._boxes:
            paragraph.cell = self._row
        elif not self._boxes and self._row != (self._row.table, 0, 0):
            self._row = CellPlace(self._row.table + 1, 0, 0)
        if paragraph.role is not StyleRole.CONTENTS:
            self._set_role(paragraph)
        if has_words(self._inserted):
            said = " ".join(self._inserted.split())
            self._read.changes.append(ImportChange(paragraph.place, ChangeKind.MOVED, said, _INSERTED))
        self._sign = self._inserted = ""
        self._read.end(paragraph)

    def _set_role(self, paragraph: RichParagraph) -> None:
        """Make a paragraph a heading or an item where its properties say so."""
        group = self._group
        paragraph.role, paragraph.level = self._tables.role(group.style)
        if paragraph.role is StyleRole.BODY and group.outline < 9:
            paragraph.role, paragraph.level = StyleRole.HEADING, group.outline + 1
        elif self._sign and paragraph.role in (StyleRole.BODY, StyleRole.LIST, StyleRole.NUMBERED):
            paragraph.mark, paragraph.level = self._marks.mark(self._sign, group.list_level), group.list_level
