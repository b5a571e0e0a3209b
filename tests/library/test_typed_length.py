"""A length of time in what was typed, and the exercises that take so long."""

from pathlib import Path

import pytest

from feltsense.library.catalogue import list_exercises
from feltsense.library.hours import PartOfDay
from feltsense.library.search import SearchIndex
from feltsense.library.typed_length import TypedLength, offered_near, typed_length
from feltsense.system.paths import Workspace

ENTRIES = list_exercises(Workspace(Path("/nowhere"))).entries
INDEX = SearchIndex(entry for entry in ENTRIES if entry.language == "en")
"""Of the English ones; what is there in other languages beside them: `test_languages.py`."""


@pytest.mark.parametrize(
    ("typed", "minutes", "rest"),
    [
        ("3 min", 3, ""), ("3min", 3, ""), ("3", 3, ""), ("10", 10, ""), (" 5 Minutes ", 5, ""), ("1,5 min", 1.5, ""),
        ("three minutes", 3, ""), ("1.5 min", 1.5, ""), ("90 seconds", 1.5, ""), ("half an hour", 30, ""),
        ("an hour", 60, ""), ("5 Minuten", 5, ""), ("10 minutos", 10, ""), ("20-minute scan", 20, "scan"),
        ("can't sleep, 10 mins", 10, "can't sleep,"), ("zehn Minuten", 10, ""), ("drei minuten", 3, ""),
        ("dix minutes", 10, ""), ("diez minutos", 10, ""), ("fünf min", 5, ""), ("funf minuten", 5, ""),
        ("eine Minute", 1, ""), ("vingt-cinq minutes", 25, ""), ("treinta y cinco minutos", 35, ""),
        ("angst fünf minuten", 5, "angst"), ("une demi-heure", 30, ""), ("halbe stunde", 30, ""),
        ("dieciséis minutos", 16, ""), ("sleep 20", 20, "sleep"), ("can't sleep 10", 10, "can't sleep"),
    ],
)  # fmt: skip
def test_a_length_is_taken_out_of_what_was_typed(typed: str, minutes: float, rest: str) -> None:
    assert typed_length(typed) == TypedLength(minutes, rest)


@pytest.mark.parametrize(
    "typed",
    [
        "", "0", "999", "3 am", "3am", "woke up at 3", "exam in 10 minutes", "5 minutes ago", "10 minutes late",
        "a second chance", "five senses", "5 4 3 2 1", "I am a mess", "my mind", "a hug", "every 5 minutes",
        "I am 20", "aged 20", "since 9", "five 5 4", "call 112", "sad 116 123", "ein paar minuten", "quelques minutes",
    ],
)  # fmt: skip
def test_other_numbers_are_none(typed: str) -> None:
    assert typed_length(typed) == TypedLength(None, typed)


def test_an_offered_length_is_meant_up_to_half_a_minute_away() -> None:
    assert offered_near((3, 5), 3) == 3
    assert offered_near((1.5,), 1) == 1.5
    assert offered_near((3, 5), 4) is None
    assert offered_near((), 3) is None
    assert offered_near((3, 5), None) is None


@pytest.mark.parametrize("typed", ["3 min", "3", "three minutes", "3min"])
def test_a_length_alone_finds_exercises_that_take_so_long(typed: str) -> None:
    for part in (None, *PartOfDay):
        found = INDEX.search(typed, part)
        assert found.minutes == 3
        assert {entry.slug for entry in found.entries} == {
            "feet-on-the-floor", "five-senses", "two-hands", "self-compassion-break",
        }  # fmt: skip


@pytest.mark.parametrize(("typed", "slug"), [("7 min", "the-others-awake-tonight"), ("1 min", "ninety-seconds-here")])
def test_where_none_takes_so_long_the_nearest_are_found(typed: str, slug: str) -> None:
    assert slug in {entry.slug for entry in INDEX.search(typed).entries}


def test_what_fits_the_hour_comes_first_and_in_the_dark_nothing_outdoors() -> None:
    assert INDEX.search("10 min", PartOfDay.NIGHT).entries[-1].slug in {"river-walk", "sit-spot"}
    assert INDEX.search("5", PartOfDay.MORNING).entries[0].slug == "feet-on-the-floor"


@pytest.mark.parametrize("part", [None, *PartOfDay])
def test_what_takes_exactly_so_long_stands_above_what_comes_near(part: PartOfDay | None) -> None:
    assert [entry.slug for entry in INDEX.search("2 min", part).entries] == [
        "orienting-to-the-room", "ninety-seconds-here",
    ]  # fmt: skip


def test_with_a_feeling_those_of_that_length_come_first() -> None:
    assert INDEX.search("can't sleep").entries[0].slug == "weight-and-support"
    assert INDEX.search("can't sleep, 20 min").entries[0].slug == "long-body-scan"
    for part in PartOfDay:
        assert INDEX.search("sleep 20", part).entries[0].slug == "long-body-scan"
    assert INDEX.search("3 min suicide").support
    assert INDEX.search("suicide 20").support
    assert INDEX.search("112").support


def test_a_title_with_a_number_is_found_by_it() -> None:
    assert INDEX.search("ninety seconds here").entries[0].slug == "ninety-seconds-here"


@pytest.mark.parametrize("typed", ["kurz", "etwas Kurzes", "courte", "bref", "corto", "algo corto"])
def test_something_short_is_understood_in_other_languages(typed: str) -> None:
    assert INDEX.search(typed).entries[0].slug == INDEX.search("something short").entries[0].slug
    assert INDEX.search("me corto").support
