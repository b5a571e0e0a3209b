"""A version in figures, as a whole and section by section: speech, silence, pace, and how far it can stretch."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from feltsense.script.model import Exercise, WishedLength
from feltsense.timeline.compose import lay_out
from feltsense.timeline.expand import expand
from feltsense.timeline.lengths import LengthRange, possible_lengths
from feltsense.timeline.measure import MeasuredVersion, Measures, measure
from feltsense.timeline.model import SilenceEvent, SpeechEvent, Tile, Timeline
from feltsense.timeline.section_lengths import possible_section_lengths, section_rooms, starts_of_sections, wish_clock
from feltsense.units import SAMPLE_RATE, Frames


@dataclass(frozen=True, slots=True)
class Summary:
    """What a therapist looks at to see whether an exercise is well paced."""

    length: Frames
    speech: Frames
    silence: Frames
    words: int
    longest_silence: Frames
    longest_silence_line: int
    """The source line where the longest silence begins."""

    @property
    def pace(self) -> float:
        """Words per minute inside phrases."""
        return self.words * 60 * SAMPLE_RATE / self.speech if self.speech else 0.0

    @property
    def words_per_minute(self) -> float:
        """Words per minute of the whole."""
        return self.words * 60 * SAMPLE_RATE / self.length if self.length else 0.0

    @property
    def silence_share(self) -> float:
        """From 0 to 1."""
        return self.silence / self.length if self.length else 0.0


@dataclass(frozen=True, slots=True)
class SectionOverview:
    """One chapter of a version, in frames."""

    title: str
    line: int
    """Of its heading; 1 for an opening without one."""
    start: Frames
    length: Frames
    speech: Frames
    words: int
    longest_silence: Frames
    longest_silence_line: int
    shortest: Frames
    """With each of its silences at its floor."""
    longest: Frames
    wish: WishedLength | None = None
    """How long it should last by its heading."""
    is_wish_unmet: bool = False
    """Whether it cannot last so long by itself."""

    @property
    def wish_note(self) -> str:
        """What stands behind its length where it has a wish: ` (wished 2:00)`; empty without one."""
        return f" (wished {wish_clock(self.wish)})" if self.wish else ""

    @property
    def room(self) -> str:
        """What a section whose wish cannot be met could last, in a sentence."""
        return possible_section_lengths(self.shortest, self.longest)

    @property
    def words_per_minute(self) -> float:
        """Words per minute of the whole section."""
        return self.words * 60 * SAMPLE_RATE / self.length if self.length else 0.0


@dataclass(frozen=True, slots=True)
class Overview:
    """A version laid out, and how far it could go."""

    timeline: Timeline
    figures: Summary
    sections: tuple[SectionOverview, ...]
    shortest: Frames
    longest: Frames
    """Of this version; `ranges` has those of all."""
    exact: Frames
    """Silence that does not stretch, the time of breaths and files included."""
    elastic: Frames
    """Silence that does, at the length it has here."""
    written: Frames
    """The same silence at the length that is written, or comes by itself."""
    ranges: tuple[LengthRange, ...]


def overview(exercise: Exercise, minutes: float | None, measures: Measures) -> Overview:
    """Return the version of `exercise` in the asked length, section by section.

    Args:
        exercise: parsed without errors.
        minutes: None for the first length that the script offers, else its natural one.
        measures: how long speech and sound files last.

    Raises:
        TimelineError: as `compose` does.
    """
    version = measure(expand(exercise, minutes), measures)
    timeline = lay_out(version, measures)
    silences = [tile for tile in timeline.tiles if isinstance(tile, SilenceEvent)]
    return Overview(
        timeline,
        summarize(timeline),
        tuple(_sections(timeline, version)),
        Frames(version.shortest),
        Frames(version.longest),
        Frames(sum(tile.length for tile in silences if not tile.elastic)),
        Frames(sum(tile.length for tile in silences if tile.elastic)),
        Frames(sum(elastic.base for elastic in version.elastics)),
        possible_lengths(exercise, measures),
    )


def summarize(timeline: Timeline) -> Summary:
    """Return the figures of a timeline. Breath phases led by a tone count as silence."""
    speech = [tile for tile in timeline.tiles if isinstance(tile, SpeechEvent)]
    spoken = sum(tile.length for tile in speech)
    longest, line = _longest(_silent_tiles(timeline))
    return Summary(
        length=timeline.length,
        speech=Frames(spoken),
        silence=Frames(timeline.length - spoken),
        words=sum(len(tile.text.split()) for tile in speech),
        longest_silence=longest,
        longest_silence_line=line,
    )


_Counted = tuple[Tile, bool]
"""A tile, and whether it counts as silence."""


def _silent_tiles(timeline: Timeline) -> Iterator[_Counted]:
    """Yield each tile, and whether it counts as silence: not under a breath or a sound file, not the head or tail."""
    lasting = iter([event for event in timeline.overlays if event.length])
    following = next(lasting, None)
    until = 0
    for tile in timeline.tiles:
        while following is not None and following.start <= tile.start:
            until = max(until, following.start + following.length)
            following = next(lasting, None)
        yield tile, isinstance(tile, SilenceEvent) and tile.line > 0 and tile.start >= until


def _longest(tiles: Iterable[_Counted]) -> tuple[Frames, int]:
    """Return the longest run of silent tiles, and the line where it begins; 0 and 0 without any."""
    best = run = line = best_line = 0
    for tile, silent in tiles:
        if not silent:
            run = 0
            continue
        line = line if run else tile.line
        run += tile.length
        if run > best:
            best, best_line = run, line
    return Frames(best), best_line


def _sections(timeline: Timeline, version: MeasuredVersion) -> Iterator[SectionOverview]:
    tiles = list(_silent_tiles(timeline))
    starts = [tile.start for tile, _ in tiles]
    ends = timeline.chapter_ends
    rooms = section_rooms(version.parts)
    for chapter, end, start, room in zip(
        timeline.chapters, ends, starts_of_sections(version.parts), rooms, strict=True
    ):
        inside = tiles[bisect_left(starts, chapter.start) : bisect_left(starts, end)]
        quiet, line = _longest(inside)
        speech = [tile for tile, _ in inside if isinstance(tile, SpeechEvent)]
        yield SectionOverview(
            chapter.title,
            start.span.line,
            chapter.start,
            Frames(end - chapter.start),
            Frames(sum(tile.length for tile in speech)),
            sum(len(tile.text.split()) for tile in speech),
            quiet,
            line,
            Frames(room.shortest),
            Frames(room.longest),
            room.wish,
            room.is_unmet,
        )
