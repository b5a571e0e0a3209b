"""The editor of scripts: Textual's text area with cues and front matter set apart, and marks beside lines."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import BindingType
from textual.document._document import EditResult, Location, Selection
from textual.document._edit import Edit
from textual.message import Message
from textual.strip import Strip
from textual.widgets import TextArea

from feltsense.authoring.highlighting import LineState, Role, highlight, line_states
from feltsense.authoring.text import as_seen, as_typed
from feltsense.authoring.text_change import TextChange
from feltsense.script.diagnostics import Diagnostic, Severity
from feltsense.tui.editor.script_keys import SCRIPT_KEYS

_SIGNS = {Severity.ERROR: "●", Severity.WARNING: "○", Severity.NOTE: "·"}
_ORDER = tuple(_SIGNS)
_HEARD = "▸"
_MARGIN = 3
"""Columns between a line's number and its text; a mark stands in the middle."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What was found on a line, and the line as it was then: on another text it is not drawn."""

    line: str
    found: tuple[Diagnostic, ...]

    @property
    def severity(self) -> Severity:
        """The gravest."""
        return min((each.severity for each in self.found), key=_ORDER.index)


class ScriptArea(TextArea, inherit_bindings=False):
    """Edits a script. Its text is what `authoring.text` makes of a file."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "script--fence", "script--key", "script--value", "script--heading", "script--note", "script--comment",
        "script--cue", "script--silence", "script--found", "script--mark", "script--heard",
    }  # fmt: skip
    DEFAULT_CSS: ClassVar[str] = """
    ScriptArea {
        border: none; padding: 0; background: $background; color: $ink; background-tint: $background 0%;
        scrollbar-size-vertical: 1;
        &:focus { border: none; background-tint: $background 0%; }
        & .text-area--gutter { color: $hush; background: $background; }
        & .text-area--cursor-gutter { color: $soft; background: $background; text-style: none; }
        & .text-area--cursor-line { background: $raised; }
        & .text-area--cursor { color: $background; background: $glow; text-style: none; }
        & .text-area--selection { background: $line; color: $ink; }
        & .text-area--matching-bracket { background: $line; }
        & .script--fence { color: $hush; }
        & .script--key { color: $hush; }
        & .script--value { color: $soft; }
        & .script--heading { color: $ink; text-style: bold; }
        & .script--note { color: $hush; text-style: italic; }
        & .script--comment { color: $hush; text-style: italic; }
        & .script--cue { color: $glow; }
        & .script--silence { color: $glow; }
        & .script--found { text-style: underline; }
        & .script--mark { color: $glow; text-style: bold; }
        & .script--heard { color: $glow; text-style: bold; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*SCRIPT_KEYS]

    @dataclass
    class Pasted(Message):
        """Text from elsewhere was put in, between two places of the text as it is now."""

        start: Location
        end: Location

    class NothingToPaste(Message):
        """Nothing was copied here yet; what other programs have copied, a terminal pastes by a key of its own."""

    def __init__(self) -> None:
        super().__init__(show_line_numbers=True, soft_wrap=True, tab_behavior="focus", max_checkpoints=1000)
        self.cursor_blink = False
        self._marks: dict[int, Mark] = {}
        self._states: tuple[LineState, ...] | None = None
        self._heard = 0
        self.take_key: Callable[[events.Key], bool] = lambda _: False
        """Is asked first about each key; True when it has done what the key means."""

    def knows(self, key: str) -> bool:
        """Tell whether a key edits, or moves in the text."""
        return key in self._bindings.key_to_bindings or key == "enter"

    def mark(self, found: Sequence[Diagnostic], lines: Sequence[str]) -> None:
        """Show what was found in `lines`, beside the lines that are still the same."""
        by_row: dict[int, list[Diagnostic]] = {}
        for each in found:
            by_row.setdefault(each.span.line - 1, []).append(each)
        inside = ((row, each) for row, each in by_row.items() if row < len(lines))
        self._marks = {row: Mark(lines[row], tuple(each)) for row, each in inside}
        self._redraw()

    def show_heard(self, line: int) -> None:
        """Show that line `line`, from 1, is being heard; 0 for none."""
        if line != self._heard:
            self._heard = line
            self._redraw()

    def found_at(self, row: int) -> tuple[Diagnostic, ...]:
        """Return what was found on a line that is still the same, counted from 0."""
        mark = self._marks.get(row)
        there = mark is not None and row < self.document.line_count and mark.line == self.document.get_line(row)
        return mark.found if mark is not None and there else ()

    def row_of(self, found: Diagnostic) -> int | None:
        """Return the row that a diagnostic stands on now; None where its line was changed."""
        rows = (row for row in self._marks if found in self.found_at(row))
        return next(rows, None)

    def next_found(self, step: int) -> Diagnostic | None:
        """Return what was found next after the cursor, or before it with -1; past the end, from the start."""
        here = self.cursor_location
        rows = sorted(row for row in self._marks if self.found_at(row))
        every = [((row, each.span.column - 1), each) for row in rows for each in self.found_at(row)]
        if step > 0:
            ahead = [each for place, each in every if place > here]
            return next(iter(ahead or [each for _, each in every]), None)
        behind = [each for place, each in every if place < here]
        return next(iter((behind or [each for _, each in every])[::-1]), None)

    def found_here(self) -> Diagnostic | None:
        """Return what was found at the cursor, or else first on its line."""
        row, column = self.cursor_location
        found = self.found_at(row)
        inside = (each for each in found if each.span.column <= column + 1 < max(each.span.end_column, 2))
        return next(inside, None) or next(iter(found), None)

    def replace_all(self, text: str) -> None:
        """Have `text` instead, as one step that can be undone; the cursor stays about where it is."""
        row, column = self.cursor_location
        self.history.checkpoint()
        self.replace(text, (0, 0), self.document.end)
        self.history.checkpoint()
        row = min(row, self.document.line_count - 1)
        self.move_cursor((row, min(column, len(self.document.get_line(row)))))

    def change(self, change: TextChange) -> None:
        """Make a change, as one step that can be undone; the cursor stands behind it."""
        self.history.checkpoint()
        start, end = self.location_of(change.start), self.location_of(change.end)
        made = self.replace(change.text, start, end)
        self.history.checkpoint()
        self.move_cursor(made.end_location)

    def location_of(self, offset: int) -> Location:
        """Return the row and column of an offset in the text."""
        before = self.text[:offset]
        return before.count("\n"), offset - (before.rfind("\n") + 1)

    def offset_of(self, location: Location) -> int:
        """Return the offset in the text of a row and column."""
        row, column = location
        return sum(len(line) + 1 for line in self.document.lines[:row]) + column

    def go_to(self, line: int, column: int) -> None:
        """Put the cursor at a place, both from 1, and bring it into the middle."""
        row = max(0, min(line - 1, self.document.line_count - 1))
        self.move_cursor((row, min(column - 1, len(self.document.get_line(row)))), center=True)

    def action_top(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - as Textual's actions that mark
        """Go to the first line."""
        self.move_cursor((0, 0), select=select)

    def action_bottom(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - as above
        """Go to the end."""
        self.move_cursor(self.document.end, select=select)

    def action_paste(self) -> None:
        """Put in what was cut or copied here."""
        if self.app.clipboard:
            super().action_paste()
        else:
            self.post_message(self.NothingToPaste())

    async def _on_key(self, event: events.Key) -> None:
        """Do at once what a key of ours does.

        Textual would pass the key up to the app first, and letters typed right after it would be written before it.
        """
        if self.take_key(event):
            event.stop()
            event.prevent_default()
            return
        for binding in self._bindings.key_to_bindings.get(event.key, ()):
            event.stop()
            event.prevent_default()
            await self.run_action(binding.action)

    async def _on_paste(self, event: events.Paste) -> None:
        """Put in what is pasted, as a step of its own, and tell of it."""
        event.stop()
        event.prevent_default()
        start = min(self.selection)
        self.history.checkpoint()
        end = self.replace(event.text, *self.selection, maintain_selection_offset=False).end_location
        self.history.checkpoint()
        self.move_cursor(end)
        self.post_message(self.Pasted(start, end))

    def edit(self, edit: Edit) -> EditResult:
        """Make an edit; marks below move along with their lines."""
        edit.text = as_typed(edit.text)
        before, top = self.document.line_count, edit.top[0]
        result = super().edit(edit)
        shift = self.document.line_count - before
        if shift:
            below = ((row + shift * (row > top), mark) for row, mark in self._marks.items())
            self._marks = dict(below)
        return result

    def _refresh_size(self) -> None:
        """Have the cursor stand in the text first.

        Textual's undo and redo put it back only afterwards, and where the scroll bar comes or goes meanwhile they look
        for it on a line that there is no longer (ValueError, Textual 8.2).
        """
        if self.document.line_count <= max(self.selection)[0]:
            self.selection = Selection.cursor(self.document.end)
        super()._refresh_size()

    def get_line(self, line_index: int) -> Text:
        """Return a line as it is drawn."""
        line = self.document.get_line(line_index)
        drawn = Text(as_seen(line), end="", no_wrap=True)
        states = self._line_states()
        state = states[line_index] if line_index < len(states) else LineState.BODY
        for stretch in highlight(line, state):
            drawn.stylize(self._style(stretch.role), stretch.start, stretch.end)
        for found in self.found_at(line_index):
            end = max(found.span.column, found.span.end_column - 1)
            drawn.stylize(self.get_component_rich_style("script--found", partial=True), found.span.column - 1, end)
        return drawn

    @property
    def gutter_width(self) -> int:
        """The columns of numbers and marks."""
        return super().gutter_width + 1

    def get_component_rich_style(self, *names: str, partial: bool = False, default: Style | None = None) -> Style:
        """Return a style; that of the cursor's line leaves its colours as they are."""
        ground = names == ("text-area--cursor-line",)
        return super().get_component_rich_style(*names, partial=partial or ground, default=default)

    def _render_line(self, y: int) -> Strip:
        strip = super()._render_line(y)
        lines = self.wrapped_document._offset_to_line_info  # noqa: SLF001 - as Textual's own drawing does
        at = y + self.scroll_offset.y
        if at >= len(lines):
            return strip
        row, section = lines[at]
        sign, style = self._sign(row) if section == 0 else ("", Style.null())
        margin = [Segment(f" {sign or ' '} ", self.rich_style + style)]
        width = self.gutter_width
        return Strip.join([strip.crop(1, width - _MARGIN + 1), Strip(margin, _MARGIN), strip.crop(width)])

    def _sign(self, row: int) -> tuple[str, Style]:
        if row + 1 == self._heard:
            return _HEARD, self.get_component_rich_style("script--heard", partial=True)
        if not self.found_at(row):
            return "", Style.null()
        return _SIGNS[self._marks[row].severity], self.get_component_rich_style("script--mark", partial=True)

    def _style(self, role: Role) -> Style:
        return self.get_component_rich_style(f"script--{role.value}", partial=True)

    def _line_states(self) -> Sequence[LineState]:
        if self._states is None:
            self._states = line_states(self.document.lines)
        return self._states

    def _build_highlight_map(self) -> None:
        """Forget what was worked out for another text; called by Textual whenever the text is another one."""
        self._states = None
        super()._build_highlight_map()

    def _redraw(self) -> None:
        self._line_cache.clear()
        self.refresh()
