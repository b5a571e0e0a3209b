"""Text to read: paragraphs with the few words that matter most set bright, and one quiet line."""

from dataclasses import dataclass
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget

from feltsense.system.printable import printable, printable_line


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A few lines that belong together."""

    text: str
    head: str = ""
    """Stands above, bright."""


class Prose(Widget):
    """Shows paragraphs, one below the other; as high as they are."""

    DEFAULT_CSS: ClassVar[str] = """
    Prose { width: 1fr; height: auto; color: $soft; }
    """
    paragraphs: tuple[Paragraph, ...] = ()

    def show(self, paragraphs: tuple[Paragraph, ...]) -> None:
        """Show `paragraphs`."""
        self.paragraphs = paragraphs
        self.refresh(layout=True)

    def render(self) -> Content:
        """Return what is drawn."""
        parts = []
        for paragraph in self.paragraphs:
            head = ((printable_line(paragraph.head), "bold $ink"), "\n") if paragraph.head else ()
            parts.append(Content.assemble(*head, printable(paragraph.text)))
        return Content("\n\n").join(parts)


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
