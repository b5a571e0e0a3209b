"""A version section by section: what is said in it, what is quiet, and how far its silences can stretch."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from feltsense.script.model import Exercise
from feltsense.timeline.compose import compose
from feltsense.timeline.expand import SectionStart, default_minutes
from feltsense.timeline.lengths import Range, possible
from feltsense.timeline.measure import Gap, MeasuredPhrase, MeasuredSilence, MeasuredVersion, Measures, Part, draft
from feltsense.timeline.model import SilenceEvent, SpeechEvent, Timeline
from feltsense.timeline.summary import Summary, longest_silence, summary
from feltsense.units import SAMPLE_RATE, Frames


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
    ranges: tuple[Range, ...]


def overview(exercise: Exercise, minutes: float | None, measures: Measures) -> Overview:
    """Return the version of `exercise` in the asked length, section by section.

    Args:
        exercise: parsed without errors.
        minutes: None for the first length that the script offers, else its natural one.
        measures: how long speech and sound files last.

    Raises:
        TimelineError: as `compose` does.
    """
    timeline = compose(exercise, minutes, measures)
    version = draft(exercise, default_minutes(exercise, minutes), measures)
    silences = [tile for tile in timeline.tiles if isinstance(tile, SilenceEvent)]
    return Overview(
        timeline,
        summary(timeline),
        tuple(_sections(timeline, version)),
        Frames(version.shortest),
        Frames(version.longest),
        Frames(sum(tile.length for tile in silences if not tile.elastic)),
        Frames(sum(tile.length for tile in silences if tile.elastic)),
        Frames(sum(elastic.base for elastic in version.elastics)),
        possible(exercise, measures),
    )


def _sections(timeline: Timeline, version: MeasuredVersion) -> Iterator[SectionOverview]:
    ends = [*(chapter.start for chapter in timeline.chapters[1:]), timeline.length]
    for chapter, end, (start, parts) in zip(timeline.chapters, ends, _by_section(version.parts), strict=True):
        inside = [tile for tile in timeline.tiles if chapter.start <= tile.start < end]
        quiet, line = longest_silence(timeline, inside)
        speech = [tile for tile in inside if isinstance(tile, SpeechEvent)]
        yield SectionOverview(
            chapter.title,
            start.span.line,
            chapter.start,
            Frames(end - chapter.start),
            Frames(sum(tile.length for tile in speech)),
            sum(len(tile.text.split()) for tile in speech),
            quiet,
            line,
            *_room(parts),
        )


def _by_section(parts: Sequence[Part]) -> list[tuple[SectionStart, list[Part]]]:
    """Return the parts behind each section's start; what stands before the first belongs to it."""
    before: list[Part] = []
    found: list[tuple[SectionStart, list[Part]]] = []
    for part in parts:
        if isinstance(part, SectionStart):
            found.append((part, before if not found else []))
        else:
            (found[-1][1] if found else before).append(part)
    return found


def _room(parts: Sequence[Part]) -> tuple[Frames, Frames]:
    """Return the shortest and the longest that `parts` can last."""
    said = sum(part.spoken.length for part in parts if isinstance(part, MeasuredPhrase))
    fixed = said + sum(part.length for part in parts if isinstance(part, Gap))
    elastics = [part.elastic for part in parts if isinstance(part, MeasuredSilence)]
    return Frames(fixed + sum(e.floor for e in elastics)), Frames(fixed + sum(e.ceiling for e in elastics))
