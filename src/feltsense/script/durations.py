"""Lengths of time as people write them: 8s, 1m30s, 2.5 sec, 500ms, 2 minutes, or a bare number of seconds."""

import re
from decimal import Decimal

from feltsense.units import Ms

MOST_MS = 3_600_000
"""No single silence, phase or sound is asked for longer than an hour."""

_LONGEST = 40
"""Characters; nobody writes a length with more, and numbers of a thousand digits take their time."""

_NUMBER = r"\d+(?:\.\d+)?"
_MINUTES, _SECONDS, _MILLISECONDS = "minutes?|mins?|m", "seconds?|secs?|s", "milliseconds?|msecs?|ms"
_REST = rf"\s*(?:and |, ?)?(?:{_NUMBER})\s*(?:{_SECONDS})"
DURATION = rf"{_NUMBER}\s*(?:(?:{_MINUTES})(?:{_REST})?|{_MILLISECONDS}|{_SECONDS})?"
"""A pattern for all of them, without groups."""

_PARTS = re.compile(
    rf"(?P<number>{_NUMBER})\s*(?:(?P<minutes>{_MINUTES})(?P<rest>{_REST})?|(?P<ms>{_MILLISECONDS})|{_SECONDS})?"
)


def milliseconds_of(text: str) -> Ms | None:
    """Return the milliseconds that `text` (lower case, matching `DURATION`) means; None when they are out of bounds."""
    match = _PARTS.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if match is None:
        return None
    unit = 60_000 if match["minutes"] else 1 if match["ms"] else 1000
    rest = re.search(_NUMBER, match["rest"] or "0")
    total = Ms(round(Decimal(match["number"]) * unit + Decimal(rest[0] if rest else 0) * 1000))
    return total if 0 < total <= MOST_MS else None


def with_unit(low: str, high: str) -> str:
    """Return `low` with the unit of `high` when it has none of its own: in “10 to 40s” it belongs to both."""
    unit = re.search(r"[a-z]+", high)
    return low.strip() if unit is None or re.search(r"[a-z]", low) else low.strip() + unit[0]


def written(ms: int) -> str:
    """Return the canonical form of a length: `90s` as `1m30s`, `2.5s`."""
    minutes, rest = divmod(ms, 60_000)
    if minutes and rest % 1000 == 0:
        return f"{minutes}m{rest // 1000}s" if rest else f"{minutes}m"
    return f"{Decimal(ms) / 1000:f}s"
