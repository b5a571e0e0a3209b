"""What can be done on a screen: all its keys on a page, and its commands in the palette."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult, SystemCommand
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from feltsense.tui.base_screen import BaseScreen
from feltsense.tui.settings.rows import COLOURS
from feltsense.tui.widgets.hanging import HangingRows
from feltsense.tui.widgets.hints import Hints, shown_key
from feltsense.tui.widgets.lines import content
from feltsense.tui.widgets.reading import ScrolledPane

if TYPE_CHECKING:
    from textual.screen import Screen

_NAMES = {"enter": "enter", "escape": "esc", "space": "space", "full_stop": ".", "comma": ",", "question_mark": "?",
          "left": "←", "right": "→", "up": "↑", "down": "↓", "shift+left": "shift ←", "shift+right": "shift →",
          "shift+up": "shift ↑", "shift+down": "shift ↓", "backspace": "⌫", "slash": "/", "asterisk": "*",
          "pageup": "page ↑", "pagedown": "page ↓"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Key:
    """A key and what it does."""

    shown: str
    does: str


def palette_commands(
    screen: "Screen[Any]", press: Callable[[str], None], change: Callable[..., None]
) -> Iterable[SystemCommand]:
    """Return the commands of `screen`.

    Args:
        screen: what is seen.
        press: presses a key.
        change: changes a setting.
    """
    for key, (_, binding, enabled, _) in screen.active_bindings.items():
        said = len(binding.description) > 2 and not key.startswith("ctrl+")  # digits and letters answer questions
        if enabled and said and binding.tooltip:
            yield SystemCommand(binding.description.capitalize(), binding.tooltip, partial(press, key))
    for theme, words in COLOURS.items():
        yield SystemCommand(f"Colours: {words}", "Holds from now on.", partial(change, theme=theme))


def active_keys(screen: "Screen[Any]") -> tuple[Key, ...]:
    """Return the keys of a screen, each meaning once."""
    return tuple(dict.fromkeys(_keys(screen)))


class KeysScreen(BaseScreen[None]):
    """Shows keys, and is left with Escape.

    Args:
        keys: what is shown.
    """

    CSS_PATH = "keys.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,enter", "leave", "back", key_display="esc", id="keys.leave", tooltip="Back."),
    ]  # fmt: skip

    def __init__(self, keys: tuple[Key, ...]) -> None:
        super().__init__()
        self.keys = keys

    def compose(self) -> ComposeResult:
        """Make the list."""
        with Vertical(id="all"):
            yield Static("Keys", id="title", markup=False)
            yield ScrolledPane(Static(self._listed(), id="listed"))
        yield Hints()

    def on_mount(self) -> None:
        """Let it be read on."""
        self.query_one(ScrolledPane).focus()

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)

    def _listed(self) -> HangingRows:
        return HangingRows(
            (content([((f"{key.shown:>9}   ", "$ink"),)]), content([((key.does, "$soft"),)])) for key in self.keys
        )


def _keys(screen: "Screen[Any]") -> Iterable[Key]:
    for key, (_, binding, enabled, _) in screen.active_bindings.items():
        if enabled and binding.tooltip and not key.startswith("ctrl+"):
            yield Key(_NAMES.get(key) or shown_key(key), binding.tooltip)
