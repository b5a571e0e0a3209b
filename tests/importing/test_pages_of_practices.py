"""Whole texts as hospitals, courses, blogs and films bring them: what is spoken of each."""

import pytest
from imports import body, made


def spoken(source: str) -> list[str]:
    return [line for line in body(source).split("\n") if line and not line.startswith(("#", ">", "<!--"))]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (
            (
                "Royal Lakeside Hospital NHS Trust\nDepartment of Psychology\n\nPatient Information Leaflet\n\n"
                "Feet First\n\nSit down.\n\nLeaflet ref: LH/22/014\n© Royal Lakeside Hospital 2022\nPage 1 of 2"
            ),
            ["Sit down."],
        ),
        (
            (
                "YOGA NIDRA – 30 MINUTES\nwith Anna Reyes\n\nRotation of Consciousness\n\n"
                "Right hand thumb, index finger. (pause)\n\nExternalization\n\nBecome aware of the room."
            ),
            ["Right hand thumb, index finger. [pause]", "Become aware of the room."],
        ),
        (
            (
                "MBSR Week 3\n\nHome practice: 45 minutes\n\nGuided instructions:\n\nLie down. Rest.\n\n"
                "Reference: Kabat-Zinn, J. (2013). Full catastrophe living. Bantam."
            ),
            ["Lie down.", "Rest."],
        ),
        (
            (
                "CALM MIND HYPNOSIS, LLC\nP.O. Box 412, Denver, CO 80201\n(303) 555-0188 · info@calmmind.example\n\n"
                "Script Title: The Garden\nClient name: ____________\nDate: ________\n\nINDUCTION:\n\n"
                "Close your eyes now.\n\nEND OF SCRIPT"
            ),
            ["Close your eyes now."],
        ),
        (
            "Lie down.\n\nThanks for watching! Please like and subscribe.\nSupport me on Patreon\n#sleep #calm",
            ["Lie down."],
        ),
        (
            "Rest a hand on your heart.\n\nShare this:\nFacebook\nTwitter\n\nDid you like it? Leave a comment below!",
            ["Rest a hand on your heart."],
        ),
        ("Breathe in. Breathe out.\n\n(Reyes, 2019, p. 57)", ["Breathe in.", "Breathe out."]),
        ("Invite the client to close their eyes. Then read:\n\nImagine a lake.", ["Imagine a lake."]),
        ("How to use this script: Read each step slowly.\n\nSit down.\n\nHomework: practise daily.", ["Sit down."]),
        ("Relaxation Script\nMay be used freely by practitioners.\n\nSit down.", ["Sit down."]),
        ("Balloon Breathing\nAges 5-8 · 3 minutes · No materials needed\n\nBreathe in.", ["Breathe in."]),
    ],
)
def test_only_the_practice_is_spoken(source: str, said: list[str]) -> None:
    assert spoken(source) == said


def test_words_of_somebody_with_their_name_are_no_title() -> None:
    source = '"Feelings come and go like clouds." – A Poet\n\nSit down.'
    assert made(source).title == "Some script"
    assert spoken(source)[0] == '"Feelings come and go like clouds."'


@pytest.mark.parametrize("head", ["| Duration | Guidance |", "| Length | Script |", "| Timing | Words |", ""])
@pytest.mark.parametrize(
    "cells", [("0–2 min", "2–5 min"), ("0-2 minutes", "2-5 minutes"), ("Minute 0–2", "Minute 2–5")]
)
def test_times_that_follow_on_leave_silences(head: str, cells: tuple[str, str]) -> None:
    first, second = cells
    table = f"| {first} | Sit down. |\n| {second} | Feel your feet. |"
    source = f"{head}\n| --- | --- |\n{table}" if head else table
    assert body(source) == "Sit down. [pause about 1m59s]\n\nFeel your feet. [pause about 2m59s]"


def test_lengths_that_do_not_follow_on_stay_lengths() -> None:
    source = "| Length | Script |\n| --- | --- |\n| 2–3 min | Sit down. |\n| 3–5 min | Rest. |"
    assert body(source) == "Sit down. [pause 2m to 3m]\n\nRest. [pause 3m to 5m]"
