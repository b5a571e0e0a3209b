"""`feltsense journal received`: what came from a phone and waits; it is shown, asked for, and brought in."""

import sys
from pathlib import Path

import click

from feltsense.cli.journal_reading import opened_journal
from feltsense.cli.output import confirm, echo, echo_json
from feltsense.cli.wrapping import wrap_text
from feltsense.journal.model import Practice
from feltsense.journal.practice_page import heard
from feltsense.journal.records import practice_record
from feltsense.journal.summary import import_in_words, practices_in_words
from feltsense.share.inbox import Inbox, waiting_in_words
from feltsense.system.paths import data_home
from feltsense.system.printable import printable_line, shortened

_TITLE = 48
"""Columns of a title."""

_DEEP = " " * 18


@click.command(short_help="Bring in what came from a phone.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--discard", is_flag=True, help="Delete what waits, instead of bringing it in.")
@click.option("--json", "as_json", is_flag=True, help="Only show it, for programs: JSON on standard output.")
def received(*, yes: bool, discard: bool, as_json: bool) -> None:
    """Show what came from a phone while exercises were shared and waits here, and bring it into the journal.

    Nothing of it is in the journal before you say so.
    """
    inbox = Inbox(data_home())
    files = inbox.files()  # before they are read: of what comes later nothing is deleted unseen
    waiting = inbox.waiting()
    for path in inbox.unreadable():
        echo(wrap_text(f"{path} cannot be read. It stays as it is."), err=True)
    if as_json:
        echo_json([practice_record(each, notes=True) for each in waiting])
        return
    for practice in waiting:
        echo(wrap_text(_row(practice), hanging=_DEEP))
    if discard:
        _discard(inbox, files, len(waiting), yes=yes)
    elif waiting:
        echo(f"{waiting_in_words(waiting)}.", err=True)
        offer_waiting(inbox, waiting, yes=yes)
    else:
        echo("Nothing waits.", err=True)


def offer_waiting(inbox: Inbox, waiting: tuple[Practice, ...], *, yes: bool = False) -> None:
    """Ask whether what waits is to be brought into the journal, and do so; where nobody can be asked, say how.

    Args:
        inbox: where it waits.
        waiting: what was shown of it.
        yes: do not ask.

    Raises:
        JournalError: the journal cannot be used. All of it still waits.
    """
    if not yes and not sys.stdin.isatty():
        echo(f"feltsense journal received --yes brings {them(len(waiting))} into the journal.", err=True)
        return
    if not yes and not confirm(f"Bring {them(len(waiting))} into the journal?"):
        echo(f"{'It waits' if len(waiting) == 1 else 'They wait'} on. feltsense journal received asks again.", err=True)
        return
    with opened_journal() as journal:
        counts = inbox.bring_in(journal)
    echo(import_in_words(counts), err=True)


def _discard(inbox: Inbox, files: tuple[Path, ...], count: int, *, yes: bool) -> None:
    if not yes:
        if not sys.stdin.isatty():
            raise click.UsageError("Nobody can be asked here; --yes deletes without asking.")
        if not confirm(f"Delete {practices_in_words(count)} here? On the phone they stay"):
            echo("Nothing was deleted.", err=True)
            return
    inbox.discard(files)
    echo(f"{practices_in_words(count)} deleted for good.", err=True)


def _row(practice: Practice) -> str:
    title = shortened(printable_line(practice.title), _TITLE)
    return f"{practice.began_at:%Y-%m-%d %H:%M}  {heard(practice):>10}  {title}"


def them(count: int) -> str:
    """Return what so many are called when they are spoken of again."""
    return "it" if count == 1 else "them"
