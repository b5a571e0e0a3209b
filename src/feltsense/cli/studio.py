"""Renders exercises for the command line, and tells how it went with each."""

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from feltsense.cli.context import tell
from feltsense.cli.exits import Exit
from feltsense.cli.progress import ProgressBar
from feltsense.cli.sound_scripts import sound
from feltsense.errors import FeltsenseError
from feltsense.library import find
from feltsense.paths import Workspace, cache_limit
from feltsense.render.formats import Format
from feltsense.render.job import Order, Rendered, render
from feltsense.render.targets import target
from feltsense.sound.performance import Wishes, wished
from feltsense.units import clock, milliseconds
from feltsense.voice.cache import SpeechCache
from feltsense.voice.registry import open_voice
from feltsense.voice.speaker import Speaker

OPENING = "feet-on-the-floor"
"""What is rendered when nothing is asked for: the exercise that suits most people at most times."""


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for, the same for all exercises."""

    output: Path | None = None
    minutes: float | None = None
    voice: str | None = None
    soundscape: str | None = None
    form: Format | None = None
    several: bool = False

    @property
    def wishes(self) -> Wishes:
        """What of it is about the sound."""
        return Wishes(self.minutes, self.voice, self.soundscape)


@dataclass(frozen=True, slots=True)
class Outcome:
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
            "unheard": list(self.rendered.unheard),
        }


class Studio(ExitStack):
    """Renders one exercise after the other; a voice is opened once for all."""

    def __init__(self, workspace: Workspace, request: Request) -> None:
        super().__init__()
        self.workspace = workspace
        self.request = request
        self._speakers: dict[str, Speaker] = {}

    def outcome(self, name: str, *, quiet: bool) -> Outcome:
        """Render one exercise and tell how it went; an error ends this one only."""
        bar = ProgressBar(Path(name).stem)
        try:
            found = find(name, self.workspace)
            asked = self.request
            exercise = wished(sound(found), asked.wishes)
            path, form = target(exercise.slug, asked.minutes, asked.output, asked.form, several=asked.several)
            speaker = self._speaker(exercise.front.voice)
            before = speaker.made
            rendered = render(Order(exercise, asked.minutes, path, form, found.path), speaker, bar)
        except FeltsenseError as error:
            bar.close()
            tell(error)
            return Outcome(name, error=error)
        bar.close()
        self._tell(rendered, speaker, quiet=quiet)
        return Outcome(name, rendered, speaker.made - before)

    def _speaker(self, voice: str) -> Speaker:
        if voice not in self._speakers:
            cache = SpeechCache(self.workspace.audio_cache, cache_limit())
            self._speakers[voice] = self.enter_context(Speaker(open_voice(voice), cache))
        return self._speakers[voice]

    def _tell(self, rendered: Rendered, speaker: Speaker, *, quiet: bool) -> None:
        if not quiet:
            click.echo(rendered.files[0])
            click.echo(f"  {clock(rendered.timeline.length)}, with captions, transcript and timing beside it", err=True)
        for sound_left_out in rendered.unheard:
            click.echo(f"  Not heard yet in this version: {sound_left_out}.", err=True)
        if speaker.fallback_reason:
            click.echo(f"  {speaker.fallback_reason} It is kept only until this command ends.", err=True)


def opening(workspace: Workspace) -> Exit:
    """Render the exercise that stands for all into the current folder, and say where."""
    with Studio(workspace, Request()) as studio:
        outcome = studio.outcome(OPENING, quiet=False)
    if outcome.error is None:
        click.echo("\nIt is ready for your phone. feltsense --help shows what else there is.", err=True)
    return Exit.FAILED if outcome.error else Exit.FINE
