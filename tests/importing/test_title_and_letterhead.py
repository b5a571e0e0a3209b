"""Titles with what is told below them, letterheads, and what is known of a text by lines anywhere in it."""

import pytest
from imports import body, changes, made


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Body Scan\n\nDuration: 10 min", "Body Scan"),
        ("Los pies\n\nDuracion: 10 minutos", "Los pies"),
        ("Body Scan\n\nby Anna Reyes", "Body Scan"),
        ("Body Scan\nby Anna Reyes, LCSW", "Body Scan"),
        ("BODY SCAN\nAnna Reyes | 2019 | 10 min", "BODY SCAN"),
        ("Grounding\nWritten by Dr. Anna Reyes, PhD | Recorded 2019 | 12 minutes", "Grounding"),
        ("The Quiet Lake\n\nScript by Anna Reyes | 2019 | All rights reserved", "The Quiet Lake"),
        ("The Lake\nAnna Reyes, LCSW", "The Lake"),
        ("Loving Kindness — by Anna Reyes, LMFT", "Loving Kindness"),
        ("Relaxation\nLength: 5 minutes\nLevel: beginner", "Relaxation"),
        ("Breathe by Numbers", "Breathe by Numbers"),
        ("Step by Step", "Step by Step"),
    ],
)
def test_what_is_told_below_a_title_is_not_spoken(head: str, title: str) -> None:
    script = made(f"{head}\n\nSit down. Feel your feet.")
    assert script.title == title
    assert (
        body(f"{head}\n\nSit down. Feel your feet.").removeprefix("> Level: beginner\n\n")
        == "Sit down.\nFeel your feet."
    )


@pytest.mark.parametrize(
    "letterhead",
    [
        "Riverside Counselling Services\n12 Mill Lane, Leeds LS1 4AB\nTel: 0113 496 0000\nwww.riverside.example",
        "Dr. Anna Reyes\n1200 Lake Street, Suite 4, Portland, OR 97201\n(503) 555-0100\nanna@reyes.example",
        "NHS Foundation Trust\n\nPatient information leaflet",
        "Praxis für Psychotherapie Anna Reyes\n\nSeestraße 12 · 10115 Berlin · Tel. 030 1234567",
        "Calm Mind Hypnotherapy\nPhone: 555 0100\nEmail: hello@calm.example\nWeb: calm.example",
    ],
)
def test_a_letterhead_is_left_out_and_told(letterhead: str) -> None:
    source = f"{letterhead}\n\nThe Quiet Lake\n\nSit down. Feel your feet."
    assert made(source).title == "The Quiet Lake"
    assert body(source) == "Sit down.\nFeel your feet."
    assert len([told for told in changes(source) if "left out" in told]) == len(
        letterhead.replace("\n\n", "\n").split("\n")
    )


@pytest.mark.parametrize(
    "line",
    [
        "Page 3 of 7 | The Quiet Lake",
        "The Quiet Lake   4",
        "The Quiet Lake - Page 5",
        "2 | The Quiet Lake",
        "Riverside Counselling, 12 Mill Lane, Leeds. Tel. 0113 496 0000",
        "Reference: Neff, K. (2011). Self-Compassion. New York: Morrow.",
        "References: Neff, K. (2011). Self-Compassion.",
        "Source: Neff (2011)",
        "Adapted from The Mindful Way Workbook",
        "Adapted from: Kabat-Zinn, J. (1990). Full Catastrophe Living.",
        "Based on the work of Kristin Neff.",
        "Subscribe to my channel for more meditations.",
        "Follow us for more.",
        "Follow me on Instagram @quietlake",
        "If you enjoyed this, please like and subscribe!",
        "Visit our website for more free scripts.",
    ],
)
def test_lines_of_a_page_are_not_spoken(line: str) -> None:
    source = f"Sit down here.\n\n{line}\n\nRest."
    assert body(source) == "Sit down here.\n\nRest."
    assert len(changes(source)) == 1


@pytest.mark.parametrize(
    "said",
    [
        "Rest   30",
        "Follow the breath.",
        "Follow me down to the lake.",
        "Subscribe to no thought.",
        "Source: the breath itself.",
        "Practice from the heart.",
        "Adapted to your body.",
        "Call 0113 496 0000 if you need help.",
        "Visit the lake in your mind.",
        "Thank you for your attention.",
        "Let the group of muscles in your legs soften.",
        "Invite the listener in you to rest.",
        "Ask the patient heart what it needs.",
        "Read this moment as it is.",
        "Speak gently to yourself.",
        "Say it softly.",
    ],
)
def test_words_like_those_of_a_page_or_a_reader_stay_spoken(said: str) -> None:
    assert body(f"Sit down here.\n\n{said}\n\nAnd rest.").split("\n\n")[1].startswith(" ".join(said.split()))


@pytest.mark.parametrize(
    "line",
    [
        "Read slowly:",
        "Say softly:",
        "Let the client answer.",
        "Invite participants to open their eyes.",
        "Give the group time.",
    ],
)
def test_lines_to_the_reader_are_notes(line: str) -> None:
    assert body(f"Sit down here.\n\n{line}\n\nRest.") == f"Sit down here.\n\n> {line.rstrip(':')}\n\nRest."


@pytest.mark.parametrize("end", ["The end.", "END", "**The End.**", "End of script", "[END]", "~ fin ~", "End\n\nAnna"])
def test_the_end_is_not_spoken(end: str) -> None:
    behind = "\n\nAnna" if end.endswith("Anna") else ""
    assert body(f"Sit down. Feel your feet.\n\n{end}") == f"Sit down.\nFeel your feet.{behind}"


@pytest.mark.parametrize("said", ["And so we come to the\nend.", "And this is the end.\n\nIt goes on."])
def test_an_end_within_the_words_is_spoken(said: str) -> None:
    assert body(said) == said.replace("\nend", " end")
