"""What belongs to a printed page, a web page or a letter, and to no practice."""

import pytest
from imports import body, changes


@pytest.mark.parametrize(
    "line",
    [
        "- 3 -",
        "Confidential – do not share",
        "Printed from www.lake.org on 3/4/2024",
        "Lake Inc. | 12",
        "v1.2 – last edited 3 May 2024",
        "← Previous: Letting go",
        "Next: The lake →",
    ],
)
def test_a_line_of_the_page_is_left_out_and_told(line: str) -> None:
    source = f"Sit down.\n\n{line}\n\nRest."
    assert body(source) == "Sit down.\n\nRest."
    assert "3 left out" in [told.split(":")[0] for told in changes(source)]


@pytest.mark.parametrize(
    "line",
    [
        "Next: feel the hands.",
        "Confidential feelings may come.",
        "(c) Feel the toes.",
        "Best wishes to yourself.",
        "Hi there, here is the breath.\nFeel it.",
    ],
)
def test_words_like_those_of_a_page_are_spoken(line: str) -> None:
    assert body(f"Sit down.\n\n{line}\n\nRest.").replace("  \n", "\n") == f"Sit down.\n\n{line}\n\nRest."


def test_the_greeting_and_the_closing_of_a_letter_are_left_out() -> None:
    assert body("Hi Joe, here is the script:\n\nSit down.\n\nBest wishes\nMaria") == "Sit down."


def test_a_page_is_read_without_its_captions_labels_and_footnotes() -> None:
    page = (
        "<html><body><p>Sit down and feel the floor.</p><figure><figcaption>A lake</figcaption></figure>"
        "<label>Your mail</label><p>Rest here.</p><div class='footnote'>From a book.</div></body></html>"
    )
    assert body(page) == "Sit down and feel the floor.\n\nRest here."
    assert len(changes(page)) == 3


def test_a_length_from_nothing_is_the_length_of_a_section() -> None:
    table = "| Section | Duration | Script |\n| --- | --- | --- |\n| Arriving | 0–2 min | Sit down. |"
    assert body(table) == "## Arriving [2 min]\n\nSit down."


@pytest.mark.parametrize("line", ["(c) Lake 2020", "© Lake Inc., 2020", "All rights reserved."])
def test_rights_go_to_the_credits_wherever_they_stand(line: str) -> None:
    source = f"Sit down.\n\n{line}\n\nRest."
    assert body(source) == "Sit down.\n\nRest."
    assert changes(source) == [f"3 moved: {line} → credits in the front matter"]
