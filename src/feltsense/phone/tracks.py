"""Renders the exercises of a folder, each as an MP3 with its captions and its words beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from feltsense.phone.chosen import ChosenExercise
from feltsense.phone.model import PhoneProgress, PhoneRequest, PhoneStep, PhoneTrack
from feltsense.phone.page_data import PageTrack
from feltsense.practice.rescue import first_that_works, nearest_length
from feltsense.render.cache import RenderCache, open_render_cache
from feltsense.render.job import Progress, Rendered, RenderJob, RenderPhase, render
from feltsense.render.metadata import NO_CHOICES, TagChoices, TrackNumber
from feltsense.render.targets import render_target
from feltsense.script.added_words import part_name
from feltsense.script.model import Exercise
from feltsense.script.options import VersionOptions
from feltsense.units import Ms, clock, clock_of_ms, frames, milliseconds
from feltsense.voice.choosing import choice_note, reading_voices, with_voice
from feltsense.voice.synthesiser import VoicePool

AUDIO = "audio"
"""The folder of the audio, within the whole."""

_STANDS_BESIDE = (".mp3", ".vtt", ".lrc", ".txt")
"""What of a render belongs into the folder: the timeline is in the page, and it names the exercise."""


@dataclass(frozen=True, slots=True)
class MadeTrack:
    """An exercise that was rendered."""

    page: PageTrack
    track: PhoneTrack
    notes: tuple[str, ...]


class TrackMaker:
    """Renders one exercise after the other into `folder`, which is empty and stays where it is meanwhile."""

    def __init__(self, request: PhoneRequest, folder: Path, speakers: VoicePool, progress: PhoneProgress) -> None:
        self._request = request
        self._folder = folder
        self._speakers = speakers
        self._progress = progress
        self._cache: RenderCache = open_render_cache(request.workspace)
        self._taken: list[Path] = []

    def made(self, chosen: Sequence[ChosenExercise]) -> Iterator[MadeTrack]:
        """Render all of `chosen`, in order.

        Raises:
            FeltsenseError: as `render` does.
        """
        for number, each in enumerate(chosen, 1):
            told = partial(self._tell, each.exercise.slug, number, len(chosen))
            if each.rescue:
                yield self._rescue(each, told)
            else:
                yield self._listed(each, told, self._tags(number, chosen))

    def _tell(self, name: str, number: int, count: int, phase: RenderPhase, done: int, total: int) -> None:
        self._progress(PhoneStep(name, number, count, phase, done, total))

    def _listed(self, chosen: ChosenExercise, progress: Progress, tags: TagChoices) -> MadeTrack:
        """Render an exercise in the length that was asked for; else in its own, or as nearly as the voice can."""
        if chosen.options.minutes is not None:
            return self._one(chosen, chosen.options, progress, tags)
        made = nearest_length(chosen.options, lambda options: self._one(chosen, options, progress, tags))
        length, asked = made.track.length, made.page.asked
        if asked is None or length == frames(asked):
            return made
        slug = chosen.exercise.slug
        note = f"{slug} lasts {clock(length)} instead of {clock_of_ms(asked)}, which this voice cannot keep."
        return replace(made, notes=(*made.notes, note))

    def _rescue(self, chosen: ChosenExercise, progress: Progress) -> MadeTrack:
        """Render a piece for “ground me now” in the first voice that works, as nearly in its own length as it can."""
        return first_that_works(
            reading_voices(chosen.exercise.front, chosen.options.voice),
            lambda voice: nearest_length(
                replace(chosen.options, voice=voice), lambda options: self._one(chosen, options, progress)
            ),
        )

    def _tags(self, number: int, chosen: Sequence[ChosenExercise]) -> TagChoices:
        if not self._request.album:
            return NO_CHOICES
        place = TrackNumber(number, sum(not each.rescue for each in chosen))
        return TagChoices(album=None if self._request.discreet else self._request.album, track=place)

    def _one(
        self, chosen: ChosenExercise, options: VersionOptions, progress: Progress, tags: TagChoices = NO_CHOICES
    ) -> MadeTrack:
        exercise = with_voice(chosen.exercise, options)
        target, form = render_target(exercise.slug, chosen.options.minutes, f"{self._folder}/", None, several=True)
        speaker = self._speakers.synthesiser(exercise.front.voice, exercise.front.language)
        job = RenderJob(
            exercise,
            options.minutes,
            target,
            form,
            chosen.script,
            discreet=self._request.discreet,
            taken=tuple(self._taken),
            cache=self._cache,
            tags=tags,
        )
        rendered = render(job, speaker, progress)
        self._taken.append(rendered.files[0])
        note = choice_note(chosen.exercise.front, options)
        notes = (f"{note} --voice names another.",) if note and not chosen.rescue else ()
        return self._finished(chosen, exercise, rendered, (*notes, *filter(None, [speaker.fallback_reason])))

    def _finished(
        self,
        chosen: ChosenExercise,
        exercise: Exercise,
        rendered: Rendered,
        notes: tuple[str, ...],
    ) -> MadeTrack:
        """Leave beside the audio what belongs there, and return all that is known of it."""
        audio, timeline = rendered.files[0], rendered.timeline
        for path in rendered.files:
            if not path.name.endswith(_STANDS_BESIDE):
                path.unlink()
        title = audio.stem if self._request.discreet else ""
        minutes = chosen.options.minutes or next(iter(exercise.front.minutes), None)
        asked = None if minutes is None else Ms(round(minutes * 60_000))
        page = PageTrack(exercise, timeline, asked, _name(audio), _name(audio, ".txt"), title, chosen.rescue)
        return MadeTrack(page, _track(page, audio), notes)


def _track(page: PageTrack, audio: Path) -> PhoneTrack:
    front, discreet = page.exercise.front, bool(page.title)
    chapters = enumerate(page.timeline.chapters, 1)
    return PhoneTrack(
        slug=page.slug,
        title=page.title or front.title,
        summary="" if discreet else front.summary,
        length=page.timeline.length,
        audio=page.audio,
        transcript=_name(audio, ".txt"),
        captions=_name(audio, ".vtt"),
        chapters=tuple(
            (part_name(number, front.language) if discreet else each.title, milliseconds(each.start))
            for number, each in chapters
        ),
        size=audio.stat().st_size,
        language=front.language,
        discreet=discreet,
    )


def _name(audio: Path, suffix: str = ".mp3") -> str:
    """Return a file's name within the whole folder."""
    return f"{AUDIO}/{audio.with_suffix(suffix).name}"
