"""`feltsense voices`: the voices that work here, and why the others do not; adding, hearing and removing them."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from feltsense.cli.context import VoiceName, ended_by_signals
from feltsense.cli.output import Styled, confirm, echo, echo_json
from feltsense.cli.play import OUTPUTS
from feltsense.cli.wrapping import wrap_text

if TYPE_CHECKING:
    from feltsense.voice.added.add import AddReport
    from feltsense.voice.added.model import AddedVoice

_AS_JSON = click.option("--json", "as_json", is_flag=True, help="For programs: JSON on standard output.")

_EXAMPLES = """\b
feltsense voices add de_DE-thorsten-medium.onnx      Piper; its .onnx.json beside it
feltsense voices add kokoro-v1.0.int8.onnx ff_siwis.bin
feltsense voices add voices-v1.0.bin --name ef_dora  one of a file of many"""


@click.group(invoke_without_command=True)
@_AS_JSON
@click.pass_context
def command(ctx: click.Context, *, as_json: bool) -> None:
    """Show the voices that work here, and why the others do not.

    A voice is chosen in a script's front matter (voice: heart) or with --voice.
    """
    if ctx.invoked_subcommand is not None:
        return
    from feltsense.voice.registry import voice_statuses  # noqa: PLC0415 - looks at engines, which help does without

    found = voice_statuses()
    if as_json:
        echo_json([asdict(status) for status in found])
        return
    for status in found:
        mark = Styled("works", "green") if status.works else Styled("not here", "yellow")
        echo(Styled(status.name, bold=True), "  ", mark, f"  {status.summary}")
        if status.works and status.languages:
            echo(wrap_text(f"languages: {_first_languages(status.languages)}", "    "))
        if status.reason:
            echo(wrap_text(status.reason, "    "))


@command.command(short_help="Add voices that you have.", epilog=_EXAMPLES)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False), metavar="FILE…")
@click.option("--name", "names", multiple=True, help="What it is called; of a file of many: which one.")
@click.option("--language", default="", metavar="TAG", help="What it speaks, where its files do not tell: de-DE.")
@_AS_JSON
def add(files: tuple[Path, ...], names: tuple[str, ...], language: str, *, as_json: bool) -> None:
    """Add voices from files, folders or wheels that you have: of Piper, Kokoro or hibari.

    What each file is shows in what is in it. It is copied into your data folder once it has spoken a few words.
    Nothing is downloaded, and no pickle (.pt) is ever opened.
    """
    from feltsense.voice.added.add import AddWishes, add_voices  # noqa: PLC0415 - not needed for help

    with ended_by_signals():
        report = add_voices(files, AddWishes(names, language), lambda step: echo(f"{step} …", err=True))
    for line in report.passed_over:
        echo(wrap_text(line), err=True)
    if as_json:
        echo_json([_record(voice, is_new=voice in report.added) for voice in (*report.added, *report.already)])
    else:
        _show_added(report)


@command.command(short_help="Remove a voice that was added.")
@click.argument("name", type=VoiceName(built_in=False, shortened=True))
@click.option("--yes", is_flag=True, help="Do not ask.")
def remove(name: str, *, yes: bool) -> None:
    """Remove the added voice called NAME with its files. Where it came from, nothing is touched."""
    from feltsense.voice.added.remove import find_added, remove_voice  # noqa: PLC0415 - not needed for help

    full_name = find_added(name)
    if not yes:
        confirm(f"Remove the voice {full_name} from feltsense?", abort=True)
    with ended_by_signals():
        freed = remove_voice(full_name)
    echo(f"{full_name} is removed; {freed / 1e6:.1f} MB are free again.")


@command.command(short_help="Hear a voice.")
@click.argument("name", type=VoiceName(shortened=True))
@click.argument("text", required=False)
@click.option("--output", type=click.Choice(OUTPUTS), metavar="WAY", default="auto", help="How it is heard.")
@click.pass_context
def hear(ctx: click.Context, name: str, text: str | None, output: str) -> None:
    """Hear the voice called NAME speak TEXT, or a few words of its language. Ctrl-C ends it."""
    from feltsense.cli.voice_player import play_voice  # noqa: PLC0415 - loads engines, which help does without

    ctx.exit(play_voice(name, text or "", output))


def _show_added(report: "AddReport") -> None:
    for voice in report.added:
        echo(Styled(voice.full_name, bold=True), f" is added: {', '.join(voice.languages)}. Licence: {voice.licence}.")
    for voice in report.already:
        echo(Styled(voice.full_name, bold=True), " is there already, from the same file.")
    if report.added:
        first = report.added[0].full_name
        echo(f"  Hear it: feltsense voices hear {first}")
        echo(f"  In a script: voice: {first}")


def _record(voice: "AddedVoice", *, is_new: bool) -> dict[str, object]:
    return {"name": voice.full_name, "added": is_new, "languages": voice.languages, "licence": voice.licence}


def _first_languages(languages: tuple[str, ...]) -> str:
    shown = ", ".join(languages[:12])
    return f"{shown} and {len(languages) - 12} more" if len(languages) > 12 else shown
