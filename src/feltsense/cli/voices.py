"""`feltsense voices`: the voices that work here, and why the others do not; adding, hearing and removing them."""

from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from feltsense.cli.context import Exit, TerminatedError, VoiceName, ended_by_signals
from feltsense.cli.output import Styled, confirm, echo, echo_json
from feltsense.cli.play import OUTPUTS
from feltsense.cli.wrapping import columns, wrap_text
from feltsense.errors import FeltsenseError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from feltsense.cli.progress import AddProgress
    from feltsense.voice.added.model import AddedVoice
    from feltsense.voice.port import VoiceStatus

    _Show = Callable[[tuple[AddedVoice, ...], tuple[AddedVoice, ...]], None]
    """Shows voices that were added, and others that had been before."""

_AS_JSON = click.option("--json", "as_json", is_flag=True, help="For programs: JSON on standard output.")

_SPEAKERS = 12
"""So many of a voice's speakers are shown."""

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
        _show_status(status)


@command.command(short_help="Add voices that you have.", epilog=_EXAMPLES)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False), metavar="FILE…")
@click.option("--name", "names", multiple=True, help="What it is called; of a file of many: which one.")
@click.option("--language", default="", metavar="TAG", help="What it speaks, where its files do not tell: de-DE.")
@_AS_JSON
@click.pass_context
def add(ctx: click.Context, files: tuple[Path, ...], names: tuple[str, ...], language: str, *, as_json: bool) -> None:
    """Add voices from files, folders or wheels that you have: of Piper, Kokoro or hibari.

    What each file is shows in what is in it. It is copied into your data folder once it has spoken a few words.
    Nothing is downloaded, and no pickle (.pt) is ever opened.
    """
    show = _echo_records if as_json else _show_added
    with _showing_early_end(ctx, show) as progress:
        from feltsense.voice.added.add import AddWishes, add_voices  # noqa: PLC0415 - not needed for help

        report = add_voices(files, AddWishes(names, language), progress)
    for line in report.passed_over:
        echo(wrap_text(line), err=True)
    show(report.added, report.already)


@contextmanager
def _showing_early_end(ctx: click.Context, show: "_Show") -> "Iterator[AddProgress]":
    """Show how far voices are being added; where that ends before all are, show those that are there."""
    from feltsense.cli.progress import AddProgress  # noqa: PLC0415 - not needed for help

    progress = AddProgress()
    try:
        with progress, ended_by_signals():
            yield progress
    except FeltsenseError:
        if progress.there:
            show(progress.there, ())
        raise
    except (KeyboardInterrupt, TerminatedError) as ended:
        echo("\nStopped. ", "Added before that:" if progress.there else "Nothing was added.", err=True)
        if progress.there:
            show(progress.there, ())
        ctx.exit(getattr(ended, "exit_code", Exit.INTERRUPTED))


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


def _show_status(status: "VoiceStatus") -> None:
    """Print a voice with all its languages, in lines that fit."""
    mark, colour = ("works", "green") if status.works else ("not here", "yellow")
    fits = len(f"{status.name}  {mark}  {status.summary}") <= columns()
    echo(Styled(status.name, bold=True), "  ", Styled(mark, colour), f"  {status.summary}" if fits else "")
    told = ["" if fits else status.summary, status.reason]
    if status.works and status.languages:
        told.insert(1, f"languages: {', '.join(status.languages)}")
    if status.speakers:
        told.insert(2, _speaker_words(status))
    for text in filter(None, told):
        echo(wrap_text(text, "    "))


def _speaker_words(status: "VoiceStatus") -> str:
    """Return how a voice's speakers are chosen, and the first of them."""
    count, some = len(status.speakers), ", ".join(status.speakers[:_SPEAKERS])
    more = f" and {count - _SPEAKERS} more, all of them with --json" if count > _SPEAKERS else ""
    return (
        f"speakers: {some}{more}. One is chosen as {status.name}:{status.speakers[0]}; {status.name} alone is the one "
        "that its config names, and that was measured."
    )


def _show_added(added: "tuple[AddedVoice, ...]", already: "tuple[AddedVoice, ...]") -> None:
    for voice in added:
        echo(Styled(voice.full_name, bold=True), f" is added: {', '.join(voice.languages)}. Licence: {voice.licence}.")
        if voice.speakers:
            echo(f"  It has {len(voice.speakers)} speakers; feltsense voices tells how they are chosen.")
    for voice in already:
        echo(Styled(voice.full_name, bold=True), " is there already, from the same file.")
    if added:
        first = added[0].full_name
        echo(f"  Hear it: feltsense voices hear {first}")
        echo(f"  In a script: voice: {first}")


def _echo_records(added: "tuple[AddedVoice, ...]", already: "tuple[AddedVoice, ...]") -> None:
    echo_json([_record(voice, is_new=voice in added) for voice in (*added, *already)])


def _record(voice: "AddedVoice", *, is_new: bool) -> dict[str, object]:
    return {"name": voice.full_name, "added": is_new, "languages": voice.languages, "licence": voice.licence}
