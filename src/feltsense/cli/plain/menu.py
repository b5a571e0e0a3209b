"""Choosing an exercise where nothing can be drawn: by what would help, with a number for each."""

from collections.abc import Sequence

from feltsense.cli.context import Exit
from feltsense.cli.output import show_error
from feltsense.cli.plain.console import Console
from feltsense.cli.plain.start import play_in_lines
from feltsense.errors import FeltsenseError
from feltsense.library.catalogue import list_exercises
from feltsense.library.search import NeedGroup, group_by_need
from feltsense.practice.options import PracticeChoice
from feltsense.system.paths import Workspace


def choose(workspace: Workspace) -> Exit:
    """Ask for an exercise and practise it, until none is wanted any more."""
    console = Console()
    while True:
        found = group_by_need(list_exercises(workspace).entries)
        entries = [entry for rows in found for entry in rows.entries]
        _show(console, found)
        answer = console.ask("\nA number begins an exercise, Enter leaves.")
        if answer is None or not answer.isdecimal() or not 1 <= int(answer) <= len(entries):
            return Exit.FINE
        try:
            play_in_lines(workspace, PracticeChoice(entries[int(answer) - 1].slug), console)
        except FeltsenseError as error:
            show_error(error)


def _show(console: Console, found: Sequence[NeedGroup]) -> None:
    number = 0
    for rows in found:
        console.write(f"\n{rows.need.words}")
        for entry in rows.entries:
            number += 1
            lengths = " · ".join(f"{minutes:g}" for minutes in entry.front.minutes)
            console.write(f"  {number:2} {entry.front.title}{f', {lengths} minutes' if lengths else ''}")
