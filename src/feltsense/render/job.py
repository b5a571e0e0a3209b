"""One render from start to end: prepare the sound, and write the audio with all that stands beside it."""

import importlib.metadata
import json
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import BinaryIO

from feltsense.mix.mixer import Mix
from feltsense.mix.prepare import AudioPreparation
from feltsense.mix.prepared_audio import PreparedAudio
from feltsense.render.cache import RenderCache
from feltsense.render.captions import lrc_lyrics, transcript, vtt_captions
from feltsense.render.id3 import id3_tag
from feltsense.render.metadata import NO_CHOICES, TagChoices, TrackMetadata, discreet_metadata, track_metadata
from feltsense.render.mp3 import write_mp3
from feltsense.render.ownership import TIMELINE, file_hash, other_audio
from feltsense.render.staging import explained, staged
from feltsense.render.targets import Destination, Format, discreet_names_of, names_of, occupied
from feltsense.render.wav import write_wav
from feltsense.script.model import Exercise
from feltsense.timeline.document import timeline_document
from feltsense.timeline.model import Timeline
from feltsense.voice.synthesiser import Synthesiser

_NO_LYRICS = "No lyrics file (.lrc) stands beside it: many readers lose times over 99:59. The captions (.vtt) have all."


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
    if job.exact:
        with explained(job.target):
            _expect_free(job.target, destination)
    with ThreadPoolExecutor(1) as meanwhile:  # drawing takes as long as some sentences
        drawn = meanwhile.submit(_cover, *(("", "") if job.discreet else (front.practice, front.title)), job.cache)
        folder = job.script.parent if job.script else None
        ready = AudioPreparation(job.exercise, job.minutes, speaker, folder).prepare(
            partial(progress, RenderPhase.SPEAKING)
        )
    destination = replace(destination, inputs=(*inputs, *ready.files))
    with staged(job.target.with_stem("track") if job.discreet else job.target) as desk:
        return _written(job, ready, drawn.result(), destination, desk, partial(progress, RenderPhase.WRITING))


def _cover(practice: str, title: str, cache: RenderCache | None) -> bytes:
    if cache is None:
        return _drawn(practice, title)
    sources = [Path(__file__).with_name(name).read_bytes() for name in ("cover.py", "cover_forms.py")]
    maker = ["cover", practice, title, *(importlib.metadata.version(name) for name in ("pillow", "numpy"))]
    return cache.get_or_make(maker, sources, partial(_drawn, practice, title))


def _drawn(practice: str, title: str) -> bytes:
    from feltsense.render.cover import draw_cover  # noqa: PLC0415 - loads Pillow, which a cached cover does without

    return draw_cover(practice, title)


def _written(
    job: RenderJob,
    ready: PreparedAudio,
    drawn: bytes,
    destination: Destination,
    desk: Path,
    progress: Callable[[int, int], None],
) -> Rendered:
    """Write all files into the folder `desk`, under the names that they will have in `destination`."""
    timeline, mix, suffix = ready.timeline, ready.mix, job.target.suffix
    wanted, stem = _names(job, timeline, destination)
    if job.discreet:
        title = next(discreet_names_of(timeline.slug, job.minutes, timeline.length)) if job.exact else stem
        facts = discreet_metadata(title, job.exercise, timeline, drawn, job.tags)
    else:
        facts = track_metadata(job.exercise, timeline, drawn, job.tags)
    audio = desk / f"{stem}{suffix}"
    _write_audio(mix, audio, job.format, facts, lambda done: progress(done, mix.length), job.cache)
    names = _write_sidecars(audio, destination, timeline, facts, transcript(job.exercise, timeline))
    _expect_free(destination.folder / audio.name, destination, audio)
    pairs = ((f"{wanted}{suffix}", audio.name), *((f"{stem}{ending}", name) for ending, name in names.items()))
    notes = tuple(
        f"{asked} is there already, and is not this exercise's own: it stays as it is. Instead there is {name}."
        for asked, name in pairs
        if asked != name
    )
    if ".lrc" not in names:
        notes += (_NO_LYRICS,)
    files = (audio.name, *names.values())
    return Rendered(tuple(destination.folder / name for name in files), timeline, notes)


def _names(job: RenderJob, timeline: Timeline, destination: Destination) -> tuple[str, str]:
    """Return the audio's name as it was wanted and as it will be, both without the ending."""
    if job.exact:
        return job.target.stem, job.target.stem
    discreet = partial(discreet_names_of, timeline.slug, job.minutes, timeline.length)
    stems = discreet if job.discreet else partial(names_of, job.target.stem)
    return next(stems()), destination.audio_stem(stems(), job.target.suffix)


def _expect_free(path: Path, destination: Destination, content: Path | None = None) -> None:
    """See that an audio file may be written.

    Args:
        path: in the destination.
        destination: the folder, and what must stay in it.
        content: what is to be written. A file that is the same already is fine.

    Raises:
        RenderError: there is another file, which is not ours.
    """
    if destination.may_write(path, path.stem):
        return
    if content is None or not path.is_file() or file_hash(path) != file_hash(content):
        raise occupied(path)


def _write_audio(
    mix: Mix,
    path: Path,
    form: Format,
    facts: TrackMetadata,
    progress: Callable[[int], None],
    cache: RenderCache | None,
) -> None:
    if form in (Format.MP3, Format.WAV):
        with path.open("wb") as out:
            _write_own(mix, out, form, facts, progress, cache)
        return
    from feltsense.render.other_formats import write_with_ffmpeg  # noqa: PLC0415 - rarely needed

    write_with_ffmpeg(mix, path, form.value, facts, progress)


def _write_own(
    mix: Mix,
    out: BinaryIO,
    form: Format,
    facts: TrackMetadata,
    progress: Callable[[int], None],
    cache: RenderCache | None,
) -> None:
    if form is Format.WAV:
        write_wav(mix, out, facts, progress)
        return
    out.write(id3_tag(facts))
    write_mp3(mix, out, progress, jobs=os.cpu_count() or 1, cache=cache)


def _write_sidecars(
    audio: Path, destination: Destination, timeline: Timeline, facts: TrackMetadata, text: str
) -> dict[str, str]:
    """Write what stands beside the audio; return the names by their endings, the timeline last."""
    lyrics = lrc_lyrics(timeline, facts.title, facts.artist, facts.album)
    texts = {".vtt": vtt_captions(timeline), **({".lrc": lyrics} if lyrics else {}), ".txt": text}
    hashes = other_audio(destination.folder, audio.stem, timeline.slug) | {audio.name: file_hash(audio)}
    names = {}
    for ending, words in texts.items():
        name = names[ending] = _write_sidecar(audio, destination, ending, words)
        hashes[name] = file_hash(audio.with_name(name))
    record = json.dumps(timeline_document(timeline) | {"files": hashes}, ensure_ascii=False, indent=1) + "\n"
    names[TIMELINE] = _write_sidecar(audio, destination, TIMELINE, record)
    return names


def _write_sidecar(audio: Path, destination: Destination, ending: str, text: str) -> str:
    content = text.encode("utf-8", errors="backslashreplace")
    name = destination.sidecar_name(audio.name, audio.stem, ending, content)
    audio.with_name(name).write_bytes(content)
    return name
