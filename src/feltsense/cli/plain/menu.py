"""Choosing an exercise where nothing is drawn: by what would help, in words or with a number for each."""

import shlex
from collections.abc import Callable, Iterable
from datetime import datetime

from feltsense.cli.context import Exit
from feltsense.cli.listing import NO_EXERCISE
from feltsense.cli.output import show_error
from feltsense.cli.plain.console import Console
from feltsense.cli.plain.library import Offer, PlainLibrary, Shelf, read_library
from feltsense.cli.plain.start import play_in_lines
from feltsense.cli.plain.support import Asker, SupportLines
from feltsense.cli.wrapping import wrap_text
from feltsense.errors import FeltsenseError, SettingsError
from feltsense.practice.options import PracticeChoice
from feltsense.practice.suggesting import PEOPLE_TOO
from feltsense.share.inbox import Inbox, waiting_in_words
from feltsense.system.paths import Workspace, data_home
from feltsense.system.settings import load_settings, update_settings, with_favourite

_ANSWERS = (
    "A number begins an exercise, words find one, Enter leaves. Type all for every exercise, "
    "? for people to talk to, favourite and a number to keep one on top, phone and a number for one on your phone."
)
_ONCE_MORE = "A number, a few words, or Enter to leave."
_LEAVE = ("q", "quit")
"""What leaves, too, as it does at every other question."""
_ALL = ("all", "list")
_FAVOURITE = ("favourite", "favorite", "fav")
_PHONE = "phone"


def _now() -> datetime:
    return datetime.now().astimezone()


def choose(workspace: Workspace) -> Exit:
    """Ask for an exercise and practise it, until none is wanted any more."""
    console = Console()
    question = _ExerciseQuestion(console, workspace)
    while (chosen := question.ask()) is not None:
        try:
            play_in_lines(workspace, chosen, console)
        except FeltsenseError as error:
            show_error(error)
    console.write("That is all for now. Take care.")
    return Exit.FINE


class _ExerciseQuestion:
    """Asks what is to be practised. What was offered once keeps its number.

    Args:
        console: where lines go, and come from.
        workspace: whose exercises there are.
        now: returns the local time.
    """

    def __init__(self, console: Console, workspace: Workspace, now: Callable[[], datetime] = _now) -> None:
        self._console = console
        self._workspace = workspace
        self._now = now
        self._home = data_home()
        self._support = SupportLines(console, self._home, load_settings(self._home).region)
        self._numbers: dict[PracticeChoice, int] = {}
        """From 1, in the order in which they were offered first."""

    def ask(self) -> PracticeChoice | None:
        """Return what is chosen; None where nothing is wanted, or nobody will answer."""
        library = read_library(self._workspace, self._home, self._now())
        if not library.index.entries:
            self._console.write_paragraph(NO_EXERCISE)
        self._tell_what_waits()
        self._show(library.first())
        asker = Asker(self._console, self._support)
        question = f"{library.question} A few words, or a number.\n{_ANSWERS}"
        self._console.write()
        line = asker.ask(question)
        while line and line.lower() not in _LEAVE:
            chosen = self._chosen(line)
            if chosen is not None:
                return chosen
            line = asker.ask(question, once_more=f"{self._answer(line, library)}\n{_ONCE_MORE}")
        return None

    def _chosen(self, line: str) -> PracticeChoice | None:
        """Return what was offered with the number that was typed; None where it is none."""
        choices = {str(number): choice for choice, number in self._numbers.items()}
        return choices.get(line)

    def _answer(self, line: str, library: PlainLibrary) -> str:
        """Do what a line asks for that begins nothing; return what is said before it is asked again."""
        word, *rest = line.lower().split()
        if line.isdecimal():
            return "" if self._support.needed(line) else self._is_none(line)
        if word in _ALL and not rest:
            self._show(library.everything())
        elif word in _FAVOURITE and len(rest) == 1 and rest[0].isdecimal():
            return self._keep_favourite(rest[0], library)
        elif word == _PHONE and all(each.isdecimal() for each in rest):
            return self._phone_words(rest, library)
        else:
            self._suggest(line, library)
        return ""

    def _is_none(self, number: str) -> str:
        return f"“{number}” is none of these: they go from 1 to {len(self._numbers)}." if self._numbers else NO_EXERCISE

    def _keep_favourite(self, number: str, library: PlainLibrary) -> str:
        """Have an exercise stand on top from now on, or no longer; return what is said of it."""
        chosen = self._chosen(number)
        entry = library.index.by_slug.get(chosen.slug) if chosen is not None else None
        if chosen is None or entry is None:  # or it has been taken away since it was offered
            return self._is_none(number)
        wanted = chosen.slug not in load_settings(self._home).favourites
        try:
            update_settings(self._home, lambda now: with_favourite(now, chosen.slug, wanted=wanted))
        except SettingsError as error:
            show_error(error)
            return ""
        return f"{entry.front.title}: {'among your favourites now' if wanted else 'no favourite any more'}."

    def _phone_words(self, numbers: list[str], library: PlainLibrary) -> str:
        """Return how the exercises of these numbers come to a phone; without a number, how any does."""
        chosen = [self._chosen(number) for number in numbers]
        slugs = [each.slug for each in chosen if each is not None and each.slug in library.index.by_slug]
        if len(slugs) < len(numbers):
            return self._is_none(numbers[0] if len(numbers) == 1 else " ".join(numbers))
        named = " ".join(map(shlex.quote, slugs)) or "NAME"
        return f"Enter leaves; then feltsense share {named} brings it to a phone in the same Wi-Fi, --all everything."

    def _tell_what_waits(self) -> None:
        """Say what came from a phone and waits to be brought in."""
        try:
            waiting = Inbox(self._home).waiting()
        except FeltsenseError as error:
            show_error(error)
            return
        if waiting:
            self._console.write_paragraph(
                f"From the phone: {waiting_in_words(waiting)}. feltsense journal received brings it into your journal."
            )

    def _suggest(self, typed: str, library: PlainLibrary) -> None:
        """Name a few exercises that fit, with their numbers; people first where they are needed more."""
        found = library.suggestion(typed)
        if found.support:
            self._console.write()
            self._console.write_paragraph(found.why)
            self._support.write()
        self._console.write()
        if found.notice:
            self._console.write_paragraph(found.notice)
        for offered in library.offers_of(found):
            self._show_offer(offered)
        if found.perhaps_support:
            self._console.write()
            self._console.write_paragraph(f"{PEOPLE_TOO} ? shows them.")

    def _show(self, shelves: Iterable[Shelf]) -> None:
        for shelf in shelves:
            self._console.write(f"\n{shelf.heading}")
            for offered in shelf.offers:
                self._show_offer(offered)

    def _show_offer(self, offered: Offer) -> None:
        number = self._numbers.setdefault(offered.choice, len(self._numbers) + 1)
        begin = f"  {number:2} "
        self._console.write(wrap_text(offered.words, begin, " " * len(begin)))
        if offered.note:
            self._console.write(wrap_text(offered.note, " " * len(begin)))
