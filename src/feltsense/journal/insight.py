"""What can honestly be said of numbers before and after: little from few, never a percentage, never praise."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from feltsense.journal.model import CheckIn, Field, Practice
from feltsense.journal.wording import WORDING_VERSION

ENOUGH_FOR_A_RANGE = 5
ENOUGH_FOR_AN_INTERVAL = 10
WOBBLE = 2
"""A change smaller than this comes and goes by itself."""

COVERAGE = 0.95
"""How sure an interval is at least."""

DRIFT = (
    "People often begin when things are high, and high numbers tend to come down by themselves. "
    "So these numbers cannot tell what an exercise did; only what you noticed."
)
"""Said once, where numbers are first shown together."""

_SCALES = {Field.DISTRESS: "Distress", Field.CONNECTION: "Alone–connected"}


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """One practice in a picture of many; what was not said is None, and stays visible as a gap."""

    practice_id: int
    began_at: datetime
    before: int | None
    after: int | None

    @property
    def change(self) -> int | None:
        """After minus before, where both were said."""
        return None if self.before is None or self.after is None else self.after - self.before

    @property
    def symbol(self) -> str:
        """`v` lower after, `=` the same, `^` higher, `·` where a number is missing."""
        return change_symbol(self.change)


@dataclass(frozen=True, slots=True)
class Interval:
    """Where the middle of one's changes lies, as far as so many practices can tell."""

    low: int
    high: int
    coverage: float
    """How sure that is, from 0 to 1; at least `COVERAGE`."""


@dataclass(frozen=True, slots=True)
class CheckInChange:
    """One scale over several practices. What too few practices cannot tell is None."""

    field: Field
    dots: tuple[ChartPoint, ...]
    lower: int
    same: int
    higher: int
    missing: int
    """Practices in which one of the numbers, or both, were not said."""
    median: float | None = None
    range: tuple[int, int] | None = None
    """The smallest and the largest change; given with a median that has no interval."""
    interval: Interval | None = None

    @property
    def pairs(self) -> int:
        """How many practices have both numbers."""
        return self.lower + self.same + self.higher

    def sentences(self) -> tuple[str, ...]:
        """Return it in words, a sentence each."""
        return tuple(_sentences(self))


def change_symbol(change: int | None) -> str:
    """Return the sign for a change: it has the same meaning without colour."""
    if change is None:
        return "·"
    return "v" if change < 0 else "^" if change > 0 else "="


def check_in_change(practices: Iterable[Practice], field: Field = Field.DISTRESS) -> CheckInChange:
    """Return what can be said of one scale over `practices`, in their order.

    Only those count that were asked in today's words: numbers from other questions are not the same numbers.
    """
    asked = [practice for practice in practices if practice.wording == WORDING_VERSION]
    dots = tuple(
        ChartPoint(each.id, each.began_at, getattr(each.before, field), getattr(each.after, field)) for each in asked
    )
    changes = sorted(dot.change for dot in dots if dot.change is not None)
    lower, higher = sum(each < 0 for each in changes), sum(each > 0 for each in changes)
    count = len(changes)
    enough = count >= ENOUGH_FOR_A_RANGE
    interval = median_interval(changes) if count >= ENOUGH_FOR_AN_INTERVAL else None
    return CheckInChange(
        field, dots, lower, count - lower - higher, higher, len(dots) - count,
        median=float(median(changes)) if enough else None,
        range=(changes[0], changes[-1]) if enough and interval is None else None,
        interval=interval,
    )  # fmt: skip


def median_interval(ordered: Sequence[int], coverage: float = COVERAGE) -> Interval | None:
    """Return the narrowest interval of order statistics that holds the median with at least `coverage`.

    It supposes nothing of how the changes are spread: the k-th smallest and the k-th largest of n hold the median
    with the chance that k to n − k of n even coin tosses show heads (the sign test, turned round).

    Args:
        ordered: the changes, from the smallest.
        coverage: how sure it shall be at least.
    """
    count = len(ordered)
    outside, best = 0.0, None
    for k in range(1, count // 2 + 1):
        outside += math.comb(count, k - 1) / 2 ** (count - 1)
        if 1 - outside < coverage:
            break
        best = Interval(ordered[k - 1], ordered[-k], 1 - outside)
    return best


def check_ins_in_words(before: CheckIn, after: CheckIn) -> tuple[str, ...]:
    """Return what was said before and after one practice, a line each: plain, without praise or alarm."""
    lines = [_scale(name, getattr(before, field), getattr(after, field)) for field, name in _SCALES.items()]
    lines += [_noticed("Before", before), _noticed("After", after)]
    said = tuple(line for line in lines if line)
    return said or ("Nothing was said before or after, and that is fine.",)


def _scale(name: str, before: int | None, after: int | None) -> str:
    if before is None and after is None:
        return ""
    if after is None:
        return f"{name}: {before} before, not said after."
    if before is None:
        return f"{name}: not said before, {after} after."
    return f"{name}: {before} before, {after} after. {_how(after - before)}"


def _how(difference: int) -> str:
    if difference == 0:
        return "The same number."
    if abs(difference) < WOBBLE:
        return "That is within your usual wobble."
    return f"{abs(difference)} {'lower' if difference < 0 else 'higher'} than before."


def _noticed(when: str, said: CheckIn) -> str:
    place = f"in the {said.place}" if said.place else ""
    parts = ", ".join(part for part in (place, said.word or "") if part)
    return f"{when}: {parts}." if parts else ""


def _sentences(found: CheckInChange) -> Iterable[str]:
    name = _SCALES[found.field]
    if found.pairs:
        yield f"{name}: lower after in {found.lower} of {found.pairs}, same in {found.same}, higher in {found.higher}."
    else:
        yield f"{name}: no practice with a number before and after yet."
    if found.missing:
        yield f"Not said before or after: {found.missing}."
    if found.median is not None:
        yield _middle(found)


def _middle(found: CheckInChange) -> str:
    assert found.median is not None  # noqa: S101 - asked only where there is one
    wobble = " That is within your usual wobble." if 0 < abs(found.median) < WOBBLE else ""
    if found.interval:
        low, high = found.interval.low, found.interval.high
        spread = f"as far as these can tell, your usual one lies from {_signed(low)} to {_signed(high)}"
        return f"The middle change is {_signed(found.median)}; {spread}.{wobble}"
    if found.range:
        low, high = found.range
        return f"The middle change is {_signed(found.median)}, from {_signed(low)} to {_signed(high)}.{wobble}"
    return f"The middle change is {_signed(found.median)}.{wobble}"


def _signed(number: float) -> str:
    """Return `−2`, `0`, `+1.5`."""
    return f"{number:+g}".replace("-", "−") if number else "0"
