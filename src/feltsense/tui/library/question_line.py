"""The library's question, with what is typed beside it."""

from typing import ClassVar

from textual.content import Content
from textual.widget import Widget

from feltsense.tui.widgets.lines import Line, content, line_width

_ASIDE, _CURSOR = "type it, or choose", "▏"


class QuestionLine(Widget):
    """Shows the question and the words as they are typed; of words that have no room, their end."""

    ALLOW_SELECT = False
    DEFAULT_CSS: ClassVar[str] = """
    QuestionLine { width: 1fr; height: 1; text-wrap: nowrap; }
    """
    question = ""
    typed = ""

    def show(self, question: str, typed: str) -> None:
        """Show the question, and what was typed."""
        self.question, self.typed = question, typed
        self.refresh()

    def render(self) -> Content:
        """Return what is drawn."""
        return content([asked_line(self.question, self.typed, self.size.width)])


def asked_line(question: str, typed: str, columns: int) -> Line:
    """Return the question and what is typed in at most `columns`: the end of long words, an ellipsis before it."""
    asked = (f"{question}  ", "$ink")
    if not typed:
        return asked, (_ASIDE, "$hush")
    room = max(1, columns - line_width((asked, (_CURSOR, ""))))
    return asked, (_end_of(typed, room), "bold $ink"), (_CURSOR, "$glow")


def _end_of(text: str, columns: int) -> str:
    """Return `text`, or as much of its end as there is room for."""
    if line_width(((text, ""),)) <= columns:
        return text
    while text and line_width(((f"…{text}", ""),)) > columns:
        text = text[1:]
    return f"…{text}"
