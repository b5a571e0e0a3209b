"""Choosing an exercise where nothing can be drawn: by what would help, with a number for each."""

from collections.abc import Sequence

from feltsense.cli.context import Exit
from feltsense.cli.output import show_error
from feltsense.cli.plain.console import Console
from feltsense.cli.plain.start import play_in_lines
from feltsense.cli.plain.support import Asker, SupportLines
from feltsense.errors import FeltsenseError
from feltsense.library.catalogue import Entry, list_exercises
from feltsense.library.search import NeedGroup, group_by_need
from feltsense.practice.options import PracticeChoice
from feltsense.system.paths import Workspace, data_home
from feltsense.system.settings import load_settings

_ANSWERS = "begins an exercise, Enter leaves, ? shows people to talk to."


def choose(workspace: Workspace) -> Exit:
    """Ask for an exercise and practise it, until none is wanted any more."""
    console = Console()
    home = data_home()
    asker = Asker(console, SupportLines(console, home, load_settings(home).region))
    while True:
        found = group_by_need(list_exercises(workspace).entries)
        _show(console, found)
        chosen = _ask(asker, [entry for rows in found for entry in rows.entries])
        if chosen is None:
            console.write("That is all for now. Take care.")
            return Exit.FINE
        try:
            play_in_lines(workspace, PracticeChoice(chosen.slug), console)
        except FeltsenseError as error:
            show_error(error)


def _ask(asker: Asker, entries: Sequence[Entry]) -> Entry | None:
    """Return the exercise whose number was typed; None where none is wanted, or nobody will answer."""
    line = asker.ask(f"\nA number {_ANSWERS}")
    while line:
        if line.isdecimal() and 1 <= int(line) <= len(entries):
            return entries[int(line) - 1]
        line = asker.ask(f"“{line}” is none of these. A number from 1 to {len(entries)} {_ANSWERS}")
    return None


def _show(console: Console, found: Sequence[NeedGroup]) -> None:
    number = 0
    for rows in found:
        console.write(f"\n{rows.need.words}")
        for entry in rows.entries:
            number += 1
            lengths = " or ".join(f"{minutes:g}" for minutes in entry.front.minutes)
            console.write(f"  {number:2} {entry.front.title}{f', {lengths} minutes' if lengths else ''}")
