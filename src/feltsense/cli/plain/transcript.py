"""A timeline as lines to be read: each with the frame at which it is said."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from feltsense.cli.wrapping import wrap_text
from feltsense.mix.soundscapes.registry import background_words
from feltsense.timeline.model import (
    BellEvent,
    BreathEvent,
    Event,
    SilenceEvent,
    SoundEvent,
    SpeechEvent,
    Tile,
    Timeline,
)
from feltsense.units import SAMPLE_RATE, Frames, seconds_in_words

_WORTH_TELLING = 4 * SAMPLE_RATE
"""Silences shorter than this are heard as the end of a sentence."""


@dataclass(frozen=True, slots=True)
class Line:
    """What is said at a frame."""

    start: Frames
    text: str


class Transcript:
    """The lines of a timeline, told as playing goes on."""

    def __init__(self, timeline: Timeline) -> None:
        self._told = 0
        self._last = 0
        self._take(timeline)

    def follow(self, timeline: Timeline) -> None:
        """Go on with what is now known of the same timeline; what was told already is where it was."""
        if timeline is not self._timeline:
            self._take(timeline)

    def _take(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self.lines = tuple(sorted(_lines(timeline), key=lambda line: line.start))
        self._starts = [line.start for line in self.lines]

    def until(self, position: int) -> tuple[str, ...]:
        """Return the lines since the last call, up to `position`. Going back tells again what is heard again."""
        if position < self._last:
            self._told = bisect_left(self._starts, position)
        self._last = position
        begin, self._told = self._told, bisect_right(self._starts, position)
        return tuple(line.text for line in self.lines[begin : self._told])

    def skipped_to(self, position: int) -> None:
        """Leave out what was not heard because somebody went on to `position`."""
        self._told = bisect_left(self._starts, position)
        self._last = position


def _lines(timeline: Timeline) -> Iterator[Line]:
    if len(timeline.chapters) > 1:
        for number, chapter in enumerate(timeline.chapters):
            yield Line(chapter.start, f"{chr(10) if number else ''}Part {number + 1}: {chapter.title}")
    for event in (*timeline.overlays, *_whole_silences(_outside_breaths(timeline))):
        yield from _told(event, alone=timeline.rest == 0)


def _outside_breaths(timeline: Timeline) -> Iterator[Tile]:
    """Yield the tiles that no breath lies over: a breath is told by its phases, not by their words."""
    breaths = [event for event in timeline.overlays if isinstance(event, BreathEvent)]
    begins = [event.start for event in breaths]
    for tile in timeline.tiles:
        over = bisect_right(begins, tile.start) - 1
        if over < 0 or tile.start >= breaths[over].start + breaths[over].length:
            yield tile


def _whole_silences(tiles: Iterable[Tile]) -> Iterator[Tile]:
    """Yield the tiles with silences that follow each other as one. Head and tail are left out."""
    waiting: SilenceEvent | None = None
    for tile in tiles:
        if isinstance(tile, SilenceEvent) and not tile.line:
            continue
        if isinstance(tile, SilenceEvent) and waiting is not None and waiting.start + waiting.length == tile.start:
            waiting = replace(waiting, length=Frames(waiting.length + tile.length))
            continue
        if waiting is not None:
            yield waiting
        waiting = tile if isinstance(tile, SilenceEvent) else None
        if waiting is None:
            yield tile
    if waiting is not None:
        yield waiting


def _told(event: Event, *, alone: bool) -> Iterator[Line]:
    """Yield how an event is told. The background that an exercise begins with is not, one by itself (`alone`) is."""
    match event:
        case SpeechEvent():
            yield Line(event.start, wrap_text(event.text))
        case SilenceEvent() if event.length >= _WORTH_TELLING:
            yield Line(event.start, f"(quiet, {seconds_in_words(event.length)})")
        case BreathEvent():
            around = f", round {event.round} of {event.rounds}" if event.phase == "in" else ""
            yield Line(event.start, f"(breath {event.phase}, {seconds_in_words(event.length)}{around})")
        case BellEvent():
            yield Line(event.start, "(a low bell)" if event.low else "(a bell)")
        case SoundEvent() if event.start or alone or not event.soundscape:
            yield Line(
                event.start, f"(background: {background_words(event.name)})" if event.soundscape else f"({event.name})"
            )
        case _:
            return
