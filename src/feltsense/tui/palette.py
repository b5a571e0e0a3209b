"""What the command palette offers: what can be done on the screen that is seen, and nothing else."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import SystemCommand

from feltsense.tui.settings.rows import COLOURS

if TYPE_CHECKING:
    from textual.screen import Screen


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
