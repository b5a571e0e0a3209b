"""When a practice has stirred something up, and what is suggested next."""

from dataclasses import replace
from pathlib import Path

import pytest

from feltsense.journal.model import CheckIn, TooMuch
from feltsense.library.catalogue import find
from feltsense.practice.safety import (
    AFTER_RESCUE,
    GENTLE,
    TIER_ONE_NEXT,
    Help,
    Reason,
    offer_tier_one_first,
    reasons,
    rose,
    suggest_pause,
    suggest_tier_one,
    suggestion,
)
from feltsense.system.paths import Workspace
from practising import practice

HELPS_BY_A_PIECE = {Help.ORIENTING, Help.FEET_AND_HANDS}

CALM, RISING = practice(5, 4, tier=2), practice(5, 7, tier=2)
CALM_OUTSIDE, RISING_OUTSIDE = practice(5, 4), practice(5, 7)


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        (CheckIn(5), CheckIn(6), set()),
        (CheckIn(5), CheckIn(7), {Reason.MORE}),
        (CheckIn(9), CheckIn(7), set()),
        (CheckIn(9), CheckIn(8), {Reason.HIGH}),
        (CheckIn(6), CheckIn(8), {Reason.MORE, Reason.HIGH}),
        (CheckIn(), CheckIn(7), set()),
        (CheckIn(), CheckIn(8), {Reason.HIGH}),
        (CheckIn(3), CheckIn(), set()),
        (CheckIn(3), CheckIn(3, too_much=TooMuch.BIT), set()),
        (CheckIn(3), CheckIn(3, too_much=TooMuch.YES), {Reason.TOO_MUCH}),
    ],
)
def test_why_it_counts_as_rising(before: CheckIn, after: CheckIn, found: set[Reason]) -> None:
    assert reasons(before, after) == found


def test_a_practice_tells_whether_it_rose() -> None:
    assert rose(RISING)
    assert not rose(practice(6, 5, rescued_at_ms=0)), "“ground me now” was only used"
    assert not rose(CALM)
    assert not rose(practice())


def test_after_a_rising_one_something_outward_is_suggested_until_one_has_not() -> None:
    assert suggestion([RISING, CALM]) == TIER_ONE_NEXT
    assert suggestion([RISING_OUTSIDE]) == TIER_ONE_NEXT
    assert suggestion([CALM, RISING]) == ""
    assert suggestion([]) == ""


def test_a_check_in_that_led_to_no_practice_takes_no_care_back() -> None:
    only_asked = replace(practice(7, tier=2, number=2), heard_ms=0)
    stirred = practice(3, 7, tier=2)
    assert suggest_tier_one([only_asked, stirred])
    assert suggestion([only_asked, stirred]) == TIER_ONE_NEXT
    assert suggest_pause([only_asked, stirred, only_asked, stirred, only_asked])


def test_after_ground_me_now_something_outward_is_suggested_in_words_that_are_true() -> None:
    assert suggestion([practice(6, 5, rescued_at_ms=1000)]) == AFTER_RESCUE
    assert "stirred" not in AFTER_RESCUE
    assert suggestion([practice(3, 6, rescued_at_ms=1000)]) == TIER_ONE_NEXT
    assert suggest_tier_one([practice(6, 5, rescued_at_ms=1000)])
    assert not suggest_tier_one([CALM])


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
    assert {each for each in Help if each.piece} == HELPS_BY_A_PIECE
    assert {each.piece for each in HELPS_BY_A_PIECE} == set(GENTLE)
