"""Files that are no scripts: refused with what they are, and what to do."""

import codecs
import time
from contextlib import suppress

import pytest
from imports import body

from feltsense.errors import ImportingError
from feltsense.importing.detect import MAX_FILE_BYTES, import_script


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "protected by a password"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "no text"),
        (b"\xff\xd8\xff\xe0" + bytes(range(256)), "no text"),
        (bytes(MAX_FILE_BYTES + 1), "MB"),
        (b"Rest. " * 200_000, "MB"),
        (b"Rest here.\n\n" * 12_000, "bytes; a script has at most"),
        (b"... \n\n (pause)", "nothing to say"),
        (b"<html><script>x()</script></html>", "nothing to say"),
    ],
    ids=["nothing", "spaces", "old word", "png", "jpeg", "huge", "long", "too long", "dots", "a program"],
)
def test_a_refusal_names_the_kind_of_file(data: bytes, message: str) -> None:
    with pytest.raises(ImportingError, match=message) as refused:
        import_script(data, "x")
    assert refused.value.message.endswith(".")


@pytest.mark.parametrize(
    "data",
    [
        "Überall – “so”.".encode("cp1252"),
        codecs.BOM_UTF8 + "Überall – “so”.".encode(),
        "Überall – “so”.".encode("utf-16"),
    ],
)
def test_text_of_other_encodings_is_read(data: bytes) -> None:
    assert body(data) == 'Überall – "so".'


@pytest.mark.parametrize("signs", [".", "--", "a", "<!--", "[x](", "[", "(pause", "9,", "{", "in 2 "])
def test_pathological_texts_are_read_in_linear_time(signs: str) -> None:
    source = f"Sit. {signs * (40_000 // len(signs))}".encode()
    start = time.process_time()
    with suppress(ImportingError):
        import_script(source, "x")
    assert time.process_time() - start < 5  # half a second here; what looks twice at everything takes minutes
