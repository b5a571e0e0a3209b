"""What will be spoken, before anything is: a page to look through, suspicious lines first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

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

if TYPE_CHECKING:
    from feltsense.authoring.spoken import SpokenLine


@dataclass(frozen=True, slots=True)
class SpokenRow:
    """A line as it will be spoken."""

    line: "SpokenLine"
    mend: str
    """The key that mends it, and how: “^T takes “Instructor:” out”; empty where nothing is strange."""
    takes: bool
    """Whether one key mends it."""


@dataclass(frozen=True, slots=True)
class SpokenChoice:
    """What was chosen on the page."""

    row: int
    take: bool
    """Whether it is to be mended at once; else it is gone to."""


class SpokenScreen(BaseScreen["SpokenChoice | None"]):
    """Left with a line to go to or to mend, or with nothing.

    Args:
        rows: everything that will be spoken.
        marked: the row that is marked.
        questions: how many are open in the script.
    """

    CSS_PATH = "spoken.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "go there", id="spoken.choose", tooltip="Go to the line in the script."),
        Binding("ctrl+t", "take", "take", key_display="^T", id="spoken.take", tooltip="Mend it as is said below."),
        Binding("escape,ctrl+l", "leave", "back", key_display="esc", id="spoken.leave", tooltip="Back to the script."),
    ]

    def __init__(self, rows: Sequence[SpokenRow], marked: int = 0, questions: int = 0) -> None:
        super().__init__()
        self.rows = rows
        self._questions = questions
        self._marked = marked

    def compose(self) -> ComposeResult:
        """Make the list."""
        strange = sum(row.line.suspicious for row in self.rows)
        with Vertical(id="all"):
            yield Static("What will be spoken", id="title", markup=False)
            yield Static(_counted(len(self.rows), strange, self._questions), id="counted", markup=False)
            yield EntryList()
            yield Static("", id="why", markup=False)
        yield Hints()

    def on_mount(self) -> None:
        """Fill the list."""
        rows = self.query_one(EntryList)
        rows.set_options(map(_option, self.rows))
        rows.highlighted = min(self._marked, len(self.rows) - 1) if self.rows else None
        rows.focus()

    def on_option_list_option_highlighted(self, event: EntryList.OptionHighlighted) -> None:
        """Say why the marked one is strange, and what mends it."""
        event.stop()
        row = self.rows[event.option_index]
        reasons = "; ".join(dict.fromkeys(each.reason for each in row.line.reasons))
        if row.line.is_read_otherwise:
            reasons = "; ".join(filter(None, (f"read as: {row.line.read}", reasons)))
        self.query_one("#why", Static).update(
            Content.assemble((printable_line(reasons), "$ink"), "\n", (printable_line(row.mend), "$glow"))
        )
        self.refresh_bindings()

    def on_option_list_option_selected(self, event: EntryList.OptionSelected) -> None:
        """Go to what was clicked on."""
        event.stop()
        self.dismiss(SpokenChoice(event.option_index, take=False))

    def action_choose(self) -> None:
        """Go to the marked line."""
        marked = self.query_one(EntryList).highlighted
        self.dismiss(None if marked is None else SpokenChoice(marked, take=False))

    def action_take(self) -> None:
        """Mend the marked line."""
        marked = self.query_one(EntryList).highlighted
        if marked is not None:
            self.dismiss(SpokenChoice(marked, take=True))

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to mend what can be."""
        if action == "take" and self.is_mounted:
            marked = self.query_one(EntryList).highlighted
            return marked is not None and self.rows[marked].takes
        return super().check_action(action, parameters)


def _counted(count: int, strange: int, questions: int) -> str:
    lines = "1 line" if count == 1 else f"{count} lines"
    looks = "1 of them looks as if it was" if strange == 1 else f"{strange} of them look as if they were"
    told = f"{looks} not meant to be spoken. Such lines stand first." if strange else "none of them looks strange."
    are = "1 question is" if questions == 1 else f"{questions} questions are"
    return f"{lines}; {told}{f' {are} still open: esc, then ^N, asks.' if questions else ''}"


def _option(row: SpokenRow) -> Option:
    sign = ("○ ", "$glow") if row.line.suspicious else "  "
    when = (f"  ({printable_line(row.line.when)})", "$hush") if row.line.when else ""
    lead = Content.assemble((f"{row.line.line:>4} ", "$hush"), sign)
    return Option(HangingRows([(lead, Content.assemble(printable_line(row.line.text), when))]))
