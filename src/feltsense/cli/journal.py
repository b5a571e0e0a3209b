"""`feltsense journal`: the listener's own record, to look at, take along, bring in and delete."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from feltsense.cli.context import pass_workspace
from feltsense.cli.journal_reading import exercises, existing_journal, list_, note, opened_journal, show, show_damage
from feltsense.cli.output import confirm, echo, echo_document
from feltsense.cli.received import received
from feltsense.errors import JournalError, reason_of
from feltsense.journal.files import copies, damaged_files, journal_path
from feltsense.journal.model import Practice
from feltsense.journal.records import ExportFormat
from feltsense.journal.summary import import_in_words, practices_in_words
from feltsense.share.inbox import Inbox
from feltsense.system.files import replacing
from feltsense.system.paths import Workspace, data_home
from feltsense.system.temporary import sweep


@click.group()
def command() -> None:
    """Look after your own record of practices.

    It is one file on this machine, for you alone. Nothing of it is ever sent anywhere.
    """


for each in (list_, show, exercises, note, received):
    command.add_command(each)


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
    with existing_journal() as journal:
        held = preview_export(_with_damage_shown(journal.all()), notes=notes)
        for sentence in held.sentences():
            echo(sentence, err=not only_preview)
        if not only_preview:
            _put(write_export(journal.all(), chosen, notes=notes), output, mark=chosen is ExportFormat.CSV)


@command.command("import", short_help="Bring in what was exported.")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True), metavar="FILE|-")
@pass_workspace
def import_(workspace: Workspace, file: Path) -> None:
    """Bring in what was exported, or taken home from a phone. FILE may be - for standard input.

    What is here already stays as it is; where an end or an answer is missing here, it is added.
    """
    from feltsense.journal.export import read_export  # noqa: PLC0415 - as above
    from feltsense.share.receiving import with_true_names  # noqa: PLC0415 - as above

    try:
        text = _read(file).decode()
    except UnicodeDecodeError as error:
        raise JournalError("That is no journal that feltsense has exported.", "It is no UTF-8 text.") from error
    practices = with_true_names(read_export(text), workspace)
    with opened_journal() as journal:
        echo(import_in_words(journal.import_practices(practices)), err=True)


def _read(file: Path) -> bytes:
    """Return what is in a file, or on standard input.

    Raises:
        JournalError: there is no such file, or it cannot be read.
    """
    if str(file) == "-":
        return sys.stdin.buffer.read()
    try:
        return file.read_bytes()
    except FileNotFoundError as error:
        raise JournalError(f"There is no file {file}.", "Check the path.") from error
    except OSError as error:
        raise JournalError(f"{file} cannot be read: {reason_of(error)}.", "Check the path.") from error


@command.command(short_help="Delete practices for good.")
@click.argument("numbers", type=int, nargs=-1, metavar="[NUMBER]…")
@click.option("--all", "everything", is_flag=True, help="Every practice, what waits from a phone, and every copy.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def delete(numbers: tuple[int, ...], *, everything: bool, yes: bool) -> None:
    """Delete practices for good: nothing of them stays in the file, nor in copies of it."""
    if everything == bool(numbers):
        raise click.UsageError("Say which practices, or --all.")
    path = journal_path(data_home())
    inbox = Inbox(data_home())
    waiting = len(inbox.waiting()) if everything else 0
    remains = everything and bool(copies(path) + damaged_files(path) or inbox.files())
    with opened_journal() if remains else existing_journal() as journal:
        for number in numbers:
            journal.practice(number)  # all of them are there, or none is deleted
        what = practices_in_words(journal.count() + waiting if everything else len(set(numbers)))
        if not _agreed(what, yes=yes):
            echo("Nothing was deleted.", err=True)
            return
        gone = journal.delete_all() if everything else journal.delete(set(numbers))
    if everything:
        inbox.discard()
        _sweep_here()
    echo(f"{practices_in_words(gone + waiting)} deleted for good.", err=True)


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


def _with_damage_shown(practices: Iterable[Practice]) -> Iterator[Practice]:
    for practice in practices:
        show_damage(practice)
        yield practice


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
