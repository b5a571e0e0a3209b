"""What all our screens have in common."""

from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from textual.await_complete import AwaitComplete
from textual.screen import Screen

if TYPE_CHECKING:
    from feltsense.tui.port import PlayerApp

Result = TypeVar("Result")


class BaseScreen(Screen[Result], Generic[Result]):
    """A whole screen, left with a result.

    Its widgets are there only between mounting and removal, and while it is removed they go before its workers end. So
    widgets are used on the screen's own message loop alone: handlers, timers and actions run there; whatever else has
    something to show (a worker, the app) passes it by `call_later`, which does nothing once the screen is gone.
    """

    CSS_PATH = str(Path(__file__).with_name("base_screen.tcss"))  # whole: screens in other folders inherit it

    @property
    def player_app(self) -> "PlayerApp":
        """The app, as its screens see it."""
        return cast("PlayerApp", self.app)

    @property
    def on_top(self) -> bool:
        """Tell whether this is the screen that is seen."""
        return self.app.screen_stack[-1:] == [self]

    def hints_at(self, action: str) -> bool:
        """Tell whether the footer shows the key of an action now; the list of all keys does so always."""
        return bool(action)

    def hint_words(self, action: str, words: str) -> str:  # noqa: ARG002 - for screens where it depends
        """Return what the footer says of an action now; `words` are its usual ones."""
        return words

    def keep_written(self) -> None:
        """Keep what is being written: the program is left."""

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Leave with `result`; nothing while another screen is seen, which Textual would close instead.

        Two keys may come before the first of them is handled.
        """
        return super().dismiss(result) if self.on_top else AwaitComplete()


class BlankScreen(BaseScreen[None]):
    """Nothing but the background: what lies beneath a practice, so that nothing flashes between its screens."""

    _over = False

    def leave(self) -> None:
        """Leave; while people to talk to or the keys are looked at, once that is over."""
        self._over = True
        self.dismiss(None)

    def on_screen_resume(self) -> None:
        """Leave, if that was wanted meanwhile."""
        if self._over:
            self.dismiss(None)
