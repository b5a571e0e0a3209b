"""The listener's own people: who, and how to reach them."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input, Static

from feltsense.care.people import Person
from feltsense.tui.base_screen import BaseScreen
from feltsense.tui.settings.setting_list import SettingLine, SettingList
from feltsense.tui.widgets.hints import Hints

_LONGEST = 200


class PeopleScreen(BaseScreen[None]):
    """Names people and takes them away again; each change is kept at once.

    Args:
        people: as they are now.
    """

    CSS_PATH = "people.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "done", id="people.leave", tooltip="Back to where you were; all is kept."),
        Binding("tab", "app.focus_next", "next", id="people.next", tooltip="To the next line."),
        Binding("delete,ctrl+d", "remove", "take away", key_display="del", id="people.remove", tooltip="Take away."),
    ]  # fmt: skip

    def __init__(self, people: tuple[Person, ...]) -> None:
        super().__init__()
        self.people = people

    def compose(self) -> ComposeResult:
        """Make the list and two lines to write in."""
        with Vertical(id="all"):
            yield Static("People I trust", id="title", markup=False)
            with VerticalScroll(can_focus=False):
                yield SettingList()
            yield Input(placeholder="a name", id="name", max_length=_LONGEST)
            yield Input(placeholder="how to reach them; enter adds", id="how", max_length=_LONGEST)
        yield Hints()

    def on_mount(self) -> None:
        """Begin with a new name."""
        self.show()
        self.query_one("#name").focus()

    def hints_at(self, action: str) -> bool:
        """Here a row has no values to choose from."""
        return super().hints_at(action) and not action.startswith("change")

    def on_resize(self) -> None:
        """Keep the marked row in sight."""
        self.call_after_refresh(self.query_one(SettingList).keep_seen)

    def show(self) -> None:
        """Show the people as they are now."""
        rows = self.query_one(SettingList)
        rows.show(tuple(SettingLine(person.name, person.how, changeable=False) for person in self.people))
        rows.display = bool(self.people)
        rows.action_move(0)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on to the next line; after the last, add somebody."""
        name, how = self.query_one("#name", Input), self.query_one("#how", Input)
        if event.input is name:
            how.focus()
            return
        self._add()
        name.focus()

    def action_remove(self) -> None:
        """Take away the marked one."""
        rows = self.query_one(SettingList)
        if self.people and rows.has_focus:
            self._change(tuple(person for at, person in enumerate(self.people) if at != rows.marked))

    def action_leave(self) -> None:
        """Leave; who is written is kept."""
        self._add()
        self.dismiss(None)

    def keep_written(self) -> None:
        """Keep who is written."""
        self._add()

    def _add(self) -> None:
        """Add who is written. Whoever has no name goes by how to reach them."""
        lines = self.query_one("#name", Input), self.query_one("#how", Input)
        name, how = (line.value.strip() for line in lines)
        if name or how:
            self._change((*self.people, Person(name or how, how if name else "")))
            for line in lines:
                line.value = ""

    def _change(self, people: tuple[Person, ...]) -> None:
        self.people = people
        self.player_app.services.preferences.change_people(people)
        self.show()
