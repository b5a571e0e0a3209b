"""Lay a version out in time: every phrase, silence, breath and bell at its frame."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from feltsense.errors import TimelineError
from feltsense.script.model import Exercise
from feltsense.timeline.expand import SectionStart, default_minutes
from feltsense.timeline.fit import fit
from feltsense.timeline.lengths import possible, refusal
from feltsense.timeline.measure import Gap, MeasuredPhrase, MeasuredSilence, MeasuredVersion, Measures, draft
from feltsense.timeline.model import Chapter, Overlay, SilenceEvent, SpeechEvent, Tile, Timeline
from feltsense.units import Frames, frames_of_minutes


def compose(exercise: Exercise, minutes: float | None, measures: Measures) -> Timeline:
    """Return the timeline of `exercise` in the asked length.

    Args:
        exercise: parsed without errors.
        minutes: None for the first length that the script offers, else its natural one.
        measures: how long speech and sound files last.

    Raises:
        TimelineError: nothing to hear, a breath word that does not fit its phase, or a length that cannot be met.
    """
    asked = default_minutes(exercise, minutes)
    version = draft(exercise, asked, measures)
    if all(isinstance(part, Gap | MeasuredSilence | SectionStart) for part in version.parts):
        raise TimelineError(
            f"There is nothing to hear in “{exercise.slug}”.", "Write a sentence below the front matter."
        )
    if asked is None:
        return _laid_out(exercise, version, [elastic.base for elastic in version.elastics])
    wanted = frames_of_minutes(asked)
    if not version.shortest <= wanted <= version.longest:
        raise refusal(exercise.slug, wanted, possible(exercise, measures))
    return _laid_out(exercise, version, fit(version.elastics, wanted - version.fixed))


@dataclass(slots=True)
class _Layout:
    """Events as they are placed one behind the other."""

    cursor: int = 0
    tiles: list[Tile] = field(default_factory=list)
    overlays: list[Overlay] = field(default_factory=list)
    chapters: list[Chapter] = field(default_factory=list)

    def say(self, said: MeasuredPhrase) -> None:
        start, spoken = Frames(self.cursor), said.spoken
        event = SpeechEvent(start, spoken.length, said.utterance, said.utterance.text, spoken.words, said.line)
        self.tiles.append(event)
        self.cursor += spoken.length

    def rest(self, length: Frames, line: int, *, elastic: bool) -> None:
        if length:
            self.tiles.append(SilenceEvent(Frames(self.cursor), length, elastic, line))
            self.cursor += length

    def lay_over(self, overlay: Overlay) -> None:
        self.overlays.append(replace(overlay, start=Frames(self.cursor + overlay.start)))

    def open_chapter(self, title: str) -> None:
        start = self.cursor if self.chapters else 0  # the head belongs to the first chapter
        self.chapters.append(Chapter(title, Frames(start)))


def _laid_out(exercise: Exercise, version: MeasuredVersion, silences: Sequence[Frames]) -> Timeline:
    layout, lengths = _Layout(), iter(silences)
    for part in version.parts:
        match part:
            case MeasuredPhrase():
                layout.say(part)
            case Gap():
                layout.rest(part.length, part.line, elastic=False)
            case MeasuredSilence():
                layout.rest(next(lengths), part.line, elastic=True)
            case SectionStart():
                layout.open_chapter(part.title)
            case _:
                layout.lay_over(part)
    return Timeline(
        exercise.slug,
        exercise.sha256,
        exercise.front.voice,
        Frames(layout.cursor),
        tuple(layout.chapters),
        tuple(layout.tiles),
        tuple(sorted(layout.overlays, key=lambda overlay: overlay.start)),
    )
