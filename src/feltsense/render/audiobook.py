"""One audiobook of several exercises: a file with a chapter for each, that phones keep on their shelf of books."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from feltsense.mix.joined_source import JoinedSource, ReleasingSource
from feltsense.mix.mixer import Mix
from feltsense.mix.prepare import AudioPreparation
from feltsense.mix.prepared_audio import PreparedAudio
from feltsense.render.cache import RenderCache
from feltsense.render.captions import joined_transcript
from feltsense.render.cover_cache import cover_of
from feltsense.render.job import Progress, Rendered, RenderPhase
from feltsense.render.metadata import (
    ALBUM,
    NO_CHOICES,
    TagChoices,
    TrackMetadata,
    chapter_tags,
    discreet_metadata,
    with_choices,
)
from feltsense.render.output import Content, OutputWriter, chosen_names, expect_writable
from feltsense.render.staging import staged
from feltsense.render.targets import Destination, Format, discreet_names_of
from feltsense.script.model import Exercise
from feltsense.timeline.joined import joined_timeline
from feltsense.timeline.model import Timeline
from feltsense.units import milliseconds
from feltsense.voice.synthesiser import Synthesiser

_STEPS = 1000
"""Parts of one exercise's speaking that are told apart."""


@dataclass(frozen=True, slots=True)
class BookPart:
    """One exercise of a book."""

    exercise: Exercise
    speaker: Synthesiser
    """Of its voice."""
    script: Path | None = None
    """The file that it was read from, if any; it is never written over."""


@dataclass(frozen=True, slots=True)
class BookJob:
    """What is to become an audiobook, and where."""

    parts: tuple[BookPart, ...]
    """In the order in which they are heard, at least one."""
    minutes: float | None
    """How long each lasts. None: the first length that its script offers."""
    target: Path
    exact: bool = False
    """Whether `target` was asked for by name: where it is not free, no other name is taken."""
    discreet: bool = False
    """Whether names and tags tell nothing of the exercises."""
    tags: TagChoices = NO_CHOICES
    """The album is the book's title too."""
    cache: RenderCache | None = None

    @property
    def inputs(self) -> tuple[Path, ...]:
        """The scripts that are files."""
        return tuple(part.script for part in self.parts if part.script)


@dataclass(frozen=True, slots=True)
class _Spoken:
    timeline: Timeline
    sound: ReleasingSource
    files: tuple[Path, ...]
    """The sound files that it is made of."""


def render_book(job: BookJob, progress: Progress) -> Rendered:
    """Render all exercises into one file. Same inputs give the same bytes. Nothing that is not ours is written over.

    Where there are several, each is a chapter, so that the list of chapters is the list of the exercises; one alone has
    its sections.

    Raises:
        FeltsenseError: ffmpeg is not here, a phrase that cannot be spoken (with its line), a length that one of them
            cannot meet, a file that cannot be written. Nothing is left behind but the caches.
    """
    slug = "+".join(part.exercise.slug for part in job.parts)
    destination = Destination(job.target.parent, slug, job.inputs, any_exercise=job.exact)
    expect_writable(job.target, Format.M4B, destination, exact=job.exact)
    with ThreadPoolExecutor(1) as meanwhile:
        drawn = meanwhile.submit(cover_of, *_cover_words(job), job.cache)
        ready = list(_prepared(job, progress))
    destination = replace(destination, inputs=(*job.inputs, *(file for each in ready for file in each.files)))
    with staged(job.target.with_stem("track") if job.discreet else job.target) as desk:
        return _written(job, ready, drawn.result(), OutputWriter(desk, destination), progress)


def _prepared(job: BookJob, progress: Progress) -> Iterator[_Spoken]:
    """Yield each exercise, ready to be read once; what it remembers of its sounds is then let go."""
    for number, part in enumerate(job.parts):

        def told(done: int, total: int, number: int = number) -> None:
            reached = number * _STEPS + done * _STEPS // max(total, 1)
            progress(RenderPhase.SPEAKING, reached, len(job.parts) * _STEPS)

        ready = _prepare(part, job.minutes, told)
        yield _Spoken(ready.timeline, ReleasingSource(ready.mix, partial(_mixed, part, job.minutes)), ready.files)


def _prepare(part: BookPart, minutes: float | None, told: Callable[[int, int], None]) -> PreparedAudio:
    folder = part.script.parent if part.script else None
    return AudioPreparation(part.exercise, minutes, part.speaker, folder).prepare(told)


def _mixed(part: BookPart, minutes: float | None) -> Mix:
    return _prepare(part, minutes, lambda _done, _total: None).mix


def _written(
    job: BookJob, ready: Sequence[_Spoken], cover: bytes, writer: OutputWriter, progress: Progress
) -> Rendered:
    timelines = [each.timeline for each in ready]
    timeline = joined_timeline(timelines, [part.exercise.front.title for part in job.parts])
    discreet = partial(discreet_names_of, timeline.slug, None, timeline.length)
    names = chosen_names(job.target, writer.destination, discreet if job.discreet else None, exact=job.exact)
    text = joined_transcript(zip((part.exercise for part in job.parts), timelines, strict=True))
    if job.discreet:
        title = next(discreet()) if job.exact else Path(names.audio).stem
        facts = discreet_metadata(title, _language(job), timeline, cover, job.tags)
    else:
        facts = _book_metadata(job, timeline, cover, text)
    content = Content(timeline, JoinedSource([each.sound for each in ready]), facts, text)
    written = writer.write(content, Format.M4B, names, partial(progress, RenderPhase.WRITING))
    return Rendered(written.files, timeline, written.notes)


def _book_metadata(job: BookJob, timeline: Timeline, cover: bytes, text: str) -> TrackMetadata:
    fronts = [part.exercise.front for part in job.parts]
    title = book_title(job)
    facts = TrackMetadata(
        title=title,
        artist=_listed(front.author for front in fronts) or ALBUM,
        album=title,
        genre="Audiobook",
        comment=_listed(front.title for front in fronts),
        copyright=_listed(part for front in fronts for part in (front.credits, front.licence)),
        transcript=text,
        language=_language(job),
        chapters=chapter_tags(timeline, [chapter.title for chapter in timeline.chapters]),
        length=milliseconds(timeline.length),
        cover=cover,
    )
    return with_choices(facts, replace(job.tags, album=title))


def book_title(job: BookJob) -> str:
    """Return the title of a book: the album that was chosen, else that of its only exercise, else its file's name."""
    if job.tags.album:
        return job.tags.album
    alone = job.parts[0].exercise.front.title if len(job.parts) == 1 else ""
    return alone or job.target.stem.replace("_", " ").capitalize()


def _cover_words(job: BookJob) -> tuple[str, str]:
    """Return what the cover shows: the practice where all have the same, and the title."""
    if job.discreet:
        return "", ""
    practices = {part.exercise.front.practice for part in job.parts}
    return practices.pop() if len(practices) == 1 else "", book_title(job)


def _language(job: BookJob) -> str:
    """Return the language of all; empty where they have several."""
    languages = {part.exercise.front.language for part in job.parts}
    return languages.pop() if len(languages) == 1 else ""


def _listed(words: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(word for word in words if word))
