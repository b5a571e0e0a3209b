"""Settings below each other, each with its value; left and right change the one that is marked."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.widget import Widget

from feltsense.tui.widgets.lines import MARK, NO_MARK, Line, content

_LABEL, _SHORT_LABEL = 30, 23
_MOST = 10_000_000


@dataclass(frozen=True, slots=True)
class SettingLine:
    """A row as it is drawn."""

    label: str
    value: str
    changeable: bool = True


class SettingList(Widget, can_focus=True):
    """Two aligned columns: what it is, and how it is."""

    ALLOW_SELECT = False
    DEFAULT_CSS: ClassVar[str] = """
    SettingList { width: 1fr; height: auto; text-wrap: nowrap; text-overflow: ellipsis; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Up", id="rows.up", show=False, tooltip="The one above."),
        Binding("down", "move(1)", "Down", id="rows.down", show=False, tooltip="The one below."),
        Binding("pageup", "page(-1)", "Page up", id="rows.page_up", show=False, tooltip="A page up."),
        Binding("pagedown", "page(1)", "Page down", id="rows.page_down", show=False, tooltip="A page down."),
        Binding("home", f"move(-{_MOST})", "First", id="rows.home", show=False, tooltip="The first."),
        Binding("end", f"move({_MOST})", "Last", id="rows.end", show=False, tooltip="The last."),
        Binding("left", "change(-1)", "Before", id="rows.left", show=False, tooltip="The value before."),
        Binding("right", "change(1)", "change", key_display="← →", id="rows.right", tooltip="The next value."),
        Binding(
            "enter,space", "take", "Open", id="rows.take", show=False, tooltip="Where the row leads, or the next value."
        ),
    ]

    @dataclass
    class Changed(Message):
        """Another value is wanted."""

        row: int
        by: int

    @dataclass
    class Opened(Message):
        """Enter was pressed on a row."""

        row: int

    rows: tuple[SettingLine, ...] = ()
    marked = 0

    def show(self, rows: tuple[SettingLine, ...]) -> None:
        """Show `rows`."""
        taller = len(rows) != len(self.rows)
        self.rows = rows
        self.refresh(layout=taller)

    def render(self) -> Content:
        """Return what is drawn."""
        return content(self._row(number, row) for number, row in enumerate(self.rows))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """Return how many rows it needs."""
        return max(1, len(self.rows))

    def action_move(self, by: int) -> None:
        """Mark another row."""
        self.mark(self.marked + by)

    def action_page(self, by: int) -> None:
        """Mark a row a page away."""
        around = self.parent
        rows = around.size.height if isinstance(around, Widget) else len(self.rows)
        self.mark(self.marked + by * max(1, rows - 1))

    def mark(self, row: int) -> None:
        """Mark a row, and have it seen."""
        self.marked = max(0, min(len(self.rows) - 1, row))
        self.refresh()
        self.keep_seen()

    def keep_seen(self) -> None:
        """Scroll what is around it to the marked row."""
        around, at = self.parent, self.virtual_region
        if isinstance(around, Widget):
            around.scroll_to_region(Region(at.x, at.y + self.marked, at.width, 1), animate=False, force=True)

    def action_change(self, by: int) -> None:
        """Want another value."""
        self.post_message(self.Changed(self.marked, by))

    def action_take(self) -> None:
        """Go where the row leads."""
        self.post_message(self.Opened(self.marked))

    def on_click(self, event: events.Click) -> None:
        """Mark the row under the mouse; a second click takes it."""
        if event.y < len(self.rows):
            event.stop()
            if event.y == self.marked:
                self.action_take()
            self.marked = event.y
            self.refresh()

    def _row(self, number: int, row: SettingLine) -> Line:
        lit = number == self.marked
        across = _LABEL if self.size.width >= 64 else _SHORT_LABEL
        label = (MARK if lit else NO_MARK, "$glow"), (f"{row.label:<{across}}", "bold $ink" if lit else "$soft")
        if not row.changeable:
            return (*label, ("  ", ""), (row.value, "$hush"))
        arrows = ("‹ ", " ›") if lit else ("  ", "")
        return (*label, (arrows[0], "$hush"), (row.value, "$ink" if lit else "$soft"), (arrows[1], "$hush"))
