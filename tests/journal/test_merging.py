"""Records of one practice that come home in parts are put together: nothing given is lost, whatever came first."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feltsense.journal.merging import merged
from feltsense.journal.model import CheckIn, Field, Outcome, Practice, TooMuch, When
from feltsense.journal.store import ImportCounts
from feltsense.journal.summary import import_in_words
from practising import START, opened, practice

MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 1), timezones=st.just(UTC))  # noqa: DTZ001 - the zone is drawn
SCALE = st.none() | st.integers(0, 10)
CHECK_INS = st.builds(
    CheckIn,
    SCALE,
    SCALE,
    st.sampled_from([None, "chest", "feet"]),
    st.sampled_from([None, "warm", "numb"]),
    st.none() | st.sampled_from(TooMuch),
    st.sampled_from(["", "a line", "another"]),
    st.none() | MOMENTS,
)
BEGUN = replace(practice(), id=0, heard_ms=0)


def records() -> st.SearchStrategy[Practice]:
    """Return any record of one practice."""
    return st.builds(
        lambda **drawn: replace(BEGUN, **drawn),
        heard_ms=st.integers(0, 200_000),
        length_ms=st.none() | st.integers(1, 9),
        ended_at=st.none() | MOMENTS,
        ended=st.sampled_from(Outcome),
        rescued_at_ms=st.none() | st.integers(0, 9),
        before=CHECK_INS,
        after=CHECK_INS,
        note_written_at=st.none() | MOMENTS,
    )


@st.composite
def grown(draw: st.DrawFn) -> tuple[Practice, list[Practice]]:
    """Return a practice as it was in the end, and records of it in which some of that is not known yet."""
    whole = draw(records())
    parts = [_partly(draw, whole) for _ in range(draw(st.integers(1, 3)))]
    return whole, [*parts, whole]


def _partly(draw: st.DrawFn, whole: Practice) -> Practice:
    known: dict[str, Any] = {"heard_ms": draw(st.integers(0, whole.heard_ms))}
    for when in When:
        said = getattr(whole, when)
        less = {field.value: "" if field is Field.NOTE else None for field in Field if draw(st.booleans())}
        earlier = None if said.said_at is None else said.said_at - timedelta(seconds=draw(st.integers(0, 9)))
        known[when] = replace(said, **less, said_at=earlier)
    if draw(st.booleans()):
        known |= {"ended": Outcome.INTERRUPTED, "ended_at": None}
    for name in ("rescued_at_ms", "length_ms"):
        known |= {name: None} if draw(st.booleans()) else {}
    return replace(whole, **known)


@given(records(), records())
def test_merging_again_changes_nothing(here: Practice, incoming: Practice) -> None:
    once = merged(here, incoming)
    assert merged(once, incoming) == once
    assert merged(once, here) == once
    assert merged(here, here) == here


@given(grown())
@settings(max_examples=60)
def test_the_order_of_arrival_does_not_matter(drawn: tuple[Practice, list[Practice]]) -> None:
    whole, parts = drawn
    for order in permutations(parts):
        found = order[0]
        for part in order[1:]:
            found = merged(found, part)
        assert found == whole


@given(records(), records())
def test_nothing_that_is_here_is_lost_and_nothing_given_that_is_missing_here(here: Practice, other: Practice) -> None:
    found = merged(here, other)
    for when in When:
        for field in Field:
            mine, theirs, now = (getattr(getattr(each, when), field) for each in (here, other, found))
            assert now == (theirs if mine in (None, "") else mine)
    assert found.heard_ms == max(here.heard_ms, other.heard_ms)
    assert found.ended is (other.ended if here.ended is Outcome.INTERRUPTED else here.ended)


@pytest.mark.parametrize(
    "other", [{"script_sha256": "1" * 64}, {"began_at": START}, {"wording": 9}], ids=["script", "begin", "wording"]
)
def test_another_practice_of_the_same_uid_is_not_mixed_in(other: dict[str, Any]) -> None:
    foreign = replace(BEGUN, before=CheckIn(distress=9), heard_ms=9, **other)
    assert merged(BEGUN, foreign) == BEGUN


@given(records(), records())
@settings(max_examples=15)
def test_the_journal_does_the_same(tmp_path_factory: pytest.TempPathFactory, one: Practice, other: Practice) -> None:
    with opened(tmp_path_factory.mktemp("journal")) as journal:
        journal.import_practices([one])
        counts = journal.import_practices([other])
        assert replace(journal.practice(1), id=0) == merged(one, other)
        assert counts == (ImportCounts(0, 0, 1) if merged(one, other) != one else ImportCounts(0, 1))
        assert journal.import_practices([other, one]) == ImportCounts(0, 2)


def test_a_late_answer_makes_an_untouched_practice_one_that_is_listed(tmp_path: Path) -> None:
    with opened(tmp_path) as journal:
        journal.import_practices([BEGUN])
        assert journal.count() == 0
        journal.import_practices([replace(BEGUN, after=CheckIn(connection=4))])
        assert journal.count() == 1


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        (ImportCounts(2, 0), "2 practices brought in."),
        (ImportCounts(0, 1), "0 practices brought in; 1 practice was here already."),
        (ImportCounts(2, 3, 1), "2 practices brought in, 1 completed; 3 practices were here already."),
    ],
)
def test_what_became_of_them_is_told(counts: ImportCounts, told: str) -> None:
    assert import_in_words(counts) == told
