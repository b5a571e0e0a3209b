"""The settings, on one screen; what is changed holds at once."""

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from feltsense.errors import FeltsenseError
from feltsense.tui import dialogs
from feltsense.tui.base_screen import BaseScreen
from feltsense.tui.settings.people import PeopleScreen
from feltsense.tui.settings.rows import Row, changed, rows, value_of
from feltsense.tui.settings.setting_list import Rows, Shown
from feltsense.tui.widgets.hints import Hints


class SettingsScreen(BaseScreen[None]):
    """Shows and changes what the listener has chosen."""

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", id="settings.leave", tooltip="Back to where you were."),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()

    def compose(self) -> ComposeResult:
        """Make the rows."""
        with Vertical(id="all"):
            yield Static("Settings", id="title", markup=False)
            with VerticalScroll(can_focus=False):
                yield Rows()
            yield Static("", id="notice", markup=False)
        yield Hints()

    def on_mount(self) -> None:
        """Show what is known at once; voices and backgrounds follow."""
        services = self.player_app.services
        self.rows = rows((), (), services.people_count(), services.files())
        self.show()
        self.query_one(Rows).focus()
        self.find_voices()

    @work(exclusive=True, group="voices")
    async def find_voices(self) -> None:
        """Find out which voices and backgrounds there are."""
        services = self.player_app.services
        voices, scapes = await services.find_voices(), await services.soon(services.soundscapes)
        self.rows = rows(voices, scapes, services.people_count(), services.files())
        self.show()

    def show(self) -> None:
        """Show the rows as they are now."""
        settings = self.player_app.services.settings
        shown = (Shown(row.label, value_of(row, settings), bool(row.options)) for row in self.rows)
        self.query_one(Rows).show(tuple(shown))
        self.query_one("#notice", Static).update("\n".join(settings.notices))

    def on_rows_changed(self, event: Rows.Changed) -> None:
        """Choose another value."""
        change = changed(self.rows[event.row], self.player_app.services.settings, event.by)
        if change:
            self.player_app.change(**change)
            self.show()

    @work
    async def on_rows_taken(self, event: Rows.Taken) -> None:
        """Go where a row leads."""
        if not self.rows[event.row].leads:
            self.query_one(Rows).action_change(1)
            return
        services = self.player_app.services
        try:
            people = await services.soon(services.people)
            if self.on_top:  # Enter may be held
                await self.player_app.push_screen_wait(PeopleScreen(people))
        except FeltsenseError as error:
            await self.player_app.ask(dialogs.trouble(error))
        self.find_voices()

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)
