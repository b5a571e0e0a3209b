"""A long list of which only what is seen is fetched: a hundred thousand rows open as fast as ten."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from feltsense.tui.widgets.lines import BLANK, MARK, NO_MARK, Line, content, padded

PAGE = 100
"""Rows that are fetched at a time."""

PAGES_KEPT = 8
"""Pages that are held at a time; one that is left behind is fetched anew."""


@dataclass(frozen=True, slots=True)
class ListPage:
    """Rows from `start` on, ready to be drawn."""

    start: int
    rows: tuple[Line, ...]


def _key(key: str, action: str, tooltip: str) -> Binding:
    return Binding(key, action, tooltip, id=f"practices.{key}", show=False, tooltip=tooltip)


class PagedList(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows with one of them marked. Asks for pages by `PageNeeded`, and is given them by `fill`."""

    DEFAULT_CSS: ClassVar[str] = """
    PagedList { width: 1fr; height: 1fr; scrollbar-size: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        _key("up", "move(-1)", "The one above."),
        _key("down", "move(1)", "The one below."),
        _key("pageup", "page(-1)", "A page up."),
        _key("pagedown", "page(1)", "A page down."),
        _key("home", "move(-10000000)", "The newest."),
        _key("end", "move(10000000)", "The oldest."),
        Binding("enter", "take", "look", id="practices.take", tooltip="Look at the marked one."),
    ]

    @dataclass
    class PageNeeded(Message):
        """A page is about to be seen."""

        start: int

    @dataclass
    class Chosen(Message):
        """A row was chosen."""

        row: int

    @dataclass
    class Marked(Message):
        """Another row was marked."""

        row: int

    count = 0
    marked = 0

    def __init__(self) -> None:
        super().__init__()
        self._pages: dict[int, tuple[Line, ...]] = {}
        self._requested: set[int] = set()

    @property
    def known(self) -> bool:
        """Whether a page is there to be drawn."""
        return bool(self._pages)

    def show(self, count: int) -> None:
        """Show a list of `count` rows, none of which is known yet."""
        self.count = count
        self.marked = max(0, min(self.marked, count - 1))
        self._pages.clear()
        self._requested.clear()
        self.virtual_size = Size(self.size.width, count)
        self.refresh()

    def fill(self, page: ListPage) -> None:
        """Show a page that was asked for."""
        self._requested.discard(page.start)
        self._pages[page.start] = page.rows
        while len(self._pages) > PAGES_KEPT:
            del self._pages[next(iter(self._pages))]
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return row `y` of what is seen."""
        number = y + self.scroll_offset.y
        columns = self.size.width
        lit = number == self.marked
        mark = ((MARK if lit else NO_MARK, "$glow"),)
        line = padded((*mark, *self._row(number)), columns) if number < self.count else BLANK
        if lit:
            line = tuple((text, f"{style} on $raised".strip()) for text, style in line)
        style = self.visual_style
        return Strip(content([line]).render_segments(style)).adjust_cell_length(columns, style.rich_style)

    def mark(self, row: int) -> None:
        """Mark a row, and have it seen."""
        row = max(0, min(self.count - 1, row))
        changed, self.marked = row != self.marked, row
        self._show_marked()
        self.refresh()
        if changed:
            self.post_message(self.Marked(row))

    def action_move(self, by: int) -> None:
        """Mark another row."""
        self.mark(self.marked + by)

    def action_page(self, by: int) -> None:
        """Mark a row a page away."""
        self.mark(self.marked + by * max(1, self.size.height - 1))

    def action_take(self) -> None:
        """Choose the marked row."""
        if self.count:
            self.post_message(self.Chosen(self.marked))

    def on_click(self, event: events.Click) -> None:
        """Mark the row under the mouse; a second click chooses it."""
        row = event.y + self.scroll_offset.y
        if row < self.count:
            event.stop()
            if row == self.marked:
                self.action_take()
            self.mark(row)

    @property
    def columns(self) -> int:
        """How wide a row may be."""
        return self.size.width - len(MARK)

    def on_resize(self) -> None:
        """Have rows made for the new width, and the marked one seen."""
        self.show(self.count)
        self.call_after_refresh(self._show_marked)

    def _show_marked(self) -> None:
        self.scroll_to_region(Region(0, self.marked, 1, 1), animate=False, force=True)

    def _row(self, number: int) -> Line:
        start = number - number % PAGE
        rows = self._pages.get(start)
        if rows is not None:
            return rows[number - start] if number - start < len(rows) else BLANK
        if start not in self._requested:
            self._requested.add(start)
            self.post_message(self.PageNeeded(start))
        return (("…", "$hush"),)
