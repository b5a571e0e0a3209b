"""A body, and a place in it: arrows, a letter or the mouse choose it."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from feltsense.tui.checkin.figure import Figure, figure_for, lettered, moved
from feltsense.tui.widgets.lines import centred, content


class BodyMap(Widget, can_focus=True):
    """A figure whose regions can be chosen."""

    ALLOW_SELECT = False
    DEFAULT_CSS: ClassVar[str] = """
    BodyMap { width: 1fr; height: 1fr; text-wrap: nowrap; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(0, -1)", "Up", id="body.up", show=False, tooltip="The region above."),
        Binding("down", "move(0, 1)", "Down", id="body.down", show=False, tooltip="The region below."),
        Binding("left", "move(-1, 0)", "Left", id="body.left", show=False, tooltip="The names on the left."),
        Binding("right", "move(1, 0)", "Right", id="body.right", show=False, tooltip="The names on the right."),
        Binding("enter", "take", "next", id="body.take", tooltip="Keep what is chosen; skip when nothing is."),
    ]

    @dataclass
    class Answered(Message):
        """A region was chosen, or None: skipped."""

        region: str | None

    chosen: str | None = None

    @property
    def standing(self) -> str | None:
        """The place that is lit."""
        return self.chosen

    def show(self, chosen: str | None) -> None:
        """Show `chosen` lit."""
        self.chosen = chosen
        self.refresh()

    def render(self) -> Content:
        """Return what is drawn."""
        return content(centred(line, self.size.width) for line in self._figure.lines(self.chosen))

    def action_move(self, across: int, down: int) -> None:
        """Go to the next region that way."""
        self.show(moved(self.chosen, across, down))

    def action_take(self) -> None:
        """Answer with what is chosen, or skip."""
        self.post_message(self.Answered(self.chosen))

    def on_key(self, event: events.Key) -> None:
        """Go to the next region that starts with the letter."""
        if event.character and event.character.isalpha():
            found = lettered(self.chosen, event.character)
            if found:
                event.stop()
                self.show(found)

    def on_click(self, event: events.Click) -> None:
        """Choose the region under the mouse; a second click on it answers."""
        figure = self._figure
        region = figure.region_at(event.x - (self.size.width - figure.columns) // 2, event.y)
        if region is None:
            return
        event.stop()
        if region == self.chosen:
            self.action_take()
        self.show(region)

    @property
    def _figure(self) -> Figure:
        return figure_for(self.size.width, self.size.height)
