"""The settings, on one screen; what is changed holds at once."""

from collections.abc import Mapping, Sequence
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
from feltsense.tui.settings.rows import DISCREET_HELP, SettingRow, next_value, setting_rows, shown_value
from feltsense.tui.settings.setting_list import SettingLine, SettingList
from feltsense.tui.widgets.hints import Hints


class SettingsScreen(BaseScreen[None]):
    """Shows and changes what the listener has chosen."""

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", id="settings.leave", tooltip="Back to where you were."),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[SettingRow, ...] = ()
        self._own_backgrounds: Mapping[str, str] = {}
        """Those of single exercises, as they were when the settings were opened: what is let go of can come back."""

    def compose(self) -> ComposeResult:
        """Make the rows."""
        with Vertical(id="all"):
            yield Static("Settings", id="title", markup=False)
            with VerticalScroll(can_focus=False):
                yield SettingList()
            yield Static("", id="notice", markup=False)
        yield Hints()

    def on_mount(self) -> None:
        """Show what is known at once; voices and backgrounds follow."""
        self._own_backgrounds = self.player_app.services.settings.backgrounds
        self.rows = self._rows((), {})
        self.show()
        self.query_one(SettingList).focus()
        self.find_voices()

    def on_resize(self) -> None:
        """Keep the marked row in sight."""
        self.call_after_refresh(self.query_one(SettingList).keep_seen)

    @work(exclusive=True, group="voices")
    async def find_voices(self) -> None:
        """Find out which voices and backgrounds there are."""
        services = self.player_app.services
        voices, scapes = await services.find_voices(), await services.tasks.run(services.soundscapes)
        self.rows = self._rows(voices, scapes)
        self.call_later(self.show)

    def _rows(self, voices: Sequence[str], scapes: Mapping[str, str]) -> tuple[SettingRow, ...]:
        services = self.player_app.services
        people, files = services.preferences.people_count(), services.files()
        return setting_rows(voices, scapes, people, files, self._own_backgrounds)

    def show(self) -> None:
        """Show the rows as they are now."""
        settings = self.player_app.services.settings
        shown = (SettingLine(row.label, shown_value(row, settings), bool(row.options)) for row in self.rows)
        self.query_one(SettingList).show(tuple(shown))
        help_lines = (DISCREET_HELP,) if settings.discreet_names else ()
        self.query_one("#notice", Static).update("\n".join((*settings.notices, *help_lines)))

    def on_setting_list_changed(self, event: SettingList.Changed) -> None:
        """Choose another value."""
        change = next_value(self.rows[event.row], self.player_app.services.settings, event.by)
        if change:
            self.player_app.change(**change)
            self.show()

    def on_setting_list_opened(self, event: SettingList.Opened) -> None:
        """Go where a row leads, or on to its next value."""
        if self.rows[event.row].opens:
            self.open_people()
        else:
            self.query_one(SettingList).action_change(1)

    @work
    async def open_people(self) -> None:
        """Show the listener's own people, and what has changed afterwards."""
        services = self.player_app.services
        try:
            people = await services.tasks.run(services.preferences.people)
            if self.on_top:  # Enter may be held
                await self.player_app.push_screen_wait(PeopleScreen(people))
        except FeltsenseError as error:
            await self.player_app.ask(dialogs.trouble(error))
        self.call_later(self.find_voices)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)
