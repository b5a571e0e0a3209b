"""Little is said of few numbers, nothing is praised, and what was not said stays visible."""

import math
from collections import Counter
from itertools import product
from statistics import median

import pytest

from feltsense.journal.insight import (
    COVERAGE,
    CheckInChange,
    Interval,
    change_in_words,
    check_in_change,
    check_ins_in_words,
    median_interval,
)
from feltsense.journal.model import CheckIn, Field

UNSURE = "10 practices cannot tell it for sure; it may be anything"
FALLING = (-2, -3, 0, -3, 1, -2, -3, -4, 0, -2)


def changed(*changes: int | None, field: Field = Field.DISTRESS) -> CheckInChange:
    return check_in_change(Counter(changes), field)


def test_fewer_than_five_pairs_have_words_only() -> None:
    found = changed(*FALLING[:4])
    assert (found.median, found.range, found.interval) == (None, None, None)
    assert found.sentences() == ("Distress: lower after in 3 of 4, same in 1, higher in 0.",)


@pytest.mark.parametrize(("count", "low"), [(5, 3), (9, 4)])
def test_five_to_nine_have_a_middle_and_a_range(count: int, low: int) -> None:
    found = changed(*FALLING[:count])
    assert (found.median, found.range, found.interval) == (-2.0, (-low, 1), None)
    reach = f"The changes reach from {low} lower to 1 higher."
    assert found.sentences()[-1] == f"The change in the middle: 2 lower. {reach}"


def test_ten_have_a_middle_with_an_interval() -> None:
    found = changed(*FALLING)
    assert (found.lower, found.same, found.higher, found.pairs) == (7, 2, 1, 10)
    assert found.interval == Interval(-3, 0, 1 - 22 / 1024)
    assert found.range is None
    assert found.sentences() == (
        "Distress: lower after in 7 of 10, same in 2, higher in 1.",
        f"The change in the middle: 2 lower. {UNSURE} from 3 lower to the same.",
    )


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ((-1,) * 6 + (0,) * 4, "1 lower. 10 practices cannot tell it for sure; it may be 1 lower or the same."),
        ((-3,) * 6 + (-2,) * 4, "3 lower. 10 practices cannot tell it for sure; it may be 3 or 2 lower."),
        ((1,) * 3 + (3,) * 7, "3 higher. 10 practices cannot tell it for sure; it may be anything from 1 to 3 higher."),
        ((0,) * 500 + (4,) * 9, "the same. 509 practices are enough to say so."),
        ((2,) * 7, "2 higher. All of them were so."),
        ((-3, -3, -2, -2, -2, -3), "between 2 and 3 lower. The changes reach from 3 to 2 lower."),
    ],
)
def test_the_middle_is_told_in_plain_words(changes: tuple[int, ...], said: str) -> None:
    assert changed(*changes).sentences()[1] == f"The change in the middle: {said}"


def test_what_was_not_said_stays_visible() -> None:
    found = changed(-2, None, None, None)
    assert (found.pairs, found.missing) == (1, 3)
    assert found.sentences()[-1] == "Not said before or after: 3."
    assert changed().sentences() == ("Distress: no practice with a number before and after yet.",)


def test_a_middle_change_under_two_comes_and_goes_by_itself() -> None:
    assert changed(*[-1] * 5).sentences()[-1] == "So small a change comes and goes by itself."
    assert "small" not in changed(*[0] * 5).sentences()[-1]
    assert "small" not in changed(*[-2] * 5).sentences()[-1]


def test_nothing_is_a_percentage_or_praise_or_for_statisticians() -> None:
    shunned = ("%", "per cent", "better", "well done", "great", "improved", "wobble", "median", "interval", "−", "+")
    for count in range(len(FALLING) + 1):
        for field in (Field.DISTRESS, Field.CONNECTION):
            said = " ".join(changed(*FALLING[:count], field=field).sentences()).lower()
            assert not [word for word in shunned if word in said]


def test_the_other_scale_says_towards_what() -> None:
    assert changed(3, field=Field.CONNECTION).sentences() == (
        "Alone or connected: nearer to alone after in 0 of 1, same in 0, nearer to connected in 1.",
    )
    assert change_in_words(Field.CONNECTION, -1) == "1 nearer to alone"
    assert change_in_words(Field.DISTRESS, 0.5) == "between the same and 1 higher"


@pytest.mark.parametrize("count", [6, 10, 11, 15, 20, 50, 200])
def test_the_interval_is_the_narrowest_that_is_sure_enough(count: int) -> None:
    found = median_interval(range(count))
    assert found is not None
    k = found.low + 1
    assert found.high == count - k

    def sure(rank: int) -> float:
        return 1 - 2 * sum(math.comb(count, below) for below in range(rank)) / float(2**count)

    assert found.coverage == pytest.approx(sure(k))
    assert sure(k) >= COVERAGE > sure(k + 1)


def test_the_interval_holds_the_true_middle_as_often_as_it_says() -> None:
    """Of all ways that six values can lie below or above the middle, as many are covered as is claimed."""
    covered = 0
    for signs in product((-1, 1), repeat=6):
        found = median_interval(sorted(signs))
        assert found is not None
        covered += found.low <= 0 <= found.high
        assert found.coverage == pytest.approx(1 - 2 / 64)
    assert covered == 62


def test_too_few_have_no_interval() -> None:
    assert median_interval(range(5)) is None
    assert median_interval([]) is None


def test_the_middle_is_the_median() -> None:
    for count in range(5, 10):
        assert changed(*FALLING[:count]).median == median(FALLING[:count])


def test_ten_thousand_practices_have_an_interval_at_once() -> None:
    found = median_interval(range(10_000))
    assert found is not None
    assert (found.low, found.high) == (4901, 5098)
    assert found.coverage == pytest.approx(0.9512, abs=0.0001)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (CheckIn(7), CheckIn(5), ("Distress: 7 before, 5 after. 2 lower than before.",)),
        (CheckIn(5), CheckIn(8), ("Distress: 5 before, 8 after. 3 higher than before.",)),
        (CheckIn(5), CheckIn(4), ("Distress: 5 before, 4 after. So small a change comes and goes by itself.",)),
        (CheckIn(5), CheckIn(5), ("Distress: 5 before, 5 after. The same number.",)),
        (CheckIn(5), CheckIn(), ("Distress: 5 before, not said after.",)),
        (CheckIn(), CheckIn(5), ("Distress: not said before, 5 after.",)),
        (CheckIn(), CheckIn(), ("Nothing was said before or after, and that is fine.",)),
        (
            CheckIn(None, 2, "chest", "heavy"),
            CheckIn(None, 5, None, "nothing I can name"),
            (
                "Alone or connected: 2 before, 5 after. 3 nearer to connected than before.",
                "Before: in the chest, heavy.",
                "After: nothing I can name.",
            ),
        ),
    ],
)
def test_one_practice_in_plain_words(before: CheckIn, after: CheckIn, said: tuple[str, ...]) -> None:
    assert check_ins_in_words(before, after) == said
