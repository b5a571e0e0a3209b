"""What can honestly be said of numbers before and after: little from few, never a percentage, never praise."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from feltsense.journal.model import CheckIn, Field
from feltsense.journal.wording import place_in_words

ENOUGH_FOR_A_RANGE = 5
ENOUGH_FOR_AN_INTERVAL = 10
SMALL = 2
"""A change smaller than this comes and goes by itself."""

COVERAGE = 0.95
"""How sure an interval is at least."""

DRIFT = (
    "People often begin when things are high, and high numbers tend to come down by themselves. "
    "So these numbers cannot tell what an exercise did; only what you noticed."
)
"""Said once, where numbers are first shown together."""


@dataclass(frozen=True, slots=True)
class ScaleWords:
    """How a scale and its changes are called."""

    name: str
    down: str
    """Towards 0."""
    up: str
    """Towards 10."""
    down_after: str
    """As `down`, where practices are counted."""
    up_after: str


SCALES: Mapping[Field, ScaleWords] = {
    Field.DISTRESS: ScaleWords("Distress", "lower", "higher", "lower after", "higher"),
    Field.CONNECTION: ScaleWords(
        "Alone or connected", "nearer to alone", "nearer to connected", "nearer to alone after", "nearer to connected"
    ),
}
"""The scales, in the order in which they are shown."""


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


def check_in_change(counts: Mapping[int | None, int], field: Field = Field.DISTRESS) -> CheckInChange:
    """Return what can be said of one scale.

    Args:
        counts: how many practices had which change, after minus before; under None those without both numbers.
        field: the scale.
    """
    changes = sorted(change for change, count in counts.items() if change is not None for _ in range(count))
    count = len(changes)
    lower, higher = sum(each < 0 for each in changes), sum(each > 0 for each in changes)
    enough = count >= ENOUGH_FOR_A_RANGE
    interval = median_interval(changes) if count >= ENOUGH_FOR_AN_INTERVAL else None
    return CheckInChange(
        field, lower, count - lower - higher, higher, counts.get(None, 0),
        median=(changes[(count - 1) // 2] + changes[count // 2]) / 2 if enough else None,
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
    first = max(1, count // 2 - 4 * math.isqrt(count))  # eight standard deviations out: what is beyond weighs nothing
    outside, best = 0.0, None
    chance = 2 * math.comb(count, first - 1) / (1 << count)
    for k in range(first, count // 2 + 1):
        outside += chance
        chance = chance * (count - k + 1) / k
        if 1 - outside < coverage:
            break
        best = Interval(ordered[k - 1], ordered[-k], 1 - outside)
    return best


def change_in_words(field: Field, change: float) -> str:
    """Return a change as `2 lower`, `the same` or `1 nearer to connected`; half a step as `between 1 and 2 lower`."""
    if change == 0:
        return "the same"
    words = SCALES[field].down if change < 0 else SCALES[field].up
    size = abs(change)
    if size == int(size):
        return f"{size:g} {words}"
    least = int(size)
    return f"between {least or 'the same'} and {least + 1} {words}"


def check_ins_in_words(before: CheckIn, after: CheckIn) -> tuple[str, ...]:
    """Return what was said before and after one practice, a line each: plain, without praise or alarm."""
    lines = [_scale(field, getattr(before, field), getattr(after, field)) for field in SCALES]
    lines += [_noticed("Before", before), _noticed("After", after)]
    said = tuple(line for line in lines if line)
    return said or ("Nothing was said before or after, and that is fine.",)


def check_in_in_words(said: CheckIn) -> tuple[str, ...]:
    """Return what was said in a check-in that nothing followed, a line each."""
    numbers = ((field, getattr(said, field)) for field in SCALES)
    lines = [f"{SCALES[field].name}: {number}." for field, number in numbers if number is not None]
    return tuple(line for line in (*lines, _noticed("Noticed", said)) if line)


def _scale(field: Field, before: int | None, after: int | None) -> str:
    name = SCALES[field].name
    if before is None and after is None:
        return ""
    if after is None:
        return f"{name}: {before} before, not said after."
    if before is None:
        return f"{name}: not said before, {after} after."
    return f"{name}: {before} before, {after} after. {_how(field, after - before)}"


def _how(field: Field, difference: int) -> str:
    if difference == 0:
        return "The same number."
    if abs(difference) < SMALL:
        return "So small a change comes and goes by itself."
    return f"{change_in_words(field, difference)} than before."


def _noticed(when: str, said: CheckIn) -> str:
    place = place_in_words(said.place) if said.place else ""
    parts = ", ".join(part for part in (place, said.word or "") if part)
    return f"{when}: {parts}." if parts else ""


def _sentences(found: CheckInChange) -> Iterator[str]:
    words = SCALES[found.field]
    if found.pairs:
        counts = f"{words.down_after} in {found.lower} of {found.pairs}, same in {found.same}, {words.up_after} in"
        yield f"{words.name}: {counts} {found.higher}."
    else:
        yield f"{words.name}: no practice with a number before and after yet."
    if found.missing:
        yield f"Not said before or after: {found.missing}."
    if found.median is not None:
        yield f"The change in the middle: {change_in_words(found.field, found.median)}.{_spread(found)}"
        if 0 < abs(found.median) < SMALL:
            yield "So small a change comes and goes by itself."


def _spread(found: CheckInChange) -> str:
    """Return how far the changes reach, or, of enough practices, how sure their middle is."""
    if found.range:
        low, high = found.range
        if low == high:
            return " All of them were so."
        return f" The changes reach {_from_to(found.field, low, high)}."
    if found.interval is None:
        return ""
    low, high = found.interval.low, found.interval.high
    if low == high:
        return f" {found.pairs} practices are enough to say so."
    reach = (
        _joined(found.field, low, high, " or ") if high - low == 1 else f"anything {_from_to(found.field, low, high)}"
    )
    return f" {found.pairs} practices cannot tell it for sure; it may be {reach}."


def _from_to(field: Field, low: int, high: int) -> str:
    return f"from {_joined(field, low, high, ' to ')}"


def _joined(field: Field, low: int, high: int, between: str) -> str:
    """Return two changes with something between; what both are called alike is said once."""
    one, other = change_in_words(field, low), change_in_words(field, high)
    if low < 0 and high < 0:
        one = f"{abs(low)}"
    elif low > 0 and high > 0:
        one = f"{low}"
    return f"{one}{between}{other}"
