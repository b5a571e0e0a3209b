"""Lines that belong to a page, and lines of the practice that only look like them."""

import pytest
from imports import body


@pytest.mark.parametrize(
    "said",
    [
        "Rest 30",
        "Hold 10",
        "Psalm 23",
        "Day 10",
        "Version 2 of yourself",
        "Version 2.0 of you.",
        "3 May 2020 – a day I will remember.",
        "Home",
        "Search",
        "Share this with someone you love",
        "Find us on the path",
        "Read more slowly now",
        "Written by your own hand",
        "We are coming  \nhome  \nto ourselves, slowly",
    ],
)
def test_words_of_the_practice_stay(said: str) -> None:
    assert body(f"Sit down here with us.\n\n{said}\n\nAnd then open your eyes.\n\nGo on.").split("\n\n")[1] == said


@pytest.mark.parametrize(
    "line",
    [
        "Form no. SM-1234 v2   Review date: 06/2025",
        "Leaflet ref: MH/123/v4    Issued: May 2023    Review: May 2026",
        "Version 1.2 – last updated 12 Jan 2024",
        "Form 12-B",
        "SM-1234",
        "Share this post: Facebook | Twitter",
        "Read more about sleep",
        "Find us on Facebook",
        "Share\n\nPrint",
    ],
)
def test_lines_of_a_page_are_left_out(line: str) -> None:
    assert body(f"Sit down here with us.\n\n{line}\n\nGo on.") == "Sit down here with us.\n\nGo on."


@pytest.mark.parametrize("heading", ["Contents", "Share this post", "Inhalt"])
def test_sentences_below_a_list_of_the_page_are_the_practice(heading: str) -> None:
    script = body(f"Sit down here.\n\n{heading}\n\nFeet\n\nAnd now open your eyes, slowly.\n\nGo on now.")
    assert script.endswith("And now open your eyes, slowly.\n\nGo on now.")
    assert heading not in script
