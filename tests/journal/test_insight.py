"""Little is said of few numbers, nothing is praised, and what was not said stays visible."""

import math
from dataclasses import replace
from itertools import product
from statistics import median

import pytest

from feltsense.journal.insight import (
    COVERAGE,
    Interval,
    change_symbol,
    check_in_change,
    check_ins_in_words,
    median_interval,
)
from feltsense.journal.model import CheckIn, Field
from practising import pairs, practice

FALLING = [(7, 5), (7, 4), (6, 6), (8, 5), (5, 6), (7, 5), (6, 3), (9, 5), (4, 4), (8, 6)]


def test_fewer_than_five_pairs_have_dots_and_words_only() -> None:
    found = check_in_change(pairs(*FALLING[:4]))
    assert (found.median, found.range, found.interval) == (None, None, None)
    assert [dot.symbol for dot in found.dots] == ["v", "v", "=", "v"]
    assert found.sentences() == ("Distress: lower after in 3 of 4, same in 1, higher in 0.",)


@pytest.mark.parametrize("count", [5, 9])
def test_five_to_nine_have_a_middle_and_a_range(count: int) -> None:
    found = check_in_change(pairs(*FALLING[:count]))
    assert (found.median, found.range, found.interval) == (-2.0, (-4 if count == 9 else -3, 1), None)
    assert found.sentences()[-1] == f"The middle change is −2, from −{4 if count == 9 else 3} to +1."


def test_ten_have_a_middle_with_an_interval() -> None:
    found = check_in_change(pairs(*FALLING))
    assert (found.lower, found.same, found.higher, found.pairs) == (7, 2, 1, 10)
    assert found.interval == Interval(-3, 0, 1 - 22 / 1024)
    assert found.range is None
    assert found.sentences() == (
        "Distress: lower after in 7 of 10, same in 2, higher in 1.",
        "The middle change is −2; as far as these can tell, your usual one lies from −3 to 0.",
    )


def test_what_was_not_said_stays_visible() -> None:
    found = check_in_change(pairs((7, 5), (None, 4), (6, None), (None, None)))
    assert [dot.symbol for dot in found.dots] == ["v", "·", "·", "·"]
    assert (found.pairs, found.missing) == (1, 3)
    assert found.sentences()[-1] == "Not said before or after: 3."
    assert check_in_change([]).sentences() == ("Distress: no practice with a number before and after yet.",)


def test_a_middle_change_under_two_is_within_the_wobble() -> None:
    assert (
        check_in_change(pairs(*[(5, 4)] * 5))
        .sentences()[-1]
        .endswith("The middle change is −1, from −1 to −1. That is within your usual wobble.")
    )
    assert "wobble" not in check_in_change(pairs(*[(5, 5)] * 5)).sentences()[-1]
    assert "wobble" not in check_in_change(pairs(*[(5, 3)] * 5)).sentences()[-1]


def test_nothing_is_a_percentage_or_praise() -> None:
    for count in range(len(FALLING) + 1):
        said = " ".join(check_in_change(pairs(*FALLING[:count])).sentences()).lower()
        assert not [word for word in ("%", "per cent", "better", "well done", "great", "improved") if word in said]


def test_numbers_from_other_questions_are_left_out() -> None:
    many = pairs((7, 5), (7, 4))
    assert check_in_change([many[0], replace(many[1], wording=99)]).pairs == 1


def test_the_other_scale_can_be_looked_at() -> None:
    one = replace(practice(7, 5), before=CheckIn(connection=2), after=CheckIn(connection=5))
    assert check_in_change([one], Field.CONNECTION).sentences() == (
        "Alone–connected: lower after in 0 of 1, same in 0, higher in 1.",
    )


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
    found = check_in_change(pairs(*FALLING[:6]))
    assert found.median == median(after - before for before, after in FALLING[:6])


def test_signs_need_no_colour() -> None:
    assert [change_symbol(each) for each in (-3, 0, 1, None)] == ["v", "=", "^", "·"]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (CheckIn(7), CheckIn(5), ("Distress: 7 before, 5 after. 2 lower than before.",)),
        (CheckIn(5), CheckIn(8), ("Distress: 5 before, 8 after. 3 higher than before.",)),
        (CheckIn(5), CheckIn(4), ("Distress: 5 before, 4 after. That is within your usual wobble.",)),
        (CheckIn(5), CheckIn(5), ("Distress: 5 before, 5 after. The same number.",)),
        (CheckIn(5), CheckIn(), ("Distress: 5 before, not said after.",)),
        (CheckIn(), CheckIn(5), ("Distress: not said before, 5 after.",)),
        (CheckIn(), CheckIn(), ("Nothing was said before or after, and that is fine.",)),
        (
            CheckIn(None, 2, "chest", "heavy"),
            CheckIn(None, 5, None, "nothing I can name"),
            (
                "Alone–connected: 2 before, 5 after. 3 higher than before.",
                "Before: in the chest, heavy.",
                "After: nothing I can name.",
            ),
        ),
    ],
)
def test_one_practice_in_plain_words(before: CheckIn, after: CheckIn, said: tuple[str, ...]) -> None:
    assert check_ins_in_words(before, after) == said
