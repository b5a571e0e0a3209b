"""What the screens need of the app that shows them. Screens import this and never the app, so there is no circle."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.signal import Signal

    from feltsense.practice.events import Event
    from feltsense.practice.options import PracticeChoice
    from feltsense.system.settings import Motion
    from feltsense.tui.dialogs import Dialog
    from feltsense.tui.player.model import PlayerModel
    from feltsense.tui.services import Services

Result = TypeVar("Result")


class PlayerApp(Protocol):
    """The app, as its screens and flows see it."""

    services: "Services"
    playing: "PlayerModel | None"
    """The practice under way."""

    @property
    def motion(self) -> "Motion":
        """How much may move."""

    @property
    def push_screen(self) -> Callable[..., Any]:
        """As in Textual's app."""

    async def push_screen_wait(self, screen: "Screen[Result]") -> Result:
        """Show a screen, and wait for its result. Call it from a worker."""

    async def ask(self, question: "Dialog") -> str:
        """Ask something; return the id of the answer. Call it from a worker."""

    @property
    def session_changed(self) -> "Signal[Event]":
        """Published when the practice under way has changed; subscribe once mounted."""

    def post_session_event(self, event: "Event") -> None:
        """Handle an event of the practice under way; to be called from any thread."""

    def change(self, **choices: Any) -> None:
        """Use other settings from now on, and keep them."""

    def practise(self, choice: "PracticeChoice") -> None:
        """Do a practice, unless one is under way."""

    def load_sections(self, slug: str) -> object:
        """Read an exercise, and have the library show its sections."""

    def support_screen(self, *, people_only: bool = False) -> "Screen[None]":
        """Return the screen of people to talk to; with the listener's own people only, if so wanted."""
