"""`feltsense cache`: looks after speech, pieces of rendered files, and what is kept to start quickly."""

import sys

import click

from feltsense.cli.context import pass_workspace
from feltsense.cli.output import confirm, echo, echo_json
from feltsense.render.cache import RENDER_SHARE, RenderCache, open_render_cache
from feltsense.system.cache_folder import CacheUsage, RemovedEntries
from feltsense.system.machine_cache import clear_machine_cache, machine_cache_usage
from feltsense.system.paths import Workspace, cache_limit, parse_size
from feltsense.voice.cache import SpeechCache


@click.group()
def command() -> None:
    """Look after the speech and the pieces of rendered files in audio_cache/, and what is kept to start quickly.

    They make the next render quick. Pieces of rendered files may take a quarter of what speech may take. Long lists of
    exercises and the dictionaries of the voice are kept too, for all workspaces. All of it can be deleted at any time:
    what is needed is made again.
    """


@command.command()
@click.option("--json", "as_json", is_flag=True, help="For programs: JSON on standard output.")
@pass_workspace
def info(workspace: Workspace, *, as_json: bool) -> None:
    """Show how much is kept, and where."""
    speech, encoded = (cache.usage() for cache in _caches(workspace))
    quick = machine_cache_usage()
    if as_json:
        folder = str(quick.folder) if quick.folder else None
        quick_row = {"folder": folder, "files": quick.files, "size": quick.size}
        echo_json({**_row(speech), "encoded": _row(encoded), "quick_start": quick_row})
        return
    echo(f"{speech.entries} phrases, {_size(speech.size)} of {_size(speech.limit)}, in {speech.folder}")
    if encoded.entries:
        size = f"{_size(encoded.size)} of {_size(encoded.limit)}"
        echo(f"{_pieces(encoded.entries)} of rendered files, {size}, in {encoded.folder}")
    if quick.files:
        echo(f"{_files(quick.files)} for a quick start, {_size(quick.size)}, in {quick.folder}")


@command.command()
@click.option("--limit", metavar="SIZE", help="How much speech may stay, for instance 500MB.")
@pass_workspace
def prune(workspace: Workspace, limit: str | None) -> None:
    """Let go of what was not used for longest. Of rendered files, pieces of a quarter of the limit may stay."""
    allowed = parse_size(limit) if limit else cache_limit()
    speech, encoded = _caches(workspace)
    _report(speech.prune(allowed), encoded.prune(allowed // RENDER_SHARE))


@command.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
@pass_workspace
def clear(workspace: Workspace, *, yes: bool) -> None:
    """Delete all speech and pieces of rendered files that are kept, and what is kept to start quickly."""
    speech, encoded = _caches(workspace)
    if sys.stdin.isatty() and not yes:
        confirm(
            f"Delete all speech and pieces of rendered files in {speech.folder}, and what is kept to start quickly? "
            "All of it can be made again",
            abort=True,
        )
    _report(speech.clear(), encoded.clear())
    quick = clear_machine_cache()
    if quick.files:
        echo(f"{_files(quick.files)} for a quick start deleted, {_size(quick.size)} freed.", err=True)


def _caches(workspace: Workspace) -> tuple[SpeechCache, RenderCache]:
    return SpeechCache(workspace.audio_cache, cache_limit()), open_render_cache(workspace)


def _row(found: CacheUsage) -> dict[str, str | int]:
    return {"folder": str(found.folder), "entries": found.entries, "size": found.size, "limit": found.limit}


def _report(speech: RemovedEntries, encoded: RemovedEntries) -> None:
    echo(f"{speech.entries} phrases deleted, {_size(speech.bytes)} freed.", err=True)
    if encoded.entries:
        echo(f"{_pieces(encoded.entries)} of rendered files deleted, {_size(encoded.bytes)} freed.", err=True)


def _pieces(count: int) -> str:
    return "1 piece" if count == 1 else f"{count} pieces"


def _files(count: int) -> str:
    return "1 file" if count == 1 else f"{count} files"


def _size(size: int) -> str:
    return f"{size / 1024**3:.1f} GB" if size >= 1024**3 else f"{size / 1024**2:.1f} MB"
