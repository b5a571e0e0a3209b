"""Word files (.docx) to neutral blocks. The only module that imports python-docx.

Tracked changes are read as if all were accepted; what they delete is reported.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import docx
from docx.oxml.ns import qn

from feltsense.errors import ImportingError
from feltsense.importing.document import (
    ChangeKind,
    Document,
    DocumentBlock,
    DocumentBlockKind,
    ImportChange,
    check_length,
)
from feltsense.importing.readers.word_runs import RunReader
from feltsense.script.text import has_words

if TYPE_CHECKING:
    from docx.document import Document as WordFile

MAX_UNPACKED = 128 * 1024**2
"""Bytes of all that is in the archive, pictures too: all of it is held in memory."""
MAX_XML = 16 * 1024**2
"""Bytes of the parts that are parsed; the longest script with all its markup has one or two million."""
MAX_TAGS = 600_000
"""Tags in them, at about a hundred bytes of memory each."""
_MAX_HEADING = 60
_DAMAGED = "This Word file is damaged and cannot be read."
_TOO_NEW = "This Word file is packed in a way that is too new to be read."
_TOO_LARGE = "This Word file holds far more text and markup than a script can have."
_IN_PARTS = "Import it in parts, one exercise each."
_HINT = "Open it in Word or LibreOffice, save it as .docx again, and import that."
_BODY = "word/document.xml"
_STORIES = ("footnotes", "endnotes")
_ENCRYPTED = 0x1
_ARCHIVE_FAULTS = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, RuntimeError, EOFError, OSError, KeyError,
    IndexError, ValueError, OverflowError,
)  # fmt: skip
"""What reading a damaged archive ends in."""
_SPOKEN = re.compile(rb"<w:t(?:\s[^<>]*)?>([^<]*)")


def read(data: bytes) -> Document:
    """Return the blocks of a Word file. Comments and notes at the foot become therapist's notes.

    Raises:
        ImportingError: it is none, is damaged, or holds more than a script can have.
    """
    _check_archive(data)
    try:
        return _Reader(docx.Document(io.BytesIO(data))).read()
    except ImportingError:
        raise
    except Exception as error:  # python-docx raises whatever the damage leads to
        raise ImportingError(_DAMAGED, _HINT) from error


def _check_archive(data: bytes) -> None:
    """Refuse an archive that cannot be read or holds too much, before anything in it is parsed."""
    tags = 0
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_members(archive.infolist())
            spoken = b"".join(match[1] for match in _SPOKEN.finditer(archive.read(_BODY)))
            check_length(len(spoken.decode("utf-8", "replace")))
            tags = sum(archive.read(member).count(b"<") for member in _parsed(archive.infolist()))
    except NotImplementedError as error:
        raise ImportingError(_TOO_NEW, _HINT) from error
    except _ARCHIVE_FAULTS as error:
        raise ImportingError(_DAMAGED, _HINT) from error
    if tags > MAX_TAGS:
        raise ImportingError(_TOO_LARGE, _IN_PARTS)


def _check_members(members: Sequence[zipfile.ZipInfo]) -> None:
    names = {member.filename for member in members}
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise ImportingError("This Word file is protected by a password.", "Save it without one, and import that.")
    if _BODY not in names:
        what = "an OpenDocument file" if "content.xml" in names else "a ZIP file, but no Word document"
        raise ImportingError(f"This is {what}.", "Save it as .docx or as plain text, and import that.")
    if any(member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for member in members):
        raise ImportingError(_TOO_NEW, _HINT)
    if sum(member.file_size for member in _parsed(members)) > MAX_XML:
        raise ImportingError(_TOO_LARGE, _IN_PARTS)
    if sum(member.file_size for member in members) > MAX_UNPACKED:
        raise ImportingError("This Word file would unpack to more than can be read.", _HINT)


def _parsed(members: Sequence[zipfile.ZipInfo]) -> Iterator[zipfile.ZipInfo]:
    return (member for member in members if member.filename.lower().endswith((".xml", ".rels")))


class _Reader:
    def __init__(self, file: "WordFile") -> None:
        self._file = file
        self._blocks: list[DocumentBlock] = []
        self._changes: list[ImportChange] = []
        self._place = 0
        self._characters = 0
        self._styles = {style.style_id: (style.name or "").lower() for style in file.styles}
        """English names, in small letters, by their id."""
        self._numbered: dict[tuple[str, str], bool] = {}
        self._numbers: dict[tuple[str, str], int] = {}
        """The last number of each list."""
        self._runs = RunReader(self._changes)
        self._notes = {kind: _foot_notes(file, kind) for kind in _STORIES}

    def read(self) -> Document:
        for paragraph in _paragraphs(self._file.element.body):
            self._place += 1
            self._paragraph(paragraph)
        self._margins()
        return Document(tuple(self._blocks), tuple(self._changes), place_unit="paragraph")

    def _paragraph(self, element: Any) -> None:
        read = self._runs.read(element, self._place)
        if read.text.strip():
            self._blocks.append(self._block(element, read.text.strip(" "), strong=read.strong))
            self._characters += len(read.text)
            check_length(self._characters)
        for comment in read.comments:
            self._comment(comment)
        for kind, number in read.foot_notes:
            text = self._notes[kind].get(number, "")
            if has_words(text):
                self._add_note(f"{kind.removesuffix('s').capitalize()}: {text}", text)

    def _block(self, element: Any, text: str, *, strong: bool) -> DocumentBlock:
        style = self._style(element)
        if style in ("title", "heading 0"):
            return DocumentBlock(DocumentBlockKind.TITLE, text, self._place)
        if style.startswith("heading "):
            return DocumentBlock(
                DocumentBlockKind.HEADING, text, self._place, int(style[8:9]) if style[8:9].isdigit() else 2
            )
        number = element.find(f".//{qn('w:numPr')}/{qn('w:numId')}")
        if number is not None or style.startswith("list"):
            return DocumentBlock(DocumentBlockKind.ITEM, text, self._place, mark=self._mark(element, style))
        if strong and len(text) <= _MAX_HEADING and "\n" not in text and text[-1] not in ".,;!?…)]":
            return DocumentBlock(DocumentBlockKind.HEADING, text.rstrip(":"), self._place, 2)
        return DocumentBlock(DocumentBlockKind.TEXT, text, self._place, keeps_lines="\n" in text)

    def _style(self, element: Any) -> str:
        """Return the English name of a paragraph's style, in small letters."""
        named = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if named is None:
            return ""
        key = named.get(qn("w:val")) or ""
        return self._styles.get(key, key.lower())

    def _mark(self, element: Any, style: str) -> str:
        number = element.find(f".//{qn('w:numId')}")
        level = element.find(f".//{qn('w:ilvl')}")
        key = (
            number.get(qn("w:val")) if number is not None else style,
            level.get(qn("w:val")) if level is not None else "0",
        )
        if "number" not in style and not self._is_numbered(key):
            return "-"
        self._numbers[key] = self._numbers.get(key, 0) + 1
        return f"{self._numbers[key]}."

    def _is_numbered(self, key: tuple[str, str]) -> bool:
        """Tell whether a list has numbers, by the ids of list and level."""
        if key not in self._numbered:
            self._numbered[key] = self._look_up_numbering(key)
        return self._numbered[key]

    def _look_up_numbering(self, key: tuple[str, str]) -> bool:
        try:
            numbering = self._file.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return False
        for kind in numbering.iterfind(qn("w:num")):
            if kind.get(qn("w:numId")) == key[0]:
                abstract = kind.find(qn("w:abstractNumId")).get(qn("w:val"))
                return _format(numbering, abstract, key[1]) not in ("bullet", "none", "")
        return False

    def _comment(self, number: int) -> None:
        comment = self._file.comments.get(number)
        if comment is not None and has_words(comment.text):
            said = " ".join(comment.text.split())
            self._add_note(f"{comment.author or 'Comment'}: {said}", said)

    def _add_note(self, note: str, before: str) -> None:
        self._blocks.append(DocumentBlock(DocumentBlockKind.NOTE, note, self._place))
        self._changes.append(ImportChange(self._place, ChangeKind.NOTE, before, "a therapist's note"))

    def _margins(self) -> None:
        """Report headers and footers."""
        texts: dict[str, None] = {}
        for section in self._file.sections:
            for margin in (section.header, section.footer, section.first_page_header, section.first_page_footer):
                texts |= dict.fromkeys(" ".join(paragraph.text.split()) for paragraph in margin.paragraphs)
        for text in texts:
            if has_words(text):
                self._changes.append(ImportChange(1, ChangeKind.LEFT_OUT, text, "stands above or below every page"))


