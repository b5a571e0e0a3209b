"""`feltsense cache`: size, pruning and clearing of the speech cache, and of what is kept to start quickly."""

import sys

import click

from feltsense.cli.context import pass_workspace
from feltsense.cli.output import confirm, echo, echo_json
from feltsense.system.cache_folder import RemovedEntries
from feltsense.system.machine_cache import clear_machine_cache, machine_cache_usage
from feltsense.system.paths import Workspace, cache_limit, parse_size
from feltsense.voice.cache import SpeechCache


@click.group()
def command() -> None:
    """Look after the speech that is kept in audio_cache/, and what is kept to start quickly.

    The speech makes the next render quick. Long lists of exercises and the dictionaries of the voice are kept too, for
    all workspaces. All of it can be deleted at any time: what is needed is made again.
    """


@command.command()
@click.option("--json", "as_json", is_flag=True, help="For programs: JSON on standard output.")
@pass_workspace
def info(workspace: Workspace, *, as_json: bool) -> None:
    """Show how much is kept, and where."""
    found, quick = _cache(workspace).usage(), machine_cache_usage()
    if as_json:
        row = {"folder": str(found.folder), "entries": found.entries, "size": found.size, "limit": found.limit}
        folder = str(quick.folder) if quick.folder else None
        echo_json({**row, "quick_start": {"folder": folder, "files": quick.files, "size": quick.size}})
        return
    echo(f"{found.entries} phrases, {_size(found.size)} of {_size(found.limit)}, in {found.folder}")
    if quick.files:
        echo(f"{_files(quick.files)} for a quick start, {_size(quick.size)}, in {quick.folder}")


@command.command()
@click.option("--limit", metavar="SIZE", help="How much may stay, for instance 500MB.")
@pass_workspace
def prune(workspace: Workspace, limit: str | None) -> None:
    """Let go of what was not used for longest."""
    _report(_cache(workspace).prune(parse_size(limit) if limit else None))


@command.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
@pass_workspace
def clear(workspace: Workspace, *, yes: bool) -> None:
    """Delete all speech that is kept, and what is kept to start quickly."""
    cache = _cache(workspace)
    if sys.stdin.isatty() and not yes:
        confirm(
            f"Delete all speech in {cache.folder}, and what is kept to start quickly? All of it can be made again",
            abort=True,
        )
    _report(cache.clear())
    quick = clear_machine_cache()
    if quick.files:
        echo(f"{_files(quick.files)} for a quick start deleted, {_size(quick.size)} freed.", err=True)


def _cache(workspace: Workspace) -> SpeechCache:
    return SpeechCache(workspace.audio_cache, cache_limit())


def _report(removed: RemovedEntries) -> None:
    echo(f"{removed.entries} phrases deleted, {_size(removed.bytes)} freed.", err=True)


def _files(count: int) -> str:
    return "1 file" if count == 1 else f"{count} files"


def _size(size: int) -> str:
    return f"{size / 1024**3:.1f} GB" if size >= 1024**3 else f"{size / 1024**2:.1f} MB"
