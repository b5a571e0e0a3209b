"""Word files."""

import io
import zipfile

import docx
import pytest
from reading import body, changes, made
from word_files import saved, tracked, whole

from feltsense.errors import ImportingError
from feltsense.importing.detect import import_script


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


def test_the_report_tells_of_all_that_is_not_plain_text() -> None:
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


def test_a_paragraph_that_was_taken_out_whole_is_not_spoken() -> None:
    file = docx.Document()
    file.add_paragraph("Stay.")
    file.add_paragraph()._p.append(tracked("del", "Go away."))
    assert body(saved(file)) == "Stay."


def damaged(**replaced: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole())) as given, zipfile.ZipFile(buffer, "w") as made_anew:
        for name in given.namelist():
            made_anew.writestr(name, replaced.get(name.rpartition("/")[2].partition(".")[0], given.read(name)))
    return buffer.getvalue()


def zipped(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (damaged(document=b"<w:docu"), "damaged"),
        (whole()[:2000], "damaged"),
        (zipped(content_xml=b"<x/>"), "an OpenDocument file"),
        (zipped(x=b""), "no Word document"),
        (zipped(word__document_xml=bytes(2 * 1024**2)), "unpack to more"),
        (saved(docx.Document()), "nothing to say"),
    ],
    ids=["broken xml", "cut short", "another program's", "just a zip", "a bomb", "empty"],
)
def test_what_is_no_readable_word_file_is_refused_in_words(
    data: bytes, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("feltsense.importing.readers.word.MOST_UNPACKED", 1024**2)
    with pytest.raises(ImportingError, match=told):
        import_script(data, "x")


def test_entities_in_a_word_file_are_not_followed() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document xmlns:w="http://x"><w:body>&b;</w:body></w:document>'
    with pytest.raises(ImportingError):
        import_script(damaged(document=bomb), "x")
