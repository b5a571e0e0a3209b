"""What `docs/languages.md` says of scripts in other languages is true: each cue of its table means the English one."""

import re
from pathlib import Path

import pytest

from feltsense.script.added_words import ADDED_WORDS
from feltsense.script.cue_languages import cue_in
from feltsense.script.cues import cue
from feltsense.script.diagnostics import Span
from feltsense.script.parser import parse

PAGE = (Path(__file__).parents[1] / "docs" / "languages.md").read_text("utf-8")
PLACE = Span(1, 1, 2)
LANGUAGES = ("de", "es", "fr", "it", "pt", "nl")
ROWS = [re.findall(r"`\[([^\]]+)\]`", line) for line in PAGE.splitlines() if line.startswith("| `[")]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_each_cue_of_the_table_means_the_english_one(row: list[str]) -> None:
    english, *others = row
    found = [cue_in(text, language, PLACE) for text, language in zip(others, LANGUAGES, strict=True)]
    assert found == [cue(english, PLACE)] * len(LANGUAGES)


def test_its_example_is_a_script_without_mistakes() -> None:
    (example,) = re.findall(r"(?ms)^```markdown\n(.*?)^```$", PAGE)
    assert {found.code for found in parse(example, "x").diagnostics} == {"S015"}


def test_the_words_of_breaths_are_those_that_are_spoken() -> None:
    rows = [words.phases for tag, words in ADDED_WORDS.items() if tag != "en"]
    assert [words for words in rows if ", ".join(words) not in PAGE] == []
