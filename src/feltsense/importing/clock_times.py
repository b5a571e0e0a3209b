"""Times on a clock, as they stand before words: 0:30, 1:02:03, 00:00:20,000."""

from dataclasses import dataclass

TIME = r"\d{1,3}:[0-5]\d(?::[0-5]\d)?(?:[.,]\d{1,3})?"
"""A pattern without groups: 0:30, 12:05, 1:02:03, 00:00:20,000."""


@dataclass(frozen=True, slots=True)
class TimeRange:
    """When something begins and, if that is known, ends; in milliseconds from the start."""

    start: int
    end: int | None = None


def milliseconds_at(time: str) -> int:
    """Return the milliseconds of a time that matches `TIME`."""
    clock, _, fraction = time.replace(",", ".").partition(".")
    seconds = 0
    for part in clock.split(":"):
        seconds = seconds * 60 + int(part)
    return seconds * 1000 + int(fraction.ljust(3, "0") or 0)
