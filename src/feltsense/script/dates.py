"""Dates in digits, and which of them could be two days: 03/04/2024 is in March or in April."""

import re

from feltsense.script.lazy_pattern import LazyPattern

NUMERIC_DATE = LazyPattern(
    r"(?<![\w./-])(?P<first>\d{1,2})(?P<sign>[/.-])(?P<second>\d{1,2})(?P=sign)(?P<year>(?:19|20)\d{2}|\d{2})(?![\w/-]|\.\d)"
)
"""Day and month in either order, and a year."""

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def day_and_month(match: re.Match[str]) -> tuple[int, int] | None:
    """Return day and month of a `NUMERIC_DATE`; None where it is no date, or either could be the day."""
    first, second = int(match["first"]), int(match["second"])
    if not is_date(match) or is_ambiguous(match):
        return None
    return (first, second) if second <= 12 and (first > 12 or first == second) else (second, first)


def is_date(match: re.Match[str]) -> bool:
    """Tell whether a match can be a date at all: 4-7-8 and 10-10-10 are counts of a breath."""
    first, second = int(match["first"]), int(match["second"])
    written_short = len(match["year"]) == 2 and match["sign"] != "/"
    return not written_short and 1 <= min(first, second) <= 12 and max(first, second) <= 31


def is_ambiguous(match: re.Match[str]) -> bool:
    """Tell whether a match is a date that could be two days."""
    first, second = int(match["first"]), int(match["second"])
    return is_date(match) and first <= 12 and second <= 12 and first != second


def two_readings(match: re.Match[str]) -> str:
    """Return both days that an ambiguous date can mean: “3 April 2024 or 4 March 2024”."""
    first, second, year = int(match["first"]), int(match["second"]), match["year"]
    full = year if len(year) == 4 else f"20{year}"
    return f"{first} {MONTHS[second - 1]} {full} or {second} {MONTHS[first - 1]} {full}"
