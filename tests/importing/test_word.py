"""Word files."""

import io
import random
import zipfile
from contextlib import suppress

import docx
import pytest
from imports import body, changes, made
from word_files import saved, tracked, whole

from feltsense.errors import ImportingError
from feltsense.importing.detect import import_script
from feltsense.script.parser import parse


def test_a_word_file_becomes_a_script() -> None:
    assert made(whole()).title == "Feet and floor"
    assert body(whole()).split("\n\n") == [
        "## Arriving",
        "Sit as you like. [pause 10s]\nLet your feet rest.",
        "> Anna: Offer a cushion.",
        "This is perhaps a place to rest.",
        "1. Look around.\n2. Listen. [pause]",
        "- a lamp",
        "## Going on",
        "Verse one,  \nverse two  \nverse three",
        "Seen.",
        "> Footnote: See page nine.",
        "One cell.",
        "Another.",
    ]


def test_the_report_names_all_that_is_not_plain_text() -> None:
    assert made(whole()).place_unit == "paragraph"
    assert changes(whole()) == [
        "1 left out: Draft of May → stands above or below every page",
        "1 title: Feet and floor → title",
        "2 section: Arriving → ## Arriving",
        "3 note: Offer a cushion. → a therapist's note",
        "3 pause: (pause 10 seconds) → [pause 10s]",
        "4 left out: just → a tracked deletion",
        "4 moved: perhaps → a tracked insertion, kept",
        "8 section: Going on → ## Going on",
        "9 verse: Verse one, → each line end ends a phrase",
        "10 left out: Unseen. → hidden text",
        "10 note: See page nine. → a therapist's note",
    ]


def test_a_deleted_paragraph_is_not_spoken() -> None:
    file = docx.Document()
    file.add_paragraph("Stay.")
    file.add_paragraph()._p.append(tracked("del", "Go away."))
    assert body(saved(file)) == "Stay."


def damaged(**replaced: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole())) as given, zipfile.ZipFile(buffer, "w") as made_anew:
        for name in given.namelist():
            made_anew.writestr(name, replaced.get(name.rpartition("/")[2].removesuffix(".xml"), given.read(name)))
    return buffer.getvalue()


def zipped(compression: int = zipfile.ZIP_DEFLATED, /, **members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return buffer.getvalue()


def in_directory(data: bytes, offset: int, value: int) -> bytes:
    """Return a ZIP file with two bytes replaced in each entry of its central directory."""
    changed = bytearray(data)
    start = changed.find(b"PK\x01\x02")
    while start >= 0:
        changed[start + offset : start + offset + 2] = value.to_bytes(2, "little")
        start = changed.find(b"PK\x01\x02", start + 46)
    return bytes(changed)


def wrong_checksum() -> bytes:
    """Return a file whose text was changed behind its checksum's back."""
    data = damaged()  # nothing in it is compressed
    return data.replace(b"Let your feet rest.", b"Let your head rest.")


PARAGRAPHS = b'<w:document xmlns:w="http://x"><w:body>%s</w:body></w:document>'
NEWER_VERSION, FLAGS, METHOD = 6, 8, 10


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (damaged(document=b"<w:docu"), "damaged"),
        (whole()[:2000], "damaged"),
        (zipped(content_xml=b"<x/>"), "an OpenDocument file"),
        (zipped(x=b""), "no document"),
        (zipped(word__document_xml=b"<x/>"), "nothing to say"),
        (zipped(word__document_xml=bytes(3 * 1024**2)), "more text and markup"),
        (zipped(word__document_xml=b"<a/>" * 200_000), "more text and markup"),
        (damaged(document=PARAGRAPHS % (b"<w:p><w:r><w:t>" + b"Rest. " * 50_000)), "300,000 characters"),
        (saved(docx.Document()), "nothing to say"),
        (in_directory(whole(), NEWER_VERSION, 99), "too new"),
        (in_directory(whole(), FLAGS, 1), "protected by a password"),
        (in_directory(whole(), METHOD, 93), "too new"),
        (zipped(zipfile.ZIP_LZMA, word__document_xml=b"<x/>"), "too new"),
        (wrong_checksum(), "damaged"),
    ],
    ids=[
        "broken xml",
        "cut short",
        "another program's",
        "just a zip",
        "no list of its parts",
        "a bomb",
        "many tags",
        "a long text",
        "empty",
        "a newer version",
        "encrypted",
        "an unknown compression",
        "lzma",
        "checksum",
    ],
)
def test_unreadable_word_files_are_refused_with_a_message(
    data: bytes, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("feltsense.importing.readers.archive.MAX_XML", 2 * 1024**2)
    monkeypatch.setattr("feltsense.importing.readers.archive.MAX_TAGS", 100_000)
    monkeypatch.setattr("feltsense.importing.document.MAX_TEXT", 200_000)
    with pytest.raises(ImportingError, match=message) as refused:
        import_script(data, "x")
    assert refused.value.hint


@pytest.mark.parametrize("kind", ["anywhere", "in the directory"])
def test_randomly_damaged_word_files_are_imported_or_refused_with_a_message(kind: str) -> None:
    data, chance = whole(), random.Random(11)  # noqa: S311 - no secret
    first = data.find(b"PK\x01\x02") if kind == "in the directory" else 0
    for _ in range(150):
        changed = bytearray(data)
        for _ in range(chance.randint(1, 4)):
            changed[chance.randrange(first, len(data))] = chance.randrange(256)
        with suppress(ImportingError):
            assert parse(import_script(bytes(changed), "x").script, "made").errors == ()


def test_a_text_that_is_too_long_is_refused_before_it_is_parsed() -> None:
    paragraph = b"<w:p><w:r><w:t>Rest here, or go on as you like.</w:t></w:r></w:p>"
    data = damaged(document=(PARAGRAPHS % (paragraph * 60_000)).removesuffix(b"</w:document>"))  # it cannot be parsed
    with pytest.raises(ImportingError, match="1,920,000 characters"):
        import_script(data, "x")


def test_reading_stops_at_a_text_that_is_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    paragraph = "<q:p><q:r><q:t>Rest here, or go on as you like.</q:t></q:r></q:p>"  # a prefix that nobody uses
    monkeypatch.setattr("feltsense.importing.document.MAX_TEXT", 200_000)
    file = docx.Document()
    xml = zipfile.ZipFile(io.BytesIO(saved(file))).read("word/document.xml").decode()
    namespace = 'xmlns:q="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    start, _, end = xml.partition("<w:body>")
    data = damaged(
        document=f"{start.replace('<w:document', f'<w:document {namespace}')}<w:body>{paragraph * 9000}{end}".encode()
    )
    with pytest.raises(ImportingError, match=r"200,\d+ characters"):
        import_script(data, "x")


def test_entities_in_a_word_file_are_not_followed() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document xmlns:w="http://x"><w:body>&b;</w:body></w:document>'
    with pytest.raises(ImportingError):
        import_script(damaged(document=bomb), "x")
