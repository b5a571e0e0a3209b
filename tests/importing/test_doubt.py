"""Texts about a practice are told from those for listeners."""

from pathlib import Path

import pytest

from feltsense.importing.detect import import_script

ARTICLE = """Body scans have been part of courses in stress reduction since the seventies. Most programmes teach them in
the first week, and many people go on with them for years.

A typical recording lasts between twenty and forty-five minutes. It begins with the breath and moves through the body
from one end to the other. Some traditions begin at the head, others at the feet.

Several studies have looked at its effects on sleep. The results differ, and most groups were small.
"""


def test_an_article_about_a_practice_is_told() -> None:
    assert import_script(ARTICLE.encode(), "article").doubt.startswith("Little in it asks a listener for anything")


@pytest.mark.parametrize(
    "added",
    ["Now notice your feet on the floor.", "[pause 10s]", "(pause for ten seconds)", "Spüre deine Füße."],
    ids=["guidance", "a cue", "a pause in words", "in German"],
)
def test_what_asks_or_leaves_time_is_a_script(added: str) -> None:
    assert import_script(f"{ARTICLE}\n{added}\n".encode(), "article").doubt == ""


def test_a_few_words_are_no_article() -> None:
    assert import_script(b"The floor is there. It was there before.", "floor").doubt == ""


def test_no_exercise_is_doubted() -> None:
    exercises = sorted((Path(__file__).parents[2] / "exercises").glob("*.md"))
    assert len(exercises) > 30
    assert [path.stem for path in exercises if import_script(path.read_bytes(), path.stem).doubt] == []
