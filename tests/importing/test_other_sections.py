"""Sections with names such as “Goals” and “Sources”: notes, unless the practice itself stands below them."""

import pytest
from imports import body, changes, made

EXERCISE = "Sit comfortably. Let your shoulders drop.\n\nNotice the sounds around you. Feel how you breathe."


def spoken(source: str) -> str:
    return "\n\n".join(" ".join(part.split()) for part in body(source).split("\n\n") if not part.startswith(("#", ">")))


@pytest.mark.parametrize("name", ["Goals", "Background", "Sources", "Overview", "Purpose", "## Resources", "Benefits:"])
def test_an_exercise_stays_spoken_below_any_name(name: str) -> None:
    assert spoken(f"Lie down here.\n\n{name}\n\n{EXERCISE}").endswith(EXERCISE)


@pytest.mark.parametrize("name", ["Goals", "## Ziele"])
def test_a_list_of_goals_is_noted_and_the_exercise_below_it_is_not(name: str) -> None:
    source = f"{name}\n\n- More rest\n- Less stress\n\n{EXERCISE}"
    assert spoken(source) == EXERCISE
    assert body(source).startswith(f"> {name.removeprefix('## ')}\n\n> More rest\n\n> Less stress")


def test_words_that_may_be_the_practice_are_asked_about_where_more_would_go_than_stays() -> None:
    found = made("Take your time.\n\nBackground\n\nThe right arm is heavy.\n\nWarmth spreads like the sun.")
    asked = ("The right arm is heavy.", "Warmth spreads like the sun.")
    assert [question.choices for question in found.open_questions] == [
        (words, f"> {words}", "(nothing)") for words in asked
    ]


def test_what_is_to_be_done_instead_is_asked_about() -> None:
    source = f"{EXERCISE}\n\nVariations\n\nPlace your hand on your belly instead."
    said = "Place your hand on your belly instead."
    assert [question.choices for question in made(source).open_questions] == [(f"> {said}", said, "(nothing)")]


@pytest.mark.parametrize(
    "section",
    [
        "Background\n\nStress makes muscles tight. This exercise helps to relax.",
        "Therapist notes\n\nNotice the client's breath. Let your voice be soft.",
        "## Goals\n\nTeach clients to feel their feet.",
        "How to use this handout\n\nRead it once a day. Find a quiet place.",
    ],
)
def test_what_is_about_the_practice_is_a_note(section: str) -> None:
    source = f"{section}\n\n## The lake\n\n{EXERCISE}"
    assert spoken(source) == EXERCISE
    assert not made(source).questions


def test_comments_of_readers_are_left_out_however_they_sound() -> None:
    source = f"# Lake\n\n{EXERCISE}\n\n## 2 Comments\n\nLovely. Let your heart be open!"
    assert spoken(source) == EXERCISE
    assert len([told for told in changes(source) if "left out" in told]) == 2
