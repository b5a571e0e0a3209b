"""Shows what is being said, word by word, and the quiet between."""

from typing import ClassVar

from textual.content import Content
from textual.widget import Widget

from feltsense.tui.player.caption import Caption, caption_lines
from feltsense.tui.widgets.lines import content


class PhraseView(Widget):
    """The phrase of the moment, in the middle of the space there is."""

    ALLOW_SELECT = False
    DEFAULT_CSS: ClassVar[str] = """
    PhraseView { width: 1fr; height: 1fr; text-wrap: nowrap; }
    """

    caption = Caption()

    def show(self, caption: Caption) -> None:
        """Show `caption`."""
        if caption != self.caption:
            self.caption = caption
            self.refresh()

    def render(self) -> Content:
        """Return what is drawn."""
        return content(caption_lines(self.caption, self.size.width, self.size.height))
