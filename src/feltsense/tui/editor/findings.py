"""What was found in a script, as a list to go through."""

from collections.abc import Sequence
from typing import ClassVar

from textual.content import Content
from textual.widgets.option_list import Option

from feltsense.check.grouping import DiagnosticGroup, group_diagnostics
from feltsense.script.diagnostics import Diagnostic, Severity
from feltsense.system.printable import printable_line
from feltsense.tui.widgets.choices import MarkedOptions
from feltsense.tui.widgets.hanging import HangingRows

_SIGNS = {Severity.ERROR: "●", Severity.WARNING: "○", Severity.NOTE: "·"}


_MOST_LINES = 6
"""Lines of a group that are named."""
_KEYS = {
    "up": "cursor_up", "down": "cursor_down", "home": "first", "end": "last", "pageup": "page_up",
    "pagedown": "page_down", "enter": "select",
}  # fmt: skip


class Findings(MarkedOptions, can_focus=False):
    """Shows what was found. It never has the focus: its screen passes it the keys that move in it."""

    DEFAULT_CSS: ClassVar[str] = """
    Findings {
        height: 1fr; border: none; background: $background; padding: 0; color: $soft; scrollbar-size-vertical: 1;
        & > .option-list--option-highlighted { color: $soft; background: $background; text-style: none; }
        &.-has-keys > .option-list--option-highlighted { color: $ink; background: $raised; text-style: none; }
        & > .option-list--option-hover { background: $raised; }
    }
    """
    groups: tuple[DiagnosticGroup, ...] = ()

    @property
    def shows_mark(self) -> bool:
        """Whether keys move in it."""
        return self.has_class("-has-keys")

    def show(self, found: Sequence[Diagnostic]) -> None:
        """Show `found`, of one kind in one row; the same one stays marked where it is still there."""
        groups = group_diagnostics(found)
        if groups == self.groups and self.option_count:
            return
        marked = self.marked
        self.groups = groups
        self.set_options(Option(_row(each)) for each in groups)
        if not groups:
            self.add_option(Option(Content.assemble(("nothing was found", "$hush")), disabled=True))
        elif marked is not None and any(marked in each.members for each in groups):
            self.mark(marked)

    @property
    def marked(self) -> Diagnostic | None:
        """The one that is marked; of a group, its first."""
        row = self.highlighted
        return self.groups[row].first if row is not None and row < len(self.groups) else None

    def next_marked(self, line: int) -> Diagnostic | None:
        """Return the one that is marked; of a group, the next below a line, or its first again."""
        if self.marked is None or self.highlighted is None:
            return None
        members = self.groups[self.highlighted].members
        return next((each for each in members if each.span.line > line), members[0])

    def mark(self, found: Diagnostic | None) -> None:
        """Mark `found`, or the first."""
        rows = (row for row, group in enumerate(self.groups) if found in group.members)
        if self.groups:
            self.highlighted = next(rows, 0)

    def press(self, key: str) -> bool:
        """Do what a key means in the list; return False where it means nothing."""
        if key not in _KEYS:
            return False
        getattr(self, f"action_{_KEYS[key]}")()
        return True


def _row(group: DiagnosticGroup) -> HangingRows:
    first, count = group.first, len(group.members)
    lead = Content.assemble((f"{first.span.line:>3} ", "$hush"), (f"{_SIGNS[first.severity]} ", "$glow"))
    if count == 1:
        return HangingRows([(lead, Content(printable_line(first.message)))])
    listed = ", ".join(map(str, group.lines[:_MOST_LINES])) + (" …" if len(group.lines) > _MOST_LINES else "")
    what = f"{count} × {printable_line(first.message)}"
    return HangingRows([(lead, Content.assemble(what, (f"  lines {listed}", "$hush")))])
