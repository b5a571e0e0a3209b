"""Whom one can turn to, in blocks that every front end shows."""

from pathlib import Path

import pytest

from feltsense.care.people import FILE, Person, save_people
from feltsense.care.support import ANYWHERE, NOBODY, load_support, support_blocks

MAYA = Person("Maya", "555 0117")


def test_exact_numbers_come_first_then_own_people() -> None:
    danger, people, *lines = support_blocks([MAYA], "GB")
    assert (danger.head, people.head) == ("In danger", "Your own people")
    assert danger.lines[0].startswith("999")
    assert people.lines == ("Maya   555 0117",)
    assert any("Call 116 123" in line.lines for line in lines)


def test_without_people_and_country_it_says_where_to_name_them() -> None:
    said = [line for block in support_blocks((), "") for line in block.lines]
    assert NOBODY in said
    assert said[-1] == ANYWHERE


def test_people_that_cannot_be_read_are_told_and_the_helplines_stand(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("{")
    first, danger, *_ = load_support(tmp_path, "GB")
    assert "could not be understood" in first.lines[0]
    assert danger.lines[0].startswith("999")


def test_an_empty_region_is_guessed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_people(tmp_path, [MAYA])
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert load_support(tmp_path, "") == support_blocks([MAYA], "GB")
