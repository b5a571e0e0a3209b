"""Readers of plain values, for files that anybody may have changed: each returns the value or raises.

All of them raise TypeError or ValueError for what they do not accept; who reads a file says so in its own words.
"""

import math
from collections.abc import Callable
from datetime import datetime
from typing import Any

Reader = Callable[[Any], Any]


def as_text(value: Any) -> str:
    """Return a text."""
    if not isinstance(value, str):
        raise TypeError
    return value


def as_flag(value: Any) -> bool:
    """Return true or false."""
    if not isinstance(value, bool):
        raise TypeError
    return value


def as_moment(value: Any) -> datetime:
    """Return a date and time in ISO 8601 that tells its offset from UTC."""
    moment = datetime.fromisoformat(as_text(value))
    if moment.tzinfo is None:
        raise ValueError
    return moment


def integer(lowest: int, highest: int) -> Callable[[Any], int]:
    """Return a reader of whole numbers from `lowest` to `highest`."""

    def read_integer(value: Any) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not lowest <= value <= highest:
            raise ValueError
        return value

    return read_integer


def number(lowest: float, highest: float) -> Callable[[Any], float]:
    """Return a reader of finite numbers from `lowest` to `highest`."""

    def read_number(value: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise TypeError
        if not lowest <= value <= highest:
            raise ValueError
        return float(value)

    return read_number


def choice(choices: tuple[str, ...]) -> Callable[[Any], str]:
    """Return a reader of one of several texts."""

    def read_choice(value: Any) -> str:
        if as_text(value) not in choices:
            raise ValueError
        return str(value)

    return read_choice


def optional(read: Reader) -> Reader:
    """Return a reader that lets None through and leaves the rest to `read`."""
    return lambda value: None if value is None else read(value)
