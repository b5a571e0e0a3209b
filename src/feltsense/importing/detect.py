"""From a file's bytes to what is in it: recognised by its content, not by its name.

A new format is a module in `readers/` whose `read` returns a `Document`, and one line in `_BINARY_READERS`,
`_ARCHIVE_READERS` or `_TEXT_READERS`.
"""

import codecs
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from feltsense.errors import ImportingError
from feltsense.importing.convert import ImportedScript, convert, convert_each
from feltsense.importing.document import Document
from feltsense.importing.own_scripts import imported_before
from feltsense.importing.readers import text as text_reader
from feltsense.importing.readers.caption_files import caption_format
from feltsense.importing.readers.data_files import data_file
from feltsense.importing.readers.program_code import refuse_program
from feltsense.importing.readers.speech_tags import is_speech_markup
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.parser import readable

if TYPE_CHECKING:
    from feltsense.importing.readers.archive import DocumentArchive

MAX_FILE_BYTES = 32 * 1024**2
"""Of a file; a Word document may be full of pictures."""
MAX_TEXT_BYTES = 1024**2
"""Of a text or a page: about 170 000 words."""

_NO_TEXT = LazyPattern(r"[\x00-\x08\x0e-\x1f\ufffd]")
_SAVE_AS = "Open it in the program it comes from, save it as .docx or as plain text, and import that."


_OLD_OFFICE_KINDS = (
    ("EncryptedPackage", "This file is protected by a password.", "Save it without one, and import that."),
    ("WordDocument", "This is a Word file of the old kind (.doc), which only Word and LibreOffice can read.", _SAVE_AS),
    ("Workbook", "This is an Excel workbook of the old kind.", "Copy its text into a Word document."),
    ("PowerPoint Document", "This is a PowerPoint presentation of the old kind.", "Copy its text into a document."),
    ("__properties_version1.0", "This is a message that Outlook saved.", "Copy its text into a .txt file."),
)
"""What is in files of old Office programs, by the name of one of its parts."""


def _refuse_old_office(data: bytes) -> Document:
    for part, problem, hint in _OLD_OFFICE_KINDS:
        if part.encode("utf-16-le") in data:
            raise ImportingError(problem, hint)
    raise ImportingError("This is an old Word file (.doc), or one that is protected by a password.", _SAVE_AS)


def _read_word(archive: "DocumentArchive") -> Document:
    from feltsense.importing.readers import word  # noqa: PLC0415 - for Word files only

    return word.read(archive)


def _read_epub(archive: "DocumentArchive") -> Document:
    from feltsense.importing.readers import epub  # noqa: PLC0415 - for books only

    return epub.read(archive)


def _read_opendocument(archive: "DocumentArchive") -> Document:
    from feltsense.importing.readers import odt  # noqa: PLC0415 - for OpenDocument files only

    return odt.read(archive)


def _read_flat_opendocument(data: bytes) -> Document:
    from feltsense.importing.readers import odt  # noqa: PLC0415 - for OpenDocument files only

    return odt.read_flat(data)


def _read_rtf(data: bytes) -> Document:
    from feltsense.importing.readers import rtf  # noqa: PLC0415 - for such files only

    return rtf.read(data)


_ARCHIVE_READERS: tuple[tuple[str, Callable[["DocumentArchive"], Document]], ...] = (
    ("content.xml", _read_opendocument),
    ("word/document.xml", _read_word),
    ("META-INF/container.xml", _read_epub),
    ("[Content_Types].xml", _read_word),  # whichever name the text has in it
)
"""A part that every ZIP archive of the format has, and what reads it."""
_ARCHIVES_REFUSED = (
    ("Index/Document.iwa", "This is a Pages file.", "In Pages: File, Export To, Word. Import that."),
    ("index.xml", "This is an old Pages file.", "In Pages: File, Export To, Word. Import that."),
)
"""A part that every ZIP archive of a format has that cannot be read, what it is, and what to do."""


def _read_archive(data: bytes) -> Document:
    """Return what is in a ZIP archive."""
    from feltsense.importing.readers.archive import DocumentArchive  # noqa: PLC0415 - XML, for such files only

    archive = DocumentArchive(data)
    for part, read_archive in _ARCHIVE_READERS:
        if part in archive:
            return read_archive(archive)
    for part, problem, hint in _ARCHIVES_REFUSED:
        if part in archive:
            raise ImportingError(problem, hint)
    raise ImportingError("This is a ZIP file, but no document.", "Unpack it, and import what is in it.")


def _read_pdf(data: bytes) -> Document:
    from feltsense.importing.readers import pdf  # noqa: PLC0415 - a library of its own, for PDFs only

    return pdf.read(data)


def _read_page(text: str) -> Document:
    from feltsense.importing.readers import html  # noqa: PLC0415 - lxml, for pages only

    return html.read(text)


_PAGE = LazyPattern(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:[^-]++|-(?!->))*+-->\s*+)*+<"
    r"(?:!doctype html|html|head|body|speak|div|p|h[1-6]|ul|ol|dl|meta|table"
    r"|section|article|main|header|blockquote|pre|title|nav|form|figure|center|span|font|style|script|template"
    r"|[a-z]{2,12}:head)\b",
    re.IGNORECASE,
)
_BINARY_READERS: tuple[tuple[re.Pattern[bytes], Callable[[bytes], Document]], ...] = (
    (re.compile(rb"PK"), _read_archive),
    (re.compile(rb"%PDF"), _read_pdf),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s{0,9}\{\\rtf"), _read_rtf),
    (re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), _refuse_old_office),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s{0,9}<\?xml.{0,2000}?<office:document\b", re.DOTALL), _read_flat_opendocument),
)
"""How a file of the format begins, and what reads it."""
_TEXT_READERS: tuple[tuple[LazyPattern, Callable[[str], Document]], ...] = ((_PAGE, _read_page),)
"""What a text of the format begins with, and what reads it; any other text is plain text or Markdown."""

