"""One question with a few answers in words: an offer, a piece of information, a menu."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center, Vertical
from textual.widgets import Static

from feltsense.system.printable import printable, printable_line
from feltsense.tui.base_screen import BaseScreen
from feltsense.tui.dialogs import Dialog
from feltsense.tui.widgets.choices import Choices
from feltsense.tui.widgets.hints import Hints


class DialogScreen(BaseScreen[str]):
    """Asks, and is left with the id of what was chosen."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "back", id="ask.back", tooltip="Go back without choosing."),
    ]

    def __init__(self, question: Dialog) -> None:
        super().__init__()
        self.question = question

    def compose(self) -> ComposeResult:
        """Make the words and the choices."""
        with Vertical(classes="middle"), Vertical(classes="column"):
            yield Static(printable_line(self.question.title), classes="title", markup=False)
            if self.question.lead:
                yield Static(printable(self.question.lead), classes="lead", markup=False)
            with Center():
                yield Choices()
        yield Hints()

    def on_mount(self) -> None:
        """Show the choices."""
        choices = self.query_one(Choices)
        choices.show(self.question.choices)
        choices.focus()

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Leave with what was chosen."""
        self.dismiss(event.id)

    def action_back(self) -> None:
        """Leave with what Escape means."""
        self.dismiss(self.question.escape)
