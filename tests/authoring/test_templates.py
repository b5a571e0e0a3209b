"""The scripts to begin with: whole exercises in which nothing is found."""

from pathlib import Path

import pytest

from feltsense.authoring.scripts import template
from feltsense.check.checker import check
from feltsense.script.fields import PRACTICES
from feltsense.script.parser import parse
from feltsense.timeline.compose import compose
from feltsense.timeline.lengths import possible_lengths
from feltsense.units import frames_of_minutes
from scripts import ESTIMATED

ODD = 'My "own": #1 – ünd \\ it’s'


def made(practice: str, title: str = "My own") -> str:
    return template(practice, title)


def offering(practice: str) -> str:
    """Return the template with the `#` before its offered lengths taken away."""
    return made(practice).replace("\n#minutes:", "\nminutes:", 1)


def test_there_is_one_for_each_practice_and_no_other() -> None:
    folder = Path(template.__code__.co_filename).parent / "script_templates"
    assert {path.stem for path in folder.iterdir()} == set(PRACTICES)


@pytest.mark.parametrize("practice", PRACTICES)
def test_nothing_is_found_in_it_with_and_without_offered_lengths(practice: str) -> None:
    assert check(made(practice), "my-own").diagnostics == ()
    assert check(offering(practice), "my-own").diagnostics == ()


@pytest.mark.parametrize("practice", PRACTICES)
def test_it_offers_no_length_that_a_text_put_in_its_place_could_not_last(practice: str) -> None:
    assert parse(made(practice), "my-own").exercise.front.minutes == ()
    head = made(practice).split("\n## ", 1)[0]
    mine = parse(f"{head}\nNotice your feet.\n", "my-own").exercise
    assert compose(mine, None, ESTIMATED).length > 0


@pytest.mark.parametrize("practice", PRACTICES)
def test_by_itself_it_lasts_about_as_long_as_it_says(practice: str) -> None:
    said = parse(offering(practice), "my-own").exercise.front.minutes[0]
    natural = compose(parse(made(practice), "my-own").exercise, None, ESTIMATED).length
    assert 0.9 < natural / frames_of_minutes(said) < 1.05


@pytest.mark.parametrize("practice", PRACTICES)
def test_it_is_what_it_says(practice: str) -> None:
    front = parse(made(practice, ODD), "my-own").exercise.front
    assert (front.title, front.practice) == (ODD, practice)
    assert front.summary
    assert front.next_step
    assert len(front.anchors) >= 3
    assert "emergency services" in " ".join(front.cautions)


@pytest.mark.parametrize("practice", PRACTICES)
def test_its_lengths_can_be_met_with_room_for_another_voice(practice: str) -> None:
    exercise = parse(offering(practice), "my-own").exercise
    ranges = possible_lengths(exercise, ESTIMATED)
    for minutes in exercise.front.minutes:
        wanted = frames_of_minutes(minutes)
        (low, high) = next((low, high) for low, high in ranges if low <= wanted <= high)
        longer_version = f"[from {minutes:g} min]" in made(practice)  # it begins at just this length
        assert low <= wanted * (1 if longer_version else 0.95)
        assert high >= wanted * 1.05


@pytest.mark.parametrize("practice", PRACTICES)
def test_its_comments_teach_and_are_never_spoken(practice: str) -> None:
    script = made(practice)
    assert script.count("<!-- ") >= 2
    assert "<!--" not in " ".join(str(section) for section in parse(script, "my-own").exercise.sections)
    assert max(len(line) for line in script.splitlines() if line.startswith("<!--")) <= 130


def test_no_two_begin_or_end_alike() -> None:
    bodies = [made(practice).split("---\n", 2)[2] for practice in PRACTICES]
    spoken = [[line for line in body.splitlines() if line and line[0] not in "<#>["] for body in bodies]
    assert len({lines[0] for lines in spoken}) >= len(PRACTICES) - 2
    assert len({lines[-1] for lines in spoken}) == len(PRACTICES)
