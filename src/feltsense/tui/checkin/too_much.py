"""Whether any of it was too much: a few words, none of them marked beforehand."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from feltsense.journal.model import TooMuch
from feltsense.practice.check_in import CheckInQuestion
from feltsense.tui.widgets.choices import Choice, Choices


class TooMuchChoices(Choices):
    """The answers to `question`. A number or a click answers; Enter takes what arrows have marked, or skips."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "next", id="choices.next", tooltip="Keep what is marked; skip when nothing is."),
    ]

    def __init__(self, question: CheckInQuestion) -> None:
        super().__init__()
        self.choices = tuple(Choice(str(value), words) for words, value in question.choices.items())
        self.marked = None

    @property
    def standing(self) -> TooMuch | None:
        """The answer that is marked."""
        return None if self.marked is None else TooMuch(self.choices[self.marked].id)
