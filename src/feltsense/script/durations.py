"""Lengths of time as people write them: 8s, 1m30s, 2.5 sec, 500ms, 2 minutes, or a bare number of seconds."""

import re
from decimal import Decimal

from feltsense.units import Ms

MOST_MS = 3_600_000
"""No single silence, phase or sound is asked for longer than an hour."""

_UNIT = {"ms": 1, "s": 1000, "m": 60_000}
_UNITS = "milliseconds?|minutes?|seconds?|msecs?|mins?|secs?|ms|m|s"
DURATION = rf"\d+(?:\.\d+)?\s*(?:{_UNITS})?(?:\s*\d+(?:\.\d+)?\s*(?:seconds?|secs?|s))?"
"""A pattern for all of them, without groups."""

_PART = re.compile(r"(\d{1,9}(?:\.\d{1,9})?)\s*([a-z]*)")


def milliseconds_of(text: str) -> Ms | None:
    """Return the milliseconds that `text` (lower case, matching `DURATION`) means; None when they are out of bounds."""
    total = Decimal(0)
    for number, unit in _PART.findall(text):
        total += Decimal(number) * _UNIT[_short(unit)]
    rounded = Ms(round(total))
    return rounded if 0 < rounded <= MOST_MS and _PART.sub("", text).strip() == "" else None


def written(ms: int) -> str:
    """Return the canonical form of a length: `90s` as `1m30s`, `2.5s`."""
    minutes, rest = divmod(ms, 60_000)
    if minutes and rest % 1000 == 0:
        return f"{minutes}m{rest // 1000}s" if rest else f"{minutes}m"
    return f"{Decimal(ms) / 1000:f}s"


def _short(unit: str) -> str:
    if unit.startswith(("ms", "milli")):
        return "ms"
    return "m" if unit.startswith("m") else "s"
