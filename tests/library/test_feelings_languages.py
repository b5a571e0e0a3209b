"""What people type in German, French and Spanish: the feeling that is understood first, with and without accents."""

import tomllib
from pathlib import Path

import pytest

from feltsense.library.feelings import LANGUAGES, languages_of, read_feelings
from feltsense.library.typed_words import typed_words

CASES = Path(__file__).parent / "language_cases.toml"
TABLE: dict[str, dict[str, list[str]]] = tomllib.loads(CASES.read_text("utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_feelings_are_understood_as_they_are_written(language: str) -> None:
    feelings = {name: typed for name, typed in TABLE[language].items() if name not in ("support", "innocent")}
    expected = {typed: name for name, phrases in feelings.items() for typed in phrases}
    understood = {typed: next((each.name for each in read_feelings(typed).feelings), "") for typed in expected}
    assert understood == expected
    assert not [typed for typed in understood if read_feelings(typed).support]


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_crisis_show_people_first(language: str) -> None:
    assert [typed for typed in TABLE[language]["support"] if not read_feelings(typed).support] == []
    assert [typed for typed in TABLE[language]["innocent"] if read_feelings(typed).support] == []


def test_capitals_and_composed_accents_are_no_matter() -> None:
    for typed in ("WÜTEND", "wu\u0308tend", "Wütend!!!"):
        assert read_feelings(typed).feelings[0].name == "angry"


def test_english_words_are_read_in_english_alone() -> None:
    """Other tables are not even read for them, which takes time."""
    for typed in ("panic", "I can't sleep tonight", "lonely and sad", "my back hurts"):
        assert len(languages_of(typed_words(typed)).tables) == 1
    assert len(languages_of(typed_words("ich bin traurig")).tables) == 1 + len(LANGUAGES)


@pytest.mark.parametrize("typed", ["battle", "verge", "vile", "man", "door", "street", "ant", "camp", "enter"])
def test_english_words_are_no_slips_of_others(typed: str) -> None:
    found = read_feelings(typed)
    assert not found.support
    assert found.feelings == ()
