"""`feltsense watch`: what a save has changed, told at once, and heard."""

import time
from contextlib import closing, contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from feltsense.cli.context import EXERCISE, MINUTES, pass_workspace
from feltsense.cli.output import Styled, echo, show_error
from feltsense.cli.play import OUTPUTS
from feltsense.errors import FeltsenseError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from feltsense.authoring.diff import DiagnosticDiff
    from feltsense.authoring.preview_player import LivePlayer
    from feltsense.authoring.watching import SaveReport, ScriptWatch
    from feltsense.system.paths import Workspace

_EXAMPLES = """\b
feltsense watch my-exercise.md
feltsense watch my-exercise.md --listen"""


@click.command(epilog=_EXAMPLES)
@click.argument("path", type=EXERCISE, metavar="PATH")
@click.option("--listen", is_flag=True, help="Also hear the phrases that a save has changed.")
@click.option("--minutes", type=MINUTES, help="Another length than the first offered.")
@click.option("--output", type=click.Choice(OUTPUTS), default="auto", help="Where it is heard.")
@pass_workspace
def command(workspace: "Workspace", path: str, minutes: float | None, output: str, *, listen: bool) -> None:
    """Stay beside a script that you are writing: at each save, what is new in it and how long it is now.

    PATH is a script, or the name of an exercise of your own. Save it in any editor. Ctrl-C ends watching.
    """
    from feltsense.authoring.watching import ScriptWatch  # noqa: PLC0415 - not needed for help
    from feltsense.library.catalogue import find  # noqa: PLC0415 - as above

    watched = find(path, workspace).path
    with _live_player(workspace, output) if listen else nullcontext() as player:
        _watch(ScriptWatch(watched, minutes, player, show_error), player)


@contextmanager
def _live_player(workspace: "Workspace", output: str) -> "Iterator[LivePlayer]":
    """Give a player for changed phrases, and close it."""
    from feltsense.authoring.preview_player import LivePlayer  # noqa: PLC0415 - not needed for help
    from feltsense.practice.engine import AudioEngine  # noqa: PLC0415 - as above

    with closing(AudioEngine(workspace, output)) as engine, closing(LivePlayer(engine, output)) as player:
        yield player


def _watch(watch: "ScriptWatch", player: "LivePlayer | None") -> None:
    """Print a report of each save until it is interrupted."""
    from feltsense.authoring.file_watcher import POLL_S, WatchEvent  # noqa: PLC0415 - not needed for help

    echo(f"Watching {watch.path}: save it, and what is new is told here. Ctrl-C ends it.", err=True)
    while True:
        try:
            seen = watch.poll()
        except FeltsenseError as error:
            show_error(error)
            seen = WatchEvent.UNCHANGED
        if seen is WatchEvent.GONE:
            echo(f"{watch.path} is gone. It is waited for.", err=True)
        elif not isinstance(seen, WatchEvent):
            print_report(seen, watch.path)
        for notice in player.notices() if player else ():
            echo(f"({notice})", err=True)
        time.sleep(POLL_S)


def print_report(report: "SaveReport", path: Path) -> None:
    """Print what a save has changed."""
    from feltsense.cli.diagnostics import show_diagnostics  # noqa: PLC0415 - not needed for help
    from feltsense.cli.timeline_view import in_a_line  # noqa: PLC0415 - as above

    echo(Styled(f"\n{time.strftime('%H:%M:%S')}  {path.name}", bold=True))
    for phrase in report.spoken:
        echo(f"heard: {phrase.text}")
    show_diagnostics(report.diagnostics.new, report.lines, path, every=False)
    rest = _counts(report.diagnostics)
    if rest or not report.diagnostics.new:
        echo(rest or "nothing found")
    if report.timeline_error is not None:
        show_error(report.timeline_error)
    elif report.overview is not None:
        echo(in_a_line(report.overview, report.length_before))


def _counts(diff: "DiagnosticDiff") -> str:
    """Return how many diagnostics are not new."""
    unchanged = f"{diff.unchanged} as before" if diff.unchanged else ""
    resolved = f"{diff.resolved} gone" if diff.resolved else ""
    none_left = "nothing else found" if resolved and not unchanged and not diff.new else ""
    return ", ".join(filter(None, (unchanged, resolved, none_left)))
