"""What many practices say, in the room there is; a sign tells where more can be read."""

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from feltsense.tui.widgets.lines import BLANK, Line, content, wrapped_lines

MORE = "… s reads on"


def fitting_lines(sentences: tuple[str, ...], columns: int, rows: int) -> tuple[Line, ...]:
    """Return sentences in at most `rows` lines of `columns`; where some are left out, the last line says so."""
    apart = [line for sentence in sentences for line in (*wrapped_lines(sentence, columns, "$soft"), BLANK)][:-1]
    if len(apart) <= rows:
        return tuple(apart)
    lines = [line for line in apart if line]
    if len(lines) <= rows:
        return tuple(lines)
    return (*lines[: max(0, rows - 1)], ((MORE, "$hush"),))


class Words(Widget):
    """Shows sentences; a click reads on."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Words { width: 1fr; height: 1fr; }
    """

    class Clicked(Message):
        """More is wanted."""

    sentences: tuple[str, ...] = ()

    def show(self, sentences: tuple[str, ...]) -> None:
        """Show `sentences`, the most important first."""
        self.sentences = sentences
        self.refresh()

    def render(self) -> Content:
        """Return what is drawn."""
        return content(fitting_lines(self.sentences, self.size.width, self.size.height))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """Return how many rows it needs for everything."""
        return len(fitting_lines(self.sentences, width, 1000))

    def on_click(self, event: events.Click) -> None:
        """Read on."""
        event.stop()
        self.post_message(self.Clicked())
