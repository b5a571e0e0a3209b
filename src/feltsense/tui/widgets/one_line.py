"""One quiet line, drawn anew only when it says something else."""

from typing import ClassVar

from textual.content import Content
from textual.widget import Widget


class OneLine(Widget):
    """A line of text in the middle; too long, it ends in an ellipsis."""

    ALLOW_SELECT = False
    DEFAULT_CSS: ClassVar[str] = """
    OneLine { width: 1fr; height: 1; text-align: center; text-wrap: nowrap; text-overflow: ellipsis; color: $hush; }
    """
    text = ""

    def show(self, text: str) -> None:
        """Show `text`."""
        if text != self.text:
            self.text = text
            self.refresh()

    def render(self) -> Content:
        """Return what is drawn."""
        return Content(self.text)