_LIKE_A_TIME = LazyPattern(r"\d:[0-5]\d|\d ?(?:-|–|—|to) ?\d{1,3} ?min|\bmin(?:ute)?s? \d", re.IGNORECASE, needs=r"\d")
_DECLARED = re.compile(
    rb"<meta\b[^>]{0,200}?\bcharset\s*=\s*[\"']?\s*(?P<meta>[\w.:-]{1,40})"
    rb"|<\?xml\b[^>]{0,100}?\bencoding\s*=\s*[\"'](?P<xml>[\w.:-]{1,40})",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4096
"""Bytes from the start of a page."""
_CHARSETS = ("ascii", "iso", "cp", "koi8", "mac", "shift", "euc", "gb", "big5", "hz", "tis")
"""How the names of encodings begin, in Python, that pages are written in, UTF-8 aside."""
_AS_BROWSERS_DO = {"iso8859-1": "cp1252", "ascii": "cp1252"}


def import_script(data: bytes, name: str) -> ImportedScript:
    """Return the script that the file `data` becomes.

    Args:
        data: the file, whole.
        name: its name without folder and suffix: the title, if there is none in it.

    Raises:
        ImportingError: it cannot be read, there is nothing to say in it, or more than a script can hold.
    """
    return imported_before(data) or convert(read_document(data), readable(name) or "Untitled")


def import_practices(data: bytes, name: str) -> tuple[ImportedScript, ...]:
    """Return a script for each practice in the file `data`; arguments and errors as with `import_script`."""
    return convert_each(read_document(data), readable(name) or "Untitled")


def read_document(data: bytes) -> Document:
    """Return what is in the file `data`.

    Raises:
        ImportingError: it cannot be read.
    """
    if not data.strip():
        raise ImportingError("The file is empty.", "Write or paste something into it first.")
    if len(data) > MAX_FILE_BYTES:
        raise ImportingError(
            f"The file has {len(data) // 1024**2} MB; at most {MAX_FILE_BYTES // 1024**2} can be imported."
        )
    for beginning, read_bytes in _BINARY_READERS:
        if beginning.match(data):
            return read_bytes(data)
    return _read_text(_decoded(data))


def _read_text(text: str) -> Document:
    """Return what is in a text of any format."""
    data = data_file(text)
    if data:
        from feltsense.importing.readers import data_script  # noqa: PLC0415 - for data only

        return data_script.read(data)
    if is_speech_markup(text):
        from feltsense.importing.readers import ssml  # noqa: PLC0415 - for speech markup only

        return ssml.read(text)
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    captions = caption_format(unified)
    if captions:
        from feltsense.importing.readers import subtitles  # noqa: PLC0415 - for captions only

        return subtitles.read(unified, captions)
    for beginning, read_text in _TEXT_READERS:
        if beginning.match(text):
            return read_text(text)
    refuse_program(text)
    if _LIKE_A_TIME.search(unified):
        from feltsense.importing.readers import timed_text  # noqa: PLC0415 - for texts with times only

        if timed_text.timed_parts(unified):
            return timed_text.read(unified)
    return text_reader.read(text)


def _decoded(data: bytes) -> str:
    """Return text in UTF-8, UTF-16, what a page declares, or what Windows wrote before."""
    if len(data) > MAX_TEXT_BYTES:
        raise ImportingError(
            f"The text has {len(data) / 1024**2:.1f} MB; an hour's script has a twentieth of one.",
            "Import the part that is the exercise.",
        )
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _no_binary(data.decode("utf-16", "replace"))
    utf8 = _decoded_as("utf-8-sig", data)
    if utf8 is not None and not data.isascii():  # it is what it is, whatever a page declares
        return _no_binary(utf8)
    declared = _decoded_as(_declared_encoding(data), data)
    return _no_binary(declared or utf8 or data.decode("cp1252", "replace"))


def _declared_encoding(data: bytes) -> str:
    """Return the encoding that a page says it is written in; empty when it says none that is known."""
    start = data[:_DECLARED_WITHIN]
    declared = _DECLARED.search(start) if _PAGE.match(start.decode("latin-1")) else None
    if declared is None:
        return ""
    try:
        name = codecs.lookup((declared["meta"] or declared["xml"]).decode("ascii")).name
    except (LookupError, UnicodeError):
        return ""
    return _AS_BROWSERS_DO.get(name, name) if name.startswith(_CHARSETS) else ""


def _decoded_as(encoding: str, data: bytes) -> str | None:
    """Return `data` as text; None where it is not in this encoding, or there is no such encoding of text."""
    try:
        return data.decode(encoding) if encoding else None
    except (LookupError, UnicodeError):
        return None


def _no_binary(text: str) -> str:
    """Return `text` when it is one."""
    strange = len(_NO_TEXT.findall(text))
    if "\0" in text or strange > len(text) / 50:
        hint = "Import a .docx, .odt, .rtf, .pdf, .epub, .html, .md or .txt file."
        raise ImportingError("This is no text, and no document that can be read.", hint)
    return text
