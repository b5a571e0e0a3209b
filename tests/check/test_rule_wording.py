"""Twenty passages and more of good and of bad wording, held against all rules at once."""

from pathlib import Path

import pytest

from feltsense.check.checker import check

HERE = Path(__file__).parent


def parts(name: str) -> list[tuple[str, str]]:
    """Return head and body of each passage in a file."""
    text = (HERE / name).read_text(encoding="utf-8").removeprefix("%%% ")
    return [(part.partition("\n")[0], part.partition("\n")[2]) for part in text.split("\n%%% ")]


GOOD, BAD = parts("good.txt"), parts("bad.txt")


def codes_found(passage: str) -> set[str]:
    return {found.code for found in check(passage, "passage").diagnostics if found.code != "S015"}


def test_there_are_twenty_of_each() -> None:
    assert len(GOOD) >= 20
    assert len(BAD) >= 20


@pytest.mark.parametrize(("head", "passage"), GOOD, ids=[head for head, _ in GOOD])
def test_good_wording_is_left_alone(head: str, passage: str) -> None:
    assert codes_found(passage) == set()


@pytest.mark.parametrize(("head", "passage"), BAD, ids=[head for head, _ in BAD])
def test_bad_wording_is_found_by_its_rules_and_by_no_others(head: str, passage: str) -> None:
    assert codes_found(passage) == set(head.partition(":")[0].split())
