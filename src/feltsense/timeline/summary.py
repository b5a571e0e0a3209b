"""A timeline in figures: how long, how much of it is speech, how fast, how quiet."""

from collections.abc import Sequence
from dataclasses import dataclass

from feltsense.timeline.model import SilenceEvent, SpeechEvent, Tile, Timeline
from feltsense.units import SAMPLE_RATE, Frames


@dataclass(frozen=True, slots=True)
class SectionSummary:
    """One chapter."""

    title: str
    start: Frames
    length: Frames


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
    sections: tuple[SectionSummary, ...]

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


def summary(timeline: Timeline) -> Summary:
    """Return the figures of a timeline. Breath phases led by a tone count as silence."""
    speech = [tile for tile in timeline.tiles if isinstance(tile, SpeechEvent)]
    spoken = sum(tile.length for tile in speech)
    longest, line = longest_silence(timeline, timeline.tiles)
    return Summary(
        length=timeline.length,
        speech=Frames(spoken),
        silence=Frames(timeline.length - spoken),
        words=sum(len(tile.text.split()) for tile in speech),
        longest_silence=longest,
        longest_silence_line=line,
        sections=_sections(timeline),
    )


def longest_silence(timeline: Timeline, tiles: Sequence[Tile]) -> tuple[Frames, int]:
    """Return the longest run of silences in `tiles`, breath aside, and its line. Head and tail do not count."""
    breaths = [(event.start, event.start + event.length) for event in timeline.overlays if event.length]
    best = run = line = best_line = 0
    for tile in tiles:
        led = any(start <= tile.start < end for start, end in breaths)
        if not isinstance(tile, SilenceEvent) or led or tile.line == 0:
            run = 0
            continue
        line = line if run else tile.line
        run += tile.length
        if run > best:
            best, best_line = run, line
    return Frames(best), best_line


def _sections(timeline: Timeline) -> tuple[SectionSummary, ...]:
    ends = [*(chapter.start for chapter in timeline.chapters[1:]), timeline.length]
    return tuple(
        SectionSummary(chapter.title, chapter.start, Frames(end - chapter.start))
        for chapter, end in zip(timeline.chapters, ends, strict=True)
    )
