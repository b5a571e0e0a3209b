"""`feltsense listen`: hear a script from any place in it."""

from typing import TYPE_CHECKING, Any

import click

from feltsense.cli.context import EXERCISE, Exit, pass_workspace
from feltsense.cli.output import echo
from feltsense.cli.play import OUTPUTS

if TYPE_CHECKING:
    from feltsense.authoring.preview_player import PreviewPlayer
    from feltsense.system.paths import Workspace
    from feltsense.timeline.model import Timeline
    from feltsense.units import Frames

_LOOK_S = 0.05
"""Seconds between two looks at where playing is."""

_EXAMPLES = """\b
feltsense listen my-exercise.md --from 42
feltsense listen my-exercise.md --section "Coming back"
feltsense listen feet-on-the-floor --minutes 5 --phrase 8"""


@click.command(epilog=_EXAMPLES)
@click.argument("path", type=EXERCISE, metavar="PATH")
@click.option("--from", "line", type=click.IntRange(1), metavar="LINE", help="From this line of the script on.")
@click.option("--section", help="From this section on: how its title begins, or its number.")
@click.option("--phrase", type=click.IntRange(1), help="From this phrase on, counted from 1.")
@click.option("--minutes", type=click.FloatRange(0, 180, min_open=True), help="Another length than the first offered.")
@click.option("--voice", help="Another voice than the script's: feltsense voices.")
@click.option("--output", type=click.Choice(OUTPUTS), default="auto", help="Where it is heard.")
@click.option("--speed", type=click.FloatRange(0.1, 100), default=1.0, help="With --output silent only, for tests.")
@pass_workspace
@click.pass_context
def command(ctx: click.Context, workspace: "Workspace", /, path: str, **asked: Any) -> None:
    """Hear a script, or its rest from some place on, and read each phrase as it is heard.

    PATH is a script or the name of an exercise. Nothing is asked and nothing goes into the journal. Ctrl-C ends it.
    """
    place = {name: asked.pop(name) for name in ("line", "section", "phrase")}
    if sum(each is not None for each in place.values()) > 1:
        raise click.UsageError("Name one place: --from, --section or --phrase.", ctx)
    ctx.exit(_listened(workspace, path, place, **asked))


def _listened(  # noqa: PLR0913 - these are the command's own options
    workspace: "Workspace",
    path: str,
    place: dict[str, Any],
    *,
    minutes: float | None,
    voice: str | None,
    output: str,
    speed: float,
) -> Exit:
    from feltsense.authoring.preview_player import PreviewPlayer  # noqa: PLC0415 - as above
    from feltsense.cli.diagnostics import load_or_show  # noqa: PLC0415 - as above
    from feltsense.cli.progress import ProgressBar  # noqa: PLC0415 - not needed for help
    from feltsense.library.catalogue import find  # noqa: PLC0415 - as above
    from feltsense.practice.engine import AudioEngine  # noqa: PLC0415 - as above
    from feltsense.render.job import RenderPhase as Step  # noqa: PLC0415 - as above
    from feltsense.script.options import VersionOptions  # noqa: PLC0415 - as above

    found = find(path, workspace)
    exercise = load_or_show(found)
    stage = AudioEngine(workspace, output, speed)
    bar = ProgressBar(exercise.slug)
    try:
        made = stage.perform(
            exercise,
            VersionOptions(minutes, voice),
            found.path.parent,
            lambda done, total: bar(Step.SPEAKING, done, total),
        )
        bar.close()
        start = _start(made.timeline, **place)
        return _heard(PreviewPlayer(stage, made, start), made.timeline, start)
    finally:
        bar.close()
        stage.close()


def _start(timeline: "Timeline", *, line: int | None, section: str | None, phrase: int | None) -> "Frames":
    from feltsense.authoring import seek_targets  # noqa: PLC0415 - not needed for help
    from feltsense.units import Frames  # noqa: PLC0415 - as above

    if line is not None:
        return seek_targets.from_line(timeline, line)
    if section is not None:
        return seek_targets.from_section(timeline, section)
    return seek_targets.from_phrase(timeline, phrase) if phrase is not None else Frames(0)


def _heard(hearing: "PreviewPlayer", timeline: "Timeline", start: "Frames") -> Exit:
    """Play to the end and print what is heard."""
    from feltsense.cli.plain.transcript import Transcript  # noqa: PLC0415 - not needed for help

    script = Transcript(timeline)
    script.skipped_to(start)
    try:
        hearing.play()
        over = False
        while not over:
            over = hearing.over(_LOOK_S)
            for line in script.until(hearing.position):
                echo(line)
            while not hearing.notices.empty():
                echo(f"({hearing.notices.get()} It goes on here in words.)", err=True)
    finally:
        hearing.close()
    if hearing.failure is not None:
        raise hearing.failure
    return Exit.FINE
