"""Signs whose meaning a line of the text gives."""

import pytest
from imports import body, changes


@pytest.mark.parametrize(
    ("legend", "words", "expected"),
    [
        ("Legend: // = short pause, /// = long pause", "Sit. // Rest. ///", "Sit. [short pause]\nRest. [long pause]"),
        (
            "// = short pause (3 sec); /// = long pause (10 sec)",
            "Sit. // Rest. ///",
            "Sit. [pause 3s]\nRest. [pause 10s]",
        ),
        ("(…) means a breath", "Sit. (…) Rest. (…)", "Sit. [pause about 5s]\nRest. [pause about 5s]"),
        ("/ = 1 breath", "Sit. / Rest. /", "Sit. [pause about 5s]\nRest. [pause about 5s]"),
        ("(p) = pause for 5 seconds. (pp) = 15 seconds.", "Sit. (p) Rest. (pp)", "Sit. [pause 5s]\nRest. [pause 15s]"),
        ("P = Pause", "Sit. P Rest. P", "Sit. [pause]\nRest. [pause]"),
        ("<> denotes a pause", "Sit. <> Rest. <>", "Sit. [pause]\nRest. [pause]"),
        ("Zeichen: | = kurze Pause", "Sitz. | Ruh. |", "Sitz. [short pause]\nRuh. [short pause]"),
        ('"…" is a pause of 5 seconds.', "Sit… Rest…", "Sit [pause 5s] Rest [pause 5s]"),
    ],
)
def test_a_legend_is_applied_and_noted(legend: str, words: str, expected: str) -> None:
    assert body(f"{legend}\n\n{words}") == f"> {legend}\n\n{expected}"
    assert f"1 note: {legend} → a note" in changes(f"{legend}\n\n{words}")


def test_a_list_of_signs_with_its_heading_is_noted() -> None:
    source = "# Lake\n\nKey:\n- ... = 3 seconds\n- [P] = 10 second pause\n\nSit down ... Rest. [P]"
    assert (
        body(source)
        == "> Key:\n\n> ... = 3 seconds\n\n> [P] = 10 second pause\n\nSit down [pause 3s] Rest. [pause 10s]"
    )


@pytest.mark.parametrize(
    "words", ["Love = patience.", "E = mc2.", "Inhale = receive.", "I: pause here.", "Left / right."]
)
def test_words_that_define_no_silence_stay(words: str) -> None:
    assert body(f"Sit down.\n\n{words}").split("\n\n")[1].startswith(words.rstrip(".")[:7])


@pytest.mark.parametrize("marks", ["1. Feet (30 sec)", "**1. Feet (30 sec)**", "=== 1. Feet (30 sec) ==="])
def test_the_number_of_a_heading_goes_however_it_is_marked(marks: str) -> None:
    assert body(f"{marks}\n\nSit down.\n\n**2. Hands (1 min)**\n\nRest.").startswith("## Feet [30 sec]\n\nSit down.")
