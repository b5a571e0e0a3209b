"""`feltsense render`: files for phones, with captions and timeline beside them."""

import json
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from feltsense.cli.context import pass_workspace, tell
from feltsense.cli.exits import Exit
from feltsense.cli.names import EXERCISE
from feltsense.cli.progress import ProgressBar
from feltsense.cli.sound_scripts import sound
from feltsense.errors import FeltsenseError
from feltsense.library import find, slugs
from feltsense.paths import Workspace, cache_limit
from feltsense.render.job import Format, Order, Rendered, render
from feltsense.render.targets import target
from feltsense.script.model import Exercise
from feltsense.units import clock, milliseconds
from feltsense.voice.cache import SpeechCache
from feltsense.voice.registry import open_voice
from feltsense.voice.speaker import Speaker

_EXAMPLES = """\b
feltsense render feet-on-the-floor
feltsense render my-exercise.md --minutes 8 -o phone/
feltsense render --all -o phone/"""

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


@click.command(epilog=_EXAMPLES)
@click.argument("names", nargs=-1, type=EXERCISE, metavar="NAME…")
@click.option("--all", "every", is_flag=True, help="Every exercise there is.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A file, or a folder. Default: this folder.")
@click.option("--minutes", type=click.FloatRange(0, 180, min_open=True), help="How long it lasts, to the sample.")
@click.option("--voice", help="Another voice than the script's: feltsense voices.")
@click.option("--soundscape", help="Another background than the script's (heard in a later version).")
@click.option("--format", "form", type=click.Choice([each.value for each in Format]), help="Default: mp3.")
@click.option("--json", "as_json", is_flag=True, help="For programs: a JSON list on standard output.")
@pass_workspace
@click.pass_context
def command(
    ctx: click.Context, workspace: Workspace, /, names: tuple[str, ...], *, every: bool, as_json: bool, **asked: Any
) -> None:
    """Make audio files for a phone, with captions, a transcript and the exact timing beside them.

    NAME is an exercise (feltsense list) or a path to a script.
    """
    wanted = [*names, *(slugs(workspace) if every else ())]
    if not wanted:
        raise click.UsageError("Name an exercise, or write --all.")
    form = asked.pop("form")
    request = Request(**asked, form=Format(form) if form else None, several=len(wanted) > 1)
    with Studio(workspace, request) as studio:
        outcomes = [studio.outcome(name, quiet=as_json) for name in wanted]
    if as_json:
        click.echo(json.dumps([outcome.record() for outcome in outcomes], ensure_ascii=False, indent=1))
    failed = [outcome.name for outcome in outcomes if outcome.error]
    if len(wanted) > 1 and not as_json:
        click.echo(_counted(len(wanted), failed), err=True)
    ctx.exit(Exit.FAILED if failed else Exit.FINE)


def opening(workspace: Workspace) -> Exit:
    """Render the exercise that stands for all into the current folder, and say where."""
    with Studio(workspace, Request()) as studio:
        outcome = studio.outcome(OPENING, quiet=False)
    if outcome.error is None:
        click.echo("\nIt is ready for your phone. feltsense --help shows what else there is.", err=True)
    return Exit.FAILED if outcome.error else Exit.FINE


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
            exercise = self._wanted(sound(find(name, self.workspace)))
            asked = self.request
            path, form = target(exercise.slug, asked.minutes, asked.output, asked.form, several=asked.several)
            speaker = self._speaker(exercise.front.voice)
            before = speaker.made
            rendered = render(Order(exercise, asked.minutes, path, form), speaker, bar)
        except FeltsenseError as error:
            bar.close()
            tell(error)
            return Outcome(name, error=error)
        bar.close()
        self._tell(rendered, speaker, quiet=quiet)
        return Outcome(name, rendered, speaker.made - before)

    def _wanted(self, exercise: Exercise) -> Exercise:
        """Return the exercise with the voice and background that were asked for instead of its own."""
        front = exercise.front
        voice = self.request.voice or front.voice
        if not self.request.voice and "voice" not in front.given and not front.language.lower().startswith("en"):
            voice = "system"  # our own voice speaks English only
        background = self.request.soundscape or front.soundscape
        soundscape = None if background == "off" else background
        return replace(exercise, front=replace(front, voice=voice, soundscape=soundscape))

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


def _counted(wanted: int, failed: list[str]) -> str:
    if not failed:
        return f"{wanted} exercises rendered."
    return f"{wanted - len(failed)} of {wanted} exercises rendered. Not rendered: {', '.join(failed)}."
