"""The line to search the journal with."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from feltsense.tui.widgets.list_line import ListLine

_LONGEST = 80


class FindLine(ListLine):
    """Letters search at once; the arrows move the list; Enter goes to it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "to the list", id="find.done", tooltip="Go to what was found."),
    ]

    def __init__(self) -> None:
        super().__init__("words in your lines, titles, places", _LONGEST)

    def is_for_list(self, event: events.Key) -> bool:
        """Tell whether a key moves the list."""
        return event.key in ("up", "down", "pageup", "pagedown")
