"""Seek targets in a timeline: the next and previous phrase and section, and some seconds on or back. Pure functions.

None means that there is nothing in that direction.
"""

from bisect import bisect_right

from feltsense.timeline.model import BreathEvent, SpeechEvent, Timeline
from feltsense.units import SAMPLE_RATE, Frames, frames

PREVIOUS_WINDOW = frames(1500)
"""Within so much of a start, “previous” means the one before it, not its start again."""


def phrase_starts(timeline: Timeline) -> tuple[Frames, ...]:
    """Return where phrases start, in order. A breathing is one phrase, however many words lead it."""
    breaths = [event for event in timeline.overlays if isinstance(event, BreathEvent)]
    spans = [(event.start, event.start + event.length) for event in breaths]
    begins = [begin for begin, _ in spans]

    def in_a_breath(at: int) -> bool:
        last = bisect_right(begins, at) - 1
        return last >= 0 and at < spans[last][1]

    said = [tile.start for tile in timeline.tiles if isinstance(tile, SpeechEvent) and not in_a_breath(tile.start)]
    led = [event.start for number, event in enumerate(breaths) if _begins_a_breathing(breaths, number)]
    return tuple(sorted({*said, *led}))


def _begins_a_breathing(breaths: list[BreathEvent], number: int) -> bool:
    before, this = breaths[number - 1] if number else None, breaths[number]
    return before is None or before.line != this.line or before.start + before.length != this.start


def next_phrase(timeline: Timeline, position: Frames) -> Frames | None:
    """Return the start of the first phrase after `position`."""
    return _next(phrase_starts(timeline), position)


def previous_phrase(timeline: Timeline, position: Frames) -> Frames | None:
    """Return the start of the phrase at `position`; near its start, of the one before."""
    return _previous(phrase_starts(timeline), position)


def section_starts(timeline: Timeline) -> tuple[Frames, ...]:
    """Return where sections start, in order."""
    return tuple(chapter.start for chapter in timeline.chapters)


def next_section(timeline: Timeline, position: Frames) -> Frames | None:
    """Return the start of the first section after `position`."""
    return _next(section_starts(timeline), position)


def previous_section(timeline: Timeline, position: Frames) -> Frames | None:
    """Return the start of the section at `position`; near its start, of the one before."""
    return _previous(section_starts(timeline), position)


def skip_seconds(timeline: Timeline, position: Frames, seconds: float) -> Frames:
    """Return the frame `seconds` later, or earlier, within the timeline."""
    return Frames(max(0, min(position + round(seconds * SAMPLE_RATE), timeline.length)))


def _next(starts: tuple[Frames, ...], position: Frames) -> Frames | None:
    after = bisect_right(starts, position)
    return starts[after] if after < len(starts) else None


def _previous(starts: tuple[Frames, ...], position: Frames) -> Frames | None:
    """Return the last start that is at least `PREVIOUS_WINDOW` back; the first of all from anywhere behind it."""
    before = bisect_right(starts, position - PREVIOUS_WINDOW) - 1
    if before >= 0:
        return starts[before]
    return starts[0] if starts and starts[0] <= position else None
