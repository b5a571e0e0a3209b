"""`feltsense play`: one exercise, on the screen or in lines."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from feltsense.cli.context import pass_workspace, tell
from feltsense.cli.names import EXERCISE
from feltsense.cli.screen import on_a_screen
from feltsense.errors import JournalError

if TYPE_CHECKING:
    from feltsense.cli.exits import Exit
    from feltsense.journal.store import Journal
    from feltsense.paths import Workspace

_OUTPUTS = ("auto", "miniaudio", "simpleaudio", "silent")
"""The names in `playback.outputs.registry`, which loads slowly; a test holds them together."""

_EXAMPLES = """\b
feltsense play feet-on-the-floor
feltsense play feet-on-the-floor --minutes 5 --plain
feltsense play my-exercise.md --no-checkin --output silent"""


@click.command(epilog=_EXAMPLES)
@click.argument("name", type=EXERCISE)
@click.option("--minutes", type=click.FloatRange(0, 180, min_open=True), help="How long it lasts, to the sample.")
@click.option("--voice", help="Another voice than the script's: feltsense voices.")
@click.option("--soundscape", help="Another background than the script's, or off.")
@click.option("--output", type=click.Choice(_OUTPUTS), help="Default: what the settings say, else auto.")
@click.option("--plain", is_flag=True, help="In lines, for screen readers and pipes.")
@click.option("--no-checkin", is_flag=True, help="Ask nothing before and after.")
@click.option("--speed", type=click.FloatRange(0.1, 100), default=1.0, help="With --output silent only, for tests.")
@pass_workspace
@click.pass_context
def command(ctx: click.Context, workspace: "Workspace", /, name: str, **asked: Any) -> None:
    """Play an exercise, and ask how it feels before and after.

    NAME is an exercise (feltsense list) or a path to a script.
    """
    plain = asked.pop("plain") or not on_a_screen()
    ctx.exit(_in_lines(workspace, name, **asked) if plain else _on_the_screen(workspace, name, **asked))


def _in_lines(  # noqa: PLR0913 - these are the command's own options
    workspace: "Workspace",
    name: str,
    *,
    minutes: float | None,
    voice: str | None,
    soundscape: str | None,
    output: str | None,
    no_checkin: bool,
    speed: float,
) -> "Exit":
    from feltsense.cli.plain.console import Console  # noqa: PLC0415 - not needed for help
    from feltsense.cli.plain.practice import PlainPractice, Surroundings  # noqa: PLC0415 - as above
    from feltsense.cli.sound_scripts import sound  # noqa: PLC0415 - as above
    from feltsense.library import find  # noqa: PLC0415 - as above
    from feltsense.paths import data_home  # noqa: PLC0415 - as above
    from feltsense.practice.preparation import Wanted  # noqa: PLC0415 - as above
    from feltsense.practice.stage import Stage  # noqa: PLC0415 - as above
    from feltsense.script.wishes import Wishes  # noqa: PLC0415 - as above
    from feltsense.settings import load  # noqa: PLC0415 - as above

    home = data_home()
    settings = load(home)
    for notice in settings.notices:
        click.echo(notice, err=True)
    found = find(name, workspace)
    wishes = Wishes(minutes, voice or settings.voice, soundscape or settings.background)
    wanted = Wanted(sound(found), found.path.parent, wishes)
    stage = Stage(workspace, output or settings.output, speed)
    journal = opened_journal(home)
    try:
        around = Surroundings(stage, journal, home, settings, asks=not no_checkin)
        return PlainPractice(Console(), around).run(wanted)
    finally:
        stage.close()
        if journal is not None:
            journal.close()


def opened_journal(home: Path) -> "Journal | None":
    """Return the journal; where it cannot be used, say so, and go on without it."""
    from feltsense.journal.store import open_journal  # noqa: PLC0415 - not needed for help

    try:
        journal = open_journal(home)
    except JournalError as error:
        tell(error)
        click.echo("Nothing of this practice will be kept.", err=True)
        return None
    if journal.set_aside is not None:
        click.echo(f"The journal was damaged. It is now {journal.set_aside}, and a new one has begun.", err=True)
    return journal


def _on_the_screen(  # noqa: PLR0913 - these are the command's own options
    workspace: "Workspace",
    name: str,
    *,
    minutes: float | None,
    voice: str | None,
    soundscape: str | None,
    output: str | None,
    no_checkin: bool,
    speed: float,
) -> int:
    from feltsense.cli.sound_scripts import sound  # noqa: PLC0415 - not needed for help
    from feltsense.library import find  # noqa: PLC0415 - as above
    from feltsense.tui.screens.library import Chosen  # noqa: PLC0415 - as above
    from feltsense.tui.start import run  # noqa: PLC0415 - as above

    sound(find(name, workspace))  # what is wrong with a script is told in lines
    return run(workspace, output, Chosen(name, minutes, voice, soundscape, asks=not no_checkin), speed)
