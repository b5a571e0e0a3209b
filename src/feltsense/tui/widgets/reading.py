"""Text that may be longer than its place: it can be scrolled, and a sign says where more follows."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget

from feltsense.tui.widgets.text import OneLine, Paragraph, Prose

_MORE = "↓ …"


def _key(key: str, action: str, tooltip: str) -> Binding:
    return Binding(key, action, tooltip, id=f"reading.{key}", show=False, tooltip=tooltip)


class ScrolledPane(Vertical, can_focus=True):
    """Shows something long; read on with the arrows or the mouse.

    Args:
        body: what is shown, as high as it is.
    """

    DEFAULT_CSS: ClassVar[str] = """
    ScrolledPane { width: 1fr; height: 1fr; }
    ScrolledPane VerticalScroll { width: 1fr; height: 1fr; scrollbar-size: 0 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        _key("up", "read(-1)", "Read on, upwards."),
        _key("down", "read(1)", "Read on, downwards."),
        _key("pageup", "turn(-1)", "A page up."),
        _key("pagedown", "turn(1)", "A page down."),
        _key("home", "read(-100000)", "To the beginning."),
        _key("end", "read(100000)", "To the end."),
    ]

    def __init__(self, body: Widget, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._body = body

    def compose(self) -> ComposeResult:
        """Make the text and the sign."""
        with VerticalScroll(can_focus=False):
            yield self._body
        yield OneLine(id="more")

    def on_mount(self) -> None:
        """Follow what is seen of the text."""
        self.watch(self._text, "scroll_y", self._show_sign)
        self.watch(self._text, "virtual_size", self._show_sign)

    def action_read(self, rows: int) -> None:
        """Move what is read."""
        self._text.scroll_relative(y=rows, animate=False)

    def action_turn(self, pages: int) -> None:
        """Move what is read by a page."""
        self.action_read(pages * max(1, self._text.size.height - 1))

    def on_resize(self) -> None:
        """See whether there is more in the new size."""
        self.call_after_refresh(self._show_sign)

    @property
    def _text(self) -> VerticalScroll:
        return self.query_one(VerticalScroll)

    def _show_sign(self) -> None:
        more = self._text.max_scroll_y > self._text.scroll_y
        self.query_one("#more", OneLine).show(_MORE if more else "")


class ReadingPane(ScrolledPane):
    """Shows paragraphs."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - as above
        self._prose = Prose()
        super().__init__(self._prose, id)

    def show(self, paragraphs: tuple[Paragraph, ...]) -> None:
        """Show `paragraphs`, from their beginning."""
        self._prose.show(paragraphs)
        self._text.scroll_home(animate=False)
