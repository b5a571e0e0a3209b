"""Renders exercises for the command line, and tells how it went with each."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from feltsense.cli.diagnostics import load_or_show
from feltsense.cli.output import echo, show_error
from feltsense.cli.progress import ProgressBar
from feltsense.errors import FeltsenseError
from feltsense.library.catalogue import find
from feltsense.render.cache import open_render_cache
from feltsense.render.job import Rendered, RenderJob, render
from feltsense.render.targets import Format, is_file_name, render_target
from feltsense.script.options import VersionOptions, apply_options, voice_note
from feltsense.system.paths import Workspace
from feltsense.units import clock, milliseconds
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
    open_questions: int = 0
    """Those that still stand in the script."""

    def record(self) -> dict[str, Any]:
        """Return it as plain data, for programs."""
        if self.rendered is None:
            told = {"error": self.error.message, "hint": self.error.hint} if self.error else {}
            return {"name": self.name, "ok": False, "open_questions": self.open_questions, **told}
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

    def outcome(self, name: str, *, quiet: bool) -> RenderOutcome:
        """Render one exercise and tell how it went; an error ends this one only."""
        bar = ProgressBar(Path(name).stem)
        asked, questions = self.request, 0
        try:
            found = find(name, self.workspace)
            parsed = found.parse()
            questions = len(parsed.questions)
            script = load_or_show(found, parsed)
            exercise = apply_options(script, asked.options)
            path, form = render_target(exercise.slug, asked.minutes, asked.output, asked.form, several=asked.several)
            speaker = self._speakers.synthesiser(exercise.front.voice)
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
            )
            rendered = render(job, speaker, bar)
            if note := voice_note(script, asked.options):
                rendered = replace(rendered, notes=(f"{note} --voice names another.", *rendered.notes))
            self._written[rendered.files[0]] = found.path
        except FeltsenseError as error:
            bar.close()
            show_error(error)
            return RenderOutcome(name, error=error, open_questions=questions)
        bar.close()
        self._tell(rendered, speaker, quiet=quiet)
        return RenderOutcome(name, rendered, speaker.made - before, open_questions=questions)

    def _tell(self, rendered: Rendered, speaker: Synthesiser, *, quiet: bool) -> None:
        if not quiet:
            echo(rendered.files[0])
            echo(f"  {clock(rendered.timeline.length)}, with captions, transcript and timing beside it", err=True)
        for note in rendered.notes:
            echo(f"  {note}", err=True)
        if speaker.fallback_reason:
            echo(f"  {speaker.fallback_reason} It is kept only until this command ends.", err=True)
