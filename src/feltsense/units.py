"""Units of time as types: a whole number of frames is the only time that sound is cut at."""

from typing import NewType

Frames = NewType("Frames", int)
"""Sample frames at `SAMPLE_RATE`."""

Ms = NewType("Ms", int)
"""Milliseconds."""

Wpm = NewType("Wpm", int)
"""Words per minute inside phrases."""

SAMPLE_RATE = 44_100
"""Frames per second of everything that is composed, mixed and written."""

MOST_MINUTES = 180
"""No exercise lasts longer."""


def frames(ms: int) -> Frames:
    """Return the frames nearest to `ms` milliseconds."""
    return Frames((ms * SAMPLE_RATE + 500) // 1000)


def frames_of_minutes(minutes: float) -> Frames:
    """Return the frames nearest to `minutes`, which may be a fraction such as 1.5."""
    return Frames(round(minutes * 60 * SAMPLE_RATE))


def milliseconds(length: int) -> Ms:
    """Return the milliseconds nearest to `length` frames."""
    return Ms((length * 1000 + SAMPLE_RATE // 2) // SAMPLE_RATE)


def clock(length: int) -> str:
    """Return frames as minutes and seconds, `4:10`; whole seconds, rounded to the nearest."""
    return clock_of_seconds((length + SAMPLE_RATE // 2) // SAMPLE_RATE)


def clock_of_ms(length: int) -> str:
    """Return milliseconds as minutes and seconds, `4:10`; whole seconds, rounded to the nearest."""
    return clock_of_seconds((length + 500) // 1000)


def clock_of_seconds(length: int) -> str:
    """Return seconds as minutes and seconds, `4:10`."""
    minutes, seconds = divmod(length, 60)
    return f"{minutes}:{seconds:02d}"


def seconds_in_words(length: int) -> str:
    """Return frames as `24 seconds`, rounded to the nearest, at least one."""
    seconds = max(1, round(length / SAMPLE_RATE))
    return "1 second" if seconds == 1 else f"{seconds} seconds"
