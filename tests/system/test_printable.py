"""What may be shown in a terminal, and what becomes an escape."""

import json
import unicodedata

import pytest

from feltsense.system.printable import printable, printable_line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain, schön, עברית, 漢字 🙂", "plain, schön, עברית, 漢字 🙂"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("\x1b]0;title\x07", "\\u001b]0;title\\u0007"),
        ("\x9b31m\x7f", "\\u009b31m\\u007f"),
        ("over\rwritten\b", "over\\u000dwritten\\u0008"),
        ("\u202egpj.exe\u202c \u2066a\u2069", "\\u202egpj.exe\\u202c \\u2066a\\u2069"),
        ("name\udcff", "name\\udcff"),
    ],
)
def test_what_steers_a_terminal_is_shown_as_an_escape(text: str, shown: str) -> None:
    assert printable(text) == shown
    assert printable(shown) == shown


def test_a_line_stays_one_line() -> None:
    assert printable_line("a\nb\tc\u2028d") == "a\\u000ab\\u0009c\\u2028d"


def test_every_character_that_is_a_control_or_half_a_character_is_escaped() -> None:
    # all at once, which takes a hundredth of the time: what an escape is made of is ASCII
    left = {char for char in map(chr, range(0x80)) if printable(char) == char}
    left |= set(printable("".join(map(chr, range(0x80, 0x110000))))) - set(map(chr, range(0x80)))
    raw = {unicodedata.category(char) for char in left - {"\n", "\t"}} & {"Cc", "Cs"}
    assert raw == set()
    directions = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    assert {unicodedata.bidirectional(char) for char in left} & directions == set()


def test_a_json_document_says_the_same() -> None:
    said = {"key\x9b": ["\x1b\x7f\u202e\n\t", "\udcff", "\\u001b"]}
    document = json.dumps(said, ensure_ascii=False, indent=1)
    assert json.loads(printable(document)) == said
