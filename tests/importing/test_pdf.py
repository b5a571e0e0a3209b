"""PDF files."""

import subprocess
import sys

import pytest
from imports import body, changes, made
from pdf_files import Line, paragraph, pdf

from feltsense.errors import ImportingError
from feltsense.importing.detect import import_practices

FIRST = [
    Line("Evening Feet", 40, size=9),
    Line("Evening Feet", 120, size=20, bold=True),
    Line("Arriving", 160, bold=True),
    *paragraph(185, "When attention goes, come back to the soles of your feet, first the left and", "then the right."),
    *paragraph(225, "Notice your feet, and go on reading on the next page, where this sentence"),
    Line("1", 810),
]
SECOND = [
    Line("Evening Feet", 40, size=9),
    *paragraph(80, "goes on without a break. (pause 10 seconds)"),
    *paragraph(110, "• One thing", "• Another thing"),
    *paragraph(160, "1. First", "2. Second"),
    Line("2", 810),
]

CONTINUED = "Notice your feet, and go on reading on the next page, where this sentence goes on without a break."
LOCKED = f"/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <{'11' * 32}> /U <{'22' * 32}> /P -4 >>"


def test_pages_become_sections_paragraphs_and_lists() -> None:
    data = pdf([FIRST, SECOND])
    assert made(data).title == "Evening Feet"
    assert body(data).split("\n\n") == [
        "## Arriving",
        "When attention goes, come back to the soles of your feet, first the left and then the right.",
        f"{CONTINUED} [pause 10s]",
        "- One thing\n- Another thing",
        "1. First\n2. Second",
    ]


def test_what_stands_above_and_below_the_pages_is_told_and_not_spoken() -> None:
    assert [line for line in changes(pdf([FIRST, SECOND])) if "left out" in line] == [
        "1 left out: Evening Feet → stands above or below the pages",
        "1 left out: 1 → stands above or below the pages",
    ]


def test_columns_are_read_one_after_the_other() -> None:
    left = paragraph(100, "The left column begins", "here and ends here.")
    right = [Line(text, 100 + 14 * number, left=320) for number, text in enumerate(("The right one", "goes on."))]
    assert body(pdf([[*left, *right]])) == "The left column begins here and ends here.\n\nThe right one goes on."


def test_a_page_without_words_is_told() -> None:
    assert "2 left out: page 2 → a picture, or empty: there are no words on it" in changes(pdf([FIRST, []]))


@pytest.mark.parametrize(
    ("data", "message", "hint"),
    [
        (pdf([[]]), "pictures of its pages and no words", "text recognition"),
        (pdf([FIRST], LOCKED), "protected by a password", "without one"),
        (b"%PDF-1.7 ...", "damaged", "txt"),
        (pdf([FIRST])[:600], "damaged", "txt"),
    ],
    ids=["scan", "password", "nothing in it", "half of it"],
)
def test_a_pdf_without_words_is_refused_in_true_words(data: bytes, message: str, hint: str) -> None:
    with pytest.raises(ImportingError, match=message) as refused:
        made(data)
    assert hint in refused.value.hint


def test_no_other_import_loads_the_library() -> None:
    code = (
        "import sys; from feltsense.importing.detect import import_script; import_script(b'Rest.', 'x');"
        "sys.exit('pypdfium2' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_headings_of_two_sizes_are_practices_and_their_parts() -> None:
    def page(number: int) -> list[Line]:
        parts = [Line(f"Practice {number}", 60, size=20), Line(f"Part {number}", 90, size=14)]
        return [*parts, *paragraph(120, "Notice your feet, and how they rest on the floor.")]

    data = pdf([page(1), page(2), page(3)])
    assert body(data).count("## Part") == 3
    assert [line for line in changes(data) if "left out" in line] == []
    assert [each.title for each in import_practices(data, "x")] == ["Practice 1", "Practice 2", "Practice 3"]


def test_a_word_that_is_broken_at_a_line_end_is_one_word() -> None:
    lines = paragraph(100, "When attention wan-", "ders, come back to your feet. Nothing has to be differ-", "ent.")
    assert body(pdf([lines])) == "When attention wanders, come back to your feet.\nNothing has to be different."
    kind = paragraph(100, "This is a practice of self-", "compassion.")
    assert body(pdf([kind])) == "This is a practice of self-compassion."
