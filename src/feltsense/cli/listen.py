"""`feltsense listen`: hear a script from any place in it."""

import queue
import threading
from typing import TYPE_CHECKING, Any

import click

from feltsense.cli.context import EXERCISE, MINUTES, Exit, pass_workspace
from feltsense.cli.options import speed_option, voice_option
from feltsense.cli.output import echo
from feltsense.cli.play import OUTPUTS
from feltsense.errors import PlaybackError

if TYPE_CHECKING:
    from collections.abc import Callable

    from feltsense.authoring.preview_player import PreviewPlayer
    from feltsense.cli.progress import ProgressBar
    from feltsense.mix.prepared_audio import PreparedAudio
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
@click.option("--minutes", type=MINUTES, help="Another length than the first offered.")
@voice_option
@click.option(
    "--output",
    type=click.Choice(OUTPUTS),
    metavar="WAY",
    default="auto",
    help="How it is heard: auto, silent, or what feltsense doctor names.",
)
@speed_option
@pass_workspace
@click.pass_context
def command(ctx: click.Context, workspace: "Workspace", /, path: str, **options: Any) -> None:
    """Hear a script, or its rest from some place on, and read each phrase as it is heard.

    PATH is a script or the name of an exercise. Nothing is asked and nothing goes into the journal. Ctrl-C ends it.
    """
    place = {name: options.pop(name) for name in ("line", "section", "phrase")}
    if sum(each is not None for each in place.values()) > 1:
        raise click.UsageError("Name one place: --from, --section or --phrase.", ctx)
    ctx.exit(_listen(workspace, path, place, **options))


def _listen(  # noqa: PLR0913 - these are the command's own options
    workspace: "Workspace",
    path: str,
    place: dict[str, Any],
    *,
    minutes: float | None,
    voice: str | None,
    output: str,
    speed: float,
) -> Exit:
    from feltsense.authoring.preview_player import PreviewPlayer  # noqa: PLC0415 - not needed for help
    from feltsense.authoring.seek_targets import seek_target  # noqa: PLC0415 - as above
    from feltsense.cli.diagnostics import load_or_show  # noqa: PLC0415 - as above
    from feltsense.cli.progress import ProgressBar  # noqa: PLC0415 - as above
    from feltsense.library.catalogue import find  # noqa: PLC0415 - as above
    from feltsense.practice.engine import AudioEngine  # noqa: PLC0415 - as above
    from feltsense.render.job import RenderPhase  # noqa: PLC0415 - as above
    from feltsense.script.options import VersionOptions  # noqa: PLC0415 - as above

    found = find(path, workspace)
    exercise = load_or_show(found)
    engine = AudioEngine(workspace, output, speed)
    bar = ProgressBar(exercise.slug)
    try:
        audio = engine.begin(
            exercise,
            VersionOptions(minutes, voice),
            found.path.parent,
            lambda done, total: bar(RenderPhase.SPEAKING, done, total),
        )
        start = _speak_until(audio, lambda timeline: seek_target(timeline, **place), bar)
        return _play(PreviewPlayer(engine, audio, start), audio, start)
    finally:
        bar.close()
        engine.close()


def _speak_until(audio: "PreparedAudio", start_in: "Callable[[Timeline], Frames]", bar: "ProgressBar") -> "Frames":
    """Have audio spoken on a thread of its own; return where it is to begin, as soon as that is known.

    The thread ends between two phrases once the audio's player is closed.
    """
    from feltsense.authoring.preview_player import finish_while_heard  # noqa: PLC0415 - not needed for help
    from feltsense.render.job import RenderPhase  # noqa: PLC0415 - as above

    found: queue.SimpleQueue[Frames | Exception] = queue.SimpleQueue()
    waiting = True

    def progress(done: int, total: int) -> None:
        if audio.mix.failure is not None:
            raise audio.mix.failure
        if waiting:
            bar(RenderPhase.SPEAKING, done, total)

    def speak() -> None:
        try:
            finish_while_heard(audio, start_in, found.put, progress)
        except Exception as error:  # noqa: BLE001 - told by who waits, or by playing when it comes to it
            found.put(error)

    threading.Thread(target=speak, name="feltsense speak", daemon=True).start()
    try:
        start = found.get()
    except BaseException:  # Ctrl-C, or the system ends the program: no more is spoken
        audio.mix.fail(PlaybackError("It was stopped."))
        raise
    waiting = False
    bar.close()
    if isinstance(start, Exception):
        raise start
    return start


def _play(player: "PreviewPlayer", audio: "PreparedAudio", start: "Frames") -> Exit:
    """Play to the end and print what is heard."""
    from feltsense.cli.plain.transcript import Transcript  # noqa: PLC0415 - not needed for help

    transcript = Transcript(audio.timeline)
    transcript.skipped_to(start)
    try:
        player.play()
        over = False
        while not over:
            over = player.wait(_LOOK_S)
            transcript.follow(audio.timeline)
            for line in transcript.until(player.position):
                echo(line)
            for notice in player.notices():
                echo(f"({notice} It goes on here in words.)", err=True)
    finally:
        player.close()
    if player.error is not None:
        raise player.error
    return Exit.FINE
