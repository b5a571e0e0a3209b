"""Breaths in few words, “4 in, 6 out. Five times.”, and words for a repeat inside a paragraph."""

import pytest
from imports import body, made

from feltsense.script.breath_words import counted_breaths
from feltsense.script.questions import NOTHING


@pytest.mark.parametrize(
    ("words", "cue"),
    [
        ("4 in, 6 out. Five times.", "breathe in 4 out 6 for 5 rounds"),
        ("Four in, hold 2, six out. Ten times.", "breathe in 4 hold 2 out 6 for 10 rounds"),
        ("In for 4, out for 6 – x5", "breathe in 4 out 6 for 5 rounds"),
        ("In: 4, hold: 7, out: 8. Four rounds.", "breathe in 4 hold 7 out 8 for 4 rounds"),
        ("In 4s, out 6s, three times", "breathe in 4 out 6 for 3 rounds"),
        ("4-4-4-4 breathing, three rounds", "breathe in 4 hold 4 out 4 hold 4 for 3 rounds"),
        ("Box breathing: 4-4-4-4. Three rounds.", "breathe in 4 hold 4 out 4 hold 4 for 3 rounds"),
        ("4-7-8 breath x 4", "breathe in 4 hold 7 out 8 for 4 rounds"),
        ("4-7-8-Atmung, vier Runden", "breathe in 4 hold 7 out 8 for 4 rounds"),
        ("4 ein, 6 aus. Fünf mal.", "breathe in 4 out 6 for 5 rounds"),
        ("Respiración 4-7-8, cuatro veces.", "breathe in 4 hold 7 out 8 for 4 rounds"),
        ("Respiration 4-7-8, quatre fois.", "breathe in 4 hold 7 out 8 for 4 rounds"),
        ("Respirazione 4-7-8, quattro volte.", "breathe in 4 hold 7 out 8 for 4 rounds"),
        ("4 in, 6 uit. Vijf keer.", "breathe in 4 out 6 for 5 rounds"),
        ("Inspire em 4, expire em 6, cinco vezes.", "breathe in 4 out 6 for 5 rounds"),
        ("Box Breath – 4/4/4/4 for 5 rounds.", "breathe in 4 hold 4 out 4 hold 4 for 5 rounds"),
        ("Try 4-6 breathing for three minutes.", "breathe in 4 out 6 for 3m"),
        ("Breathe in for 4, out for 6, for two minutes.", "breathe in 4 out 6 for 2m"),
    ],
)
def test_a_breath_in_few_words_is_offered_with_its_rounds(words: str, cue: str) -> None:
    imported = made(f"Sit down.\n\n{words}\n\nRest.")
    assert [question.choices for question in imported.open_questions] == [(f"[{cue}]", words)]


@pytest.mark.parametrize(
    "words",
    [
        "We call this 4-7-8 breathing, and many like it.",
        "Section 4-4-4 is about breathing well.",
        "Log in 3, out 4. Step in, 2 people; out 3.",
        "2 in 3 people breathe out.",
        "Breathe for 4-6 minutes, out of doors.",
    ],
)
def test_other_numbers_are_no_breath(words: str) -> None:
    assert counted_breaths(words) == ()


@pytest.mark.parametrize(
    ("words", "script"),
    [
        (
            "Lift your arms. Five times. Rest.",
            (
                "Lift your arms.\nFive times. <!-- question: “Lift your arms. Five times.”: Is this to be repeated? | "
                "[repeat 5 times] Lift your arms. [end] | Lift your arms. Five times. | > Five times. -->\nRest."
            ),
        ),
        (
            "Lift your arms. (Repeat twice) Rest.",
            (
                "Lift your arms. <!-- question: “Lift your arms.”: Is this to be repeated? “Repeat twice” stood "
                "there. | [repeat 2 times] Lift your arms. [end] | Lift your arms. | > Repeat twice -->\nRest."
            ),
        ),
        (
            "Breathe in and out. [repeat 3x] Rest.",
            (
                "Breathe in and out. <!-- question: “Breathe in and out.”: Is this to be repeated? “repeat 3x” stood "
                "there. | [repeat 3 times] Breathe in and out. [end] | Breathe in and out. | > repeat 3x -->\nRest."
            ),
        ),
    ],
)
def test_a_repeat_is_asked_about_where_it_stands(words: str, script: str) -> None:
    assert body(words) == script


def test_a_bell_before_a_breath_in_few_words_is_heard_and_how_often_is_not_said() -> None:
    assert body("Sit. (suona la campana) Inspira per 4, espira per 6, cinque volte.").startswith("Sit. [bell]\nInspira")
    [question] = made("Inhale 4 / hold 4 / exhale 4 / hold 4 (x4)").open_questions
    assert question.choices == (
        "[breathe in 4 hold 4 out 4 hold 4 for 4 rounds]",
        "Inhale 4 / hold 4 / exhale 4 / hold 4",
    )


@pytest.mark.parametrize(
    "source",
    [
        "Sit.\n\nIn for four, out for six.\n\n[breathe in 4 out 6 for 6 rounds]\n\nRest.",
        "Sit.\n\nIn for four, out for six. [pause 2s]\n\n[breathe in 4 out 6 for 6 rounds]\n\nRest.",
        "Sit.\n\nIn for four, out for six. [breathe in 4 out 6 for 6 rounds]\n\nRest.",
        "Sit.\n\n## In for four, out for six\n\nRest.\n\n## Three times\n\nGo on.",
    ],
)
def test_a_heading_and_words_before_a_paced_breath_are_not_asked_about(source: str) -> None:
    assert body(source) == source


def test_a_repeat_of_a_section_is_asked_about_in_its_place() -> None:
    imported = made("Feel your feet. [Repeat this section twice] Feel your hands. And rest.")
    assert "\nFeel your feet. <!-- question:" in imported.script
    [question] = imported.open_questions
    assert question.choices == ("> Repeat this section twice", NOTHING)
    assert "[repeat 2 times] stands before it" in question.text


@pytest.mark.parametrize(
    "said", ["How often did you laugh? Three times.", "I told you three times.", "He knocked 5 times.", "Size x 5 mm."]
)
def test_counts_that_are_told_are_no_repeat(said: str) -> None:
    assert body(f"Sit.\n\n{said}\n\nRest.").replace("\n", " ") == f"Sit.  {said}  Rest."


@pytest.mark.parametrize("lengths", ["[von 5 bis 10 Minuten]", "(von 5 bis 10 Minuten)", "[5 bis 10 Minuten]"])
def test_lengths_of_a_part_are_asked_about_and_no_silence(lengths: str) -> None:
    spoken = "Spüre jetzt deine Füße auf dem Boden und atme ruhig weiter."
    (question,) = made(f"{spoken}\n\n{lengths}\n\n{spoken}").open_questions
    assert question.choices == (f"> {lengths[1:-1]}", "[pause 5m to 10m]", NOTHING)
