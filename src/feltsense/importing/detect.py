"""From a file's bytes to what is in it: told by its content, not by its name."""

import codecs
import re

from feltsense.errors import ImportingError
from feltsense.importing.convert import Imported, script_of
from feltsense.importing.document import Document
from feltsense.importing.readers import html as html_reader
from feltsense.importing.readers import text as text_reader
from feltsense.script.parser import readable

MOST_BYTES = 32 * 1024**2
"""Of a file; a Word document may be full of pictures."""
MOST_TEXT = 1024**2
"""Of a text or a page: about 170 000 words."""

_SAVE_AS = "Open it in the program it comes from, save it as .docx or as plain text, and import that."
_SIGNATURES = (
    (b"\xd0\xcf\x11\xe0", "This is an old Word file (.doc), or one that is protected by a password.", _SAVE_AS),
    (b"%PDF", "This is a PDF, which holds pictures of words rather than words.", "Copy its text into a .txt file."),
    (b"{\\rtf", "This is an RTF file.", _SAVE_AS),
)
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|speak|div|p|h[1-6]|ul|ol|meta)\b",
    re.IGNORECASE | re.DOTALL,
)


def imported(data: bytes, name: str) -> Imported:
    """Return the script that the file `data` becomes.

    Args:
        data: the file, whole.
        name: its name without folder and suffix: the title, if there is none in it.

    Raises:
        ImportingError: it cannot be read, there is nothing to say in it, or more than a script can hold.
    """
    return script_of(document(data), readable(name) or "Untitled")


def document(data: bytes) -> Document:
    """Return what is in the file `data`.

    Raises:
        ImportingError: it cannot be read.
    """
    if not data.strip():
        raise ImportingError("The file is empty.", "Write or paste something into it first.")
    if len(data) > MOST_BYTES:
        raise ImportingError(
            f"The file has {len(data) // 1024**2} MB; at most {MOST_BYTES // 1024**2} can be imported."
        )
    for signature, problem, hint in _SIGNATURES:
        if data.startswith(signature):
            raise ImportingError(problem, hint)
    if data.startswith(b"PK"):
        from feltsense.importing.readers import word as word_reader  # noqa: PLC0415 - half a second of XML, for Word files only

        return word_reader.read(data)
    text = _decoded(data)
    return html_reader.read(text) if _HTML.match(text) else text_reader.read(text)


def _decoded(data: bytes) -> str:
    """Return text in UTF-8, UTF-16, or what Windows wrote before."""
    if len(data) > MOST_TEXT:
        raise ImportingError(
            f"The text has {len(data) / 1024**2:.1f} MB; an hour's script has a twentieth of one.",
            "Import the part that is the exercise.",
        )
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _no_binary(data.decode("utf-16", "replace"))
    try:
        return _no_binary(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _no_binary(data.decode("cp1252", "replace"))


def _no_binary(text: str) -> str:
    """Return `text` when it is one."""
    strange = sum(char == "\ufffd" or (char < " " and char not in "\t\n\r\x0b\x0c") for char in text)
    if "\0" in text or strange > len(text) / 50:
        raise ImportingError("This is no text, and no Word file.", "Import a .docx, .txt, .md or .html file.")
    return text
