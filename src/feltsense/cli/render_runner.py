"""Renders exercises for the command line, and tells how it went with each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from feltsense.cli.diagnostics import load_or_show
from feltsense.cli.output import echo, failure_record, show_error
from feltsense.cli.progress import ProgressBar
from feltsense.errors import FeltsenseError
from feltsense.library.catalogue import Found, find
from feltsense.render.audiobook import BookJob, BookPart, render_book
from feltsense.render.cache import open_render_cache
from feltsense.render.job import Rendered, RenderJob, render
from feltsense.render.metadata import NO_CHOICES, TagChoices, TrackNumber
from feltsense.render.targets import Format, book_target, is_file_name, render_target
from feltsense.script.language import reads_like, unnamed_language
from feltsense.script.model import Exercise, Parsed
from feltsense.script.options import VersionOptions
from feltsense.system.paths import Workspace
from feltsense.units import clock, milliseconds
from feltsense.voice.choosing import choice_note, with_voice
from feltsense.voice.synthesiser import Synthesiser, VoicePool


@dataclass(frozen=True, slots=True)
class RenderRequest:
    """What was asked for, the same for all exercises."""

    output: str | None = None
    minutes: float | None = None
    voice: str | None = None
    soundscape: str | None = None
    form: Format | None = None
    several: bool = False
    discreet: bool = False
    """Whether names and tags tell nothing of the exercise."""
    tags: TagChoices = NO_CHOICES
    """The same for all files, but for their numbers."""
    track_numbers: bool = False
    """Whether the files are numbered in the order in which they were asked for."""

    @property
    def options(self) -> VersionOptions:
        """What of it is about the sound."""
        return VersionOptions(self.minutes, self.voice, self.soundscape)

    def tags_of(self, number: int, of: int) -> TagChoices:
        """Return what goes into the tags of one file of several, from 1."""
        return replace(self.tags, track=TrackNumber(number, of)) if self.track_numbers else self.tags


@dataclass(frozen=True, slots=True)
class RenderOutcome:
    """How it went with one exercise: `rendered`, or the error."""

    name: str
    """As it was asked for; of an audiobook, all names."""
    rendered: Rendered | None = None
    spoken: int = 0
    """Phrases that were not in the cache."""
    error: FeltsenseError | None = None
    open_questions: int = 0
    """Those that still stand in the script."""

    def record(self) -> dict[str, Any]:
        """Return it as plain data, for programs."""
        if self.rendered is None:
            told = failure_record(self.error) if self.error else {"ok": False}
            return {"name": self.name, **told, "open_questions": self.open_questions}
        length = self.rendered.timeline.length
        return {
            "name": self.name,
            "ok": True,
            "files": [str(path) for path in self.rendered.files],
            "frames": length,
            "duration_ms": milliseconds(length),
            "spoken": self.spoken,
            "open_questions": self.open_questions,
            "notes": list(self.rendered.notes),
        }


class RenderRunner:
    """Renders one exercise after the other."""

    def __init__(self, workspace: Workspace, request: RenderRequest, speakers: VoicePool) -> None:
        self.workspace = workspace
        self.request = request
        self._speakers = speakers
        self._cache = open_render_cache(workspace)
        self._written: dict[Path, Path] = {}
        """Audio files, and the script of each."""

    def each(self, names: Sequence[str], *, quiet: bool) -> list[RenderOutcome]:
        """Render each exercise into a file of its own and tell how it went; an error ends that one only."""
        return [
            self._outcome(name, self.request.tags_of(number, len(names)), quiet=quiet)
            for number, name in enumerate(names, 1)
        ]

    def book(self, names: Sequence[str], *, quiet: bool) -> list[RenderOutcome]:
        """Render all exercises into one audiobook and tell how it went; an error in one ends it all."""
        bar = ProgressBar("audiobook")
        shown = ", ".join(names)
        try:
            loaded = self._loaded(names)
            speakers = [
                self._speakers.synthesiser(each.exercise.front.voice, each.exercise.front.language) for each in loaded
            ]
            before = _made(speakers)
            parts = tuple(BookPart(each.exercise, by, each.path) for each, by in zip(loaded, speakers, strict=True))
            path = book_target(self.request.minutes, self.request.output)
            rendered = render_book(
                BookJob(
                    parts,
                    self.request.minutes,
                    path,
                    exact=is_file_name(self.request.output),
                    discreet=self.request.discreet,
                    tags=self.request.tags_of(1, 1),
                    cache=self._cache,
                ),
                bar,
            )
        except FeltsenseError as error:
            bar.close()
            show_error(error)
            return [RenderOutcome(shown, error=error)]
        bar.close()
        notes = tuple(note for each in loaded if (note := each.note))
        told = replace(rendered, notes=(*dict.fromkeys(notes), *rendered.notes))
        self._tell(told, speakers, quiet=quiet)
        questions = sum(each.questions for each in loaded)
        return [RenderOutcome(shown, told, _made(speakers) - before, open_questions=questions)]

    def _loaded(self, names: Sequence[str]) -> list["_Loaded"]:
        """Return the exercises of a book. All of them are looked at before it is said which of them cannot be read.

        Raises:
            FeltsenseError: there is one that cannot.
        """
        loaded, failures = [], []
        for name in names:
            try:
                found = find(name, self.workspace)
                loaded.append(self._load(found, found.parse()))
            except FeltsenseError as error:
                failures.append(error)
        for failure in failures[:-1]:
            show_error(failure)
        if failures:
            raise failures[-1]
        return loaded

    def _load(self, found: Found, parsed: Parsed) -> "_Loaded":
        script = load_or_show(found, parsed)
        note = choice_note(script.front, self.request.options)
        told = f"{note} --voice names another." if note else ""
        if other := unnamed_language(script):
            told = reads_like(other)
        return _Loaded(with_voice(script, self.request.options), found.path, len(parsed.questions), told)

    def _outcome(self, name: str, tags: TagChoices, *, quiet: bool) -> RenderOutcome:
        bar = ProgressBar(Path(name).stem)
        asked, questions = self.request, 0
        try:
            found = find(name, self.workspace)
            parsed = found.parse()
            questions = len(parsed.questions)
            loaded = self._load(found, parsed)
            exercise = loaded.exercise
            path, form = render_target(exercise.slug, asked.minutes, asked.output, asked.form, several=asked.several)
            speaker = self._speakers.synthesiser(exercise.front.voice, exercise.front.language)
            before = speaker.made
            taken = tuple(audio for audio, script in self._written.items() if script != found.path)
            job = RenderJob(
                exercise,
                asked.minutes,
                path,
                form,
                found.path,
                exact=is_file_name(asked.output),
                discreet=asked.discreet,
                taken=taken,
                cache=self._cache,
                tags=tags,
            )
            rendered = render(job, speaker, bar)
            if loaded.note:
                rendered = replace(rendered, notes=(loaded.note, *rendered.notes))
            self._written[rendered.files[0]] = found.path
        except FeltsenseError as error:
            bar.close()
            show_error(error)
            return RenderOutcome(name, error=error, open_questions=questions)
        bar.close()
        self._tell(rendered, [speaker], quiet=quiet)
        return RenderOutcome(name, rendered, speaker.made - before, open_questions=questions)

    def _tell(self, rendered: Rendered, speakers: Sequence[Synthesiser], *, quiet: bool) -> None:
        if not quiet:
            echo(rendered.files[0])
            echo(f"  {clock(rendered.timeline.length)}, with captions, transcript and timing beside it", err=True)
        for note in rendered.notes:
            echo(f"  {note}", err=True)
        for reason in dict.fromkeys(speaker.fallback_reason for speaker in speakers):
            if reason:
                echo(f"  {reason} It is kept only until this command ends.", err=True)


@dataclass(frozen=True, slots=True)
class _Loaded:
    """A script that can be rendered, with the options applied."""

    exercise: Exercise
    path: Path
    questions: int
    note: str
    """What is to be said of the voice; empty for nothing."""


def _made(speakers: Sequence[Synthesiser]) -> int:
    """Return how many phrases they have spoken that were not in the cache."""
    return sum(speaker.made for speaker in {id(each): each for each in speakers}.values())
