"""How long a script can last, over all its versions."""

from collections.abc import Iterator

from feltsense.errors import TimelineError
from feltsense.script.builder import MAX_EDGES
from feltsense.script.model import Exercise, Version
from feltsense.timeline.expand import TooLongError, expand
from feltsense.timeline.measure import Measures, measure
from feltsense.units import SAMPLE_RATE, clock, clock_of_seconds, frames_of_minutes

LengthRange = tuple[int, int]
"""Shortest and longest length in frames, both possible."""

_NEVER = 10**12
"""Above any length: about 260 days in frames."""


def possible_lengths(exercise: Exercise, measures: Measures) -> tuple[LengthRange, ...]:
    """Return the ranges of lengths that can be met, in order, neighbours joined."""
    ranges: list[LengthRange] = []
    for minutes, first, last in _versions(exercise):
        try:
            version = measure(expand(exercise, minutes), measures)
        except TooLongError:
            continue
        low, high = max(first, version.shortest), min(last, version.longest)
        if low > high:
            continue
        if ranges and low <= ranges[-1][1] + 1:
            ranges[-1] = (ranges[-1][0], max(high, ranges[-1][1]))
        else:
            ranges.append((low, high))
    return tuple(ranges)


class LengthError(TimelineError):
    """A length that cannot be met."""

    def __init__(self, message: str, hint: str, nearest_minutes: float | None = None) -> None:
        super().__init__(message, hint)
        self.nearest_minutes = nearest_minutes
        """The possible length that is nearest to it; None when there is none."""


def length_error(slug: str, wanted: int, ranges: tuple[LengthRange, ...]) -> LengthError:
    """Return the error that names what is possible instead of `wanted` frames."""
    edges = [edge for each in ranges for edge in each if edge < _NEVER]
    nearest = min(edges, key=lambda edge: abs(edge - wanted), default=None)
    minutes = None if nearest is None else nearest / SAMPLE_RATE / 60
    asked = clock(wanted)
    message = f"“{slug}” cannot last exactly {asked}."
    whole = [(-(-low // SAMPLE_RATE), high // SAMPLE_RATE) for low, high in ranges]
    named = [f"from {clock_of_seconds(low)} to {clock_of_seconds(high)}" for low, high in whole if low <= high]
    if not named:
        return LengthError(message, "Let some of its pauses stretch: [pause about 20s].", minutes)
    possibly = ", or ".join(named)
    return LengthError(f"{message} This script can last {possibly}.", "Ask for a length within that.", minutes)


def _versions(exercise: Exercise) -> Iterator[tuple[float, int, int]]:
    """Yield a length in minutes for each version of the script, and the first and last frame count it serves."""
    edges = sorted(set(_edges(exercise)))[:MAX_EDGES]  # one with more has an error
    below = 0
    for number, edge in enumerate(edges):
        at = frames_of_minutes(edge)
        previous = edges[number - 1] if number else 0.0
        yield (previous + edge) / 2, below, at - 1
        yield edge, at, at
        below = at + 1
    yield (edges[-1] + 1.0 if edges else 0.0), below, _NEVER


def _edges(exercise: Exercise) -> Iterator[float]:
    """Yield the minutes at which blocks come or go."""
    for node in exercise.walk():
        if isinstance(node, Version):
            yield from (edge for edge in (node.at_least, node.at_most) if edge is not None)
