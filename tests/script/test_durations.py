"""Lengths of time, in digits and in words."""

import re

import pytest

from feltsense.script.durations import DURATION, NUMBER, milliseconds_of, number_of, with_unit
from feltsense.script.parser import parse

_ONES = "one two three four five six seven eight nine".split()  # noqa: SIM905 - a list of words reads best as words
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()  # noqa: SIM905
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905


def in_words(number: int) -> str:
    if number < 10:
        return _ONES[number - 1]
    if number < 20:
        return _TEENS[number - 10]
    tens, ones = divmod(number, 10)
    return _TENS[tens - 2] + (f"-{_ONES[ones - 1]}" if ones else "")


@pytest.mark.parametrize("number", range(1, 100))
def test_a_number_in_words_is_the_number_in_digits(number: int) -> None:
    words = in_words(number)
    assert number_of(words) == number_of(words.replace("-", " ")) == number
    for unit in ("seconds", "second", "-second", "minutes"):
        written = f"{words}{unit}" if unit[0] == "-" else f"{words} {unit}"
        assert re.fullmatch(DURATION, written)
        assert milliseconds_of(written) == milliseconds_of(f"{number} {unit.strip('-')}")


@pytest.mark.parametrize(
    ("written", "milliseconds"),
    [
        ("half a minute", 30_000),
        ("a half minute", 30_000),
        ("half-minute", 30_000),
        ("½ minute", 30_000),
        ("1/2 minute", 30_000),
        ("half a second", 500),
        ("a quarter of a minute", 15_000),
        ("three quarters of a minute", 45_000),
        ("a minute and a half", 90_000),
        ("one and a half minutes", 90_000),
        ("1½ min", 90_000),
        ("1 1/2 minutes", 90_000),
        ("two and a half minutes", 150_000),
        ("one minute and thirty seconds", 90_000),
        ("one minute thirty", 90_000),
        ("1 minute, 30 seconds", 90_000),
        ("a full minute", 60_000),
        ("another 30 seconds", 30_000),
        ("1:30", 90_000),
        ("half an hour", 1_800_000),
        ("an hour", 3_600_000),
    ],
)
def test_lengths_as_people_write_them(written: str, milliseconds: int) -> None:
    assert re.fullmatch(DURATION, written)
    assert milliseconds_of(written) == milliseconds


@pytest.mark.parametrize("spoken", ["a", "one", "ten", "seconds", "minute", "ten feet", "onesecond", "a half", "10:75"])
def test_what_has_no_unit_is_no_length(spoken: str) -> None:
    assert not re.fullmatch(DURATION, spoken)


@pytest.mark.parametrize(
    ("low", "high", "completed"),
    [
        ("10", "40s", "10s"),
        ("ten", "fifteen seconds", "ten seconds"),
        ("one", "two and a half minutes", "one minutes"),
        ("1", "1m30s", "1m"),
        ("10s", "1m", "10s"),
        ("10", "40", "10"),
    ],
)
def test_a_range_shares_its_unit(low: str, high: str, completed: str) -> None:
    assert with_unit(low, high) == completed


def test_numbers_with_parts() -> None:
    parts = {"1/2": "0.5", "2½": "2.5", "two and a quarter": "2.25", "three quarters": "0.75", "12": "12"}
    for written, value in parts.items():
        assert re.fullmatch(NUMBER, written)
        assert str(number_of(written)) == value


@pytest.mark.parametrize(
    "written", ["pausa de {} segundos", "pusae {} sec", "rest {} seconds", "wait {} min please", "silencio {} s"]
)
@pytest.mark.parametrize("number", [3, 10, 20, 45, 90, "ten", "twenty-five", "2.5"])
def test_a_suggestion_keeps_every_number(written: str, number: int | str) -> None:
    (found,) = parse(f"Rest. [{written.format(number)}]", "sample").errors
    suggested = re.search(r"\[pause (\S+)\]", found.hint)
    assert suggested
    assert milliseconds_of(suggested[1]) == milliseconds_of(f"{number} {'min' if 'min' in written else 's'}")


@pytest.mark.parametrize("written", ["beat", "a beat", "rest", "silencio", "kurze Pause"])
def test_no_breath_is_suggested_for_what_is_none(written: str) -> None:
    (found,) = parse(f"Rest. [{written}]", "sample").errors
    assert "breathe" not in found.hint
    assert "pause]" in found.hint
