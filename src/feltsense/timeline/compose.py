"""Lay a version out in time: every phrase, silence, breath and bell at its frame."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from feltsense.errors import TimelineError
from feltsense.script.model import Exercise
from feltsense.timeline.expand import MAX_HOURS, SectionStart, TooLongError, expand
from feltsense.timeline.fit import fit
from feltsense.timeline.lengths import length_error, possible_lengths
from feltsense.timeline.measure import Gap, MeasuredPhrase, MeasuredSilence, MeasuredVersion, Measures, Part, measure
from feltsense.timeline.model import Chapter, Overlay, SilenceEvent, SoundEvent, SpeechEvent, Tile, Timeline
from feltsense.units import Frames, frames_of_minutes

_MAX_FRAMES = frames_of_minutes(MAX_HOURS * 60)


def compose(exercise: Exercise, minutes: float | None, measures: Measures) -> Timeline:
    """Return the timeline of `exercise` in the asked length.

    Args:
        exercise: parsed without errors.
        minutes: None for the first length that the script offers, else its natural one.
        measures: how long speech and sound files last.

    Raises:
        TimelineError: nothing to hear, a breath word that does not fit its phase, or a length that cannot be met.
    """
    return lay_out(measure(expand(exercise, minutes), measures), measures)


def lay_out(measured: MeasuredVersion, measures: Measures) -> Timeline:
    """Return the timeline of a version in its length.

    Args:
        measured: the version.
        measures: what it was measured with, to name the lengths that are possible where its own is not.

    Raises:
        TimelineError: as `compose` does.
    """
    exercise, minutes = measured.version.exercise, measured.version.minutes
    if all(map(_is_silent, measured.parts)):
        raise TimelineError(
            f"There is nothing to hear in “{exercise.slug}”.", "Write a sentence below the front matter."
        )
    if minutes is None:
        _refuse_too_long(exercise.slug, measured)
        return _laid_out(exercise, measured, [elastic.base for elastic in measured.elastics])
    wanted = frames_of_minutes(minutes)
    if not measured.shortest <= wanted <= measured.longest:
        raise length_error(exercise.slug, wanted, possible_lengths(exercise, measures))
    return _laid_out(exercise, measured, fit(measured.elastics, wanted - measured.fixed))


def _is_silent(part: Part) -> bool:
    if isinstance(part, SoundEvent):
        return part.name is None
    return isinstance(part, Gap | MeasuredSilence | SectionStart)


def _refuse_too_long(slug: str, measured: MeasuredVersion) -> None:
    """Raise `TooLongError` where the natural length is too long; sound files count here with what they really last."""
    total = 0
    for part in measured.parts:
        match part:
            case MeasuredPhrase():
                total += part.spoken.length
            case Gap():
                total += part.length
            case MeasuredSilence():
                total += part.elastic.base
            case _:
                continue
        if total > _MAX_FRAMES:
            raise TooLongError(slug, part.line)


@dataclass(slots=True)
class _Layout:
    """Events as they are placed one behind the other."""

    cursor: int = 0
    tiles: list[Tile] = field(default_factory=list)
    overlays: list[Overlay] = field(default_factory=list)
    chapters: list[Chapter] = field(default_factory=list)

    def add_phrase(self, phrase: MeasuredPhrase) -> None:
        start, spoken = Frames(self.cursor), phrase.spoken
        event = SpeechEvent(start, spoken.length, phrase.utterance, phrase.utterance.text, spoken.words, phrase.line)
        self.tiles.append(event)
        self.cursor += spoken.length

    def add_silence(self, length: Frames, line: int, *, elastic: bool) -> None:
        if length:
            self.tiles.append(SilenceEvent(Frames(self.cursor), length, elastic, line))
            self.cursor += length

    def add_overlay(self, overlay: Overlay) -> None:
        self.overlays.append(replace(overlay, start=Frames(self.cursor + overlay.start)))

    def open_chapter(self, title: str) -> None:
        start = self.cursor if self.chapters else 0  # the head belongs to the first chapter
        self.chapters.append(Chapter(title, Frames(start)))


def _laid_out(exercise: Exercise, version: MeasuredVersion, silences: Sequence[Frames]) -> Timeline:
    layout, lengths = _Layout(), iter(silences)
    for part in version.parts:
        match part:
            case MeasuredPhrase():
                layout.add_phrase(part)
            case Gap():
                layout.add_silence(part.length, part.line, elastic=False)
            case MeasuredSilence():
                layout.add_silence(next(lengths), part.line, elastic=True)
            case SectionStart():
                layout.open_chapter(part.title)
            case _:
                layout.add_overlay(part)
    return Timeline(
        exercise.slug,
        exercise.sha256,
        exercise.front.voice,
        Frames(layout.cursor),
        tuple(layout.chapters),
        tuple(layout.tiles),
        tuple(sorted(layout.overlays, key=lambda overlay: overlay.start)),
    )
