"""A line to write in beside a list: it alone has the focus, and the list moves by its keys."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.message import Message
from textual.widgets import Input


class ListLine(Input):
    """Passes the keys on that are meant for the list; its screen does what they mean, in their order."""

    DEFAULT_CSS: ClassVar[str] = """
    ListLine {
        width: 1fr; height: 3; border: none; border-bottom: solid $line; background: $background; padding: 0 1;
        color: $ink;
        &:focus { border: none; border-bottom: solid $hush; background: $background; background-tint: $background 0%; }
        & > .input--placeholder { color: $hush; }
    }
    """

    @dataclass
    class Pressed(Message):
        """A key that is meant for the list."""

        key: str

    def __init__(self, placeholder: str, longest: int) -> None:
        super().__init__(placeholder=placeholder, max_length=longest, select_on_focus=False)

    def is_for_list(self, event: events.Key) -> bool:
        """Tell whether a key is meant for the list."""
        raise NotImplementedError

    async def _on_key(self, event: events.Key) -> None:
        if self.is_for_list(event):
            event.stop()
            event.prevent_default()
            self.post_message(self.Pressed(event.key))
