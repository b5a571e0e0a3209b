"""What was found in a script, as a list to go through."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from feltsense.script.diagnostics import Diagnostic, Severity
from feltsense.system.printable import printable_line

_SIGNS = {Severity.ERROR: "●", Severity.WARNING: "○", Severity.NOTE: "·"}


def _key(key: str, action: str, tooltip: str) -> Binding:
    return Binding(key, action, tooltip.rstrip(".").lower(), id=f"findings.{action}", show=False, tooltip=tooltip)


class Findings(OptionList, inherit_bindings=False):
    """Enter goes to the place of the one that is marked."""

    DEFAULT_CSS: ClassVar[str] = """
    Findings {
        height: 1fr; border: none; background: $background; padding: 0; color: $soft; scrollbar-size-vertical: 1;
        &:focus { border: none; background-tint: $background 0%; }
        & > .option-list--option-highlighted { color: $soft; background: $background; text-style: none; }
        &:focus > .option-list--option-highlighted { color: $ink; background: $raised; text-style: none; }
        & > .option-list--option-hover { background: $raised; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        _key("up", "cursor_up", "The one above."),
        _key("down", "cursor_down", "The one below."),
        _key("home", "first", "The first one."),
        _key("end", "last", "The last one."),
        _key("pageup", "page_up", "The page above."),
        _key("pagedown", "page_down", "The page below."),
        _key("enter", "select", "Go to it."),
    ]
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

    def on_key(self, event: events.Key) -> None:
        """Let letters mean nothing here: they are meant for the script."""
        if event.is_printable:
            event.stop()


def _row(found: Diagnostic) -> Content:
    sign = (f"{_SIGNS[found.severity]} ", "$glow")
    return Content.assemble((f"{found.span.line:>3} ", "$hush"), sign, printable_line(found.message))