def _paragraphs(body: Any) -> Iterator[Any]:
    """Yield all paragraphs in order, those of tables and boxes too."""
    fallback = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
    for element in body.iter(qn("w:p")):
        if not any(above.tag == fallback for above in element.iterancestors()):
            yield element


def _format(numbering: Any, abstract: str, level: str) -> str:
    for kind in numbering.iterfind(qn("w:abstractNum")):
        if kind.get(qn("w:abstractNumId")) == abstract:
            for each in kind.iterfind(qn("w:lvl")):
                form = each.find(qn("w:numFmt"))
                if each.get(qn("w:ilvl")) == level and form is not None:
                    return str(form.get(qn("w:val")))
    return ""


def _foot_notes(file: "WordFile", kind: str) -> dict[str, str]:
    """Return the notes at the foot of a page, or at the end, by their number."""
    from docx.oxml import parse_xml  # noqa: PLC0415 - for files that have them

    for relation in file.part.rels.values():
        if relation.reltype.endswith(f"/{kind}"):
            root: Any = parse_xml(relation.target_part.blob)
            notes = root.iterfind(qn(f"w:{kind.removesuffix('s')}"))
            return {note.get(qn("w:id")): _words_of(note) for note in notes if note.get(qn("w:type")) is None}
    return {}


def _words_of(element: Any) -> str:
    paragraphs = ("".join(text.text or "" for text in each.iter(qn("w:t"))) for each in element.iter(qn("w:p")))
    return " ".join(" ".join(paragraphs).split())
