"""The listener's own people: who, and how to reach them."""

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input, Static

from feltsense.care.people import Person
from feltsense.tui.base_screen import BaseScreen
from feltsense.tui.settings.setting_list import SettingLine, SettingList
from feltsense.tui.widgets.hints import Hints

_LONGEST = 200
_TAKES_AWAY = "↑ goes to a name; del takes it away."


class _Line(Input):
    """A line to write in, from which the people above are reached."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "up", "screen.to_people", "to a name", key_display="↑", id="people.names",
            tooltip="To the people who are named; del takes the marked one away.",
        ),
    ]  # fmt: skip


class PeopleScreen(BaseScreen[None]):
    """Names people and takes them away again; each change is kept at once.

    Args:
        people: as they are now.
    """

    CSS_PATH = "people.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "done", id="people.leave", tooltip="Back to where you were; all is kept."),
        Binding("tab", "app.focus_next", "next", id="people.next", tooltip="To the next line."),
        Binding(
            "delete,ctrl+d", "remove", "take away", key_display="del", id="people.remove",
            tooltip="Take away the marked one.",
        ),
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
            yield Static(_TAKES_AWAY, id="removal", markup=False)
            yield Static("", id="trouble", markup=False)
            yield _Line(placeholder="a name", id="name", max_length=_LONGEST)
            yield _Line(placeholder="how to reach them; enter adds", id="how", max_length=_LONGEST)
        yield Hints()

    def on_mount(self) -> None:
        """Begin with a new name."""
        self.show()
        self.query_one("#name").focus()

    def hints_at(self, action: str) -> bool:
        """Here a row has no values to choose from."""
        return super().hints_at(action) and not action.startswith("change")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where nobody is named, nobody can be taken away."""
        if action in ("to_people", "remove") and not self.people:
            return False
        return super().check_action(action, parameters)

    def on_resize(self) -> None:
        """Keep the marked row in sight."""
        self.call_after_refresh(self.query_one(SettingList).keep_seen)

    def show(self) -> None:
        """Show the people as they are now."""
        rows = self.query_one(SettingList)
        rows.show(tuple(SettingLine(person.name, person.how, changeable=False) for person in self.people))
        rows.display = self.query_one("#removal").display = bool(self.people)
        rows.action_move(0)
        self._tell_trouble()
        self.refresh_bindings()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on to the next line; after the last, add somebody."""
        name, how = self.query_one("#name", Input), self.query_one("#how", Input)
        if event.input is name:
            how.focus()
            return
        self._add()
        name.focus()

    def action_to_people(self) -> None:
        """Go to the people who are named."""
        self.query_one(SettingList).focus()

    def action_remove(self) -> None:
        """Take away the marked one."""
        rows = self.query_one(SettingList)
        if self.people and rows.has_focus:
            self._change(tuple(person for at, person in enumerate(self.people) if at != rows.marked))
            if not self.people:
                self.query_one("#name").focus()  # the list is gone

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
        self._see_them_saved()

    @work(exclusive=True)
    async def _see_them_saved(self) -> None:
        """Tell, once that is known, whether they could be kept."""
        await self.player_app.services.tasks.saved()
        self.call_later(self._tell_trouble)

    def _tell_trouble(self) -> None:
        """Say why they are not kept, where they are not."""
        trouble, words = self.query_one("#trouble", Static), self.player_app.services.preferences.people_trouble
        trouble.update(words)
        trouble.display = bool(words)
