"""After a practice: what was said before and after, in words, and one small thing to do next."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from feltsense.practice.menus import ClosingWords
from feltsense.tui.base_screen import BaseScreen
from feltsense.tui.widgets.hints import Hints


class Afterwards(BaseScreen[None]):
    """Shows it, and is left by any of the keys one would try.

    Args:
        words: what is shown.
        last: whether the program ends after it, as it was begun for one exercise.
    """

    CSS_PATH = "afterwards.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_back", "back to the exercises", id="afterwards.leave", tooltip="Leave these words."),
        Binding("enter", "close", "close", id="afterwards.close", tooltip="Leave; all is kept."),
        Binding("enter", "go_on", "go on", id="afterwards.on", tooltip="Go on from here."),
        Binding("escape,space", "leave", "back", id="afterwards.back", show=False, tooltip="Leave these words."),
    ]

    def __init__(self, words: ClosingWords, *, last: bool = False) -> None:
        super().__init__()
        self.words = words
        self._last = last

    def compose(self) -> ComposeResult:
        """Make the words."""
        with Vertical(classes="middle"), Vertical(classes="column"):
            yield Static(self.words.title, classes="title", markup=False)
            for sentence in self.words.sentences:
                yield Static(sentence, classes="lead", markup=False)
            if self.words.next_step:
                yield Static(self.words.next_step, id="next", markup=False)
        yield Hints()

    def on_click(self) -> None:
        """Leave."""
        self.action_leave()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Say of Enter where it leads."""
        leads = "go_on" if self.words.leads_on else "close" if self._last else "go_back"
        return action not in ("go_back", "close", "go_on") or action == leads

    def action_leave(self) -> None:
        """Leave."""
        self.dismiss(None)

    action_go_back = action_close = action_go_on = action_leave
