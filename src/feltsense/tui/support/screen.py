"""People to talk to. It can be reached from everywhere, and says what a player cannot do."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from feltsense.care.helplines import SAFETY
from feltsense.care.support import SupportBlock
from feltsense.tui.base_screen import BaseScreen
from feltsense.tui.widgets.hints import Hints
from feltsense.tui.widgets.text import Paragraph, Prose


class SupportScreen(BaseScreen[None]):
    """Shows people and lines to turn to, and is left with Escape.

    Args:
        blocks: who there is, and exactly how to reach them.
    """

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", id="support.leave", tooltip="Back to where you were."),
        Binding("enter,question_mark", "leave", "back", id="support.back", show=False, tooltip="Back."),
        Binding("up", "read(-1)", "up", id="support.up", show=False, tooltip="Read on, upwards."),
        Binding("down", "read(1)", "read on", key_display="↓", id="support.down", tooltip="Read on, downwards."),
    ]

    def __init__(self, blocks: tuple[SupportBlock, ...]) -> None:
        super().__init__()
        self.paragraphs = tuple(Paragraph("\n".join(block.lines), block.head) for block in blocks)

    def compose(self) -> ComposeResult:
        """Make the words."""
        yield Static(SAFETY, classes="title", markup=False)
        with VerticalScroll(id="people", can_focus=False):
            yield Prose()
        yield Hints()

    def on_mount(self) -> None:
        """Show them."""
        self.query_one(Prose).show(self.paragraphs)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)

    def action_read(self, rows: int) -> None:
        """Move what is read."""
        self.query_one("#people", VerticalScroll).scroll_relative(y=rows, animate=False)
