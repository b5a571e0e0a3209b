"""`feltsense play`: one exercise, on the screen or in lines."""

from typing import TYPE_CHECKING, Any

import click

from feltsense.cli.context import EXERCISE, NumberRange, pass_workspace
from feltsense.cli.options import speed_option, voice_option
from feltsense.cli.terminal import in_a_terminal, on_a_screen
from feltsense.units import MOST_MINUTES

if TYPE_CHECKING:
    from feltsense.practice.options import PracticeChoice
    from feltsense.system.paths import Workspace

OUTPUTS = ("auto", "miniaudio", "simpleaudio", "silent")
"""The names in `playback.outputs.registry`, which loads slowly; a test holds them together."""

_EXAMPLES = """\b
feltsense play feet-on-the-floor
feltsense play feet-on-the-floor --minutes 5 --plain
feltsense play my-exercise.md --no-checkin --output silent
feltsense play --sound rain --minutes 30"""


@click.command(epilog=_EXAMPLES)
@click.argument("name", type=EXERCISE, required=False)
@click.option(
    "--minutes",
    type=NumberRange(0, min_open=True),
    help="How long it lasts, to the sample: up to 180, a background by itself up to 720. "
    "Default: as the exercise says; a background 480.",
)
@click.option("--from-section", type=click.IntRange(1), default=1, help="Begin with this section: 1 is the first.")
@voice_option
@click.option("--soundscape", "--sound", help="Another background than the script's, or off.")
@click.option(
    "--output",
    type=click.Choice(OUTPUTS),
    metavar="WAY",
    help="How it is heard: auto, silent, or what feltsense doctor names. Default: as the settings.",
)
@click.option("--plain", is_flag=True, help="In lines, for screen readers and pipes.")
@click.option("--no-checkin", is_flag=True, help="Ask nothing before and after.")
@speed_option
@pass_workspace
@click.pass_context
def command(ctx: click.Context, workspace: "Workspace", /, name: str | None, **asked: Any) -> None:
    """Play an exercise, and ask how it feels before and after.

    NAME is an exercise (feltsense list) or a path to a script. Without it, --soundscape is heard alone.
    """
    if name is None:
        ctx.exit(_play_background(workspace, asked))
    _expect_at_most(MOST_MINUTES, asked["minutes"], "An exercise")
    if _is_plain(asked) or not on_a_screen():
        ctx.exit(_play_in_lines(workspace, _choice(name, asked), asked))
    ctx.exit(_play_on_screen(workspace, name, asked))


def _play_background(workspace: "Workspace", asked: dict[str, Any]) -> int:
    """Play a background by itself: in the player, in lines, or where nobody reads, until it is enough."""
    from feltsense.practice.options import MOST_REST_MINUTES, PracticeChoice  # noqa: PLC0415 - not needed for help

    name = asked["soundscape"]
    if not name:
        raise click.UsageError("Name an exercise, or a background with --soundscape.")
    _expect_at_most(MOST_REST_MINUTES, asked["minutes"], "A background")
    choice = PracticeChoice(name, asked["minutes"], check_ins=False, background_alone=name)
    if _is_plain(asked):
        return _play_in_lines(workspace, choice, asked)
    if on_a_screen():
        from feltsense.mix.soundscapes.registry import soundscape  # noqa: PLC0415 - as above
        from feltsense.tui.start import run  # noqa: PLC0415 - as above

        soundscape(name)  # a wrong name is told in lines
        return run(workspace, asked["output"], choice, asked["speed"])
    if in_a_terminal():
        return _play_in_lines(workspace, choice, asked)
    return _play_soundscape(asked)


def _is_plain(asked: dict[str, Any]) -> bool:
    """Tell whether lines were asked for, here or before the command."""
    return bool(asked.pop("plain") or click.get_current_context().find_root().params.get("plain"))


def _expect_at_most(most: float, minutes: float | None, what: str) -> None:
    if minutes is not None and minutes > most:
        raise click.UsageError(f"{what} lasts {most:g} minutes at most.")


def _play_soundscape(asked: dict[str, Any]) -> int:
    from feltsense.cli.soundscape_player import play_soundscape  # noqa: PLC0415 - not needed for help
    from feltsense.system.paths import data_home  # noqa: PLC0415 - as above
    from feltsense.system.settings import load_settings  # noqa: PLC0415 - as above

    output = asked["output"] or load_settings(data_home()).output
    return play_soundscape(asked["soundscape"], asked["minutes"], output, asked["speed"])


def _play_in_lines(workspace: "Workspace", choice: "PracticeChoice", asked: dict[str, Any]) -> int:
    from feltsense.cli.plain.console import Console  # noqa: PLC0415 - not needed for help
    from feltsense.cli.plain.start import play_in_lines  # noqa: PLC0415 - not needed for help

    return play_in_lines(workspace, choice, Console(), output=asked["output"], speed=asked["speed"])


def _choice(name: str, asked: dict[str, Any]) -> "PracticeChoice":
    from feltsense.practice.options import PracticeChoice  # noqa: PLC0415 - not needed for help

    return PracticeChoice(
        name,
        asked["minutes"],
        asked["voice"],
        asked["soundscape"],
        check_ins=not asked["no_checkin"],
        from_section=asked["from_section"] - 1,
    )


def _play_on_screen(workspace: "Workspace", name: str, asked: dict[str, Any]) -> int:
    from feltsense.cli.diagnostics import load_or_show  # noqa: PLC0415 - not needed for help
    from feltsense.library.catalogue import find  # noqa: PLC0415 - as above
    from feltsense.tui.start import run  # noqa: PLC0415 - as above

    load_or_show(find(name, workspace))  # errors in a script are shown in lines
    return run(workspace, asked["output"], _choice(name, asked), asked["speed"])
