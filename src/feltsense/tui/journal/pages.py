"""Pages of the journal: one practice, and what many say in words; and the line that is written later."""

from collections.abc import Callable
from enum import StrEnum
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center, Vertical
from textual.widgets import Static

from feltsense.tui import dialogs
from feltsense.tui.base_screen import BaseScreen, Result
from feltsense.tui.checkin.note_line import NoteLine
from feltsense.tui.widgets.hints import Hints
from feltsense.tui.widgets.reading import ReadingPane
from feltsense.tui.widgets.text import Paragraph


class Wish(StrEnum):
    """What is wanted of a practice that was looked at."""

    NOTHING = ""
    NOTE = "note"
    DELETE = "delete"


class PageScreen(BaseScreen[Result]):
    """Paragraphs to read, left with Escape or Enter.

    Args:
        paragraphs: what is read.
        back: the result with which it is left.
    """

    CSS_PATH = "pages.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", id="page.leave", tooltip="Back to the journal."),
        Binding("enter", "leave", "back", id="page.back", show=False, tooltip="Back to the journal."),
    ]

    def __init__(self, paragraphs: tuple[Paragraph, ...], back: Result) -> None:
        super().__init__()
        self.paragraphs = paragraphs
        self._back = back

    def compose(self) -> ComposeResult:
        """Make the words."""
        yield ReadingPane()
        yield Hints()

    def on_mount(self) -> None:
        """Show them."""
        pane = self.query_one(ReadingPane)
        pane.show(self.paragraphs)
        pane.focus()

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(self._back)


class WordsPage(PageScreen[None]):
    """What many practices say, in words."""

    def __init__(self, paragraphs: tuple[Paragraph, ...]) -> None:
        super().__init__(paragraphs, None)


class OnePractice(PageScreen[Wish]):
    """One practice; left with what is wanted of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "note", "your line", id="one.note", tooltip="Write a line to it, or another one."),
        Binding("d", "delete", "delete", id="one.delete", tooltip="Delete it for good; you are asked first."),
    ]

    def __init__(self, paragraphs: tuple[Paragraph, ...]) -> None:
        super().__init__(paragraphs, Wish.NOTHING)

    def action_note(self) -> None:
        """Have a line written."""
        self.dismiss(Wish.NOTE)

    def action_delete(self) -> None:
        """Have it deleted."""
        self.dismiss(Wish.DELETE)


class NoteScreen(BaseScreen[str | None]):
    """A line for oneself, written later; left with it, or with None where nothing was changed.

    Args:
        note: what stands there until now.
        keep: given what was written, where the program is left meanwhile.
    """

    CSS_PATH = "pages.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", id="later.leave", tooltip="Back; asks about what you wrote."),
    ]

    def __init__(self, note: str, keep: Callable[[str], object]) -> None:
        super().__init__()
        self.note = " ".join(note.splitlines()).strip()
        self._keep = keep

    def compose(self) -> ComposeResult:
        """Make the line."""
        with Vertical(classes="middle"):
            yield Static("A line for yourself", classes="title", markup=False)
            if self.note:
                yield Static("Empty it to remove it.", classes="quiet", markup=False)
            with Center():
                yield NoteLine()
        yield Hints()

    def on_mount(self) -> None:
        """Begin with what stands there."""
        line = self.query_one(NoteLine)
        line.value = self.note
        line.cursor_position = len(self.note)
        line.focus()

    def on_note_line_answered(self, event: NoteLine.Answered) -> None:
        """Leave with what was written."""
        written = event.note or ""
        self.dismiss(None if written == self.note else written)

    @property
    def unkept(self) -> str:
        """What was written and is not kept yet."""
        written = self.query_one(NoteLine).standing or ""
        return "" if written == self.note else written

    def action_leave(self) -> None:
        """Leave; where something was written, ask about it."""
        if self.unkept:
            self.ask_about(self.unkept)
        else:
            self.leave(None)

    @work(exclusive=True)
    async def ask_about(self, written: str) -> None:
        """Ask whether to keep what was written, and leave; or go on writing."""
        answer = await self.player_app.ask(dialogs.unkept_line(written))
        if answer != dialogs.BACK:
            self.call_later(self.leave, written if answer == dialogs.KEEP else None)

    def leave(self, note: str | None) -> None:
        """Leave with a line, or with None."""
        self.dismiss(note)

    def keep_written(self) -> None:
        """Keep what was written."""
        if self.unkept:
            self._keep(self.unkept)
