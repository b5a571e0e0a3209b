"""Going on where a practice was cut off."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from feltsense.journal.model import CheckIn, Outcome, Practice, TooMuch
from feltsense.practice.going_on import GoingOn, cut_off, going_on
from feltsense.practice.options import PracticeChoice
from feltsense.script.parser import parse
from practising import START, practice

SCRIPT = """---
title: Four parts
minutes: [4]
---

## Arriving

Here we begin. [pause 20s to 5m]

## Hands

Here are the hands. [pause 20s to 5m]

## Feet

Here are the feet. [pause 20s to 5m]

## Leaving

This is the end. [pause 20s to 5m]
"""
EXERCISE = parse(SCRIPT, "feet").exercise
MINUTE = 60_000


def stopped(at_ms: int, days: float = 0, **other: Any) -> Practice:
    known = {"ended": Outcome.EARLY, "script_sha256": EXERCISE.sha256, "asked_ms": 4 * MINUTE, "length_ms": 4 * MINUTE}
    begun = START + timedelta(days=days)
    return replace(practice(), heard_ms=at_ms, began_at=begun, **{**known, **other})


CUT = stopped(2 * MINUTE)
WHOLE = stopped(4 * MINUTE, ended=Outcome.WHOLE)
ROSE = stopped(2 * MINUTE, before=CheckIn(3), after=CheckIn(6))


@pytest.mark.parametrize(
    ("newest_first", "found"),
    [
        ((), None),
        ((CUT,), CUT),
        ((stopped(2 * MINUTE, ended=Outcome.INTERRUPTED),), 0),
        ((stopped(MINUTE - 1),), None),
        ((WHOLE,), None),
        ((WHOLE, CUT), None),
        ((stopped(20_000), CUT), None),
        ((stopped(0), CUT), CUT),
        ((replace(WHOLE, slug="other"), CUT), CUT),
        ((ROSE,), None),
        ((stopped(2 * MINUTE, rescued_at_ms=MINUTE),), None),
        ((stopped(2 * MINUTE, after=CheckIn(too_much=TooMuch.YES)),), None),
        ((replace(ROSE, slug="other"), CUT), CUT),
        ((replace(ROSE, slug="other"), replace(CUT, tier=2)), None),
        ((replace(CUT, damaged=("heard_ms",)),), None),
    ],
)
def test_which_is_offered(newest_first: Sequence[Practice], found: Practice | int | None) -> None:
    wanted = newest_first[0] if found == 0 else found
    assert cut_off(newest_first, START + timedelta(days=1)) == wanted


def test_it_is_offered_for_three_days() -> None:
    assert cut_off((CUT,), START + timedelta(days=3)) == CUT
    assert cut_off((CUT,), START + timedelta(days=3, seconds=1)) is None


@pytest.mark.parametrize(
    ("seconds", "section"), [(50, None), (70, "Hands"), (110, "Hands"), (130, "Feet"), (230, None)]
)
def test_it_goes_on_at_the_start_of_its_section(seconds: int, section: str | None) -> None:
    found = going_on(stopped(seconds * 1000), EXERCISE, {})
    assert (found and found.section_title) == section
    if found:
        assert found.choice == PracticeChoice("feet", 4, from_section=1 if section == "Hands" else 2)


def test_what_was_heard_before_it_went_on_counts() -> None:
    assert going_on(stopped(70_000), EXERCISE, {"feet": 60.0, "other": 9.0}) == GoingOn(
        "feet", "Four parts", 4, 2, "Feet"
    )


def test_a_changed_script_is_not_gone_on_with() -> None:
    assert going_on(stopped(2 * MINUTE, script_sha256="0" * 64), EXERCISE, {}) is None
    assert going_on(stopped(2 * MINUTE, asked_ms=1000), EXERCISE, {}) is None
