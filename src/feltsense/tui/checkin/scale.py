"""A scale from 0 to 10 with words at its ends: one key answers it."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from feltsense.tui.widgets.lines import BLANK, Line, centred, content, line_width

_TEN = 10


@dataclass(frozen=True, slots=True)
class Ends:
    """What a scale's ends mean, and where it stands."""

    low: str
    high: str
    value: int | None = None


class Scale(Widget, can_focus=True):
    """Eleven steps in a row. Digits (t for ten) and clicks answer at once; arrows move, Enter answers or skips."""

    ALLOW_SELECT = False
    DEFAULT_CSS: ClassVar[str] = """
    Scale { width: 1fr; height: 5; text-wrap: nowrap; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(str(n), f"answer({n})", str(n), id=f"scale.{n}", show=False, tooltip=f"Answer {n}.")
            for n in range(_TEN)
        ),
        Binding("t", "answer(10)", "ten", id="scale.10", tooltip="Answer ten; 1 and 0 quickly do the same."),
        Binding("left", "move(-1)", "Less", id="scale.less", show=False, tooltip="One step less."),
        Binding("right", "move(1)", "More", id="scale.more", show=False, tooltip="One step more."),
        Binding("enter", "take", "next", id="scale.take", tooltip="Answer what is chosen; skip when nothing is."),
    ]

    @dataclass
    class Answered(Message):
        """A step was chosen, or None: skipped."""

        value: int | None

    ends = Ends("", "")
    hovered: int | None = None

    def show(self, ends: Ends) -> None:
        """Show the scale of `ends`."""
        self.ends = ends
        self.refresh()

    def render(self) -> Content:
        """Return what is drawn."""
        columns, step = self.size.width, self._step()
        chosen = self.ends.value
        numbers: list[tuple[str, str]] = []
        dots: list[tuple[str, str]] = []
        for n in range(_TEN + 1):
            here = n == chosen
            near = n == self.hovered
            numbers.append((f"{n:^{step}}", "bold $ink" if here else "$ink" if near else "$soft"))
            dots.append((f"{'●' if here else '○':^{step}}", "bold $glow" if here or near else "$hush"))
        lines = (tuple(numbers), BLANK, tuple(dots), BLANK, self._words(step))
        return content(centred(line, columns) for line in lines)

    def action_answer(self, value: int) -> None:
        """Answer with `value`."""
        self.ends = Ends(self.ends.low, self.ends.high, value)
        self.refresh()
        self.post_message(self.Answered(value))

    def action_move(self, by: int) -> None:
        """Move what is chosen; from the middle when nothing is yet."""
        value = _TEN // 2 if self.ends.value is None else max(0, min(_TEN, self.ends.value + by))
        self.show(Ends(self.ends.low, self.ends.high, value))

    def action_take(self) -> None:
        """Answer with what is chosen, or skip."""
        self.post_message(self.Answered(self.ends.value))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Brighten the step under the mouse."""
        self._hover(self._at(event.x))

    def on_leave(self) -> None:
        """Forget the mouse."""
        self._hover(None)

    def on_click(self, event: events.Click) -> None:
        """Answer with the step under the mouse."""
        value = self._at(event.x)
        if value is not None:
            event.stop()
            self.action_answer(value)

    def _step(self) -> int:
        """Return how many columns a step has: 5 where there is room, else 4."""
        return 6 if self.size.width >= 76 else 5 if self.size.width >= 58 else 4

    def _at(self, x: int) -> int | None:
        step = self._step()
        left = (self.size.width - step * (_TEN + 1)) // 2
        value = (x - left) // step
        return value if 0 <= value <= _TEN else None

    def _hover(self, value: int | None) -> None:
        if value != self.hovered:
            self.hovered = value
            self.refresh()

    def _words(self, step: int) -> Line:
        across = step * (_TEN + 1) - 2
        gap = across - line_width(((self.ends.low + self.ends.high, ""),))
        return ((self.ends.low, "$soft"), (" " * max(2, gap), ""), (self.ends.high, "$soft"))
