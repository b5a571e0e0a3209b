"""How it feels, before and after: one question at a time, one key each, and nothing has to be answered."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Protocol, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center, Vertical
from textual.widget import Widget
from textual.widgets import Static

from feltsense.journal.model import CheckIn, Field, TooMuch, When
from feltsense.practice.check_in import QUESTIONS, CheckInQuestion, Value, with_answer
from feltsense.tui.base_screen import BaseScreen
from feltsense.tui.checkin.body_map import BodyMap
from feltsense.tui.checkin.scale import Ends, Scale
from feltsense.tui.checkin.steps import Steps
from feltsense.tui.checkin.too_much import TooMuchChoices
from feltsense.tui.checkin.words import WordPicker
from feltsense.tui.widgets.hints import Hints
from feltsense.tui.widgets.text import OneLine

if TYPE_CHECKING:
    from feltsense.tui.checkin.note_line import NoteLine


class AnswerWidget(Protocol):
    """What a question is answered with."""

    @property
    def standing(self) -> Value | None:
        """What is marked or written there, and not answered yet; None when nothing is."""


class CheckInScreen(BaseScreen[CheckIn | None]):
    """Asks, hands on each answer at once, and is left with all of them; with None when the listener went back.

    Args:
        when: before or after.
        answered: given each answer, the moment it is given.
        status: what goes on underneath, asked now and then.
        said: what was answered already, when it is asked again.
        at: the question to begin with, from 0.
    """

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "back", id="checkin.back", tooltip="The question before; from the first, back."),
        Binding(
            "backspace", "back", "back", key_display="⌫", show=False, id="checkin.back_too", tooltip="Back, as escape."
        ),
        Binding(
            "tab", "skip_all", "skip the rest", id="checkin.skip", tooltip="Skip what is left; what is said stays."
        ),
    ]

    def __init__(
        self,
        when: When,
        answered: Callable[[Field, Value], object],
        status: Callable[[], str] = str,
        said: CheckIn | None = None,
        at: int = 0,
    ) -> None:
        super().__init__()
        self.when = when
        self.answers = said or CheckIn()
        self.at = at
        """Which question is asked, from 0."""
        self._answered = answered
        self._status = status
        self._questions = QUESTIONS[when]

    def compose(self) -> ComposeResult:
        """Make all questions; one is seen."""
        with Vertical(id="questions"):
            yield Steps()
            for question in self._questions:
                with Vertical(id=f"step-{question.field.value}", classes="step"):
                    yield Static(question.text, classes="title", markup=False)
                    yield from self._widgets(question)
        yield OneLine(id="status")
        yield Hints()

    def on_mount(self) -> None:
        """Begin with the first question, or where it was left."""
        for question in self._questions:
            self._show_answer(question)
        self._show_step()
        self.show_status()
        self.set_interval(0.5, self.show_status)

    def show_status(self) -> None:
        """Tell what goes on underneath."""
        self.query_one("#status", OneLine).show(self._status())

    def on_scale_answered(self, event: Scale.Answered) -> None:
        """Take a number."""
        self._take(event.value)

    def on_body_map_answered(self, event: BodyMap.Answered) -> None:
        """Take a place."""
        self._take(event.region)

    def on_word_picker_answered(self, event: WordPicker.Answered) -> None:
        """Take a word."""
        self._take(event.word)

    def on_choices_chosen(self, event: TooMuchChoices.Chosen) -> None:
        """Take whether it was too much."""
        self._take(TooMuch(event.id))

    def on_choices_skipped(self) -> None:
        """Go on without saying whether it was too much."""
        self._take(None)

    def on_note_line_answered(self, event: "NoteLine.Answered") -> None:
        """Take a line; an empty one takes back what stood there."""
        self._take(event.note or "")

    def action_skip_all(self) -> None:
        """Leave with what was said so far; what is marked or written in the question that is seen is said, too."""
        self._record(self._asked.field, self._standing(self._asked))
        self.keep_written()
        self.dismiss(self.answers)

    def action_back(self) -> None:
        """Go to the question before; before the first there is only leaving."""
        if self.at == 0:
            self.dismiss(None)
            return
        self.keep_written()
        self.at -= 1
        self._show_step()

    def keep_written(self) -> None:
        """Keep the line that is written, also where Enter was not pressed."""
        for question in self._questions:
            if question.field is Field.NOTE:
                self._record(Field.NOTE, self._standing(question) or "")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """After a practice there is nothing to go back to."""
        return not (action == "back" and self.when is When.AFTER and self.at == 0)

    @property
    def _asked(self) -> CheckInQuestion:
        return self._questions[self.at]

    def _widgets(self, question: CheckInQuestion) -> ComposeResult:
        match question.field:
            case Field.DISTRESS | Field.CONNECTION:
                yield Scale()
            case Field.PLACE:
                yield BodyMap()
            case Field.WORD:
                yield WordPicker()
            case Field.TOO_MUCH:
                with Center():
                    yield TooMuchChoices(question)
            case Field.NOTE:
                from feltsense.tui.checkin.note_line import NoteLine  # noqa: PLC0415 - not before the first frame

                with Center():
                    yield NoteLine()

    def _widget(self, question: CheckInQuestion) -> Widget:
        """Return what is answered with."""
        inside = self.query_one(f"#step-{question.field.value}").query(Widget)
        return next(widget for widget in inside if widget.can_focus)

    def _show_answer(self, question: CheckInQuestion) -> None:
        """Show what was answered already."""
        widget, said = self._widget(question), getattr(self.answers, question.field.value)
        if isinstance(widget, Scale):
            widget.show(Ends(*question.ends, said))
        elif isinstance(widget, BodyMap | WordPicker):
            widget.show(said)
        elif question.field is Field.NOTE:
            cast("NoteLine", widget).value = said

    def _standing(self, question: CheckInQuestion) -> Value | None:
        """Return what is marked or written in a question."""
        return cast("AnswerWidget", self._widget(question)).standing

    def _take(self, answer: Value | None) -> None:
        """Record an answer, where there is one, and go on."""
        self._record(self._asked.field, answer)
        if self.at + 1 == len(self._questions):
            self.dismiss(self.answers)
            return
        self.at += 1
        self._show_step()

    def _record(self, field: Field, answer: Value | None) -> None:
        if answer is not None and answer != getattr(self.answers, field.value):
            self.answers = with_answer(self.answers, field, answer)
            self._answered(field, answer)

    def _show_step(self) -> None:
        self.query_one(Steps).show(self.at, len(self._questions))
        for question in self._questions:
            self.query_one(f"#step-{question.field.value}").display = question is self._asked
        self.set_focus(self._widget(self._asked))
        self.refresh_bindings()
