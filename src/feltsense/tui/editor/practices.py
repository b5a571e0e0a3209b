"""What becomes of a document that holds several practices: an exercise of each, one of them, or one script of all."""

from collections.abc import Sequence
from enum import Enum
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from feltsense.system.printable import printable_line
from feltsense.tui.base_screen import BaseScreen
from feltsense.tui.widgets.choices import EntryList
from feltsense.tui.widgets.hanging import HangingRows
from feltsense.tui.widgets.hints import Hints


class DocumentAs(Enum):
    """What a document becomes as a whole."""

    EXERCISES = "exercises"
    """Each of its practices is an exercise of its own."""
    SCRIPT = "script"
    """All of it is one script."""


class PracticePicker(BaseScreen["DocumentAs | int | None"]):
    """Left with what the document becomes, with the number of one practice from 0, or with nothing.

    Args:
        document: its name.
        titles: of the practices in it.
    """

    CSS_PATH = "practices.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "take", id="practices.choose", tooltip="Take what is marked."),
        Binding("escape", "leave", "back", id="practices.leave", tooltip="Back to the documents; nothing is written."),
    ]

    def __init__(self, document: str, titles: Sequence[str]) -> None:
        super().__init__()
        self._document = document
        self._titles = titles
        self._answers: tuple[DocumentAs | int, ...] = (DocumentAs.EXERCISES, DocumentAs.SCRIPT, *range(len(titles)))

    def compose(self) -> ComposeResult:
        """Make the list."""
        title = f"There are {len(self._titles)} practices in {printable_line(self._document)}."
        with Vertical(id="all"):
            yield Static(title, id="title", markup=False)
            yield EntryList()
            yield Static("The document stays as it is.", id="notice", markup=False)
        yield Hints()

    def on_mount(self) -> None:
        """Fill the list."""
        rows = self.query_one(EntryList)
        each = _option("an exercise of each", f"{len(self._titles)} new files")
        whole = _option("one script of all of them", "not written yet")
        rows.set_options([each, whole, *(_option(f"only “{title}”") for title in self._titles)])
        rows.highlighted = 0
        rows.focus()

    def on_option_list_option_selected(self, event: EntryList.OptionSelected) -> None:
        """Take what was clicked on."""
        event.stop()
        self.action_choose()

    def action_choose(self) -> None:
        """Take what is marked."""
        marked = self.query_one(EntryList).highlighted
        if marked is not None:
            self.dismiss(self._answers[marked])

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)


def _option(label: str, note: str = "") -> Option:
    told = (f"   {note}", "$hush") if note else ""
    return Option(HangingRows([(Content("  "), Content.assemble(printable_line(label), told))]))
