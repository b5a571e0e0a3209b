"""What became of what in a document that was imported: a page to look through."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from feltsense.system.printable import printable_line
from feltsense.tui.base_screen import BaseScreen
from feltsense.tui.widgets.hanging import HangingRows
from feltsense.tui.widgets.hints import Hints

if TYPE_CHECKING:
    from feltsense.importing.convert import ImportedScript
    from feltsense.importing.document import ImportChange


class ReportScreen(BaseScreen[None]):
    """Shows each change of an import in the order of the document, and is left with Escape.

    Args:
        imported: what was imported.
    """

    CSS_PATH = "report.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+g,enter", "leave", "back", key_display="esc", id="report.leave", tooltip="Back."),
        Binding("down", "read(1)", "read on", key_display="↓", id="report.down", tooltip="Read on."),
        Binding("up", "read(-1)", "up", id="report.up", show=False, tooltip="Read on, upwards."),
        Binding("pagedown,space", "read(10)", "page", id="report.page", show=False, tooltip="A page on."),
        Binding("pageup", "read(-10)", "page up", id="report.page_up", show=False, tooltip="A page back."),
    ]

    def __init__(self, imported: "ImportedScript") -> None:
        super().__init__()
        self._imported = imported

    def compose(self) -> ComposeResult:
        """Make the list."""
        changes, unit = self._imported.changes, self._imported.place_unit
        with Vertical(id="all"):
            yield Static("What became of what", id="title", markup=False)
            with VerticalScroll(id="changes", can_focus=False):
                if self._imported.doubt:
                    yield Static(f"{self._imported.doubt}\n", markup=False)
                yield Static(HangingRows(_row(change, unit) for change in changes), id="listed")
        yield Hints()

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)

    def action_read(self, rows: int) -> None:
        """Move what is read."""
        self.query_one("#changes", VerticalScroll).scroll_relative(y=rows, animate=False)


def _row(change: "ImportChange", unit: str) -> tuple[Content, Content]:
    after = f" → {printable_line(change.after)}" if change.after else ""
    where, kind = f"{unit} {change.place}", change.kind.value
    lead = Content.assemble((f"{where:<14}", "$hush"), (f"{kind:<10}", "$glow"))
    return lead, Content.assemble(printable_line(change.before), (after, "$ink"))
