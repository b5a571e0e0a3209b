"""How it feels, before and after: one question at a time, one key each, and nothing has to be answered."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center, Vertical
from textual.widget import Widget
from textual.widgets import Static

from feltsense.journal import wording
from feltsense.journal.model import CheckIn, Field, TooMuch, When
from feltsense.practice.check_in import QUESTIONS, CheckInQuestion, Value, with_answer
from feltsense.tui.base_screen import BaseScreen
from feltsense.tui.checkin.body_map import BodyMap
from feltsense.tui.checkin.scale import Ends, Scale
from feltsense.tui.checkin.steps import Steps
from feltsense.tui.checkin.words import WordPicker
from feltsense.tui.widgets.choices import Choice, Choices
from feltsense.tui.widgets.hints import Hints
from feltsense.tui.widgets.text import OneLine

_TEN_WITHIN = 1.0
"""Seconds between the 1 and the 0 of a ten."""


class CheckInScreen(BaseScreen[CheckIn | None]):
    """Asks, hands on each answer at once, and is left with all of them; with None when the listener went back.

    Args:
        when: before or after.
        answered: given each answer, the moment it is given.
        status: what goes on underneath, asked now and then.
        now: seconds, to tell a ten from a one and a nought.
    """

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "skip_all", "skip all", id="checkin.skip", tooltip="Skip what is left."),
        Binding("backspace", "back", "back", key_display="⌫", id="checkin.back", tooltip="The question before."),
    ]

    def __init__(
        self,
        when: When,
        answered: Callable[[Field, Value], object],
        status: Callable[[], str] = str,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self.when = when
        self.answers = CheckIn()
        self._answered = answered
        self._status = status
        self._now = now
        self._steps = QUESTIONS[when]
        self._at = 0
        self._one: tuple[Field, float] | None = None
        """The last answer, if it was a 1, and when it was given."""

    def compose(self) -> ComposeResult:
        """Make all questions; one is seen."""
        with Vertical(classes="middle"):
            yield Steps()
            for step in self._steps:
                with Vertical(id=f"step-{step.field.value}", classes="step"):
                    yield Static(step.text, classes="title", markup=False)
                    yield from self._widgets(step)
        yield OneLine(id="status")
        yield Hints()

    def on_mount(self) -> None:
        """Begin with the first question."""
        for step in self._steps:
            if step.ends != ("", ""):
                self.query_one(f"#step-{step.field.value} Scale", Scale).show(Ends(*step.ends))
        if self.when is When.AFTER:
            self.query_one(Choices).show(self._choices())
        self._show_step()
        self.show_status()
        self.set_interval(0.5, self.show_status)

    def show_status(self) -> None:
        """Tell what goes on underneath."""
        self.query_one("#status", OneLine).show(self._status())

    def on_scale_answered(self, event: Scale.Answered) -> None:
        """Take a number."""
        if event.value == 0 and self._was_ten():
            return
        field = self._steps[min(self._at, len(self._steps) - 1)].field
        self._take(event.value)
        self._one = (field, self._now()) if event.value == 1 else None

    def on_key(self, event: events.Key) -> None:
        """Take a 0 right behind a 1 as the ten that people write."""
        if event.character == "0" and self._was_ten():
            event.stop()
        elif self._one is not None and event.character != "0":
            self._one = None

    def on_body_map_answered(self, event: BodyMap.Answered) -> None:
        """Take a place."""
        self._take(event.region)

    def on_word_picker_answered(self, event: WordPicker.Answered) -> None:
        """Take a word."""
        self._take(event.word)

    def _choices(self) -> tuple[Choice, ...]:
        """Return what can be answered to whether it was too much."""
        too_much = next(step for step in self._steps if step.field is Field.TOO_MUCH)
        return tuple(Choice(str(value), words) for words, value in too_much.choices.items())

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Take whether it was too much."""
        self._take(TooMuch(event.id))

    def on_note_line_answered(self, event: "NoteLine.Answered") -> None:
        """Take a line."""
        self._take(event.note)

    def action_skip_all(self) -> None:
        """Leave with what was said so far, a line that stands there included."""
        if self._steps[min(self._at, len(self._steps) - 1)].field is Field.NOTE:
            from feltsense.tui.checkin.note_line import NoteLine  # noqa: PLC0415 - it is there already

            self._record(Field.NOTE, self.query_one(NoteLine).written)
        self.dismiss(self.answers)

    def action_back(self) -> None:
        """Go to the question before; before the first there is only leaving."""
        if self._at == 0:
            self.dismiss(None)
            return
        self._at -= 1
        self._show_step()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """After a practice there is nothing to go back to."""
        return not (action == "back" and self.when is When.AFTER and self._at == 0)

    def _widgets(self, step: CheckInQuestion) -> ComposeResult:
        match step.field:
            case Field.DISTRESS | Field.CONNECTION:
                yield Scale()
            case Field.PLACE:
                yield BodyMap()
            case Field.WORD:
                yield WordPicker()
            case Field.TOO_MUCH:
                with Center():
                    yield Choices()
            case Field.NOTE:
                from feltsense.tui.checkin.note_line import NoteLine  # noqa: PLC0415 - not before the first frame

                with Center():
                    yield NoteLine()

    def _take(self, answer: Value | None) -> None:
        """Record an answer, where there is one, and go on."""
        self._record(self._steps[self._at].field, answer)
        if self._at + 1 == len(self._steps):
            self.dismiss(self.answers)
            return
        self._at += 1
        self._show_step()

    def _record(self, field: Field, answer: Value | None) -> None:
        if answer is not None and answer != getattr(self.answers, field.value):
            self.answers = with_answer(self.answers, field, answer)
            self._answered(field, answer)

    def _was_ten(self) -> bool:
        """Make a ten of a 1 that was answered a moment ago; tell whether there was one."""
        one, self._one = self._one, None
        if one is None or self._now() - one[1] > _TEN_WITHIN:
            return False
        self._record(one[0], wording.HIGHEST)
        return True

    def _show_step(self) -> None:
        self.query_one(Steps).show(self._at, len(self._steps))
        for number, step in enumerate(self._steps):
            self.query_one(f"#step-{step.field.value}").display = number == self._at
        current = self.query_one(f"#step-{self._steps[self._at].field.value}")
        asked = next(widget for widget in current.query(Widget) if widget.can_focus)
        self.set_focus(asked)
        self.refresh_bindings()


if TYPE_CHECKING:
    from feltsense.tui.checkin.note_line import NoteLine
