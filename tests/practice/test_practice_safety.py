"""When a practice has stirred something up, and what is suggested next."""

from pathlib import Path

import pytest

from feltsense.journal.model import CheckIn, TooMuch
from feltsense.library.catalogue import find
from feltsense.practice.safety import (
    GENTLE,
    Help,
    Reason,
    offer_tier_one_first,
    reasons,
    rose,
    suggest_pause,
    suggest_tier_one,
)
from feltsense.system.paths import Workspace
from practising import practice

HELPS_BY_A_PIECE = {Help.ORIENTING, Help.FEET_AND_HANDS}

CALM, RISING = practice(5, 4, tier=2), practice(5, 7, tier=2)
CALM_OUTSIDE, RISING_OUTSIDE = practice(5, 4), practice(5, 7)


@pytest.mark.parametrize(
    ("before", "after", "rescued", "found"),
    [
        (CheckIn(5), CheckIn(6), False, set()),
        (CheckIn(5), CheckIn(7), False, {Reason.MORE}),
        (CheckIn(9), CheckIn(7), False, set()),
        (CheckIn(9), CheckIn(8), False, {Reason.HIGH}),
        (CheckIn(6), CheckIn(8), False, {Reason.MORE, Reason.HIGH}),
        (CheckIn(), CheckIn(7), False, set()),
        (CheckIn(), CheckIn(8), False, {Reason.HIGH}),
        (CheckIn(3), CheckIn(), False, set()),
        (CheckIn(3), CheckIn(3, too_much=TooMuch.BIT), False, set()),
        (CheckIn(3), CheckIn(3, too_much=TooMuch.YES), False, {Reason.TOO_MUCH}),
        (CheckIn(3), CheckIn(), True, {Reason.RESCUED}),
    ],
)
def test_why_it_counts_as_rising(before: CheckIn, after: CheckIn, rescued: bool, found: set[Reason]) -> None:  # noqa: FBT001
    assert reasons(before, after, rescued=rescued) == found


def test_a_practice_tells_whether_it_rose() -> None:
    assert rose(RISING)
    assert rose(practice(rescued_at_ms=0))
    assert not rose(CALM)
    assert not rose(practice())


def test_after_a_rising_one_tier_one_is_suggested_until_one_has_not() -> None:
    assert suggest_tier_one([RISING, CALM])
    assert suggest_tier_one([RISING_OUTSIDE])
    assert not suggest_tier_one([CALM, RISING])
    assert not suggest_tier_one([])


@pytest.mark.parametrize(
    ("newest_first", "suggested"),
    [
        ([RISING, RISING], True),
        ([RISING, CALM, RISING], True),
        ([CALM, RISING, RISING], True),
        ([RISING, CALM, CALM, RISING], False),
        ([RISING], False),
        ([RISING, RISING_OUTSIDE, CALM, CALM_OUTSIDE], False),
        ([RISING, CALM_OUTSIDE, RISING_OUTSIDE, CALM, RISING], True),
        ([], False),
    ],
)
def test_two_of_the_last_three_inner_ones_suggest_a_pause(newest_first: list[object], suggested: bool) -> None:  # noqa: FBT001
    assert suggest_pause(newest_first) is suggested  # type: ignore[arg-type]


@pytest.mark.parametrize(("distress", "offered"), [(None, False), (0, False), (7, False), (8, True), (10, True)])
def test_with_much_distress_something_gentle_is_offered_first(distress: int | None, offered: bool) -> None:  # noqa: FBT001
    assert offer_tier_one_first(CheckIn(distress)) is offered


def test_help_is_offered_in_a_fixed_order_without_praise() -> None:
    said = [each.words for each in Help]
    assert said[-1] == "Stop here"
    assert len(said) == len(set(said)) == 5
    assert "eyes open" in said[0]


def test_the_gentle_pieces_come_with_the_program_and_are_outward() -> None:
    for slug in GENTLE:
        assert find(slug, Workspace(Path("nowhere"))).parse().exercise.front.tier == 1


def test_each_help_by_an_exercise_names_gentle_ones() -> None:
    assert {each for each in Help if each.pieces} == HELPS_BY_A_PIECE
    assert all(slug in GENTLE for each in Help for slug in each.pieces)
