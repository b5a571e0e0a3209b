"""Keys that a library needs are asked for, and written so that they are read."""

import pytest

from feltsense.authoring.missing_keys import give_key, missing_keys
from feltsense.script.fields import WANTED
from feltsense.script.parser import parse


def test_each_is_asked_once_and_none_is_missing_afterwards() -> None:
    text = "---\nminutes: 3\n---\n\nHello there.\n"
    while asked := missing_keys(text, "Mine: a script"):
        values = [value for value, _ in asked[0].choices] or ['He said "yes": so #1']
        text = give_key(text, asked[0].key, values[-1]).apply(text)
    parsed = parse(text, "mine")
    assert parsed.diagnostics == ()
    assert set(WANTED) <= set(parsed.exercise.front.given)
    assert parsed.exercise.front.title == "Mine: a script"
    assert parsed.exercise.front.summary == 'He said "yes": so #1'


@pytest.mark.parametrize("words", ["yes", "12", "~", "null", "2026-11-28", "- a", "ünd “so”", "grounding"])
def test_any_words_are_a_text(words: str) -> None:
    text = give_key("Hello there.\n", "summary", words).apply("Hello there.\n")
    assert parse(text, "mine").exercise.front.summary == words
