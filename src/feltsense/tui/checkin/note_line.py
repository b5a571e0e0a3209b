"""A line for oneself."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

_LONGEST = 500


class NoteLine(Input):
    """One line of text; Enter keeps it, an empty one is skipped."""

    DEFAULT_CSS: ClassVar[str] = """
    NoteLine {
        width: 56; max-width: 92%; height: 3; border: none; border-bottom: solid $line; background: $background;
        padding: 0 1; color: $ink;
        &:focus { border: none; border-bottom: solid $hush; background: $background; background-tint: $background 0%; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "keep", id="note.keep", tooltip="Keep the line and go on."),
    ]

    @dataclass
    class Answered(Message):
        """The line is written; None: skipped."""

        note: str | None

    def __init__(self) -> None:
        super().__init__(max_length=_LONGEST, select_on_focus=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep what was written."""
        event.stop()
        self.post_message(self.Answered(self.standing))

    @property
    def standing(self) -> str | None:
        """What stands in the line; None when nothing does."""
        return self.value.strip() or None
