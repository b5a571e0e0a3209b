"""Lists to choose from: a few numbered answers, and a longer list of entries under headings."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import OptionList

from feltsense.system.printable import shortened
from feltsense.tui.widgets.lines import BLANK, MARK, NO_MARK, Line, content

_SPACED = 7
"""So many stand apart from each other."""

_BEFORE = 6
"""Columns of the mark and the number."""
_GAP = "   "


@dataclass(frozen=True, slots=True)
class Choice:
    """One of them."""

    id: str
    label: str
    note: str = ""


class Choices(Widget, can_focus=True):
    """A short list. A number or a click answers at once; arrows move and Enter answers."""

    ALLOW_SELECT = False
    DEFAULT_CSS: ClassVar[str] = """
    Choices { width: auto; height: auto; text-wrap: nowrap; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Up", id="choices.up", show=False, tooltip="The one above."),
        Binding("down", "move(1)", "Down", id="choices.down", show=False, tooltip="The one below."),
        Binding("enter", "take", "choose", id="choices.take", tooltip="Take what is marked."),
        *(
            Binding(str(n), f"number({n})", str(n), id=f"choices.{n}", show=False, tooltip=f"Take number {n}.")
            for n in range(1, 10)
        ),
        Binding("0", "number(10)", "10", id="choices.10", show=False, tooltip="Take number 10."),
    ]

    @dataclass
    class Chosen(Message):
        """One was chosen."""

        id: str

    @dataclass
    class Skipped(Message):
        """Enter was pressed while none was marked."""

    choices: tuple[Choice, ...] = ()
    marked: int | None = 0

    def show(self, choices: tuple[Choice, ...], marked: int | None = 0) -> None:
        """Show `choices`, that at `marked` marked; with None nothing is, so that nothing is suggested."""
        self.choices, self.marked = choices, marked
        self.refresh(layout=True)

    @property
    def _pitch(self) -> int:
        """Rows from one to the next: many stand closer."""
        return 2 if len(self.choices) <= _SPACED else 1

    @property
    def _rows(self) -> int:
        return self._pitch * (len(self.choices) - 1) + 1

    def render(self) -> Content:
        """Return what is drawn."""
        lines: list[Line] = []
        for number in range(len(self.choices)):
            lines += [self._row(number), *[BLANK] * (self._pitch - 1)]
        return content(lines[: max(1, self._rows)])

    def _row(self, number: int) -> Line:
        """Return the row of one, in the columns that there are: a row more would push the last ones out of sight."""
        choice, lit = self.choices[number], number == self.marked
        label = shortened(choice.label, self.size.width - _BEFORE)
        room = self.size.width - _BEFORE - len(label) - len(_GAP)
        note = shortened(choice.note, room) if room > 0 else ""
        return (
            (MARK if lit else NO_MARK, "$glow"),
            (f"{number + 1:<4}", "$hush"),
            (label, "bold $ink" if lit else "$soft"),
            (f"{_GAP}{note}" if note else "", "$hush"),
        )

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002 - Textual's signature
        """Return how many columns it needs."""
        notes = (f"{choice.label}{_GAP}{choice.note}".rstrip() for choice in self.choices)
        return min(container.width, max((len(note) + _BEFORE for note in notes), default=0))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - as above
        """Return how many rows it needs."""
        return max(1, self._rows)

    def action_move(self, by: int) -> None:
        """Mark the next one."""
        at = 0 if self.marked is None else self.marked + by
        self.marked = max(0, min(len(self.choices) - 1, at))
        self.refresh()

    def action_take(self) -> None:
        """Answer with the one that is marked, if one is."""
        if self.marked is None:
            self.post_message(self.Skipped())
        else:
            self.action_number(self.marked + 1)

    def action_number(self, number: int) -> None:
        """Answer with the one of this number, if there is one."""
        if number <= len(self.choices):
            self.marked = number - 1
            self.refresh()
            self.post_message(self.Chosen(self.choices[number - 1].id))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Mark the one under the mouse."""
        number, between = divmod(event.y, self._pitch)
        if not between and number < len(self.choices) and number != self.marked:
            self.marked = number
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Answer with the one under the mouse."""
        number, between = divmod(event.y, self._pitch)
        if not between:
            event.stop()
            self.action_number(number + 1)


def _key(key: str, action: str, words: str) -> Binding:
    return Binding(key, action, words, id=f"entries.{action}", show=False, tooltip=f"Go to {words}.")


class MarkedOptions(OptionList, inherit_bindings=False):
    """Textual's option list with a sign before the marked one: its ground alone is not seen everywhere."""

    @property
    def shows_mark(self) -> bool:
        """Whether the sign is seen."""
        return True

    def render_line(self, y: int) -> Strip:
        """Return line `y` of what is seen."""
        line, number = super().render_line(y), y + self.scroll_offset.y
        if number >= len(self._lines):
            return line
        option, row = self._lines[number]
        lit = option == self.highlighted
        style = self.get_visual_style("option-list--option", *(["option-list--option-highlighted"] if lit else []))
        sign = content([((MARK if lit and row == 0 and self.shows_mark else NO_MARK, "$glow"),)])
        return Strip.join([Strip(sign.render_segments(style)).apply_meta({"option": option}), line])

    def _get_left_gutter_width(self) -> int:
        return len(MARK)


class EntryList(MarkedOptions):
    """Such a list with only the keys of a list; the others, such as left and right, are its screen's."""

    BINDINGS: ClassVar[list[BindingType]] = [
        _key("up", "cursor_up", "the one above"),
        _key("down", "cursor_down", "the one below"),
        _key("home", "first", "the first"),
        _key("end", "last", "the last"),
        _key("pageup", "page_up", "the page above"),
        _key("pagedown", "page_down", "the page below"),
    ]
