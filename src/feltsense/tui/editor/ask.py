"""One question about a script: numbered answers, a line for own words, and the way to the next and the one before."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from feltsense.authoring.typed_answers import asks_for_help
from feltsense.system.printable import printable, printable_line
from feltsense.tui.base_screen import BaseScreen
from feltsense.tui.widgets.choices import Choice, EntryList
from feltsense.tui.widgets.hanging import HangingRows
from feltsense.tui.widgets.hints import Hints
from feltsense.tui.widgets.lines import Line, content
from feltsense.tui.widgets.list_line import ListLine

_LONGEST = 500


class Step(Enum):
    """What comes instead of an answer."""

    SKIP = "skip"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class AskedOfWriter:
    """What is asked."""

    head: str
    """Which question it is, in a few quiet words."""
    sentence: Line
    """What it is about, as it stands in the script."""
    text: str
    choices: Sequence[Choice]
    """Their ids are the answers."""
    own_words: str = "or in your own words"
    """What stands in the empty line; without it there is no such line."""
    likeliest_first: bool = True
    """Whether the first choice is marked, so that Enter takes it."""


class OwnWords(ListLine):
    """A line to write in. While it is empty, numbers choose an answer and arrows move."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "screen.take", "take", id="own_words.take", tooltip="Take what is marked, or what is written."
        ),
        Binding(
            "right", "cursor_right", "skip", key_display="→", id="own_words.skip", tooltip="Leave it open, and go on."
        ),
        Binding(
            "left", "cursor_left", "before", key_display="←", id="own_words.before", tooltip="The question before."
        ),
        Binding("tab", "write", "own words", id="own_words.write", tooltip="Write an answer, also with numbers."),
    ]
    """What these keys do while nothing is written is done in `_on_key`."""

    closed = False
    """Whether nothing can be written here."""
    writing = False
    """Whether numbers are written, though nothing stands there yet."""

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder, _LONGEST)
        self.closed = not placeholder

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "tab":
            event.stop()
            event.prevent_default()
            self.action_write()
        elif self.closed and event.is_printable and not self.is_for_list(event):
            event.stop()
            event.prevent_default()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer no way to write where there is nothing to write."""
        return False if action == "write" and self.closed else super().check_action(action, parameters)

    def action_write(self) -> None:
        """Have numbers written, too."""
        self.writing = not self.closed

    def is_for_list(self, event: events.Key) -> bool:
        """Tell whether a key is meant for the answers."""
        if event.key in ("up", "down", "enter"):
            return True
        choosing = not self.value and not self.writing
        return choosing and (event.key in ("left", "right", "home", "end", "question_mark") or event.key.isdigit())


class AskScreen(BaseScreen["str | Step | None"]):
    """Left with the answer, with the wish to go on or back, or with nothing.

    Args:
        asked: what is asked.
    """

    CSS_PATH = "ask.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", id="asked.leave", tooltip="Back to the script; the rest stays open."),
        Binding("f1", "keys", "keys", id="asked.keys", tooltip="These keys."),
    ]

    def __init__(self, asked: AskedOfWriter) -> None:
        super().__init__()
        self.asked = asked

    def compose(self) -> ComposeResult:
        """Make the question and its answers."""
        with Vertical(id="all"):
            yield Static(printable_line(self.asked.head), id="which", markup=False)
            yield Static(content([self.asked.sentence]), id="sentence", markup=False)
            yield Static(printable(self.asked.text), id="asked", markup=False)
            yield EntryList()
            yield OwnWords(self.asked.own_words)
        yield Hints()

    def on_mount(self) -> None:
        """Show the answers; the line has the focus."""
        rows = self.query_one(EntryList)
        rows.can_focus = False
        rows.set_options(_option(number, choice) for number, choice in enumerate(self.asked.choices, 1))
        rows.highlighted = 0 if self.asked.choices and self.asked.likeliest_first else None
        line = self.query_one(OwnWords)
        line.set_class(line.closed, "-closed")
        line.focus()

    def on_list_line_pressed(self, event: ListLine.Pressed) -> None:
        """Do what a key means for the answers."""
        event.stop()
        rows = self.query_one(EntryList)
        match event.key:
            case "up":
                rows.action_cursor_up()
            case "down":
                rows.action_cursor_down()
            case "home":
                rows.action_first()
            case "end":
                rows.action_last()
            case "left":
                self.action_step(-1)
            case "right":
                self.action_step(1)
            case "enter":
                self.action_take()
            case "question_mark":
                self.action_keys()
            case digit:
                self._choose((int(digit) or 10) - 1)

    def on_option_list_option_selected(self, event: EntryList.OptionSelected) -> None:
        """Take what was clicked on."""
        event.stop()
        self._choose(event.option_index)

    def action_take(self) -> None:
        """Take what is written, or what is marked."""
        written = self.query_one(OwnWords).value.strip()
        marked = self.query_one(EntryList).highlighted
        if asks_for_help(written):
            self.query_one(OwnWords).value = ""
            self.action_keys()
        elif written:
            self.dismiss(written)
        elif marked is not None:
            self._choose(marked)

    def action_step(self, by: int) -> None:
        """Go on, or back."""
        self.dismiss(Step.SKIP if by > 0 else Step.BACK)

    def action_keys(self) -> None:
        """Show what the keys do here."""
        from feltsense.tui.keys import KeysScreen, active_keys  # noqa: PLC0415 - not before the first frame

        self.app.push_screen(KeysScreen(active_keys(self)))

    def action_leave(self) -> None:
        """Leave."""
        self.dismiss(None)

    def _choose(self, number: int) -> None:
        if number < len(self.asked.choices):
            self.dismiss(self.asked.choices[number].id)


def _option(number: int, choice: Choice) -> Option:
    note = (f"   {printable_line(choice.note)}", "$hush") if choice.note else ""
    lead = Content.assemble((f"{number:>2}  ", "$hush"))
    return Option(HangingRows([(lead, Content.assemble(printable_line(choice.label), note))]))
