"""`feltsense cache`: size, pruning and clearing of the speech cache."""

import sys

import click

from feltsense.cli.context import pass_workspace
from feltsense.cli.output import confirm, echo, echo_json
from feltsense.system.cache_folder import RemovedEntries
from feltsense.system.paths import Workspace, cache_limit, parse_size
from feltsense.voice.cache import SpeechCache


@click.group()
def command() -> None:
    """Look after the speech that is kept in audio_cache/.

    It makes the next render quick. It can be deleted at any time: what is needed is spoken again.
    """


@command.command()
@click.option("--json", "as_json", is_flag=True, help="For programs: JSON on standard output.")
@pass_workspace
def info(workspace: Workspace, *, as_json: bool) -> None:
    """Show how much is kept, and where."""
    found = _cache(workspace).usage()
    if as_json:
        row = {"folder": str(found.folder), "entries": found.entries, "size": found.size, "limit": found.limit}
        echo_json(row)
        return
    echo(f"{found.entries} phrases, {_size(found.size)} of {_size(found.limit)}, in {found.folder}")


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
    """Delete all speech that is kept."""
    cache = _cache(workspace)
    if sys.stdin.isatty() and not yes:
        confirm(f"Delete all speech in {cache.folder}? It can be spoken again", abort=True)
    _report(cache.clear())


def _cache(workspace: Workspace) -> SpeechCache:
    return SpeechCache(workspace.audio_cache, cache_limit())


def _report(removed: RemovedEntries) -> None:
    echo(f"{removed.entries} phrases deleted, {_size(removed.bytes)} freed.", err=True)


def _size(size: int) -> str:
    return f"{size / 1024**3:.1f} GB" if size >= 1024**3 else f"{size / 1024**2:.1f} MB"
