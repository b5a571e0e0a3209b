"""The keys of the desk: its own first, then those of the editor, also the ones with ctrl."""

from typing import TYPE_CHECKING, Any

from feltsense.tui.keys import Key

if TYPE_CHECKING:
    from textual.screen import Screen

_NAMES = {
    "escape": "esc", "enter": "enter", "backspace": "⌫", "delete": "del", "up": "↑", "down": "↓", "left": "←",
    "right": "→", "pageup": "page ↑", "pagedown": "page ↓", "home": "home", "end": "end",
}  # fmt: skip
_LONGEST = 10


def keys_at_the_desk(screen: "Screen[Any]") -> tuple[Key, ...]:
    """Return the keys that mean something on `screen`, each meaning once, by the first key that has it."""
    found: dict[str, tuple[bool, str]] = {}
    for key, (node, binding, enabled, _) in screen.active_bindings.items():
        shown = _shown(key)
        if enabled and binding.tooltip and binding.tooltip not in found and len(shown) <= _LONGEST:
            found[binding.tooltip] = (node is not screen, shown)
    rows = sorted(found.items(), key=lambda row: row[1][0])
    return tuple(Key(shown, tooltip) for tooltip, (_, shown) in rows)


def _shown(key: str) -> str:
    *with_it, last = key.split("+")
    return " ".join([*with_it, _NAMES.get(last, last.upper() if len(last) < 4 else last)])
