"""Tables of times, words, directions and lengths."""

import pytest
from imports import body, changes

from feltsense.importing.document import DocumentBlockKind, TableCell
from feltsense.importing.table_heads import ColumnRole, column_role
from feltsense.importing.tables import table_content


def blocks(rows: list[list[str]], *, headed: bool = False) -> list[str]:
    cells = [[TableCell(text, number) for text in row] for number, row in enumerate(rows, 1)]
    return [f"{block.kind}: {block.text}" for block in table_content(cells, headed=headed).blocks]


def test_times_become_the_silences_between_the_words() -> None:
    source = "| Time | Words |\n|------|-------|\n| 0:00 | Notice your feet. |\n| 0:30 | [bell] Notice your hands. |\n"
    assert body(source) == "Notice your feet. [pause about 29s]\n\n[bell] Notice your hands."
    assert changes(source) == [
        "1 left out: Time | Words → the heads of a table",
        "3 pause: 0:00 → [pause about 29s]",
        "4 left out: 0:30 → a time",
    ]


def test_a_column_of_notes_becomes_notes_and_cues() -> None:
    rows = [
        ["Therapist", "Notes"],
        ["Notice your feet.", "Speak slowly. Look at client."],
        ["Notice your hands.", "Pause 10 sec"],
        ["Come back.", "(bell)"],
    ]
    assert blocks(rows) == [
        "text: Notice your feet.",
        "note: Speak slowly. Look at client.",
        "text: Notice your hands.",
        "cue: pause 10s",
        "text: Come back.",
        "cue: bell",
    ]


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("What to say", ColumnRole.WORDS),
        ("Therapist notes", ColumnRole.NOTES),
        ("Audio cue", ColumnRole.NOTES),
        ("Pause (sec)", ColumnRole.SILENCE),
        ("**Dauer**", ColumnRole.LENGTH),
        ("Länge", ColumnRole.LENGTH),
        ("Duración", ColumnRole.LENGTH),
        ("Narración", ColumnRole.WORDS),
        ("Voix", ColumnRole.WORDS),
        ("Indicações", ColumnRole.NOTES),
        ("Tijd", ColumnRole.TIME),
        ("Testo", ColumnRole.WORDS),
        ("#", ColumnRole.NUMBER),
        ("Phase", ColumnRole.SECTION),
        ("Wer", ColumnRole.SPEAKER),
        ("Therapist", ColumnRole.EITHER),
        ("Feet", ColumnRole.UNKNOWN),
    ],
)
def test_heads_are_known_in_several_languages(head: str, role: ColumnRole) -> None:
    assert column_role(head) is role


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([["Step", "Script", "Pause"], ["1", "Sit.", "20 s"], ["2", "Go.", "(1:30)"], ["3", "Rest.", "-"]],
         ["text: Sit.", "cue: pause 20s", "text: Go.", "cue: pause 1m30s", "text: Rest."]),
        ([["Pause (min)", "Words"], ["1", "Sit."], ["2-3", "Go."]],
         ["text: Sit.", "cue: pause 1m", "text: Go.", "cue: pause 2m to 3m"]),
        ([["Time (min)", "Words"], ["0", "Sit."], ["1", "Go."]],
         ["text: Sit.", "cue: pause about 1m", "text: Go."]),
        ([["Zeit", "Text", "Regie"],
          ["0:00–0:05", "Spüre, wie der Boden dich hält.", "leise"], ["0:20", "Gut.", "Gong"]],
         ["text: Spüre, wie der Boden dich hält.", "note: leise", "cue: pause 15s", "text: Gut.", "cue: bell low"]),
        ([["Phase", "Duration", "Guidance"], ["Arriving", "2 min", "Sit."], ["Feet", "30 sec", "Rest."]],
         ["heading: Arriving (2 min)", "text: Sit.", "heading: Feet (30 sec)", "text: Rest."]),
        ([["Who", "Words", "Music"], ["Therapist", "Sit.", "soft piano"], ["Client", "I sit.", ""]],
         ["text: Sit.", "note: soft piano", "note: Client: I sit."]),
        ([["Words", "Odd"], ["Sit.", "blue"]], ["text: Sit.", "note: Odd: blue"]),
        ([["Arriving", ""], ["0:00", "Sit."], ["0:20", "Go."]],
         ["heading: Arriving", "text: Sit.", "cue: pause about 20s", "text: Go."]),
        ([["Words", "Cues"], ["Sit.", "[bell], pause 10 s, speak softly"]],
         ["text: Sit.", "cue: bell", "cue: pause 10s", "note: speak softly"]),
        ([["Time", "Activity", "Script"], ["0–2 min", "Welcome", "Sit."], ["2–3 min", "Feet", "Rest."]],
         ["heading: Welcome", "text: Sit.", "cue: pause about 2m",
          "heading: Feet", "text: Rest.", "cue: pause about 1m"]),
        ([["Words", "Notes"], ["Sit.", "wait until they settle"]], ["text: Sit.", "text: [wait until they settle]"]),
    ],
)  # fmt: skip
def test_heads_say_what_columns_hold(rows: list[list[str]], expected: list[str]) -> None:
    assert blocks(rows) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([["0:00", "Sit."], ["0:20", "Go."]], ["text: Sit.", "cue: pause about 20s", "text: Go."]),
        ([["1.", "Sit."], ["2.", "Go."]], ["text: Sit.", "text: Go."]),
        ([["Sit.", "(bell)"], ["Go.", "*slowly*"]], ["text: Sit.", "cue: bell", "text: Go.", "note: slowly"]),
        ([["Sit.", "20 s"], ["Go.", "5 s"]], ["text: Sit.", "cue: pause 20s", "text: Go.", "cue: pause 5s"]),
        ([["Breathe in.", "Breathe out."], ["Feet.", "Hands."]],
         ["text: Breathe in.", "text: Breathe out.", "text: Feet.", "text: Hands."]),
        ([["Notice your feet."]], ["text: Notice your feet."]),
        ([["**Therapist:**", "Sit."], ["Client:", "I sit."]], ["text: Sit.", "note: Client: I sit."]),
        ([["5", "things you see."], ["4", "things you hear."]],
         ["text: 5", "text: things you see.", "text: 4", "text: things you hear."]),
        ([["Title", "Body scan"], ["Duration", "10 min"]], ["text: Title: Body scan", "text: Duration: 10 min"]),
    ],
)  # fmt: skip
def test_without_heads_the_cells_say_it(rows: list[list[str]], expected: list[str]) -> None:
    assert blocks(rows) == expected


