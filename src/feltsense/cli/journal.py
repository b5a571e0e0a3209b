"""`feltsense journal`: the listener's own record, to look at, take along, bring in and delete."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import click

from feltsense.cli.output import confirm, echo, echo_document, echo_json
from feltsense.errors import JournalError, reason_of
from feltsense.journal.files import copies, damaged_files, journal_exists, journal_path
from feltsense.journal.model import Practice
from feltsense.journal.practice_page import distress_columns, practice_page
from feltsense.journal.records import ExportFormat, practice_record
from feltsense.journal.store import Journal, open_journal
from feltsense.system.files import replacing
from feltsense.system.paths import data_home
from feltsense.system.printable import printable, printable_line, shortened
from feltsense.system.temporary import sweep
from feltsense.units import clock_of_ms

_TITLE = 28
"""Columns of a title in a list."""

_AS_JSON = click.option("--json", "as_json", is_flag=True, help="For programs: JSON on standard output.")


@click.group()
def command() -> None:
    """Look after your own record of practices.

    It is one file on this machine, for you alone. Nothing of it is ever sent anywhere.
    """


@command.command("list", short_help="Show your practices.")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="How many, the newest first.")
@_AS_JSON
def list_(limit: int, *, as_json: bool) -> None:
    """Show your practices, the newest first.

    The number in the first column is what show and delete ask for.
    """
    found: tuple[Practice, ...] = ()
    count = 0
    if journal_exists(data_home()):
        with _opened() as journal:
            found, count = journal.practices(limit), journal.count()
    for practice in found:
        _show_damage(practice)
    if as_json:
        echo_json([_record(each) for each in found])
        return
    for practice in found:
        echo(_row(practice))
    if not count:
        echo("No practices yet.", err=True)
    elif count > len(found):
        echo(f"  {len(found)} of {count}; --limit shows more.", err=True)


@command.command(short_help="Show one practice.")
@click.argument("number", type=int)
@_AS_JSON
def show(number: int, *, as_json: bool) -> None:
    """Show one practice: what was done, and what you said before and after."""
    with _journal() as journal:
        practice = journal.practice(number)
    _show_damage(practice)
    if as_json:
        echo_json(_record(practice))
        return
    for each in _page(practice):
        echo(each)


@command.command(short_help="Take your practices along.")
@click.option(
    "--format", "form", type=click.Choice([form.value for form in ExportFormat]), help="Else by FILE's name, else csv."
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, readable=False),
    help="A FILE; else standard output.",
)
@click.option("--notes", is_flag=True, help="Your own lines, too; they are left out otherwise.")
@click.option("--preview", "only_preview", is_flag=True, help="Only say what it will hold.")
def export(form: str | None, output: Path | None, *, notes: bool, only_preview: bool) -> None:
    """Take your practices along, as CSV or JSON; feltsense journal import brings them back."""
    from feltsense.journal.export import preview_export, write_export  # noqa: PLC0415 - not needed to look at it

    chosen = ExportFormat(form or ("json" if output and output.suffix.lower() == ".json" else "csv"))
    with _journal() as journal:
        held = preview_export(_with_damage_shown(journal.all()), notes=notes)
        for sentence in held.sentences():
            echo(sentence, err=not only_preview)
        if not only_preview:
            _put(write_export(journal.all(), chosen, notes=notes), output, mark=chosen is ExportFormat.CSV)


@command.command("import", short_help="Bring in what was exported.")
@click.argument("file", type=click.File("rb"))
def import_(file: BinaryIO) -> None:
    """Bring in what was exported; what is here already stays as it is. FILE - is standard input."""
    from feltsense.journal.export import read_export  # noqa: PLC0415 - as above

    try:
        text = file.read().decode()
    except UnicodeDecodeError as error:
        raise JournalError("That is no journal that feltsense has exported.", "It is no UTF-8 text.") from error
    with _opened() as journal:
        added = journal.import_practices(read_export(text))
    were = "was" if added.known == 1 else "were"
    known = f"; {_practices(added.known)} {were} here already" if added.known else ""
    echo(f"{_practices(added.new)} brought in{known}.", err=True)


@command.command(short_help="Delete practices for good.")
@click.argument("numbers", type=int, nargs=-1, metavar="[NUMBER]…")
@click.option("--all", "everything", is_flag=True, help="Every practice, and every copy of the journal.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def delete(numbers: tuple[int, ...], *, everything: bool, yes: bool) -> None:
    """Delete practices for good: nothing of them stays in the file, nor in copies of it."""
    if everything == bool(numbers):
        raise click.UsageError("Say which practices, or --all.")
    path = journal_path(data_home())
    remains = everything and bool(copies(path) + damaged_files(path))
    with _opened() if remains else _journal() as journal:
        for number in numbers:
            journal.practice(number)  # all of them are there, or none is deleted
        what = _practices(journal.count() if everything else len(set(numbers)))
        if not _agreed(what, yes=yes):
            echo("Nothing was deleted.", err=True)
            return
        gone = journal.delete_all() if everything else journal.delete(set(numbers))
    if everything:
        _sweep_here()
    echo(f"{_practices(gone)} deleted for good.", err=True)


def _sweep_here() -> None:
    """Remove what a killed export may have left in the current folder: it holds practices, too."""
    try:
        sweep(Path.cwd())
    except OSError as error:
        echo(f"What a killed export may have left in this folder cannot be removed: {reason_of(error)}.", err=True)


def _agreed(what: str, *, yes: bool) -> bool:
    """Ask, unless `yes` was said beforehand."""
    if yes:
        return True
    if not sys.stdin.isatty():
        raise click.UsageError("Nobody can be asked here; --yes deletes without asking.")
    return confirm(f"Delete {what}? This cannot be undone")


def _journal() -> Journal:
    """Open the journal that is there: looking makes none.

    Raises:
        JournalError: there is none.
    """
    if not journal_exists(data_home()):
        raise JournalError("There is no journal yet.", "It begins with your first practice.")
    return _opened()


def _opened() -> Journal:
    journal = open_journal(data_home())
    if journal.set_aside:
        echo(f"The journal was damaged. It is now {journal.set_aside}; a new one begins.", err=True)
    return journal


def _row(practice: Practice) -> str:
    """Return a practice in at most 80 columns: number, when, what, how long, distress before and after."""
    title = shortened(printable_line(practice.title), _TITLE)
    distress = distress_columns(practice)
    heard = clock_of_ms(practice.heard_ms)
    return (
        f"{practice.id:>6}  {practice.began_at:%Y-%m-%d %H:%M}  {title:{_TITLE}} {heard:>6}  "
        f"{distress.before:>2} → {distress.after:>2} {distress.change}"
    )


def _page(practice: Practice) -> Iterator[str]:
    """Yield all of a practice, line by line."""
    title, *blocks = practice_page(practice)
    yield f"{printable_line(title.head)}  ({printable_line(practice.slug)})"
    yield from title.lines
    for block in blocks:
        for line in block.lines:
            yield printable(f"{block.head}: {line}" if block.head else line)


def _with_damage_shown(practices: Iterable[Practice]) -> Iterator[Practice]:
    for practice in practices:
        _show_damage(practice)
        yield practice


def _show_damage(practice: Practice) -> None:
    """Say on standard error what of a practice cannot be read, and what can be done."""
    if practice.damaged:
        what = ", ".join(practice.damaged)
        echo(f"Practice {practice.id} is damaged in the journal's file: {what} cannot be read.", err=True)
        echo(f"  It is kept as it is; feltsense journal delete {practice.id} deletes it.", err=True)


def _record(practice: Practice) -> dict[str, object]:
    return {"id": practice.id, **practice_record(practice, notes=True)}


def _practices(count: int) -> str:
    return "1 practice" if count == 1 else f"{count} practices"


def _put(pieces: Iterable[str], output: Path | None, *, mark: bool) -> None:
    """Write to standard output, or to a file that only its owner can read: whole, or not at all.

    Args:
        pieces: the text.
        output: the file; None for standard output.
        mark: begin a file with the mark by which spreadsheets know UTF-8.
    """
    if output is None:
        for piece in pieces:
            echo_document(piece)
        return
    try:
        _expect_replaceable(output)
        with (
            replacing(output, private=True) as temporary,
            temporary.open("w", encoding="utf-8-sig" if mark else "utf-8", newline="") as file,
        ):
            file.writelines(pieces)
    except OSError as error:
        raise JournalError(
            f"{output} cannot be written: {reason_of(error)}.", "Choose another place with -o."
        ) from error
    echo(output)


def _expect_replaceable(path: Path) -> None:
    """See that an export may be written at `path`: there is nothing yet, or an earlier export.

    Raises:
        JournalError: there is something else.
        OSError: it cannot be read.
    """
    from feltsense.journal.export import is_export  # noqa: PLC0415 - as above

    if path.exists() and path.stat().st_size and not is_export(path):
        raise JournalError(
            f"{path} is there already. It is no export of a journal, and stays as it is.",
            "Choose another name with -o, or move it away.",
        )
