"""Whether a script can last as long as its document says: its words at its pace, and what its silences can be."""

from collections.abc import Sequence

from feltsense.importing.document import HeadMatter
from feltsense.importing.front_matter import NO_WISH, WishedMinutes
from feltsense.script.automatic import AUTOMATIC_AFTER, AUTOMATIC_BEFORE_SECTION, AUTOMATIC_CEILING, AUTOMATIC_FLOOR
from feltsense.script.model import Breath, Exercise, Node, Phrase, Play, Repeat, Silence, Version
from feltsense.units import clock_of_seconds

_SLACK = 0.1
"""What an estimate of speech may be wrong by, as a part of it."""
_HEAD_AND_TAIL = 3700
"""Milliseconds before the first word and behind the last."""


def wished_minutes(exercise: Exercise, head: HeadMatter) -> WishedMinutes:
    """Return how long the whole should last by its own words, as far as its script plausibly can."""
    if not head.minutes:
        return NO_WISH
    low, high = _bounds(exercise)
    met = tuple(minutes for minutes in head.minutes if low <= minutes <= high)
    if met:
        return WishedMinutes(met)
    said = " ".join(head.length.split())
    possible = f"{_clock(low)} to {_clock(high)}"
    return WishedMinutes(why_not=f"It says “{said}”. That is not set as minutes: what stands here can last {possible}.")


def _bounds(exercise: Exercise) -> tuple[float, float]:
    """Return the least and the most minutes that a script can last, estimated."""
    between = AUTOMATIC_BEFORE_SECTION * len(exercise.sections)
    spoken, low, high = 0.0, between * AUTOMATIC_FLOOR, between * AUTOMATIC_CEILING
    for section in exercise.sections:
        words, floor, ceiling = _lengths(section.body)
        spoken, low, high = spoken + words * 60_000 / exercise.front.pace, low + floor, high + ceiling
    ends = _HEAD_AND_TAIL
    return (low + spoken * (1 - _SLACK) + ends) / 60_000, (high + spoken * (1 + _SLACK) + ends) / 60_000


def _lengths(body: Sequence[Node]) -> tuple[int, float, float]:
    """Return how many words are said, and the least and most milliseconds of all that is not said."""
    words, low, high = 0, 0.0, 0.0
    for node, after in zip(body, [*body[1:], None], strict=True):
        match node:
            case Phrase():
                words += len(node.text.split())
                silence = 0 if isinstance(after, Silence) else AUTOMATIC_AFTER.get(node.close, 0)
                low, high = low + silence * AUTOMATIC_FLOOR, high + silence * AUTOMATIC_CEILING
            case Silence():
                low, high = low + node.floor, high + node.ceiling
            case Breath():
                length = node.rounds * sum(phase.length for phase in node.phases)
                low, high = low + length, high + length
            case Play():
                low, high = low + (node.length or 0), high + (node.length or 0)
            case Repeat() | Version():
                inner = _lengths(node.body)
                times = node.times if isinstance(node, Repeat) else 1
                words, low, high = words + times * inner[0], low + times * inner[1], high + times * inner[2]
    return words, low, high


def _clock(minutes: float) -> str:
    return clock_of_seconds(round(minutes * 60))
