"""People to talk to. It can be reached from everywhere, and says what a player cannot do."""

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from feltsense.care.helplines import SAFETY
from feltsense.care.support import SupportHints
from feltsense.errors import FeltsenseError
from feltsense.tui import dialogs
from feltsense.tui.base_screen import BaseScreen
from feltsense.tui.support.countries import CountryScreen
from feltsense.tui.widgets.hints import Hints
from feltsense.tui.widgets.text import Paragraph, Prose

HINTS = SupportHints("p adds people you trust.", "c chooses yours.")


class SupportScreen(BaseScreen[None]):
    """Shows people and lines to turn to, and is left with Escape. Country and own people can be set right here.

    Args:
        people_only: whether only the listener's own people are shown.
    """

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", id="support.leave", tooltip="Back to where you were."),
        Binding("enter,question_mark", "leave", "back", id="support.back", show=False, tooltip="Back."),
        Binding("up", "read(-1)", "up", id="support.up", show=False, tooltip="Read on, upwards."),
        Binding("down", "read(1)", "read on", key_display="↓", id="support.down", tooltip="Read on, downwards."),
        Binding("p", "people", "my people", id="support.people", tooltip="Name people you trust, or take them away."),
        Binding("c", "country", "country", id="support.country", tooltip="Choose whose helplines are shown."),
    ]

    def __init__(self, *, people_only: bool = False) -> None:
        super().__init__()
        self._people_only = people_only

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """What is read."""
        return self.query_one(Prose).paragraphs

    def compose(self) -> ComposeResult:
        """Make the words."""
        yield Static(SAFETY, classes="title", markup=False)
        with VerticalScroll(id="people", can_focus=False):
            yield Prose()
        yield Hints()

    def on_mount(self) -> None:
        """Show them."""
        self.show()

    def show(self) -> None:
        """Show who there is now."""
        blocks = self.player_app.services.support(HINTS, people_only=self._people_only)
        self.query_one(Prose).show(tuple(Paragraph("\n".join(block.lines), block.head) for block in blocks))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Where only own people are shown, there is no country to choose."""
        return not (action == "country" and self._people_only)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)

    def action_read(self, rows: int) -> None:
        """Move what is read."""
        self.query_one("#people", VerticalScroll).scroll_relative(y=rows, animate=False)

    @work(exclusive=True)
    async def action_country(self) -> None:
        """Choose a country, and show its helplines."""
        app = self.player_app
        chosen = await app.push_screen_wait(CountryScreen(app.services.settings.region))
        if chosen is not None:
            app.change(region=chosen)
            self.call_later(self.show)

    @work(exclusive=True)
    async def action_people(self) -> None:
        """Name people, and show them."""
        from feltsense.tui.settings.people import PeopleScreen  # noqa: PLC0415 - not needed to show who there is

        app = self.player_app
        try:
            people = await app.services.tasks.run(app.services.preferences.people)
            await app.push_screen_wait(PeopleScreen(people))
        except FeltsenseError as error:
            await app.ask(dialogs.trouble(error))
        self.call_later(self.show)
        await app.services.tasks.saved()
        self.call_later(self.show)  # now it is known whether they are kept
