"""One render from start to end: perform, and write the audio with all that stands beside it."""

import json
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import BinaryIO

from feltsense.mix.mixer import Mix
from feltsense.mix.prepare import prepare_audio
from feltsense.render.captions import lrc_lyrics, vtt_captions
from feltsense.render.cover import draw_cover
from feltsense.render.id3 import id3_tag
from feltsense.render.metadata import TrackMetadata, track_metadata
from feltsense.render.mp3 import write_mp3
from feltsense.render.other_formats import write_wav
from feltsense.render.staging import staged
from feltsense.render.targets import Format, beside
from feltsense.script.model import Exercise
from feltsense.timeline.document import timeline_document
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


@dataclass(frozen=True, slots=True)
class Rendered:
    """What came out."""

    files: tuple[Path, ...]
    """The audio first."""
    timeline: Timeline


def render(order: RenderJob, speaker: Synthesiser, progress: Progress) -> Rendered:
    """Render `order`. Same inputs give the same bytes.

    Raises:
        FeltsenseError: a phrase that cannot be spoken (with its line), a length that cannot be met, a file that
            cannot be written. Nothing is left behind but the speech cache.
    """
    front = order.exercise.front
    folder = order.script.parent if order.script else None
    with ThreadPoolExecutor(1) as meanwhile:  # drawing takes as long as some sentences
        drawn = meanwhile.submit(draw_cover, front.practice, front.title)
        ready = prepare_audio(order.exercise, order.minutes, speaker, folder, partial(progress, RenderPhase.SPEAKING))
    timeline, mix = ready.timeline, ready.mix
    facts = track_metadata(order.exercise, timeline, drawn.result())
    with staged(order.target) as desk:
        audio = desk / order.target.name
        _write_audio(mix, audio, order.format, facts, lambda done: progress(RenderPhase.WRITING, done, mix.length))
        texts = _write_beside(desk, order, timeline, facts)
    return Rendered((order.target, *(order.target.parent / name for name in texts)), timeline)


def _write_audio(mix: Mix, path: Path, form: Format, facts: TrackMetadata, progress: Callable[[int], None]) -> None:
    if form in (Format.MP3, Format.WAV):
        with path.open("wb") as out:
            _write_own(mix, out, form, facts, progress)
        return
    from feltsense.render.other_formats import write_with_ffmpeg  # noqa: PLC0415 - pydub is slow to import and rarely needed

    write_with_ffmpeg(mix, path, form.value, facts, progress)


def _write_own(mix: Mix, out: BinaryIO, form: Format, facts: TrackMetadata, progress: Callable[[int], None]) -> None:
    if form is Format.WAV:
        write_wav(mix, out, progress)
        return
    out.write(id3_tag(facts))
    write_mp3(mix, out, progress, jobs=os.cpu_count() or 1)


def _write_beside(folder: Path, order: RenderJob, timeline: Timeline, facts: TrackMetadata) -> Sequence[str]:
    texts = {
        ".vtt": vtt_captions(timeline),
        ".lrc": lrc_lyrics(timeline, facts.title, facts.artist),
        ".txt": facts.transcript,
        ".timeline.json": json.dumps(timeline_document(timeline), ensure_ascii=False, indent=1) + "\n",
    }
    names = [beside(order.target, suffix, order.script).name for suffix in texts]
    for name, text in zip(names, texts.values(), strict=True):
        (folder / name).write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
    return names
