"""One render from start to end: prepare the sound, and write the audio with all that stands beside it."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from pathlib import Path

from feltsense.mix.prepare import AudioPreparation
from feltsense.mix.prepared_audio import PreparedAudio
from feltsense.render.cache import RenderCache
from feltsense.render.captions import transcript
from feltsense.render.cover_cache import cover_of
from feltsense.render.metadata import NO_CHOICES, TagChoices, discreet_metadata, track_metadata
from feltsense.render.output import Content, OutputWriter, chosen_names, expect_writable
from feltsense.render.staging import staged
from feltsense.render.targets import Destination, Format, discreet_names_of
from feltsense.script.model import Exercise
from feltsense.timeline.model import Timeline
from feltsense.voice.synthesiser import Synthesiser


class RenderPhase(StrEnum):
    """What a render is doing."""

    SPEAKING = "speaking"
    WRITING = "writing"


Progress = Callable[[RenderPhase, int, int], None]
"""Told the stage, how much of it is done, and how much there is."""


@dataclass(frozen=True, slots=True)
class RenderJob:
    """What is to be rendered, and where to."""

    exercise: Exercise
    minutes: float | None
    """None: the first length that the script offers."""
    target: Path
    """The audio file; captions and timeline stand beside it under the same name."""
    format: Format
    script: Path | None = None
    """The file that the exercise was read from, if any; it is never written over."""
    exact: bool = False
    """Whether `target` was asked for by name: where it is not free, no other name is taken."""
    discreet: bool = False
    """Whether names and tags tell nothing of the exercise."""
    taken: tuple[Path, ...] = ()
    """Audio that the same command has rendered of other scripts."""
    cache: RenderCache | None = None
    """Where encoded sound and covers are looked for and kept; the bytes are the same without it."""
    tags: TagChoices = NO_CHOICES


@dataclass(frozen=True, slots=True)
class Rendered:
    """What came out."""

    files: tuple[Path, ...]
    """The audio first."""
    timeline: Timeline
    notes: tuple[str, ...] = ()
    """Sentences for the person, for instance about names that were not free."""


def render(job: RenderJob, speaker: Synthesiser, progress: Progress) -> Rendered:
    """Render `job`. Same inputs give the same bytes. Nothing that is not ours is written over.

    Raises:
        FeltsenseError: a phrase that cannot be spoken (with its line), a length that cannot be met, a file that
            cannot be written. Nothing is left behind but the caches.
    """
    front = job.exercise.front
    inputs = (job.script,) if job.script else ()
    destination = Destination(job.target.parent, job.exercise.slug, inputs, job.taken, any_exercise=job.exact)
    expect_writable(job.target, job.format, destination, exact=job.exact)
    with ThreadPoolExecutor(1) as meanwhile:  # drawing takes as long as some sentences
        drawn = meanwhile.submit(cover_of, *(("", "") if job.discreet else (front.practice, front.title)), job.cache)
        folder = job.script.parent if job.script else None
        ready = AudioPreparation(job.exercise, job.minutes, speaker, folder).prepare(
            partial(progress, RenderPhase.SPEAKING)
        )
    destination = replace(destination, inputs=(*inputs, *ready.files))
    with staged(job.target.with_stem("track") if job.discreet else job.target) as desk:
        return _written(job, ready, drawn.result(), destination, desk, partial(progress, RenderPhase.WRITING))


def _written(
    job: RenderJob,
    ready: PreparedAudio,
    drawn: bytes,
    destination: Destination,
    desk: Path,
    progress: Callable[[int, int], None],
) -> Rendered:
    """Write all files into the folder `desk`, under the names that they will have in `destination`."""
    timeline = ready.timeline
    discreet = partial(discreet_names_of, timeline.slug, job.minutes, timeline.length)
    names = chosen_names(job.target, destination, discreet if job.discreet else None, exact=job.exact)
    if job.discreet:
        title = next(discreet()) if job.exact else names.audio.removesuffix(job.target.suffix)
        facts = discreet_metadata(title, job.exercise.front.language, timeline, drawn, job.tags)
    else:
        facts = track_metadata(job.exercise, timeline, drawn, job.tags)
    content = Content(timeline, ready.mix, facts, transcript(job.exercise, timeline))
    written = OutputWriter(desk, destination, job.cache).write(content, job.format, names, progress)
    return Rendered(written.files, timeline, written.notes)
