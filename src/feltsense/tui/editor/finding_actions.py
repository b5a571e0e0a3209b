"""The part of the editor's screen about what was found: going through it, and the list."""

from typing import TYPE_CHECKING

from textual import events
from textual.widgets import Static

from feltsense.tui.editor import view
from feltsense.tui.editor.file_actions import FileActions
from feltsense.tui.editor.findings import Findings
from feltsense.tui.widgets.lines import content

if TYPE_CHECKING:
    from feltsense.script.diagnostics import Diagnostic


class FindingActions(FileActions):
    """Findings, at the cursor and in the list.

    The text keeps the focus while the list has the keys: whatever is typed then is written, in its order.
    """

    list_has_keys = False

    @property
    def findings(self) -> Findings:
        """The list."""
        return self.query_one(Findings)

    @property
    def finding(self) -> "Diagnostic | None":
        """The one that is marked in the list while it has the keys; else that at the cursor."""
        return self.findings.marked if self.list_has_keys else self.area.found_here()

    def show_finding(self) -> None:
        """Show the finding in question in the two lines below the text."""
        columns = max(20, self.size.width - 2)
        self.query_one("#found", Static).update(content(view.diagnostic_lines(self.finding, columns)))
        self.refresh_bindings()

    def action_next(self, step: int) -> None:
        """Go to what was found next, or before."""
        self.close_list()
        found = self.area.next_found(step)
        if found is None:
            self.show_message("Nothing was found in this script.")
        else:
            self.go_to(found)

    def go_to(self, found: "Diagnostic") -> None:
        """Put the cursor where `found` is now."""
        row = self.area.row_of(found)
        self.area.go_to(found.span.line if row is None else row + 1, found.span.column)

    # --- the list ---------------------------------------------------------------------------------------------------

    def action_listing(self) -> None:
        """Give the list the keys, or take them back."""
        if self.list_has_keys or (self.has_class("-listing") and not self.has_class("-wide")):
            self.close_list()
        else:
            self.add_class("-listing")
            self.findings.mark(self.finding)
            self._give_keys(to_list=True)

    def close_list(self) -> bool:
        """Take the keys from the list, and hide it where it covers text; return False where there was nothing to do."""
        was_open = self.list_has_keys or (self.has_class("-listing") and not self.has_class("-wide"))
        if was_open:
            self.remove_class("-listing")
            self._give_keys(to_list=False)
        return was_open

    def take_list_key(self, event: events.Key) -> bool:
        """Do what a key means in the list while that has the keys; tell whether it means anything there.

        A key that writes or moves in the text closes the list, and is the text's.
        """
        if not self.list_has_keys:
            return False
        if self.findings.press(event.key):
            return True
        if event.is_printable or self.area.knows(event.key):
            self.close_list()
        return False

    def on_option_list_option_selected(self, event: Findings.OptionSelected) -> None:
        """Go to what was chosen, of a group to the next below the cursor; the list stays, without the keys."""
        event.stop()
        found = self.findings.next_marked(self.area.cursor_location[0] + 1)
        if found is not None:
            self._give_keys(to_list=False)
            self.go_to(found)

    def on_option_list_option_highlighted(self, event: Findings.OptionHighlighted) -> None:
        """Say more of what is marked in the list."""
        event.stop()
        if self.list_has_keys:
            self.show_finding()

    def _give_keys(self, *, to_list: bool) -> None:
        self.list_has_keys = to_list
        self.findings.set_class(to_list, "-has-keys")
        self.area.focus()
        self.show_finding()
