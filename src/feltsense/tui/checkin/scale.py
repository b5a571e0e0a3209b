"""A scale from 0 to 10 with words at its ends: one key answers it."""

from dataclasses import dataclass, replace
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from feltsense.tui.widgets.lines import BLANK, Line, centred, content, line_width

_TEN = 10
_STEPS = ((160, 10), (108, 8), (76, 6), (58, 5), (0, 4))
"""From so many columns on, a step has so many."""

HOW = "One key answers. For 10: 1, then 0."
WAITING = "1 so far: enter keeps it, 0 makes it 10."
"""What is said of a 1 that was typed: it may be the beginning of a ten, however long the 0 takes."""


@dataclass(frozen=True, slots=True)
class Ends:
    """What a scale's ends mean, and where it stands."""

    low: str
    high: str
    value: int | None = None


class Scale(Widget, can_focus=True):
    """Eleven steps in a row. Digits (t for ten) and clicks answer at once; arrows move, Enter answers or skips.

    A typed 1 waits: 0 makes it 10, Enter keeps it, any other digit is the answer instead. No clock decides, and no key
    that comes late is taken as the answer to the next question.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS: ClassVar[str] = """
    Scale { width: 1fr; height: 7; text-wrap: nowrap; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(str(n), f"answer({n})", str(n), id=f"scale.{n}", show=False, tooltip=f"Answer {n}.")
            for n in range(_TEN)
        ),
        Binding("t", "answer(10)", "ten", id="scale.10", show=False, tooltip="Answer ten; 1 and then 0 do the same."),
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
    waiting = False
    """Whether a 1 was typed that a 0 may follow."""

    def show(self, ends: Ends) -> None:
        """Show the scale of `ends`."""
        self.ends, self.waiting = ends, False
        self.refresh()

    @property
    def standing(self) -> int | None:
        """The step that is lit."""
        return self.ends.value

    def render(self) -> Content:
        """Return what is drawn."""
        columns, step = self.size.width, self._step()
        numbers: list[tuple[str, str]] = []
        dots: list[tuple[str, str]] = []
        for n in range(_TEN + 1):
            here = n == self.standing
            near = n == self.hovered
            numbers.append((f"{n:^{step}}", "bold $ink" if here else "$ink" if near else "$soft"))
            dots.append((f"{'●' if here else '○':^{step}}", "bold $glow" if here or near else "$hush"))
        how = ((WAITING, "$soft") if self.waiting else (HOW, "$hush"),)
        lines = (tuple(numbers), BLANK, tuple(dots), BLANK, self._words(step), BLANK, how)
        return content(centred(line, columns) for line in lines)

    def action_answer(self, value: int) -> None:
        """Answer with `value`; with a 1 once it is sure that it is no ten."""
        if self.waiting and value == 0:
            value = _TEN
        elif value == 1:
            self._mark(1)
            self.waiting = True
            return
        self._answer(value)

    def action_move(self, by: int) -> None:
        """Move what is chosen; from the middle when nothing is yet."""
        self._mark(_TEN // 2 if self.standing is None else max(0, min(_TEN, self.standing + by)))

    def action_take(self) -> None:
        """Answer with what is chosen, or skip."""
        self._answer(self.standing)

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
            self._answer(value)

    def _answer(self, value: int | None) -> None:
        self._mark(value)
        self.post_message(self.Answered(value))

    def _mark(self, value: int | None) -> None:
        self.show(replace(self.ends, value=value))

    def _step(self) -> int:
        """Return how many columns a step has."""
        return next(step for columns, step in _STEPS if self.size.width >= columns)

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
        """Return what the ends mean: the first word begins below the 0, the last one ends below the 10."""
        before, behind = (step - 1) // 2, step - (step - 2) // 2 - len(str(_TEN))
        across = step * (_TEN + 1) - before - behind
        gap = across - line_width(((self.ends.low + self.ends.high, ""),))
        words: Line = ((self.ends.low, "$soft"), (" " * max(2, gap), ""), (self.ends.high, "$soft"))
        return ((" " * before, ""), *words, (" " * behind, ""))
