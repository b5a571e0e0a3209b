"""Which document is to be opened: its path is typed, and completed from a list."""

import asyncio
from pathlib import Path
from typing import ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from feltsense.authoring.documents import at_home, common_beginning, completions, typed_path
from feltsense.system.printable import printable, printable_line
from feltsense.tui.base_screen import BaseScreen
from feltsense.tui.widgets.choices import EntryList
from feltsense.tui.widgets.hints import Hints
from feltsense.tui.widgets.list_line import ListLine

_LONGEST = 4096
_TO_ROWS = ("up", "down", "pageup", "pagedown")


class PathLine(ListLine):
    """A line for a path."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "screen.choose", "open", id="path.open", tooltip="Open the document, or look into the folder."
        ),
        Binding("tab", "screen.complete", "complete", id="path.complete", tooltip="Complete the path."),
        Binding("up", "screen.move", "move", key_display="↑ ↓", id="path.move", tooltip="Mark another one."),
    ]
    """What they do is done in the order that they are pressed in: the line passes them on."""

    def __init__(self) -> None:
        super().__init__("a path, or the beginning of one", _LONGEST)

    def is_for_list(self, event: events.Key) -> bool:
        """Tell whether a key is meant for the list of paths."""
        return event.key in (*_TO_ROWS, "tab", "enter")


class DocumentPicker(BaseScreen[Path | None]):
    """Left with the path of a document, or with nothing.

    Args:
        notice: what is said below, if anything.
        typed: what stands in the line already.
    """

    CSS_PATH = "documents.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", id="documents.leave", tooltip="Back to the scripts."),
    ]

    def __init__(self, notice: str = "", typed: str = "") -> None:
        super().__init__()
        self._notice = notice
        self._typed = typed
        self._found: tuple[str, ...] = ()
        self._moved = False
        """Whether one was marked by hand."""

    def compose(self) -> ComposeResult:
        """Make the line and the list."""
        with Vertical(id="all"):
            yield Static("Which document?", id="title", markup=False)
            yield PathLine()
            yield EntryList()
            yield Static(printable(self._notice), id="notice", markup=False)
        yield Hints()

    def on_mount(self) -> None:
        """List what is in this folder."""
        self.query_one(EntryList).can_focus = False
        line = self.query_one(PathLine)
        line.value = self._typed
        line.cursor_position = len(self._typed)
        line.focus()
        self.list_paths(self._typed)

    def on_input_changed(self, event: Input.Changed) -> None:
        """List what the path can go on to."""
        event.stop()
        self.list_paths(event.value)

    @work(group="paths", exclusive=True)
    async def list_paths(self, typed: str) -> None:
        """List what a typed path can go on to; the folder is read beside the screen's own thread."""
        found = await asyncio.to_thread(completions, typed)
        self.call_later(self.show_paths, typed, found)

    def show_paths(self, typed: str, found: tuple[str, ...]) -> None:
        """Show what a typed path can go on to, unless another is typed by now."""
        if self.query_one(PathLine).value != typed:
            return
        self._found, self._moved = found, False
        rows = self.query_one(EntryList)
        rows.set_options(Option(printable_line(path)) for path in found)
        rows.highlighted = 0 if found else None

    def on_list_line_pressed(self, event: ListLine.Pressed) -> None:
        """Do what a key means for the list."""
        event.stop()
        if event.key in _TO_ROWS:
            names = {"up": "cursor_up", "down": "cursor_down", "pageup": "page_up", "pagedown": "page_down"}
            getattr(self.query_one(EntryList), f"action_{names[event.key]}")()
            self._moved = True
        elif event.key == "tab":
            self.action_complete()
        else:
            self.action_choose()

    def on_option_list_option_selected(self, event: EntryList.OptionSelected) -> None:
        """Take what was clicked on."""
        event.stop()
        self._take(self._found[event.option_index])

    def action_complete(self) -> None:
        """Write as much of the path as is certain; else the one that is marked."""
        if not self._found:
            return
        line = self.query_one(PathLine)
        common = common_beginning(self._found)
        marked = self.query_one(EntryList).highlighted or 0
        self._write(common if len(common) > len(line.value) and not self._moved else self._found[marked])

    def action_choose(self) -> None:
        """Open what is typed, or what is marked."""
        typed = self.query_one(PathLine).value
        marked = self.query_one(EntryList).highlighted
        if typed.strip() and not self._moved and typed_path(typed).is_file():
            self.dismiss(typed_path(typed))
        elif marked is not None and marked < len(self._found):
            self._take(self._found[marked])
        elif typed.strip():
            self.query_one("#notice", Static).update(printable_line(f"There is no {typed.strip()}."))

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)

    def _take(self, path: str) -> None:
        if path.endswith("/"):
            self._write(path)
        else:
            self.dismiss(at_home(path))

    def _write(self, path: str) -> None:
        line = self.query_one(PathLine)
        line.value = path
        line.cursor_position = len(path)
