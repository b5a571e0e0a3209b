"""RTF files, as Word, LibreOffice, WordPad and TextEdit write them."""

import pytest
from imports import body, changes, made
from rtf_files import rtf

from feltsense.errors import ImportingError
from feltsense.importing.detect import import_script, read_document


def test_an_rtf_file_becomes_a_script() -> None:
    data = rtf(
        r"\pard\s3 Evening practice\par\pard\s4 by A. Writer\par{\pard\s1\b\fs32 Arriving\par}"
        r"\pard\plain\fs24 Sit as you like. (pause 10 seconds) Let"
        "\r\n"
        r" your feet rest.\par\par {\s2\pard\s2 Going on\par}\pard Verse one,\line verse two\line verse three\par"
        r"\pard Come back.\par"
    )
    assert made(data).title == "Evening practice"
    assert body(data).split("\n\n") == [
        "> by A. Writer",
        "## Arriving",
        "Sit as you like. [pause 10s]\nLet your feet rest.",
        "## Going on",
        "Verse one,  \nverse two  \nverse three",
        "Come back.",
    ]


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        (r"Don\rquote t hurry \emdash  rest.", "Don't hurry — rest."),
        (r"Caf\'e9 \ldblquote now\rdblquote .", 'Café "now".'),
        (r"\u8217\'92s \u252?ber \uc0\u233  \uc1 x", "'s über é x"),
        (r"{\uc2 \u12354\'82\'a0 rest}", "あ rest"),
        (r"{\f2 \'cf\'f0\'e8\'e2\'e5\'f2}", "Привет"),
        (r"{\f3 \'83e\'83X\'83g}", "テスト"),
        (r"A\~b and self\_kindness with soft\-hyphen", "A b and self-kindness with softhyphen"),
        (r"Braces \{and\} back\\slash", "Braces [and] back\\\\slash"),
        (r"{\upr{Old}{\*\ud{New}}} words", "New words"),
        (r"Seen {\*\unknownthing not seen} here", "Seen here"),
        (r"Picture {\pict\wmetafile8 0100090000{\*\x y}03} gone", "Picture gone"),
        (r"Binary {\pict\bin5 a}b{c} gone", "Binary gone"),
        (r"{\field{\*\fldinst HYPERLINK \\l x}{\fldrslt Read more}} here.", "Read more here."),
    ],
)
def test_characters_are_read_in_their_encodings(written: str, spoken: str) -> None:
    assert spoken.split("[", maxsplit=1)[0] in body(rtf(written))


def test_characters_beyond_the_first_plane_are_one() -> None:
    assert [block.text for block in read_document(rtf(r"Rest \u-10179?\u-8704? now.")).blocks] == ["Rest 😀 now."]


def test_old_text_is_read_in_its_own_codepage() -> None:
    assert body(rb"{\rtf1\ansi\ansicpg1251 \'cf\'f0\'e8\'e2\'e5\'f2}") == "Привет"
    assert body(rb"{\rtf1\mac Caf\'8e}") == "Café"


@pytest.mark.parametrize(
    "heading",
    [
        r"{\pard\s1 Arriving\par}",
        r"{\pard\s2 Arriving\par}",
        r"{\pard\s5 Arriving\par}",
        r"{\pard\outlinelevel0 Arriving\par}",
        r"{\pard\b Arriving\b0\par}",
        r"{\pard{\b Arriving:}\par}",
        r"{\pard\fs36 Arriving\par}",
    ],
)
def test_headings_are_known_by_style_and_by_looks(heading: str) -> None:
    data = rtf(rf"Notice your feet.\par {heading}\pard\plain\fs24 Come back.\par")
    assert body(data).split("\n\n") == ["Notice your feet.", "## Arriving", "Come back."]


def test_the_largest_line_at_the_top_is_the_title() -> None:
    data = rtf(r"{\fs48\b Evening practice\par}{\fs32\b Arriving\par}Notice your feet, and let them rest.\par")
    assert made(data).title == "Evening practice"
    assert body(data) == "## Arriving\n\nNotice your feet, and let them rest."


def test_struck_hidden_and_deleted_text_is_left_out() -> None:
    data = rtf(
        r"Stay. {\strike Struck.}{\striked1  Twice.} {\v Unseen.} {\deleted just }{\revised perhaps }rest.\par"
        r" Let your {\deleted\par}\pard breath come.\par"
    )
    assert body(data) == "Stay.\nperhaps rest.\n\nLet your breath come."
    assert changes(data) == [
        "1 left out: Struck. Twice. → struck through",
        "1 left out: Unseen. → hidden text",
        "1 left out: just → a tracked deletion",
        "1 moved: perhaps → a tracked insertion, kept",
    ]


def test_lists_keep_their_levels_and_numbers() -> None:
    data = rtf(
        r"{\listtext\f0 1.\tab}\pard\ls1 Press.\par{\listtext a)\tab}\pard\ls1\ilvl1 Left first.\par"
        r"{\listtext b)\tab}\ls1\ilvl1 Then right.\par{\listtext\f0 2.\tab}\pard\ls1 Let it rest.\par"
        r"\pard Notice.\par{\pntext\f1\'B7\tab}{\*\pn\pnlvlblt\pnf1{\pntxtb\'B7}}Look.\par"
        r"\pard{\listtext	\uc0\u8226 	}A lamp.\par"
        r"\pard 3.\tab Typed.\par"
    )
    assert body(data).split("\n\n") == [
        "1. Press.\n  1. Left first.\n  2. Then right.\n2. Let it rest.",
        "Notice.",
        "- Look.\n- A lamp.",
        "3. Typed.",
    ]


def test_the_language_is_what_most_letters_are_in() -> None:
    assert read_document(rtf(r"{\lang1031 Sp\'fcre deine F\'fc\'dfe.}{\lang1033  OK.}")).language == "de-DE"
    assert read_document(rtf("Rest.")).language == ""


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (rtf(""), "nothing to say"),
        (b"{" + rb"\rtf1 " + b"{" * 100_000, "damaged"),
        (rtf(r"Rest. \par " * 60_000), "a script has at most"),
    ],
    ids=["empty", "deep", "long"],
)
def test_what_cannot_be_read_is_refused_with_a_message(data: bytes, message: str) -> None:
    with pytest.raises(ImportingError, match=message):
        import_script(data, "x")


@pytest.mark.parametrize("cut", [1, 60, 400, 700])
def test_a_file_that_is_cut_short_is_read_as_far_as_it_goes(cut: int) -> None:
    data = rtf(r"Rest here for a while.\par " * 10)[: -cut // 4]
    assert body(data).startswith("Rest here for a while.")


@pytest.mark.parametrize(
    "end", ["}}}", r"\par}\par}", "\0", "\\", r"\u", r"\'", r"\bin99999999 ", r"{\*", r"{\field{\*\fldinst PAGE"]
)
def test_odd_signs_do_no_harm(end: str) -> None:
    assert body(rtf(r"Rest.\par ") + end.encode()).startswith("Rest.")
    assert body(rtf(rf"Rest.\par {end}")).startswith("Rest.")
