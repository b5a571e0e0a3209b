"""The journal: a month, a stroke for each evening, what they say together, and each in detail."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.widgets import Input, Static

from feltsense.errors import FeltsenseError
from feltsense.journal.insight import DRIFT
from feltsense.journal.model import EVERYTHING
from feltsense.journal.summary import JournalSummary, practices_in_words
from feltsense.tui.base_screen import BaseScreen
from feltsense.tui.journal.changes import fulfil
from feltsense.tui.journal.contents import JournalContents, read_contents, read_month, row_of_month
from feltsense.tui.journal.find_line import FindLine
from feltsense.tui.journal.month import MonthView
from feltsense.tui.journal.paged_list import PAGE, PAGES_KEPT, ListPage, PagedList
from feltsense.tui.journal.pages import OnePractice, Wish, WordsPage
from feltsense.tui.journal.view import practice_paragraphs, practice_row, row_headings, summary_paragraphs
from feltsense.tui.journal.words import Words
from feltsense.tui.widgets.hints import Hints
from feltsense.tui.widgets.lines import content
from feltsense.tui.widgets.reading import ReadingPane

if TYPE_CHECKING:
    from feltsense.journal.model import Practice
    from feltsense.journal.store import Journal

_BROAD = 160
"""Columns from which on a practice stands beside the list, and not below it."""

_BETWEEN_LETTERS = 0.12
"""Seconds without another letter after which a long journal is searched."""

_EMPTY = "Your journal is empty. The first practice will be here."


class JournalScreen(BaseScreen[None]):
    """Shows the journal. Everything is read on the thread for slow things.

    Args:
        journal: what is shown.
    """

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", id="journal.leave", tooltip="Back to where you were; first to all."),
        Binding("slash", "find", "find", key_display="/", id="journal.find", tooltip="Find words in your journal."),
        Binding("e", "exercises", "exercises", id="journal.exercises", tooltip="What was there, by exercise."),
        Binding("n", "note", "your line", id="journal.note", tooltip="Write a line to the marked practice."),
        Binding("s", "words", "in words", id="journal.words", show=False, tooltip="All of it in words."),
        Binding("d", "delete", "delete", id="journal.delete", show=False, tooltip="Delete the marked one for good."),
        Binding("left", "turn(-1)", "month before", id="journal.before", show=False, tooltip="The month before."),
        Binding("right", "turn(1)", "month after", id="journal.after", show=False, tooltip="The month after."),
    ]

    def __init__(self, journal: "Journal") -> None:
        super().__init__()
        self.journal = journal
        self.chosen = EVERYTHING
        """Which practices are shown."""
        self.summary: JournalSummary | None = None
        self._pages: dict[int, tuple[Practice, ...]] = {}
        self._drift = False
        """Whether what such numbers cannot tell is said while the journal is open."""

    def compose(self) -> ComposeResult:
        """Make the month, the words, the list and the page beside it."""
        with Vertical(id="book"):
            yield Static("", id="title", markup=False)
            yield FindLine()
            with Container(id="body"):
                with Container(id="side"):
                    yield MonthView()
                    yield Words()
                with Container(id="main"):
                    with Vertical(id="rows"):
                        yield Static("", id="head")
                        yield PagedList()
                    yield ReadingPane(id="detail")
        yield Hints()

    def on_mount(self) -> None:
        """Read."""
        self.query_one(FindLine).display = False
        self.query_one(ReadingPane).can_focus = False  # Enter has a page of its own to read
        self.query_one(PagedList).focus()
        self.read()

    def on_resize(self, event: events.Resize) -> None:
        """Lay it out for the new size."""
        self.set_class(event.size.width >= _BROAD, "-broad")
        self.refresh_bindings()

    def hints_at(self, action: str) -> bool:
        """Where it is narrow, people to talk to have the room; while it is empty or searched, other keys matter."""
        if self.has_class("-empty") or self.has_class("-finding"):
            return action not in ("note", "exercises", "find")
        return not (self.has_class("-narrow") and action in ("note", "exercises"))

    @work(exclusive=True, group="journal")
    async def read(self, pause: float = 0.0) -> None:
        """Read everything anew, after so many seconds in which nothing else is asked for."""
        await asyncio.sleep(pause)
        try:
            known = await self.player_app.services.tasks.run(read_contents, self.journal, self.chosen)
        except FeltsenseError as error:
            self.call_later(self.show_error, error)
            return
        self.call_later(self.show, known)

    def show(self, known: JournalContents) -> None:
        """Show what was read."""
        self.summary = known.summary
        totals = known.summary.totals
        self.set_class(not totals.rows and self.chosen == EVERYTHING, "-empty")
        self.refresh_bindings()
        self._tell(self._title(known.summary))
        summary = known.summary
        self.query_one(Words).show((*summary.short(), *self._drift_once(summary), *summary.more()))
        self.query_one(MonthView).show(known.month, totals.last)
        self._pages.clear()
        self.query_one(ReadingPane).show(())
        self.query_one(PagedList).show(totals.rows)

    @work
    async def on_paged_list_page_needed(self, event: PagedList.PageNeeded) -> None:
        """Read a page."""
        chosen = self.chosen
        try:
            found = await self.player_app.services.tasks.run(self.journal.practices, PAGE, event.start, chosen)
        except FeltsenseError as error:
            self.call_later(self.show_error, error)
            return
        if chosen == self.chosen:
            self.call_later(self.fill, event.start, found)

    def fill(self, start: int, practices: "tuple[Practice, ...]") -> None:
        """Show a page of the list: practices from number `start` on."""
        rows = self.query_one(PagedList)
        self._pages[start] = practices
        while len(self._pages) > PAGES_KEPT:
            del self._pages[next(iter(self._pages))]
        self.query_one("#head", Static).update(content((("  ", ""), *line) for line in row_headings(rows.columns)))
        rows.fill(ListPage(start, tuple(practice_row(practice, rows.columns) for practice in practices)))
        if start <= rows.marked < start + PAGE:
            self.show_marked()

    def on_paged_list_marked(self) -> None:
        """Show what is marked now."""
        self.show_marked()

    def show_marked(self) -> None:
        """Show the marked practice beside the list, and its day in the month."""
        practice = self._in_row(self.query_one(PagedList).marked)
        if practice is None:
            return
        self.query_one(ReadingPane).show(practice_paragraphs(practice))
        day, view = practice.began_at.date(), self.query_one(MonthView)
        if view.month is not None and view.month.first == day.replace(day=1):
            view.show(view.month, day)
        else:
            self.show_month(day)

    @work(exclusive=True, group="month")
    async def show_month(self, day: date) -> None:
        """Read and show the month of a day."""
        try:
            month = await self.player_app.services.tasks.run(read_month, self.journal, day, self.chosen)
        except FeltsenseError as error:
            self.call_later(self.show_error, error)
            return
        self.call_later(lambda: self.query_one(MonthView).show(month, day))

    def on_month_view_day_clicked(self, event: MonthView.DayClicked) -> None:
        """Mark the newest practice of a day, or the one before it."""
        self.go_to(event.day)

    def on_month_view_turned(self, event: MonthView.Turned) -> None:
        """Go to another month."""
        self.action_turn(event.by)

    def action_turn(self, by: int) -> None:
        """Mark the newest practice of the nearest month before or after that has one."""
        month = self.query_one(MonthView).month
        if month is not None:
            self.go_to_row(row_of_month, self.journal, month, by, self.chosen)

    def go_to(self, day: date) -> None:
        """Mark the newest practice of a day, or of the nearest day before it that has one."""
        self.go_to_row(self.journal.row_of, day, self.chosen)

    @work(exclusive=True, group="day")
    async def go_to_row(self, question: Callable[..., int], *about: object) -> None:
        """Mark the row that the journal answers a question with."""
        try:
            row = await self.player_app.services.tasks.run(question, *about)
        except FeltsenseError as error:
            self.call_later(self.show_error, error)
            return
        self.call_later(lambda: self.query_one(PagedList).mark(row))

    def on_words_clicked(self) -> None:
        """Read on."""
        self.action_words()

    def action_words(self) -> None:
        """Show all that can be said of all practices."""
        if self.summary is not None and self.summary.totals.rows:
            self.app.push_screen(WordsPage(summary_paragraphs(self.summary)))

    def action_exercises(self) -> None:
        """Show what was there, by exercise."""
        from feltsense.tui.journal.exercises import ExercisesScreen  # noqa: PLC0415 - not needed for the journal

        self.app.push_screen(ExercisesScreen(self.journal))

    def action_find(self) -> None:
        """Begin to search, or go on with it."""
        line = self.query_one(FindLine)
        line.display = True
        self.add_class("-finding")
        line.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search for what is written."""
        chosen = replace(self.chosen, text=event.value.strip())
        if chosen != self.chosen:
            self.chosen = chosen
            self.query_one(PagedList).marked = 0
            self.read(_BETWEEN_LETTERS)

    def on_input_submitted(self) -> None:
        """Go to the list."""
        self.query_one(PagedList).focus()

    def on_list_line_pressed(self, event: FindLine.Pressed) -> None:
        """Move in the list while the line is written."""
        rows = self.query_one(PagedList)
        by = -1 if event.key in ("up", "pageup") else 1
        rows.action_page(by) if event.key.startswith("page") else rows.action_move(by)

    @work
    async def on_paged_list_chosen(self, event: PagedList.Chosen) -> None:
        """Show one, and do with it what is wanted."""
        practice = await self._as_kept(event.row)
        if practice is not None and self.on_top:
            wish = await self.player_app.push_screen_wait(OnePractice(practice_paragraphs(practice)))
            await self._fulfil(wish, practice)

    @work
    async def action_note(self) -> None:
        """Write a line to the marked practice."""
        await self._fulfil_marked(Wish.NOTE)

    @work
    async def action_delete(self) -> None:
        """Delete the marked practice, if that is meant."""
        await self._fulfil_marked(Wish.DELETE)

    def action_leave(self) -> None:
        """Go back: from what was searched for to everything, then to where one was."""
        line = self.query_one(FindLine)
        if line.display:
            line.value = ""
            line.display = False
            self.remove_class("-finding")
            self.query_one(PagedList).focus()
        else:
            self.dismiss(None)

    def show_error(self, error: FeltsenseError) -> None:
        """Show above everything what went wrong."""
        self.player_app.services.journal.drop_damaged(error)
        self._tell(f"{error.message} {error.hint}")

    async def _fulfil(self, wish: Wish, practice: "Practice") -> None:
        if await fulfil(wish, practice, self.journal, self.player_app):
            self.call_later(self.read)

    async def _fulfil_marked(self, wish: Wish) -> None:
        practice = await self._as_kept(self.query_one(PagedList).marked)
        if practice is not None and self.on_top:
            await self._fulfil(wish, practice)

    async def _as_kept(self, row: int) -> "Practice | None":
        """Return the practice that is seen in a row, as it is kept now: another player may have changed it."""
        seen = self._in_row(row)
        try:
            if seen is not None:
                return await self.player_app.services.tasks.run(self.journal.practice, seen.id)
            found = await self.player_app.services.tasks.run(self.journal.practices, 1, row, self.chosen)
        except FeltsenseError as error:
            self.call_later(self.show_error, error)
            return None
        return found[0] if found else None

    def _in_row(self, row: int) -> "Practice | None":
        """Return the practice in a row, where it is known yet."""
        page = self._pages.get(row - row % PAGE, ())
        return page[row % PAGE] if row % PAGE < len(page) else None

    def _title(self, summary: JournalSummary) -> str:
        if self.chosen != EVERYTHING:
            return f"{practices_in_words(summary.totals.rows)} found." if summary.totals.rows else "Nothing found."
        return "" if summary.totals.rows else _EMPTY

    def _tell(self, text: str) -> None:
        title = self.query_one("#title", Static)
        title.update(text)
        title.display = bool(text)

    def _drift_once(self, summary: JournalSummary) -> tuple[str, ...]:
        """Return what such numbers cannot tell, where it was not told before this journal was opened."""
        services = self.player_app.services
        if summary.said and "drift" not in services.settings.told:
            services.mark_told("drift")
            self._drift = True
        return (DRIFT,) if summary.said and self._drift else ()
