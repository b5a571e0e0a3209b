"""Whom one can turn to, in blocks that every front end shows."""

from pathlib import Path

import pytest

from feltsense.care.helplines import find_region
from feltsense.care.people import FILE, Person
from feltsense.care.support import (
    ANYWHERE,
    NOBODY,
    SupportHints,
    load_support,
    people_block,
    support_blocks,
    support_of,
)

MAYA = Person("Maya", "555 0117")


def test_exact_numbers_come_first_then_own_people() -> None:
    danger, people, *lines = support_blocks([MAYA], "GB")
    assert (danger.head, people.head) == ("In danger, United Kingdom", "Your own people")
    assert danger.lines[0].startswith("999")
    assert people.lines == ("Maya   555 0117",)
    assert any("Call 116 123" in line.lines for line in lines)


def test_without_people_and_country_it_says_how_to_name_them() -> None:
    danger, anywhere, people, *_ = support_blocks((), "", SupportHints("Here.", "There."))
    assert danger.lines[0].startswith("112 or 911")
    assert anywhere.lines == (f"{ANYWHERE} There.",)
    assert people.lines == (f"{NOBODY} Here.",)
    assert people_block(()).lines == (NOBODY,)


def test_people_that_cannot_be_read_are_told_and_the_helplines_stand(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("{")
    danger, trouble, *_ = load_support(tmp_path, "GB")
    assert danger.lines[0].startswith("999")
    assert "could not be understood" in trouble.lines[0]


def test_an_empty_region_is_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert support_of((people_block([MAYA]),), "") == support_blocks([MAYA], "GB")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("ireland", "IE"),
        (" gb ", "GB"),
        ("nowhere", None),
        ("anywhere", None),
        ("UK", "GB"),
        ("the USA", "US"),
        ("the Netherlands", "NL"),
    ],
)
def test_a_country_is_found_by_its_name_or_its_letters(name: str, code: str | None) -> None:
    assert find_region(name) == code
