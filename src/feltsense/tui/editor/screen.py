"""The editor's screen: a script being written, with what is found in it, how long it is, and how it sounds."""

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static, TextArea

from feltsense.authoring.session import EditingSession
from feltsense.authoring.text_change import body_start
from feltsense.tui.editor import dialogs, view
from feltsense.tui.editor.file_actions import NextScreen
from feltsense.tui.editor.findings import Findings
from feltsense.tui.editor.fix_actions import FixActions
from feltsense.tui.editor.script_area import ScriptArea
from feltsense.tui.editor.sound_actions import SoundActions
from feltsense.tui.editor.spoken_actions import SpokenActions
from feltsense.tui.widgets.hints import Hints
from feltsense.tui.widgets.lines import content

if TYPE_CHECKING:
    from textual.timer import Timer

    from feltsense.authoring.analysis import ScriptAnalysis

_ANALYSE_S, _AUTOSAVE_S, _FILE_S = 0.4, 0.7, 1.5
"""Seconds: last key to analysis, key to draft, between looks at the file."""


def _key(key: str, action: str, words: str, tooltip: str, shown: str | None = None) -> Binding:
    """Return a binding; `shown` puts it at the foot of the screen, under that name of its key."""
    name = action.partition("(")[0] + ("" if key.startswith(("f", "escape")) else f"_{key[-1]}")
    return Binding(key, action, words, id=f"editor.{name}", tooltip=tooltip, show=shown is not None, key_display=shown)


class EditorScreen(FixActions, SpokenActions, SoundActions):
    """Edits one script."""

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        _key("ctrl+t", "take", "take", "Take what is offered for what was found here.", "^T"),
        _key("ctrl+n", "questions", "answer", "Answer what is open in this script, one by one.", "^N"),
        _key("ctrl+g", "report", "report", "What became of what in the document that was imported or pasted."),
        _key("f8", "next(1)", "next", "Go to what was found next.", "F8"),
        _key("f9", "why", "why", "See why, and choose what mends it.", "F9"),
        _key("ctrl+s", "save", "save", "Save.", "^S"),
        _key("f1", "keys", "keys", "These keys.", "F1"),
        _key("f5", "preview", "hear", "Hear the phrase at the cursor; once more, and it is silent.", "F5"),
        _key("escape", "leave", "back", "Be silent; else leave the desk.", "esc"),
        _key("f4", "listing", "list", "Show or hide the list of what was found; ↑ ↓ and enter go there.", "F4"),
        _key("f6", "preview_onwards", "hear on", "Hear it from here on; once more, and it is silent.", "F6"),
        _key("ctrl+l", "spoken", "spoken", "See all that will be spoken, what looks strange first.", "^L"),
        _key("f7", "trial", "try", "Try another length, voice or pace, without writing it.", "F7"),
        _key("f2", "save", "save", "Save (also ctrl S)."),
        _key("f3", "render", "make an audio file", "Make an MP3 with captions in the folder you started from."),
        Binding(
            "shift+f8", "next(-1)", "before", id="editor.before", show=False, tooltip="Go to what was found before."
        ),
        _key("f10", "scripts", "scripts", "Another script, or a new one (also ctrl O)."),
        _key("ctrl+o", "scripts", "scripts", "Another script, or a new one."),
        _key("ctrl+r", "render", "make an audio file", "Make an MP3."),
    ]

    def __init__(self, session: EditingSession) -> None:
        super().__init__(session)
        self._analysing: Timer | None = None

    def compose(self) -> ComposeResult:
        """Make what is seen."""
        yield Static("", id="head", markup=False)
        with Horizontal(id="room"):
            yield ScriptArea()
            with Vertical(id="beside"):
                yield Static("", id="timing", markup=False)
                yield Findings()
        yield Static("", id="found", markup=False)
        yield Static("", id="notice", markup=False)
        yield Hints()

    def on_mount(self) -> None:
        """Begin."""
        area = self.query_one(ScriptArea)
        area.load_text(self.session.text)
        if self.session.begins_empty:
            area.move_cursor(area.document.end)
        elif self.session.imported is not None:
            area.move_cursor(area.location_of(body_start(area.text)))
        area.take_key = self.take_list_key
        area.focus()
        self.set_interval(_FILE_S, self.look_at_file)
        self.watch(self.app, "app_focus", self._on_app_focus, init=False)
        self.analyse()
        self.show()

    def on_resize(self) -> None:
        """Show what fits."""
        self.show()

    def show(self) -> None:
        """Show what is known now."""
        session, columns = self.session, max(20, self.size.width - 2)
        state = "unsaved" if session.unsaved else "saved"
        self.query_one("#head", Static).update(content([view.header(session.name, state, session.analysis, columns)]))
        self.show_finding()
        self.query_one("#timing", Static).update(content(view.timing_table(session.analysis, session.trial)))
        self.query_one(Findings).show(session.analysis.diagnostics)
        self.show_notice()

    def _on_app_focus(self) -> None:
        self.look_at_file()

    # --- writing ----------------------------------------------------------------------------------------------------

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Take what was written: analyse it soon, and keep it soon."""
        event.stop()
        self.take_text()

    def take_text(self) -> None:
        """Take what is written now, unless that is done."""
        was_unsaved = self.session.unsaved
        if not self.session.edit(self.area.text):
            return
        if self._analysing is not None:
            self._analysing.stop()
        self._analysing = self.set_timer(_ANALYSE_S, self.analyse)
        if self._autosaving is None:
            self._autosaving = self.set_timer(_AUTOSAVE_S, self.autosave)
        if was_unsaved != self.session.unsaved:
            self.show()

    def on_script_area_nothing_to_paste(self, event: ScriptArea.NothingToPaste) -> None:
        """Say how text from other programs comes in."""
        event.stop()
        self.show_message("Nothing was copied here. Ctrl-Shift-V (on a Mac ⌘V) pastes from other programs.")

    def on_text_area_selection_changed(self, event: TextArea.SelectionChanged) -> None:
        """Show what was found where the cursor is now."""
        event.stop()
        self.show_finding()

    @work(group="read", exclusive=True)
    async def analyse(self) -> None:
        """Analyse what is written now, beside the screen's own thread."""
        number = self.session.begin_analysis()
        analysis = await asyncio.to_thread(self.session.analyse)
        self.call_later(self.take_analysis, number, analysis)

    def take_analysis(self, number: int, analysis: "ScriptAnalysis") -> None:
        """Show an analysis, unless a newer one has begun."""
        if self.session.end_analysis(number, analysis):
            self.area.mark(analysis.diagnostics, analysis.lines)
            self.show()

    def on_unmount(self) -> None:
        """Be silent."""
        self.session.preview.stop()

    def hints_at(self, action: str) -> bool:
        """Offer to answer questions where there are any; the key says so elsewhere, too."""
        return action != "questions" or bool(self.session.analysis.questions)

    # --- leaving ----------------------------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """Let nothing that is typed beside the editor mean something else."""
        if event.is_printable:
            event.stop()

    def action_leave(self) -> None:
        """Be silent; close the list; leave."""
        if not self.silence() and not self.close_list():
            self.leave(NextScreen.LIBRARY)

    def action_keys(self) -> None:
        """Show what all keys do here."""
        from feltsense.tui.keys import KeysScreen  # noqa: PLC0415 - not before the first frame

        self.app.push_screen(KeysScreen(dialogs.editor_keys(self)))

    def action_scripts(self) -> None:
        """Leave for another script."""
        self.leave(NextScreen.SCRIPTS)
