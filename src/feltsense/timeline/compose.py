"""Lay a version out in time: every phrase, silence, breath and bell at its frame."""

from dataclasses import replace

from feltsense.errors import TimelineError
from feltsense.script.model import Exercise
from feltsense.timeline.composition import Composition
from feltsense.timeline.expand import MAX_HOURS, ExpandedVersion, SectionStart, TooLongError, expand
from feltsense.timeline.lengths import length_error, possible_lengths
from feltsense.timeline.measure import Gap, MeasuredPhrase, MeasuredSilence, MeasuredVersion, Measures, Part, measure
from feltsense.timeline.model import SoundEvent, Timeline
from feltsense.timeline.section_lengths import section_rooms, section_targets, starts_of_sections
from feltsense.timeline.utterances import breath_words_of
from feltsense.units import frames_of_minutes
from feltsense.voice.port import SpeechInfo, Utterance

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
    _expect_something_to_hear(measured)
    spoken = {part.utterance: part.spoken for part in measured.parts if isinstance(part, MeasuredPhrase)}
    known = replace(measures, speech=spoken.__getitem__)
    wanted = None if minutes is None else frames_of_minutes(minutes)
    if wanted is None:
        _refuse_too_long(exercise.slug, measured)
    elif not measured.shortest <= wanted <= measured.longest:
        raise length_error(exercise.slug, wanted, possible_lengths(exercise, measures))
    timeline = Composition(measured, known).finish()
    if wanted not in (None, timeline.length) or not _keeps_wishes(timeline, measured, wanted):
        # phrases came out very much as nobody expected
        return Composition(measured, known, causal=False).finish()
    return timeline


def begin_layout(version: ExpandedVersion, measures: Measures) -> Composition:
    """Return the layout of a version, nothing of it laid out yet.

    Only the words of its breaths are measured, and the `first` phrases that `measures` asks for.

    Raises:
        TimelineError: nothing to hear, or a breath word that does not fit its phase.
    """
    words = {word for word, _ in breath_words_of(version.exercise.front, version.steps)}

    def expected(utterance: Utterance) -> SpeechInfo:
        return measures.speech(utterance) if utterance in words else measures.expected(utterance)

    estimated = measure(version, replace(measures, speech=expected))
    _expect_something_to_hear(estimated)
    if version.minutes is None:
        _refuse_too_long(version.exercise.slug, estimated)
    return Composition(estimated, measures)


def _keeps_wishes(timeline: Timeline, measured: MeasuredVersion, wanted: int | None) -> bool:
    """Tell whether each section lasts its wish, if it can; True where the asked length leaves none its wish."""
    if not measured.version.has_wishes:
        return True
    rooms = section_rooms(measured.parts)
    wished = [room.wished for room in rooms]
    if section_targets(rooms, wanted) != wished:
        return True
    lengths = [end - chapter.start for chapter, end in zip(timeline.chapters, timeline.chapter_ends, strict=True)]
    if wanted is None:
        return all(wish in (None, length) for wish, length in zip(wished, lengths, strict=True))
    return all(wish is None or room.keeps(length) for room, wish, length in zip(rooms, wished, lengths, strict=True))


def _expect_something_to_hear(measured: MeasuredVersion) -> None:
    if all(map(_is_silent, measured.parts)):
        raise TimelineError(
            f"There is nothing to hear in “{measured.version.exercise.slug}”.",
            "Write a sentence below the front matter.",
        )


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
    if not measured.version.has_wishes:
        return
    total = 0
    for start, room in zip(starts_of_sections(measured.parts), section_rooms(measured.parts), strict=True):
        total += room.natural if room.wished is None else room.wished
        if total > _MAX_FRAMES:
            raise TooLongError(slug, start.span.line)
