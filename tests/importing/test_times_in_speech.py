"""Times and counts among spoken words: what is a silence, what is asked, and what only speaks of a time."""

import time

import pytest
from imports import body, made


@pytest.mark.parametrize(
    "said",
    ["One minute at a time.", "One breath at a time.", "Take it one minute at a time.", "In 5 minutes."],
)
def test_a_time_that_is_spoken_of_is_no_silence(said: str) -> None:
    assert body(f"Sit down.\n\n{said}\n\nRest.") == f"Sit down.\n\n{said}\n\nRest."


@pytest.mark.parametrize("said", ["Three slow, deep breaths.", "Relax for 15-20 seconds."])
def test_sentences_that_ask_for_a_time_stay_spoken_and_are_asked_about(said: str) -> None:
    imported = made(f"Sit down.\n\n{said}\n\nRest.")
    assert f"\n{said} <!-- question:" in imported.script
    assert "[pause" in imported.open_questions[0].choices[1]


@pytest.mark.parametrize(
    ("written", "script"),
    [
        ("Heaviness (15 s). Lightness (15 s).", "Heaviness [pause 15s].\nLightness [pause 15s]."),
        ("Drop them. (Relax for 15-20 seconds) Rest.", "Drop them. [pause 15s to 20s]\nRest."),
        ("This practice (about 5 minutes) is yours.", "This practice (about 5 minutes) is yours."),
        ("This practice (yes, this one). It is yours.", "This practice (yes, this one).\nIt is yours."),
    ],
)
def test_times_in_parentheses_at_the_end_of_a_sentence_are_silences(written: str, script: str) -> None:
    assert body(written) == script


def test_a_time_to_hold_inside_a_sentence_is_asked_about() -> None:
    imported = made("Lift your shoulders (hold for 5 seconds) and drop them.")
    assert "[pause 5s]" in imported.open_questions[0].choices
    assert "\nLift your shoulders hold for 5 seconds <!--" in imported.script


@pytest.mark.parametrize(
    "said",
    ["27 inhaling, 27 exhaling, 26 inhaling, 26 exhaling.", "10… inhale, 9… exhale, 8… inhale, 7… exhale, and rest."],
)
def test_numbers_of_breaths_are_no_seconds(said: str) -> None:
    assert "question" not in body(said)


def test_clients_and_therapists_with_short_names_are_told_apart() -> None:
    script = body("Th.: Feel your feet.\n\nCl.: They are warm.\nTh.: Stay with it for a moment.\n\nTh: And now rest.")
    assert script == "Feel your feet.\n\n> Client: They are warm.\n\nStay with it for a moment.\n\nAnd now rest."


def test_boxes_and_footnotes_of_markdown_are_no_blanks() -> None:
    script = body("Picture a mountain[^1]. Rest.\n\n- [x] breathe\n- [ ] sit\n\n[^1]: After Kabat-Zinn, 1994.")
    assert script == ("Picture a mountain.\nRest.\n\n- breathe\n- sit\n\n> [^1]: After Kabat-Zinn, 1994.")


def test_short_sentences_are_no_verse_when_they_are_imported_again() -> None:
    once = made("Stop. Take a breath. Observe. Proceed.\n\nRest now.").script
    assert made(once).script == once


@pytest.mark.parametrize("part", ["a\n", "0:30\n", "A.B.", "a\tb\n"])
def test_many_short_lines_are_read_in_linear_time(part: str) -> None:
    start = time.process_time()
    made("Rest here.\n\n" + part * (4_000 // len(part)) + "\n\nRest.")
    assert time.process_time() - start < 3