def test_the_first_words_of_a_table_are_no_title() -> None:
    assert body("| Words | Pause |\n|--|--|\n| Breathe in | 4 s |\n| BREATHE OUT | 6 s |\n") == (
        "Breathe in [pause 4s]\n\nBREATHE OUT [pause 6s]"
    )


def test_a_length_that_words_fill_is_asked_about() -> None:
    rows = [["Duration", "Words"], ["6 s", "Notice your feet on the floor, and how it holds you, all the way."]]
    *_, asked = blocks(rows)
    assert asked.startswith(f"{DocumentBlockKind.QUESTION}: <!-- question: “6 s”: ")
    assert asked.endswith(" | [pause 6s] | (nothing) -->")
    assert "question: “6 s”:" in body("| Duration | Words |\n|--|--|\n| 6 s | " + rows[1][1] + " |")


def test_times_that_hold_no_silence_are_told() -> None:
    rows = "| 0:30 | Later. |\n| 0:10 | Notice your feet on the floor, and how it holds you. |\n| 0:12 | Go. |"
    source = f"| Time | Words |\n|---|---|\n{rows}"
    assert body(source) == "Later.\n\nNotice your feet on the floor, and how it holds you.\n\nGo."
    assert changes(source)[1:] == [
        "3 left out: 0:30 → a time; what follows begins earlier, so no silence is known",
        "4 left out: 0:10 → a time; it leaves 2 s, and the words need about 5 s",
        "5 left out: 0:12 → a time",
    ]


def test_tables_stand_among_paragraphs_and_may_be_drawn_in_other_ways() -> None:
    assert body("Here it is.\nTime | Words\n--- | :-:\n0:00 | Sit \\| rest.\n0:20 | Go.\n\nAnd on.") == (
        "Here it is.\n\nSit \\| rest. [pause about 19s]\n\nGo.\n\nAnd on."
    )
    assert body("+---+---+\n| Words | Notes |\n+===+===+\n| Sit.<br>Rest. | bell |\n+---+---+") == (
        "Sit.  \nRest. [bell]"
    )
    assert body("Either this | or that.\n\n|x| is a length.") == "Either this | or that.\n\n|x| is a length."
