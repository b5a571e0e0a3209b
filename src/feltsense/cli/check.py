"""`feltsense check`: what is wrong in a script, with its line."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from feltsense.cli.context import pass_workspace, tell
from feltsense.cli.exits import Exit
from feltsense.cli.findings import record, shown
from feltsense.cli.names import EXERCISE
from feltsense.errors import LibraryError
from feltsense.library import Found, find
from feltsense.paths import Workspace
from feltsense.script.diagnostics import Severity
from feltsense.script.source import MOST_BYTES, source_lines

_EXAMPLES = """\b
feltsense check my-exercise.md
feltsense check exercises/"""


@click.command(epilog=_EXAMPLES)
@click.argument("paths", nargs=-1, required=True, type=EXERCISE, metavar="PATH…")
@click.option("--json", "as_json", is_flag=True, help="For programs: a JSON list on standard output.")
@pass_workspace
@click.pass_context
def command(ctx: click.Context, workspace: Workspace, paths: tuple[str, ...], *, as_json: bool) -> None:
    """Look for mistakes in scripts: each with its line, and what to write instead.

    PATH is a script, the name of an exercise, a folder of scripts, or - for standard input.
    """
    found: list[Found] = []
    unread = 0
    for path in paths:
        try:
            found += _scripts(path, workspace)
        except LibraryError as error:
            unread += 1
            tell(error)
    parsed = [(each, each.parse()) for each in found]
    if as_json:
        rows = [{"path": str(each.path), "diagnostics": [record(d) for d in p.diagnostics]} for each, p in parsed]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for each, p in parsed:
            lines = source_lines(each.source)
            for diagnostic in p.diagnostics:
                click.echo(shown(diagnostic, lines, each.path))
    counts = [sum(d.severity is severity for _, p in parsed for d in p.diagnostics) for severity in Severity]
    if found and not as_json:
        click.echo(_counted(len(found), counts), err=True)
    ctx.exit(Exit.FAILED if counts[0] or unread else Exit.FINE)


def _scripts(path: str, workspace: Workspace) -> Iterator[Found]:
    if path == "-":
        yield Found("script", Path("-"), sys.stdin.buffer.read(MOST_BYTES + 1))
    elif Path(path).is_dir():
        inside = sorted(Path(path).glob("*.md"))
        if not inside:
            raise LibraryError(f"There are no scripts (.md) in {path}.")
        yield from (find(str(each), workspace) for each in inside)
    else:
        yield find(path, workspace)


def _counted(scripts: int, counts: list[int]) -> str:
    what = "1 script" if scripts == 1 else f"{scripts} scripts"
    named = zip(counts, Severity, strict=True)
    found = ", ".join(f"{count} {severity}{'' if count == 1 else 's'}" for count, severity in named if count)
    return f"{what} read: {found or 'nothing found'}."
