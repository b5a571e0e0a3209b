"""What was found in a script, as a list to go through."""

from collections.abc import Sequence
from typing import ClassVar

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from feltsense.script.diagnostics import Diagnostic, Severity
from feltsense.system.printable import printable_line

_SIGNS = {Severity.ERROR: "●", Severity.WARNING: "○", Severity.NOTE: "·"}


_KEYS = {
    "up": "cursor_up", "down": "cursor_down", "home": "first", "end": "last", "pageup": "page_up",
    "pagedown": "page_down", "enter": "select",
}  # fmt: skip


class Findings(OptionList, inherit_bindings=False, can_focus=False):
    """Shows what was found. It never has the focus: its screen passes it the keys that move in it."""

    DEFAULT_CSS: ClassVar[str] = """
    Findings {
        height: 1fr; border: none; background: $background; padding: 0; color: $soft; scrollbar-size-vertical: 1;
        & > .option-list--option-highlighted { color: $soft; background: $background; text-style: none; }
        &.-has-keys > .option-list--option-highlighted { color: $ink; background: $raised; text-style: none; }
        & > .option-list--option-hover { background: $raised; }
    }
    """
    found: tuple[Diagnostic, ...] = ()

    def show(self, found: Sequence[Diagnostic]) -> None:
        """Show `found`; the same one stays marked where it is still there."""
        if tuple(found) == self.found and self.option_count:
            return
        marked = self.found[self.highlighted] if self.found and self.highlighted is not None else None
        self.found = tuple(found)
        self.set_options(Option(_row(each)) for each in self.found)
        if not self.found:
            self.add_option(Option(Content.assemble(("nothing was found", "$hush")), disabled=True))
        elif marked in self.found:
            self.highlighted = self.found.index(marked)

    @property
    def marked(self) -> Diagnostic | None:
        """The one that is marked."""
        row = self.highlighted
        return self.found[row] if row is not None and row < len(self.found) else None

    def mark(self, found: Diagnostic | None) -> None:
        """Mark `found`, or the first."""
        if self.found:
            self.highlighted = self.found.index(found) if found in self.found else 0

    def press(self, key: str) -> bool:
        """Do what a key means in the list; return False where it means nothing."""
        if key not in _KEYS:
            return False
        getattr(self, f"action_{_KEYS[key]}")()
        return True


def _row(found: Diagnostic) -> Content:
    sign = (f"{_SIGNS[found.severity]} ", "$glow")
    return Content.assemble((f"{found.span.line:>3} ", "$hush"), sign, printable_line(found.message))
