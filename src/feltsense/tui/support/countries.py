"""A list of the countries whose helplines are known."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from feltsense.care.helplines import WORLD, guess_region, region, regions
from feltsense.tui.base_screen import BaseScreen
from feltsense.tui.settings.setting_list import SettingLine, SettingList
from feltsense.tui.widgets.hints import Hints


class CountryList(SettingList):
    """The countries below each other; Enter takes the one that is marked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "choose", id="countries.take", tooltip="Show the helplines of this country."),
        Binding("space", "take", "choose", id="countries.take_too", show=False, tooltip="Choose, as enter."),
        Binding("left", "move(-1)", "Up", id="countries.left", show=False, tooltip="The one above."),
        Binding("right", "move(1)", "Down", id="countries.right", show=False, tooltip="The one below."),
    ]


class CountryScreen(BaseScreen[str]):
    """Is left with the code of a country, empty for the one that the system names; with None when nothing is chosen.

    Args:
        code: the one that is chosen now; empty for the one that the system names.
    """

    CSS_PATH = "countries.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", id="countries.leave", tooltip="Back without choosing."),
    ]

    def __init__(self, code: str) -> None:
        super().__init__()
        guessed = region(guess_region()).name
        self.countries = {"": f"as the system says: {guessed}"} | {
            code: name for code, name in regions().items() if code != WORLD
        }
        self._code = code

    def compose(self) -> ComposeResult:
        """Make the list."""
        with Vertical(id="countries"):
            yield Static("Which country are you in?", classes="title", markup=False)
            with VerticalScroll(can_focus=False):
                yield CountryList()
        yield Hints()

    def on_mount(self) -> None:
        """Mark the one that is chosen now."""
        codes, rows = list(self.countries), self.query_one(CountryList)
        rows.show(tuple(SettingLine(name, "", changeable=False) for name in self.countries.values()))
        rows.focus()
        self.call_after_refresh(rows.mark, codes.index(self._code) if self._code in codes else 0)

    def on_resize(self) -> None:
        """Keep the marked row in sight."""
        self.call_after_refresh(self.query_one(CountryList).keep_seen)

    def on_key(self, event: events.Key) -> None:
        """Go to the next country that begins with the letter."""
        letter = (event.character or "").casefold()
        if not letter.isalpha():
            return
        rows, names = self.query_one(CountryList), list(self.countries.values())
        fitting = [at for at, name in enumerate(names) if at and name.casefold().startswith(letter)]
        if fitting:
            event.stop()
            rows.mark(next((at for at in fitting if at > rows.marked), fitting[0]))

    def on_setting_list_opened(self, event: SettingList.Opened) -> None:
        """Choose the one that is marked."""
        self.dismiss(list(self.countries)[event.row])

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)
