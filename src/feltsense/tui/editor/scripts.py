"""The scripts that can be edited, and a new one."""

from collections.abc import Sequence
from enum import Enum
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from feltsense.authoring.scripts import NewScript, ScriptFile
from feltsense.script.fields import PRACTICES
from feltsense.script.text import spelled
from feltsense.system.printable import printable_line
from feltsense.tui.base_screen import BaseScreen
from feltsense.tui.checkin.note_line import NoteLine
from feltsense.tui.widgets.choices import EntryList
from feltsense.tui.widgets.hints import Hints

_TITLE = 40
_NEW, _EMPTY, _DOCUMENT = "new", "empty", "document"


class ForeignDocument(Enum):
    """The wish to open a document from elsewhere."""

    WANTED = "wanted"


FOREIGN_DOCUMENT = ForeignDocument.WANTED


class ScriptPicker(BaseScreen["ScriptFile | NewScript | ForeignDocument | None"]):
    """Left with a script, with a new one to begin, with the wish to open a document, or with nothing.

    Args:
        scripts: what there is.
        notice: what is said below, if anything.
        marked: the slug of the script that is marked at first; the first row without one.
    """

    CSS_PATH = "scripts.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "open", id="scripts.choose", tooltip="Open the marked script."),
        Binding("escape", "leave", "back", id="scripts.leave", tooltip="Back to the library."),
    ]

    def __init__(self, scripts: Sequence[ScriptFile], notice: str = "", marked: str = "") -> None:
        super().__init__()
        self.scripts = {script.slug: script for script in scripts}
        self._notice = notice
        self._marked = marked
        self._title = ""
        """Of a new one, once it has been said."""

    def compose(self) -> ComposeResult:
        """Make the list."""
        with Vertical(id="all"):
            yield Static("Scripts", id="title", markup=False)
            yield EntryList()
            yield Static("What is it called?  Enter begins it, esc goes back.", id="asked", markup=False)
            yield NoteLine()
            yield Static(printable_line(self._notice), id="notice", markup=False)
        yield Hints()

    def on_mount(self) -> None:
        """Fill the list."""
        self._offer_scripts()
        if self._marked:
            rows = self.query_one(EntryList)
            rows.highlighted = rows.get_option_index(self._marked)

    def _offer_scripts(self) -> None:
        self._title = ""
        self.query_one(NoteLine).value = ""
        new = Option(Content.assemble(("a new script", "$glow")), id=_NEW)
        document = Option(
            Content.assemble(("open a document", "$glow"), ("  Word, PDF, web page, text …", "$hush")), id=_DOCUMENT
        )
        self._offer("Scripts", [new, document, *map(_option, self.scripts.values())])

    def _offer(self, title: str, options: Sequence[Option]) -> None:
        self.remove_class("-naming")
        self.query_one("#title", Static).update(printable_line(title))
        rows = self.query_one(EntryList)
        rows.set_options(options)
        rows.highlighted = 0
        rows.focus()

    def on_option_list_option_selected(self, event: EntryList.OptionSelected) -> None:
        """Open what was clicked on."""
        event.stop()
        self.action_choose()

    def action_choose(self) -> None:
        """Open the marked script, ask for a title, or begin a script of the marked kind."""
        option = self.query_one(EntryList).highlighted_option
        if option is None:
            return
        if self._title:
            self.dismiss(NewScript(self._title, "" if option.id == _EMPTY else option.id or ""))
        elif option.id == _DOCUMENT:
            self.dismiss(FOREIGN_DOCUMENT)
        elif option.id == _NEW:
            self.add_class("-naming")
            self.query_one(NoteLine).focus()
        else:
            self.dismiss(self.scripts[option.id or ""])

    def on_note_line_answered(self, event: NoteLine.Answered) -> None:
        """Ask what kind of script it is."""
        event.stop()
        if event.note:
            self._title = event.note
            empty = Option(Content.assemble(("an empty page", "$glow")), id=_EMPTY)
            kinds = [Option(spelled(practice), id=practice) for practice in PRACTICES]
            self._offer(f"What does “{event.note}” begin with?", [empty, *kinds])

    def action_leave(self) -> None:
        """Go back to the list, or out of it."""
        if self.has_class("-naming") or self._title:
            self._offer_scripts()
        else:
            self.dismiss(None)


def _option(script: ScriptFile) -> Option:
    title = printable_line(script.title)
    title = title if len(title) <= _TITLE else f"{title[: _TITLE - 1]}…"
    told = "unsaved work" if script.unsaved else "" if script.own else "came with feltsense"
    return Option(
        Content.assemble(f"{title:<{_TITLE}}  ", (told, "$glow" if script.unsaved else "$hush")), id=script.slug
    )
