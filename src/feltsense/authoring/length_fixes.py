"""Offered lengths that a script can last, in place of those that it cannot."""

import math
import re
from collections.abc import Iterator

from feltsense.timeline.lengths import LengthRange
from feltsense.units import SAMPLE_RATE

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_STEPS = (1.0, 0.5, 0.25)
"""Minutes that lengths are rounded to, the roundest first."""
_MARGIN = 0.05
"""Share of a length that an estimate may be off."""


def length_fixes(written: str, ranges: tuple[LengthRange, ...]) -> Iterator[tuple[str, str]]:
    """Yield what can be done about offered lengths that cannot be met, and the line of front matter for it.

    Args:
        written: the lines of `minutes` as they are.
        ranges: what is possible.
    """
    wanted = [float(number) for number in _NUMBER.findall(written.partition("#")[0])]
    possible = [near for minutes in wanted if (near := nearest_possible(minutes, ranges)) is not None]
    if possible:
        offered = list(dict.fromkeys(possible))  # the first is the usual one
        named = ", ".join(f"{minutes:g}" for minutes in offered)
        lines = f"minutes: {named if len(offered) == 1 else f'[{named}]'}"
        yield f"offer {' and '.join(map(_in_words, offered))}", lines
    yield "offer no length; it lasts as long as it is", ""


def _in_words(minutes: float) -> str:
    if minutes < 1:
        return f"{minutes * 60:.0f} seconds"
    return f"{minutes:g} minute{'' if minutes == 1 else 's'}"


def still_possible(ranges: tuple[LengthRange, ...], wanted: float, nearest: float) -> tuple[LengthRange, ...]:
    """Return estimated ranges without what a render has refused.

    Args:
        ranges: the estimated ones.
        wanted: the minutes that were refused.
        nearest: the minutes that are possible in truth, and nearest to it.
    """
    edge = round(nearest * 60 * SAMPLE_RATE)
    cut = [(low, min(high, edge)) if nearest < wanted else (max(low, edge), high) for low, high in ranges]
    return tuple((low, high) for low, high in cut if low <= high)


def nearest_possible(minutes: float, ranges: tuple[LengthRange, ...]) -> float | None:
    """Return the length in minutes nearest to a wanted one that is possible, as round as may be; None for none.

    It stays clear of the ends of what is possible, which are estimated, where there is room for that.
    """
    best: float | None = None
    for low, high in _within(ranges):
        near = minutes if low <= minutes <= high else _rounded(minutes, low, high)
        if best is None or abs(near - minutes) < abs(best - minutes):
            best = near
    return best


def _within(ranges: tuple[LengthRange, ...]) -> Iterator[tuple[float, float]]:
    for low, high in ranges:
        first, last = low / SAMPLE_RATE / 60, min(high / SAMPLE_RATE / 60, 180.0)
        inner = first * (1 + _MARGIN), last * (1 - _MARGIN)
        yield inner if inner[0] <= inner[1] else (first, last)


def _rounded(minutes: float, low: float, high: float) -> float:
    """Return a length from `low` to `high` near to `minutes`."""
    for step in _STEPS:
        near = math.ceil(low / step) * step if minutes < low else math.floor(high / step) * step
        if low <= near <= high:
            return near
    return round((low + high) / 2, 2)
