"""The journal: what was practised, newest first, with a picture of before and after."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from feltsense.errors import FeltsenseError
from feltsense.journal.summary import JournalSummary, summarise
from feltsense.tui import dialogs
from feltsense.tui.base_screen import BaseScreen
from feltsense.tui.journal.chart import DistressChart
from feltsense.tui.journal.paged_list import PAGE, ListPage, PagedList
from feltsense.tui.journal.view import SHOWN, change_sentences, chart_data, practice_paragraphs, practice_row
from feltsense.tui.widgets.hints import Hints
from feltsense.tui.widgets.text import Paragraph, Prose

if TYPE_CHECKING:
    from feltsense.journal.model import Practice
    from feltsense.journal.store import Journal


@dataclass(frozen=True, slots=True)
class _Known:
    """What is read from the journal when it is opened."""

    count: int
    newest: "tuple[Practice, ...]"
    summary: JournalSummary


class JournalScreen(BaseScreen[None]):
    """Shows the journal. Everything is read on the thread for slow things.

    Args:
        journal: what is shown.
    """

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", id="journal.leave", tooltip="Back to where you were."),
    ]

    def __init__(self, journal: "Journal") -> None:
        super().__init__()
        self.journal = journal

    def compose(self) -> ComposeResult:
        """Make the picture and the list."""
        with Vertical(id="book"):
            yield Static("", id="title", markup=False)
            yield DistressChart()
            yield Static("o before   ● after   · not said", id="legend", markup=False)
            yield Static("", id="words", markup=False)
            yield PagedList()
        yield Hints()

    def on_mount(self) -> None:
        """Read."""
        self.query_one(PagedList).focus()
        self.read()

    @work(exclusive=True, group="journal")
    async def read(self) -> None:
        """Read everything anew."""
        try:
            known = await self.player_app.services.tasks.run(self._read)
        except FeltsenseError as error:
            self.call_later(self.show_error, error)
            return
        self.call_later(self.show, known)

    def show(self, known: _Known) -> None:
        """Show what was read."""
        title = "Your journal" if known.count else "Your journal is empty. The first practice will be here."
        self.query_one("#title", Static).update(title)
        self.set_class(not known.newest, "-empty")
        self.query_one(DistressChart).show(chart_data(known.newest))
        self.query_one("#words", Static).update("\n".join(change_sentences(known.summary, drift=self._drift())))
        self.query_one(PagedList).show(known.count)

    @work
    async def on_paged_list_page_needed(self, event: PagedList.PageNeeded) -> None:
        """Read a page."""
        try:
            found = await self.player_app.services.tasks.run(self.journal.practices, PAGE, event.start)
        except FeltsenseError as error:
            self.call_later(self.show_error, error)
            return
        self.call_later(self.fill, event.start, found)

    def fill(self, start: int, practices: "tuple[Practice, ...]") -> None:
        """Show a page of the list: practices from number `start` on."""
        rows = self.query_one(PagedList)
        rows.fill(ListPage(start, tuple(practice_row(practice, rows.columns) for practice in practices)))

    @work
    async def on_paged_list_chosen(self, event: PagedList.Chosen) -> None:
        """Show one, and delete it if that is wanted."""
        try:
            found = await self.player_app.services.tasks.run(self.journal.practices, 1, event.row)
        except FeltsenseError as error:
            self.call_later(self.show_error, error)
            return
        if (
            not found
            or not self.on_top
            or not await self.player_app.push_screen_wait(OnePractice(practice_paragraphs(found[0])))
        ):
            return
        if await self.player_app.ask(dialogs.deletion(found[0].title)) == dialogs.DELETE:
            await self._delete(found[0].id)

    async def _delete(self, practice: int) -> None:
        try:
            await self.player_app.services.tasks.run(self.journal.delete, [practice])
        except FeltsenseError as error:
            self.player_app.services.journal.drop_damaged(error)
            await self.player_app.ask(dialogs.trouble(error))
        self.call_later(self.read)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)

    def show_error(self, error: FeltsenseError) -> None:
        """Show above the list what went wrong."""
        self.player_app.services.journal.drop_damaged(error)
        self.query_one("#title", Static).update(f"{error.message} {error.hint}")

    def _drift(self) -> bool:
        """Tell whether it is still to be said what such numbers cannot tell."""
        services = self.player_app.services
        if "drift" in services.settings.told:
            return False
        services.mark_told("drift")
        return True

    def _read(self) -> _Known:
        return _Known(self.journal.count(), self.journal.practices(SHOWN), summarise(self.journal))


class OnePractice(BaseScreen[bool]):
    """One practice; left with whether it is to be deleted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", id="one.leave", tooltip="Back to the journal."),
        Binding("enter", "leave", "back", id="one.back", show=False, tooltip="Back to the journal."),
        Binding("d", "delete", "delete", id="one.delete", tooltip="Delete it for good; you are asked first."),
    ]

    def __init__(self, paragraphs: tuple[Paragraph, ...]) -> None:
        super().__init__()
        self.paragraphs = paragraphs

    def compose(self) -> ComposeResult:
        """Make the words."""
        with VerticalScroll(id="one", classes="middle"):
            yield Prose(classes="column")
        yield Hints()

    def on_mount(self) -> None:
        """Show them."""
        self.query_one(Prose).show(self.paragraphs)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(False)  # noqa: FBT003 - the screen's result

    def action_delete(self) -> None:
        """Have it deleted."""
        self.dismiss(True)  # noqa: FBT003 - as above
