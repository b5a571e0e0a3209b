"""Choosing an exercise where nothing can be drawn: by what would help, in words or with a number for each."""

from collections.abc import Sequence
from datetime import datetime

from feltsense.cli.context import Exit
from feltsense.cli.output import show_error
from feltsense.cli.plain.console import Console
from feltsense.cli.plain.start import play_in_lines
from feltsense.cli.plain.support import Asker, SupportLines
from feltsense.cli.practised import asked_of_journal
from feltsense.errors import FeltsenseError
from feltsense.library.catalogue import Entry, list_exercises
from feltsense.library.search import NeedGroup, SearchIndex, group_by_need
from feltsense.practice.options import PracticeChoice
from feltsense.practice.suggesting import NO_HISTORY, Suggestion, read_history, suggest
from feltsense.system.paths import Workspace, data_home
from feltsense.system.settings import load_settings

_ANSWERS = "begins an exercise, words find one, ? shows people, Enter leaves."
_LEAVE = ("q", "quit")
"""What leaves, too, as it does at every other question."""
_FEW = 3
"""So many exercises are named for what was typed."""


def choose(workspace: Workspace) -> Exit:
    """Ask for an exercise and practise it, until none is wanted any more."""
    console = Console()
    home = data_home()
    support = SupportLines(console, home, load_settings(home).region)
    while True:
        found = group_by_need(list_exercises(workspace).entries)
        _show(console, found)
        chosen = _ExerciseQuestion(console, support, [entry for rows in found for entry in rows.entries]).ask()
        if chosen is None:
            console.write("That is all for now. Take care.")
            return Exit.FINE
        try:
            play_in_lines(workspace, PracticeChoice(chosen.slug), console)
        except FeltsenseError as error:
            show_error(error)


class _ExerciseQuestion:
    """Asks for one of the exercises that were shown.

    Args:
        console: where lines go, and come from.
        support: shows people to talk to.
        entries: in the order of their numbers, from 1.
    """

    def __init__(self, console: Console, support: SupportLines, entries: Sequence[Entry]) -> None:
        self._console = console
        self._support = support
        self._entries = entries
        self._numbers = {entry.slug: number for number, entry in enumerate(entries, 1)}

    def ask(self) -> Entry | None:
        """Return the exercise whose number was typed; None where none is wanted, or nobody will answer."""
        asker = Asker(self._console, self._support)
        line = asker.ask(f"\nWhat is it tonight? A few words, or a number.\nA number {_ANSWERS}")
        while line and line.lower() not in _LEAVE:
            if not line.isdecimal():
                self._suggest(line)
                prompt = f"\nA number {_ANSWERS}"
            elif 1 <= int(line) <= len(self._entries):
                return self._entries[int(line) - 1]
            else:
                prompt = f"“{line}” is none of these: they go from 1 to {len(self._entries)}.\nA number {_ANSWERS}"
            line = asker.ask(prompt)
        return None

    def _suggest(self, typed: str) -> None:
        """Name a few exercises that fit, with their numbers; people first where they are needed more."""
        history = asked_of_journal(read_history, NO_HISTORY)
        found = suggest(SearchIndex(self._entries), typed, datetime.now().astimezone().hour, history)
        if found.support:
            self._console.write()
            self._console.write_paragraph(found.why)
            self._support.write()
        self._name(found)

    def _name(self, found: Suggestion) -> None:
        self._console.write()
        if found.notice:
            self._console.write_paragraph(found.notice)
        if not found.support:
            self._console.write_paragraph(found.why)
        for entry in ((found.entry, *found.others) if found.entry else ())[:_FEW]:
            self._console.write(_row(self._numbers[entry.slug], entry))


def _show(console: Console, found: Sequence[NeedGroup]) -> None:
    number = 0
    for rows in found:
        console.write(f"\n{rows.need.words}")
        for entry in rows.entries:
            number += 1
            console.write(_row(number, entry))


def _row(number: int, entry: Entry) -> str:
    lengths = " or ".join(f"{minutes:g}" for minutes in entry.front.minutes)
    return f"  {number:2} {entry.front.title}{f', {lengths} minutes' if lengths else ''}"
