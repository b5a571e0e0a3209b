"""Which phrases a save has changed."""

import pytest

from feltsense.authoring.diff import MAX_CHANGED, changed_phrases, excerpt
from feltsense.script.model import Exercise, Phrase
from feltsense.script.parser import parse

BEFORE = "One here.\n\nTwo here.\n\n[from 5 min]\nThree here.\n[end]\n\nFour here.\n"


def exercise(script: str) -> Exercise:
    return parse(script, "sample").exercise


def new(script: str) -> list[str]:
    return [phrase.text for phrase in changed_phrases(exercise(BEFORE), exercise(script))]


@pytest.mark.parametrize(
    ("old", "written", "heard"),
    [
        ("Two here.", "Two there.", ["Two there."]),
        ("Three here.", "Three there.", ["Three there."]),
        ("Two here.", "Two here. And more.", ["And more."]),
        ("Two here.", "", []),
        ("Two here.", "Two here. [pause 9s]", []),
        ("One here.\n\nTwo here.", "Two here.\n\nOne here.", ["Two here."]),
        ("Four here.", "Four here.\n\nTwo here.", ["Two here."]),
        ("One here.", "---\ntitle: x\n---\nOne here.", []),
    ],
)
def test_what_sounds_otherwise_is_heard_again(old: str, written: str, heard: list[str]) -> None:
    assert new(BEFORE.replace(old, written)) == heard


@pytest.mark.parametrize("front", ["pace: 100", "voice: system", "language: de"])
def test_another_pace_or_voice_changes_everything_and_the_first_few_stand_for_it(front: str) -> None:
    assert new(f"---\n{front}\n---\n{BEFORE}") == ["One here.", "Two here.", "Three here."]
    assert MAX_CHANGED == 3


def test_a_pronunciation_changes_the_phrases_that_hold_its_word() -> None:
    assert new(f"---\nsay: {{two: too}}\n---\n{BEFORE}") == ["Two here."]


def test_an_excerpt_keeps_voice_and_pace_and_nothing_else() -> None:
    given = exercise(f"---\npace: 100\nminutes: 5\nsoundscape: rain\n---\n{BEFORE}")
    phrase = given.sections[0].body[1]
    assert isinstance(phrase, Phrase)
    made = excerpt(given, [phrase])
    assert (made.front.pace, made.front.minutes, made.front.soundscape) == (100, (), None)
    assert [section.body for section in made.sections] == [(phrase,)]
