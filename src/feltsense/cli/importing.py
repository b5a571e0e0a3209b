"""`feltsense import`: a script that was written elsewhere, in our format."""

import shlex
import sys
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from feltsense.authoring.files import create_file
from feltsense.cli.context import OUTPUT, Exit
from feltsense.cli.output import echo, echo_document, echo_json
from feltsense.errors import ImportingError, reason_of
from feltsense.system.paths import is_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feltsense.importing.convert import ImportedScript
    from feltsense.importing.document import ImportChange

_EXAMPLES = """\b
feltsense import "Body scan.docx" -o body-scan.md
feltsense import page.html > page.md
pbpaste | feltsense import - -o pasted.md"""
_SHOWN = 4
"""Changes of one kind that are listed one by one."""
_WIDEST = 60


@click.command(epilog=_EXAMPLES)
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True), metavar="FILE|-")
@click.option("-o", "--output", type=OUTPUT, help="Where the script goes; else standard output.")
@click.option("--json", "as_json", is_flag=True, help="For programs: the report, and without -o the script, as JSON.")
@click.pass_context
def command(ctx: click.Context, file: Path, output: Path | None, *, as_json: bool) -> None:
    """Turn a script that was written elsewhere into one in our format: Word (.docx), PDF, EPUB, text, Markdown, HTML.

    Headings become sections, the many ways to write a pause become cues, directions in brackets become notes or
    questions to you (<!-- question: … -->). Nothing is lost: the report says what became of what. FILE may be - for
    standard input. A file that is there already is never written over.
    """
    from feltsense.importing.detect import MAX_FILE_BYTES, import_script  # noqa: PLC0415 - not needed for help

    made = import_script(_read_bytes(file, MAX_FILE_BYTES), "" if str(file) == "-" else file.stem)
    if output is not None:
        target = output / f"{file.stem}.md" if is_folder(output) else output
        create_file(target, made.script)
        _show_written(file, target, made, as_json=as_json)
    elif as_json:
        echo_json({"script": made.script, **_record(file, None, made)})
    else:
        echo_document(made.script)
        _report(file, made)
        if sys.stdout.isatty():
            name = "NAME" if str(file) == "-" else file.stem
            echo(f"\nNothing was written; -o {shlex.quote(f'{name}.md')} writes it.", err=True)
    ctx.exit(Exit.FINE)


def _show_written(file: Path, target: Path, made: "ImportedScript", *, as_json: bool) -> None:
    if as_json:
        echo_json(_record(file, target, made))
        return
    echo(target)
    _report(file, made)
    echo(f"\nNext: feltsense check {target}", err=True)


def _read_bytes(file: Path, most: int) -> bytes:
    """Return the file's bytes; of a larger file one more than `most`, so that it is refused."""
    if str(file) == "-":
        return sys.stdin.buffer.read(most + 1)
    try:
        with file.open("rb") as opened:
            return opened.read(most + 1)
    except OSError as error:
        raise ImportingError(f"{file} cannot be read: {reason_of(error)}.", "Check the path.") from error


def _record(file: Path, target: Path | None, made: "ImportedScript") -> dict[str, Any]:
    return {
        "path": str(file),
        "output": str(target) if target else None,
        "title": made.title,
        "sections": made.sections,
        "words": made.words,
        "questions": made.questions,
        "places": made.place_unit,
        "changes": [_change_record(change) for change in made.changes],
    }


def _change_record(change: "ImportChange") -> dict[str, Any]:
    return {"place": change.place, "turned": change.kind, "before": change.before, "after": change.after}


def _report(file: Path, made: "ImportedScript") -> None:
    """Show on standard error what became of what."""
    sections = f"{made.sections} section{'' if made.sections == 1 else 's'}"
    echo(f"“{made.title}”, from {file}: {sections}, {made.words} words to be spoken.", err=True)
    from feltsense.importing.document import ChangeKind  # noqa: PLC0415 - not needed for help

    order = list(ChangeKind)
    kinds = sorted(made.changes, key=lambda change: order.index(change.kind))
    for kind, changes in groupby(kinds, key=lambda change: change.kind):
        _report_kind(kind, list(changes), made.place_unit)
    if made.questions:
        what = "question stands" if made.questions == 1 else "questions stand"
        echo(f"\n{made.questions} {what} in the script: look for <!-- question", err=True)


def _report_kind(kind: str, changes: "Sequence[ImportChange]", place_unit: str) -> None:
    for change in changes[:_SHOWN]:
        before = change.before if len(change.before) <= _WIDEST else change.before[: _WIDEST - 1] + "…"
        after = f" → {change.after}" if change.after else ""
        echo(f"  {kind:9} {place_unit} {change.place}: {before}{after}", err=True)
    if len(changes) > _SHOWN:
        echo(f"  {kind:9} … and {len(changes) - _SHOWN} more (--json tells all)", err=True)
