"""The library's list: rows of which only those that are seen are drawn, so that thousands open as fast as ten."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from feltsense.system.printable import printable_line
from feltsense.tui.library.rows import ListRow, RowKind
from feltsense.tui.widgets.lines import BLANK, MARK, NO_MARK, Line, content, line_width, padded, wrapped_lines

_STAR = " ★"
_MOST = 10_000_000


def _key(key: str, action: str, tooltip: str) -> Binding:
    return Binding(key, action, tooltip, id=f"exercises.{key}", show=False, tooltip=tooltip)


class ExerciseList(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows with one of them marked: by a sign, and by weight and ground beside it."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"exercise-list--marked"}
    DEFAULT_CSS: ClassVar[str] = """
    ExerciseList { width: 1fr; height: 1fr; scrollbar-size: 0 1; background: $background; }
    ExerciseList > .exercise-list--marked { background: $raised; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        _key("up", "move(-1)", "The one above."),
        _key("down", "move(1)", "The one below."),
        _key("pageup", "page(-1)", "A page up."),
        _key("pagedown", "page(1)", "A page down."),
        _key("home", f"move(-{_MOST})", "The first."),
        _key("end", f"move({_MOST})", "The last."),
    ]

    @dataclass
    class Marked(Message):
        """Another row is marked."""

    @dataclass
    class Chosen(Message):
        """The marked row was clicked on."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[ListRow, ...] = ()
        self._lines: list[tuple[int, Line]] = []
        """For each line the number of its row; its words, where they are of a note."""
        self._selectable: list[int] = []
        """Numbers of rows."""
        self._line_of: dict[int, int] = {}
        """The line of each row that can be marked."""
        self._at = 0
        """Which of the selectable rows is marked."""

    def show(self, rows: tuple[ListRow, ...], marked: int | None = None) -> None:
        """Show `rows`.

        Args:
            rows: from top to bottom.
            marked: the number of a row; None for the first that can be marked.
        """
        self.rows = rows
        self._selectable = [number for number, row in enumerate(rows) if row.selectable]
        self._at = self._selectable.index(marked) if marked in self._selectable else 0
        self._lay_out()

    @property
    def marked(self) -> ListRow | None:
        """The row that is marked; None where there is none."""
        return self.rows[self._selectable[self._at]] if self._selectable else None

    def render_line(self, y: int) -> Strip:
        """Return line `y` of what is seen."""
        number, columns = y + self.scroll_offset.y, self._columns
        line, lit = BLANK, False
        if number < len(self._lines):
            row, line = self._lines[number]
            lit = self._is_marked(row) and self.rows[row].selectable
            line = line or self._drawn(self.rows[row], columns, lit=lit)
        style = self.get_visual_style("exercise-list--marked") if lit else self.visual_style
        strip = Strip(content([padded(line, columns)]).render_segments(style))
        return strip.adjust_cell_length(columns, style.rich_style)

    def action_move(self, by: int) -> None:
        """Mark another row."""
        self._mark(self._at + by)

    def action_page(self, by: int) -> None:
        """Mark a row a page away."""
        self._mark(self._at + by * max(1, self.size.height - 2))

    def on_click(self, event: events.Click) -> None:
        """Choose the row under the mouse."""
        number = event.y + self.scroll_offset.y
        row = self._lines[number][0] if number < len(self._lines) else None
        if row in self._selectable:
            event.stop()
            self._mark(self._selectable.index(row))
            self.post_message(self.Chosen())

    def on_resize(self) -> None:
        """Wrap the notes anew, and keep the marked row in sight."""
        self._lay_out()

    @property
    def _columns(self) -> int:
        """How wide it is beside its scrollbar."""
        return self.scrollable_content_region.width

    def _mark(self, at: int) -> None:
        self._at = max(0, min(len(self._selectable) - 1, at))
        self._keep_seen()
        self.refresh()
        self.post_message(self.Marked())

    def _keep_seen(self) -> None:
        """Scroll to the marked row, with what leads it: to the very top for the first."""
        if not self._selectable:
            return
        line = self._line_of[self._selectable[self._at]]
        above = line if self._at == 0 else 2 if line > 1 and self._is_heading(line - 1) else 0
        end = len(self._lines)
        below = next((number for number in range(line + 1, end) if not self._is_note(number)), end)
        self.scroll_to_region(Region(0, line - above, 1, above + below - line), animate=False, force=True)

    def _is_heading(self, line: int) -> bool:
        return self.rows[self._lines[line][0]].kind is RowKind.HEADING

    def _is_note(self, line: int) -> bool:
        return self.rows[self._lines[line][0]].kind is RowKind.NOTE

    def _is_marked(self, row: int) -> bool:
        return bool(self._selectable) and self._selectable[self._at] == row

    def _lay_out(self) -> None:
        """Give each row its lines: one, and more to a long note; a heading has a blank one above."""
        self._lines, self._line_of = [], {}
        for number, row in enumerate(self.rows):
            if row.kind is RowKind.NOTE:
                wrapped = wrapped_lines(printable_line(row.text), self._columns - 5, "$hush")
                self._lines += [(number, (("    ", ""), *line)) for line in wrapped]
                continue
            if row.kind is RowKind.HEADING and self._lines:
                self._lines.append((number, ((" ", ""),)))
            if row.selectable:
                self._line_of[number] = len(self._lines)
            self._lines.append((number, BLANK))
        self.virtual_size = Size(self._columns, len(self._lines))
        self._keep_seen()
        self.refresh()

    def _drawn(self, row: ListRow, columns: int, *, lit: bool) -> Line:
        """Return a row in its columns: the title is cut where both have no room, the lengths are not."""
        if row.kind is RowKind.HEADING:
            return _fitting((("  ", ""), (row.words, "$glow")), columns)
        lengths = row.lengths
        room = columns - len(lengths) - (3 if lengths else 1)  # a column stays free beside the scrollbar
        style = "bold $ink" if lit else "$ink" if row.kind is not RowKind.EXERCISE else "$soft"
        title: Line = ((MARK if lit else NO_MARK, "$glow"), (printable_line(row.words), style))
        if row.favourite:
            title = (*_fitting(title, room - len(_STAR)), (_STAR, "$glow"))
        title = padded(_fitting(title, room), room)
        return (*title, (f"  {lengths}" if lengths else "", "$soft" if lit else "$hush"))


def _fitting(line: Line, columns: int) -> Line:
    """Return a line in at most `columns`: its last piece ends in an ellipsis where it is longer."""
    if line_width(line) <= columns:
        return line
    *first, (text, style) = line
    room = max(1, columns - line_width(tuple(first)))
    while text and line_width(((f"{text}…", style),)) > room:
        text = text[:-1]
    return (*first, (f"{text.rstrip()}…", style))
