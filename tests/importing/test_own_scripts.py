"""A script that import has made before keeps its questions when it is imported again."""

import pytest

from feltsense.importing.detect import import_script
from feltsense.importing.own_scripts import imported_before

SOURCE = """BODY SCAN

Hello [name]. Notice your [left/right] hand. (pause 10 seconds)

Think of [a person you like].

Breathe in… 2… 3… 4… and out.

[something odd here]
Rest now.
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_it_stays_as_it_is(end: str) -> None:
    made = import_script(SOURCE.encode(), "scan")
    assert made.questions >= 3
    again = import_script(made.script.replace("\n", end).encode(), "other")
    assert again.script == made.script
    assert again.open_questions == made.open_questions
    assert (again.title, again.sections, again.changes) == (made.title, made.sections, ())


def test_one_that_was_worked_on_since_keeps_its_questions_too() -> None:
    made = import_script(SOURCE.encode(), "scan").script + "\nThen [gaze around the room softly]. (pause 5 sec)\n"
    again = import_script(made.encode(), "scan")
    assert "(pause" not in again.script
    for line in made.split("\n"):
        if "<!-- question: “____”" in line:
            assert line in again.script


@pytest.mark.parametrize(
    "script",
    [
        "Rest. <!-- question: “x” stood here. -->",
        "---\ntitle: No questions\n---\n\nRest.\n",
        "---\ntitle: A mistake\n---\n\nRest. [nope] <!-- question: “x” stood here. -->\n",
    ],
)
def test_other_texts_are_read_like_any(script: str) -> None:
    assert imported_before(script.encode()) is None


def test_quotes_in_questions_stay() -> None:
    made = import_script("“Rest” now. <!-- question: “x”: which “one”? | a | b --> “On.”".encode(), "own")
    assert '"Rest" now. <!-- question: “x”: which “one”? | a | b --> "On."' in " ".join(made.script.split())
    assert made.changes[0].before == "4 × curly quotes"


def test_what_is_asked_already_is_not_asked_again() -> None:
    made = import_script(SOURCE.encode(), "scan")
    again = import_script(f"{made.script}\n[nope]\n".encode(), "scan")
    assert again.questions == made.questions + 1
    assert [question.text for question in again.open_questions][:-1] == [q.text for q in made.open_questions]


def test_a_question_is_no_part_of_what_is_offered_to_be_repeated() -> None:
    made = import_script(b"Rest now.\n\n[gaze around softly]\n\n(For 10 breaths)\n", "own")
    for question in made.open_questions:
        assert not any("(nothing)" in choice and choice != "(nothing)" for choice in question.choices)
