"""The entry point: which commands there are, and how errors are told. Commands are imported when they are called."""

import errno
import importlib
import io
import os
import sys
import traceback
from pathlib import Path
from typing import Any

import click

from feltsense import __version__
from feltsense.cli.context import Exit, TerminatedError
from feltsense.cli.output import echo, show_error
from feltsense.cli.terminal import in_a_terminal, on_a_screen, open_missing_streams
from feltsense.errors import FeltsenseError, reason_of
from feltsense.system.malloc import limit_heap_growth
from feltsense.system.paths import Workspace, find_workspace

_COMMANDS = {
    "suggest": ("suggest", "Find one exercise that fits how it is."),
    "list": ("listing", "Show the exercises there are."),
    "show": ("show", "Show one exercise: what it is, and how it is paced."),
    "play": ("play", "Play an exercise, with a check-in before and after."),
    "render": ("render", "Make audio files for a phone, with captions."),
    "phone": ("phone", "Make a page with check-in and player for a phone."),
    "share": ("share", "Bring exercises to a phone in the same Wi-Fi, and check-ins home."),
    "new": ("new", "Begin a script from a whole small exercise."),
    "listen": ("listen", "Hear a script from any place in it."),
    "watch": ("watch", "See and hear what each save changes in a script."),
    "check": ("check", "Look for mistakes in a script."),
    "import": ("importing", "Turn a script from Word, text, Markdown or HTML into our format."),
    "answer": ("answer", "Answer what import could not know, one by one."),
    "voices": ("voices", "Show, hear, add and remove voices."),
    "courses": ("courses", "Show a few exercises in a row, whenever you like."),
    "remind": ("remind", "Make a reminder for the calendar of your phone."),
    "journal": ("journal", "Look after your own record of practices."),
    "soundscapes": ("soundscapes", "Show the background sounds there are."),
    "cache": ("cache", "Look after the speech and the pieces of renders that are kept."),
    "doctor": ("doctor", "See what works here, and how to get what does not."),
    "completion": ("completion", "Let your shell complete commands and names."),
}
"""Name → module in this package and the line that help shows, so that help imports none of them."""

_USAGE = """Usage: feltsense [OPTIONS] COMMAND [ARGS]...

The player needs a terminal, and there is none here. Without one, try:
  feltsense list                      the exercises there are
  feltsense render feet-on-the-floor  an audio file for a phone, in this folder
  feltsense --plain                   the player in lines, also here
  feltsense --help                    all commands"""

_STOPPED = "\nStopped. Nothing is lost."


class _Commands(click.Group):
    """The commands, imported when they are needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"feltsense.cli.{_COMMANDS[cmd_name][0]}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as above
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in _COMMANDS.items()])

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        if args[0] not in _COMMANDS:
            from difflib import get_close_matches  # noqa: PLC0415 - for a mistake only

            near = get_close_matches(args[0], _COMMANDS, n=1)
            hint = f"Did you mean “{near[0]}”?" if near else "feltsense --help shows them."
            raise click.UsageError(f"There is no command “{args[0]}”. {hint}", ctx)
        return super().resolve_command(ctx, args)


@click.command(
    cls=_Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="feltsense COMMAND --help tells more about each. Everything stays on this machine.",
)
@click.option("--workspace", type=click.Path(path_type=Path), help="The folder with exercises/ and audio_cache/.")
@click.option("--plain", is_flag=True, help="In lines, for screen readers and pipes.")
@click.version_option(__version__, prog_name="feltsense")
@click.pass_context
def cli(ctx: click.Context, workspace: Path | None, *, plain: bool) -> None:
    """Guided somatic exercises from plain scripts: exactly timed, offline, kind.

    Alone, feltsense opens the player; that takes a terminal. feltsense --plain asks line by line.
    """
    ctx.obj = find_workspace(workspace)
    if os.environ.get("NO_COLOR"):
        ctx.color = False
    if ctx.invoked_subcommand is None:
        ctx.exit(_opened(ctx.obj, plain=plain))


def _opened(workspace: Workspace, *, plain: bool) -> int:
    """Open the player, or what comes nearest to it here; without a terminal, say how to use the commands."""
    if not plain and on_a_screen():
        from feltsense.tui.start import run  # noqa: PLC0415 - slow to import

        return run(workspace)
    if plain or in_a_terminal():
        from feltsense.cli.plain.menu import choose  # noqa: PLC0415 - as above

        return choose(workspace)
    echo(_USAGE, err=True)
    return Exit.USAGE


def main(argv: list[str] | None = None) -> int:
    """Run the program on `argv` (without the program's name) and return its exit code. Never raises."""
    limit_heap_growth()
    open_missing_streams()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal without our letters shows others, and no traceback
    try:
        result = cli.main(argv, prog_name="feltsense", standalone_mode=False)
        sys.stdout.flush()
    except SystemExit as ended:  # click's way to end a shell's question for completions
        result = ended.code
    except click.ClickException as error:
        _show_usage(error)
        result = Exit.USAGE if isinstance(error, click.UsageError) else Exit.FAILED
    except FeltsenseError as error:
        show_error(error)
        result = Exit.FAILED
    except (KeyboardInterrupt, click.Abort):
        echo(_STOPPED, err=True)
        result = Exit.INTERRUPTED
    except TerminatedError as ended:
        echo(_STOPPED, err=True)
        result = ended.exit_code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # the reader has gone: what is left to flush goes nowhere
        result = Exit.FINE
    except Exception as error:  # noqa: BLE001 - the last net: our mistake is told without a traceback
        _show_failure(error)
        result = Exit.FAILED
    return result if isinstance(result, int) else Exit.FINE


def _show_usage(error: click.ClickException) -> None:
    """Print what click says of wrong usage; what it quotes of the command line is made printable."""
    written = io.StringIO()
    error.show(written)
    echo(written.getvalue(), err=True, nl=False)


def _show_failure(error: Exception) -> None:
    """Print what may not be read or written; else that it is our mistake, and where, without anybody's words."""
    if os.environ.get("FELTSENSE_DEBUG") == "1":
        echo("".join(traceback.format_exception(error)), err=True)
        return
    if isinstance(error, PermissionError):
        what = error.filename or "Something"
        show_error(
            FeltsenseError(f"{what} cannot be used: {reason_of(error)}.", "Look at the rights of it and its folder.")
        )
        return
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        what = error.filename or "What came out"
        show_error(
            FeltsenseError(f"{what} could not be written: {reason_of(error)}.", "Make room there, and try again.")
        )
        return
    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{type(error).__name__} in {Path(frame.filename).name}:{frame.lineno}"
    echo(f"Something went wrong inside feltsense ({where}). This is our mistake, not yours.", err=True)
    echo("  FELTSENSE_DEBUG=1 shows more, for a report.", err=True)
