"""To my phone: it is made, then shared; the code and the address; what came home."""

from typing import TYPE_CHECKING, ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.geometry import Size
from textual.widgets import Static

from feltsense.share.session import CheckInsReceived
from feltsense.system.printable import printable_line
from feltsense.tui.base_screen import BaseScreen
from feltsense.tui.phone.code import CodeView, Modules, fitting_border, qr_modules
from feltsense.tui.phone.received import offer_received
from feltsense.tui.phone.sharing import PhoneSharing, SharingBegan, SharingNews
from feltsense.tui.phone.waiting import waiting_words
from feltsense.tui.phone.words import SharingState, sharing_words
from feltsense.tui.widgets.hints import Hints
from feltsense.tui.widgets.text import OneLine, Prose

if TYPE_CHECKING:
    from feltsense.phone.model import PhoneRequest

_LEAST_WORDS = 24
"""Columns of words beside the code."""
_BESIDE = 2
_LOW = 23
"""Rows below which nothing has room around it, as in the app's breakpoints."""


class PhoneScreen(BaseScreen[None]):
    """Shares `request` for as long as it is seen, and is left with Escape, which ends sharing.

    Args:
        request: what is shared.
        title: what it is called.
    """

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "end", id="phone.leave", tooltip="End sharing, and go back."),
        Binding("b", "bring_in", "bring in", id="phone.bring_in", tooltip="Bring what came into your journal."),
        Binding("enter", "again", "share again", id="phone.again", tooltip="Share it once more."),
        Binding("up", "read(-1)", "up", id="phone.up", show=False, tooltip="Read on, upwards."),
        Binding("down", "read(1)", "down", id="phone.down", show=False, tooltip="Read on, downwards."),
    ]

    def __init__(self, request: "PhoneRequest", title: str) -> None:
        super().__init__()
        self.state = SharingState()
        self._request = request
        self._shown_title = title
        self._sharing: PhoneSharing | None = None
        self._modules: Modules = ()

    def compose(self) -> ComposeResult:
        """Make the code, the words beside it and the address."""
        yield OneLine(classes="title")
        with Vertical(id="middle"), Horizontal(id="room"):
            yield CodeView()
            with VerticalScroll(id="words", can_focus=False):
                yield Prose()
        yield Static("", id="address", markup=False)
        yield Hints()

    def on_mount(self) -> None:
        """Begin."""
        self.query_one(".title", OneLine).show(printable_line(self._shown_title))
        self._begin()
        self.look_what_waits()

    def on_unmount(self) -> None:
        """End sharing, however the screen is left."""
        if self._sharing is not None:
            self._sharing.stop()

    def on_resize(self, event: events.Resize) -> None:
        """Show the code where there is room."""
        self._arrange(event.size)

    def hear(self, news: SharingNews) -> None:
        """Show what has happened."""
        self.state = self.state.with_news(news)
        if isinstance(news, SharingBegan):
            self._modules = qr_modules(news.address)
        self._show()
        if isinstance(news, CheckInsReceived):
            self.look_what_waits()

    @work(exclusive=True, group="waiting")
    async def look_what_waits(self) -> None:
        """Show what came and waits."""
        services = self.player_app.services
        self.call_later(self.show_waiting, await services.tasks.run(waiting_words, services.environment.home))

    def show_waiting(self, words: str) -> None:
        """Show what came and waits, in words; empty for nothing."""
        if words != self.state.waiting:
            self.state = self.state.with_waiting(words)
            self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """There is something to bring in, or sharing has ended."""
        if action == "bring_in":
            return bool(self.state.waiting)
        return action != "again" or self.state.ended or self.state.failed is not None

    @work(exclusive=True, group="received")
    async def action_bring_in(self) -> None:
        """Bring what came into the journal, when that is wanted."""
        await offer_received(self.player_app, self.state.waiting)
        self.look_what_waits()

    def action_again(self) -> None:
        """Share once more."""
        self.state = SharingState(waiting=self.state.waiting)
        self._modules = ()
        self._begin()

    def action_read(self, rows: int) -> None:
        """Move the words."""
        self.query_one("#words", VerticalScroll).scroll_relative(y=rows, animate=False)

    def action_leave(self) -> None:
        """End sharing, and go back."""
        self.dismiss(None)

    def _begin(self) -> None:
        services = self.player_app.services
        sharing = PhoneSharing(
            self._request,
            services.environment.home,
            lambda news: self._pass_on(sharing, news),
            before=services.sharing,
        )
        self._sharing = services.sharing = sharing
        sharing.start()
        self._show()

    def _pass_on(self, sharing: PhoneSharing, news: SharingNews) -> None:
        """Have news shown; called from other threads, and late by a sharing that was ended."""
        if sharing is self._sharing:
            self.call_later(self.hear, news)

    def _show(self) -> None:
        began = self.state.began
        self.query_one("#address", Static).update(began.address if began is not None and self.state.open else "")
        self._arrange(self.size)
        self.refresh_bindings()

    def _arrange(self, size: Size) -> None:
        border = fitting_border(self._modules, self._room(size)) if self._modules and self.state.open else None
        code = self.query_one(CodeView)
        code.display = border is not None
        if border is not None:
            code.show(self._modules, border)
        self.set_class(border is None, "-alone")
        roomy = size.height >= _LOW
        self.query_one(Prose).show(sharing_words(self.state, code_seen=border is not None, roomy=roomy))

    def _room(self, size: Size) -> Size:
        """Return the room for the code: title, address and keys stand above and below, the words beside."""
        around = 7 if size.height >= _LOW else 3
        return Size(size.width - _LEAST_WORDS - _BESIDE, size.height - around)
