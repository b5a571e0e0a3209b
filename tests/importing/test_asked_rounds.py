"""How often a breath or a movement is done, in brackets behind it; sentences that are optional."""

import pytest
from imports import body, made

from feltsense.authoring.diff import phrases_of
from feltsense.script.parser import parse


@pytest.mark.parametrize(
    ("written", "said", "first"),
    [
        (
            "- In – 2 – 3 – 4\n- Out – 2 – 3 – 4 – 5 – 6\n(x3)",
            "In – 2 – 3 – 4 Out – 2 – 3 – 4 – 5 – 6",
            "[breathe in 4 out 6 for 3 rounds]",
        ),
        (
            "In for four, out for a count of six. (3 rounds)",
            "In for four, out for a count of six.",
            "[breathe in 4 out 6 for 3 rounds]",
        ),
        (
            "Atme vier Sekunden ein, sechs Sekunden aus (3x wiederholen).",
            "Atme vier Sekunden ein, sechs Sekunden aus.",
            "[breathe in 4 out 6 for 3 rounds]",
        ),
        ("Roll your shoulders. (3 times)", "Roll your shoulders.", "[repeat 3 times] Roll your shoulders. [end]"),
        ("(Optional) Stretch your arms.", "Stretch your arms.", "Stretch your arms."),
        ("[Optional]: Stretch your arms.", "Stretch your arms.", "Stretch your arms."),
        ("(If time allows) Stretch your arms.", "Stretch your arms.", "Stretch your arms."),
    ],
)
def test_it_is_asked_once_and_the_bracket_is_not_spoken(written: str, said: str, first: str) -> None:
    parsed = parse(made(f"Sit.\n\n{written}\n\nGo.").script, "x")
    assert " ".join(phrase.text for phrase in phrases_of(parsed.exercise)) == f"Sit. {said} Go."
    assert [question.choices[0] for question in parsed.questions] == [first]


def test_times_inside_a_sentence_are_said() -> None:
    assert body("We chant it (three times) and rest.") == "We chant it (three times) and rest."
