"""Documents that are ZIP archives of XML parts, as Word and OpenDocument write them.

Sizes are checked before anything is unpacked or parsed; no entity is expanded, nothing outside of the file is read.
"""

import io
import posixpath
import struct
import zipfile
import zlib
from typing import Any

from lxml import etree

from feltsense.errors import ImportingError

MAX_XML = 16 * 1024**2
"""Bytes of the parts that are parsed; the longest script with all its markup has one or two million."""
MAX_TAGS = 600_000
"""Tags in them, at about a hundred bytes of memory each."""
_IN_PARTS = "Import it in parts, one exercise each."
_SAVE_AGAIN = "Open it in Word or LibreOffice, save it as .docx again, and import that."
_ENCRYPTED = 0x1
_ARCHIVE_FAULTS = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, RuntimeError, EOFError, OSError, KeyError,
    IndexError, ValueError, OverflowError,
)  # fmt: skip
"""What reading a damaged archive ends in."""
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)  # fmt: skip
"""Names of Word's strict form, and the same in the usual one."""


class DocumentArchive:
    """The parts of a document by their names."""

    def __init__(self, data: bytes) -> None:
        """Read the list of parts.

        Raises:
            ImportingError: it is damaged, packed in an unknown way, or protected by a password.
        """
        self._left_bytes = MAX_XML
        self._left_tags = MAX_TAGS
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._members = {_plain(member.filename): member for member in self._zip.infolist()}
        except NotImplementedError as error:
            raise too_new() from error
        except _ARCHIVE_FAULTS as error:
            raise damaged() from error

    def __contains__(self, name: str) -> bool:
        """Tell whether there is a part of this name; small and capital letters are the same."""
        return _plain(name) in self._members

    def data(self, name: str) -> bytes:
        """Return a part's bytes; empty where there is none of this name.

        Raises:
            ImportingError: it is damaged, protected, or too large.
        """
        member = self._members.get(_plain(name))
        if member is None:
            return b""
        if member.flag_bits & _ENCRYPTED:
            raise ImportingError("This file is protected by a password.", "Save it without one, and import that.")
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise too_new()
        self._left_bytes -= member.file_size
        if self._left_bytes < 0:
            raise too_large()
        try:
            return self._zip.read(member)
        except NotImplementedError as error:
            raise too_new() from error
        except _ARCHIVE_FAULTS as error:
            raise damaged() from error

    def root(self, name: str) -> Any:
        """Return the root element of an XML part; None where there is no part of this name.

        Raises:
            ImportingError: it is damaged, protected, or too large.
        """
        data = self.data(name)
        return self.parsed(data) if data else None

    def parsed(self, data: bytes) -> Any:
        """Return the root element of a part that was read.

        Raises:
            ImportingError: it is no XML, or too large.
        """
        self._left_tags -= data.count(b"<")
        if self._left_tags < 0:
            raise too_large()
        return xml_root(data)

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """Return what an Office part refers to: by id, the last word of the kind and the name of the other part."""
        folder, _, file = name.rpartition("/")
        root = self.root(f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels")
        found: dict[str, tuple[str, str]] = {}
        for each in root if root is not None else ():
            if each.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, each.get("Target") or ""))
                kind = (each.get("Type") or "").rpartition("/")[2]
                found[each.get("Id") or ""] = (kind, target.lstrip("/"))
        return found


def xml_root(data: bytes) -> Any:
    """Return the root element of `data`.

    Raises:
        ImportingError: it is no XML, or declares entities, which no program writes into a document.
    """
    for strict, usual in _STRICT if b"purl.oclc.org/ooxml" in data[:4096] else ():
        data = data.replace(strict, usual)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged() from error
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise damaged()
    return root


def damaged() -> ImportingError:
    """Return the refusal of a file that cannot be read."""
    return ImportingError("This file is damaged and cannot be read.", _SAVE_AGAIN)


def too_new() -> ImportingError:
    """Return the refusal of a file whose packing is not known."""
    return ImportingError("This file is packed in a way that is too new to be read.", _SAVE_AGAIN)


def too_large() -> ImportingError:
    """Return the refusal of a file that would take too much memory."""
    return ImportingError("This file holds far more text and markup than a script can have.", _IN_PARTS)


def _plain(name: str) -> str:
    """Return a part's name as it is looked up; some programs write backslashes, or other capitals."""
    return name.replace("\\", "/").lstrip("/").lower()
