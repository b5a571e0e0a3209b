"""Renders exercises for the command line, and tells how it went with each."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from feltsense.cli.diagnostics import load_or_show
from feltsense.cli.output import echo, show_error
from feltsense.cli.turns import TurnProgress, TurnQueue
from feltsense.errors import FeltsenseError
from feltsense.library.catalogue import Found, find
from feltsense.mix.assets import plays_files
from feltsense.render.job import PreparedRender, Rendered, RenderJob, prepare_render, write_render
from feltsense.render.targets import Format, is_file_name, render_target
from feltsense.script.model import Exercise
from feltsense.script.options import VersionOptions, apply_options
from feltsense.system.paths import Workspace
from feltsense.timeline.model import SpeechEvent
from feltsense.units import clock, milliseconds
from feltsense.voice.synthesiser import Synthesiser, VoicePool


@dataclass(frozen=True, slots=True)
class RenderRequest:
    """What was asked for, the same for all exercises."""

    output: Path | None = None
    minutes: float | None = None
    voice: str | None = None
    soundscape: str | None = None
    form: Format | None = None
    several: bool = False
    discreet: bool = False
    """Whether names and tags tell nothing of the exercise."""

    @property
    def options(self) -> VersionOptions:
        """What of it is about the sound."""
        return VersionOptions(self.minutes, self.voice, self.soundscape)


@dataclass(frozen=True, slots=True)
class RenderOutcome:
    """How it went with one exercise: `rendered`, or the error."""

    name: str
    rendered: Rendered | None = None
    spoken: int = 0
    """Phrases that were not in the cache."""
    error: FeltsenseError | None = None

    def record(self) -> dict[str, Any]:
        """Return it as plain data, for programs."""
        if self.rendered is None:
            told = {"error": self.error.message, "hint": self.error.hint} if self.error else {}
            return {"name": self.name, "ok": False, **told}
        length = self.rendered.timeline.length
        return {
            "name": self.name,
            "ok": True,
            "files": [str(path) for path in self.rendered.files],
            "frames": length,
            "duration_ms": milliseconds(length),
            "spoken": self.spoken,
            "notes": list(self.rendered.notes),
        }


@dataclass(frozen=True, slots=True)
class _Early:
    """A render that is prepared before it is its turn, or the error of that."""

    job: RenderJob
    speaker: Synthesiser
    prepared: PreparedRender | FeltsenseError


class RenderRunner:
    """Renders exercises. While one is written, those after it are spoken already.

    They are written, and told of, one after the other: which names are free depends on those before.

    Args:
        workspace: where exercises are looked for.
        request: what was asked for.
        speakers: open for as long as this is used.
        quiet: print no names of files.
    """

    def __init__(self, workspace: Workspace, request: RenderRequest, speakers: VoicePool, *, quiet: bool) -> None:
        self.workspace = workspace
        self.request = request
        self._speakers = speakers
        self._quiet = quiet
        self._written: dict[Path, Path | None] = {}
        """Audio files, and the script of each."""

    def outcomes(self, names: Sequence[str]) -> list[RenderOutcome]:
        """Render exercises and tell how it went with each; an error ends this one only."""
        if len(names) == 1:
            progress = TurnProgress(names[0], threading.Event())
            progress.show()
            return [self._outcome(names[0], None, progress)]
        with TurnQueue(names, self._prepare_early, self._speakers.stop) as turns:
            return [self._outcome(*turn) for turn in turns]

    def _prepare_early(self, name: str, progress: TurnProgress) -> _Early | None:
        """Prepare a render before it is its turn; None where that has to wait. Prints nothing."""
        try:
            job, speaker = self._job(name, Found.load_valid)
        except FeltsenseError:  # it is looked at again in its turn, and told then
            return None
        progress.check()
        if (
            job.script is None or job.script.suffix != ".md" or plays_files(job.exercise)
        ):  # a render before it may be what it is made of
            return None
        try:
            return _Early(job, speaker, prepare_render(job, speaker, progress))
        except FeltsenseError as error:
            return _Early(job, speaker, error)

    def _outcome(self, name: str, early: _Early | None, progress: TurnProgress) -> RenderOutcome:
        """Render the exercise whose turn it is, and tell how it went."""
        try:
            job, speaker = (early.job, early.speaker) if early else self._job(name, load_or_show)
            rendered = self._rendered(job, speaker, early.prepared if early else None, progress)
        except FeltsenseError as error:
            progress.close()
            show_error(error)
            return RenderOutcome(name, error=error)
        progress.close()
        self._tell(rendered, speaker)
        tiles = rendered.timeline.tiles
        spoken = speaker.count_made(tile.utterance for tile in tiles if isinstance(tile, SpeechEvent))
        return RenderOutcome(name, rendered, spoken)

    def _job(self, name: str, load: Callable[[Found], Exercise]) -> tuple[RenderJob, Synthesiser]:
        """Return what is to be rendered, and who speaks it.

        Raises:
            FeltsenseError: there is no such exercise, its script has errors, or it cannot be rendered as asked.
        """
        found, asked = find(name, self.workspace), self.request
        exercise = apply_options(load(found), asked.options)
        path, form = render_target(exercise.slug, asked.minutes, asked.output, asked.form, several=asked.several)
        speaker = self._speakers.synthesiser(exercise.front.voice)
        exact = is_file_name(asked.output)
        job = RenderJob(exercise, asked.minutes, path, form, found.path, exact=exact, discreet=asked.discreet)
        return job, speaker

    def _rendered(
        self,
        job: RenderJob,
        speaker: Synthesiser,
        prepared: PreparedRender | FeltsenseError | None,
        progress: TurnProgress,
    ) -> Rendered:
        """Write a render, and prepare it where that is not done yet.

        Raises:
            FeltsenseError: it cannot be prepared or written.
        """
        if isinstance(prepared, FeltsenseError):
            raise prepared
        taken = tuple(audio for audio, script in self._written.items() if script != job.script)
        job = replace(job, taken=taken)
        rendered = write_render(job, prepared or prepare_render(job, speaker, progress), progress)
        self._written[rendered.files[0]] = job.script
        return rendered

    def _tell(self, rendered: Rendered, speaker: Synthesiser) -> None:
        if not self._quiet:
            echo(rendered.files[0])
            echo(f"  {clock(rendered.timeline.length)}, with captions, transcript and timing beside it", err=True)
        for note in rendered.notes:
            echo(f"  {note}", err=True)
        if speaker.fallback_reason:
            echo(f"  {speaker.fallback_reason} It is kept only until this command ends.", err=True)
