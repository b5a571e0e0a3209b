"""Where one is in a short row of questions."""

from typing import ClassVar

from textual.content import Content
from textual.widget import Widget

from feltsense.tui.widgets.lines import centred, content


class Steps(Widget):
    """A dot for each question; the present one is lit."""

    ALLOW_SELECT = False
    DEFAULT_CSS: ClassVar[str] = """
    Steps { width: 1fr; height: 1; text-wrap: nowrap; }
    """
    at, of = 0, 1

    def show(self, at: int, of: int) -> None:
        """Show that question `at`, from 0, of `of` is asked."""
        self.at, self.of = at, of
        self.refresh()

    def render(self) -> Content:
        """Return what is drawn."""
        dots = [("•", "$glow") if n == self.at else ("·", "$hush") for n in range(self.of)]
        line = tuple(piece for dot in dots for piece in (dot, ("  ", "")))[:-1]
        return content([centred(line, self.size.width)])
