"""The desk: a script being written, with what is found in it, how long it is, and how it sounds."""

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static, TextArea

from feltsense.authoring.analysis import Study, study
from feltsense.authoring.draft import Draft
from feltsense.authoring.preview import Preview, PreviewRequest
from feltsense.authoring.renders import DraftRenderRequest, Rendering
from feltsense.authoring.trial import AS_IT_IS, Tries
from feltsense.tui.editor import dialogs, view
from feltsense.tui.editor.file import DeskFile, Next
from feltsense.tui.editor.findings import Findings
from feltsense.tui.editor.script_area import ScriptArea
from feltsense.tui.widgets.hints import Hints
from feltsense.tui.widgets.lines import content

if TYPE_CHECKING:
    from textual.timer import Timer

    from feltsense.script.diagnostics import Diagnostic

_READ, _KEEP, _LOOK, _WATCH = 0.4, 0.7, 0.2, 1.5
"""Seconds: last key to reading anew, key to draft, between looks at what is heard, between looks at the file."""


def _key(key: str, action: str, words: str, tooltip: str, shown: str | None = None) -> Binding:
    """Return a binding; `shown` puts it at the foot of the screen, under that name of its key."""
    name = action.partition("(")[0] + ("" if key.startswith(("f", "escape")) else f"_{key[-1]}")
    return Binding(key, action, words, id=f"desk.{name}", tooltip=tooltip, show=shown is not None, key_display=shown)


class DeskScreen(DeskFile):
    """Edits one script.

    Args:
        draft: the script; its methods are called on the thread for slow things.
        hearing: plays what is asked for.
        rendering: makes files.
        notice: what is said first.
    """

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        _key("f5", "hear", "hear", "Hear the phrase at the cursor; once more, and it is silent.", "F5"),
        _key("f6", "hear_on", "hear on", "Hear it from here on; once more, and it is silent.", "F6"),
        _key("f7", "tries", "try", "Try another length, voice or pace, without writing it.", "F7"),
        _key("f8", "next(1)", "next", "Go to what was found next.", "F8"),
        _key("f9", "why", "why", "See why, and take a better wording.", "F9"),
        _key("ctrl+s", "save", "save", "Save.", "^S"),
        _key("escape", "leave", "back", "Be silent; else leave the desk.", "esc"),
        _key("f1", "keys", "keys", "These keys.", "F1"),
        _key("f2", "save", "save", "Save (also ctrl S)."),
        _key("f3", "make", "make an audio file", "Make an MP3 with captions in the folder you started from."),
        _key("f4", "listing", "list", "Show or hide the list of what was found."),
        Binding("shift+f8", "next(-1)", "before", id="desk.before", show=False, tooltip="Go to what was found before."),
        _key("f10", "scripts", "scripts", "Another script, or a new one (also ctrl O)."),
        _key("ctrl+o", "scripts", "scripts", "Another script, or a new one."),
        _key("ctrl+r", "make", "make an audio file", "Make an MP3."),
    ]

    def __init__(self, draft: Draft, hearing: Preview, rendering: Rendering, notice: str = "") -> None:
        super().__init__(draft)
        self.hearing = hearing
        self.rendering = rendering
        self.study = Study()
        self.tries = AS_IT_IS
        self._said = notice
        self._generation = 0
        self._reading: Timer | None = None
        self._looking: Timer | None = None

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
        area.load_text(self.text)
        area.focus()
        self.set_interval(_WATCH, self.look_at_file)
        self.watch(self.app, "app_focus", self._focused, init=False)
        self.read()
        self.show()

    def on_resize(self) -> None:
        """Show what fits."""
        self.show()

    def show(self) -> None:
        """Show what is known now."""
        columns = max(20, self.size.width - 2)
        state = "unsaved" if self.unsaved else "saved"
        self.query_one("#head", Static).update(content([view.head(self.draft.path.name, state, self.study, columns)]))
        self._show_found(self.area.found_here())
        self.query_one("#timing", Static).update(content(view.timing(self.study, self.tries)))
        self.query_one(Findings).show(self.study.diagnostics)
        self.query_one("#notice", Static).update(self._notice())

    def _show_found(self, found: "Diagnostic | None") -> None:
        columns = max(20, self.size.width - 2)
        self.query_one("#found", Static).update(content(view.below(found, columns)))

    # --- writing ----------------------------------------------------------------------------------------------------

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Take what was written: read it soon, and keep it soon."""
        event.stop()
        if self.area.text == self.text:
            return
        was_unsaved, self.text = self.unsaved, self.area.text
        self._said = ""
        if self._reading is not None:
            self._reading.stop()
        self._reading = self.set_timer(_READ, self.read)
        if self._keeping is None:
            self._keeping = self.set_timer(_KEEP, self.keep)
        if was_unsaved != self.unsaved:
            self.show()

    def on_text_area_selection_changed(self, event: TextArea.SelectionChanged) -> None:
        """Show what was found where the cursor is now."""
        event.stop()
        self._show_found(self.area.found_here())

    @work(group="read", exclusive=True)
    async def read(self) -> None:
        """Read what is written now, beside the screen's own thread."""
        self._generation += 1
        mine = self._generation
        found = await asyncio.to_thread(study, self.text, self.draft.slug, self.tries)
        if mine == self._generation and self.is_attached:
            self.study = found
            self.area.mark(found.diagnostics, found.lines)
            self.show()

    def read_anew(self) -> None:
        """Read what is written now, in the background."""
        self.read()

    def on_unmount(self) -> None:
        """Be silent."""
        self.hearing.stop()

    # --- what was found ---------------------------------------------------------------------------------------------

    def action_next(self, step: int) -> None:
        """Go to what was found next, or before."""
        found = self.area.next_found(step)
        if found is None:
            self.say("Nothing was found in this script.")
        else:
            self._go_to(found)

    def action_listing(self) -> None:
        """Go to the list, or back from it."""
        findings = self.query_one(Findings)
        if findings.has_focus or (self.has_class("-listing") and not self.has_class("-wide")):
            self._close_list()
        else:
            self.add_class("-listing")
            self.call_after_refresh(findings.focus)

    def on_option_list_option_selected(self, event: Findings.OptionSelected) -> None:
        """Go to what was chosen."""
        event.stop()
        findings = self.query_one(Findings)
        if event.option_index < len(findings.found):
            self._go_to(findings.found[event.option_index])
            self.area.focus()

    def on_option_list_option_highlighted(self, event: Findings.OptionHighlighted) -> None:
        """Say more of what is marked in the list."""
        event.stop()
        findings = self.query_one(Findings)
        if findings.has_focus and event.option_index < len(findings.found):
            self._show_found(findings.found[event.option_index])

    @work(group="why", exclusive=True)
    async def action_why(self) -> None:
        """Tell why, and put in what is better where that is wanted."""
        from feltsense.authoring.suggestions import better  # noqa: PLC0415 - not before the first frame

        found = self.area.found_here()
        if found is None:
            self.say("Nothing was found on this line. F8 goes to the next.")
            return
        offer = better(found, self.study)
        answer = await self.player_app.ask(dialogs.why(found, offer.text if offer else None))
        row = self.area.row_of(found)
        if answer == dialogs.TAKE and offer is not None and row is not None:
            self.area.replace(offer.text, (row, offer.column - 1), (row, offer.end_column - 1))

    def _go_to(self, found: "Diagnostic") -> None:
        row = self.area.row_of(found)
        self.area.go_to(found.span.line if row is None else row + 1, found.span.column)

    def _close_list(self) -> None:
        self.remove_class("-listing")
        self.area.focus()

    # --- hearing, and making files ----------------------------------------------------------------------------------

    def action_hear(self) -> None:
        """Hear what is at the cursor; when something is heard, be silent."""
        self._hear(onwards=False)

    def action_hear_on(self) -> None:
        """Hear it from here on; when something is heard, be silent."""
        self._hear(onwards=True)

    def _hear(self, *, onwards: bool) -> None:
        if not self.hearing.sounding().over:
            self.hearing.stop()
            self._look()
            return
        row, column = self.area.cursor_location
        folder = self.draft.path.parent if self.draft.path.parent.is_dir() else None
        self.hearing.hear(PreviewRequest(self.text, self.draft.slug, folder, row + 1, column + 1, onwards, self.tries))
        self._said = ""
        self._look()

    def action_make(self) -> None:
        """Make an audio file of what is written now."""
        from pathlib import Path  # noqa: PLC0415 - used here alone

        if self.rendering.make(DraftRenderRequest(self.text, self.draft.path, Path.cwd(), self.tries)):
            self._said = ""
        self._look()

    @work(group="tries", exclusive=True)
    async def action_tries(self) -> None:
        """Ask for what is to be tried."""
        from feltsense.tui.editor.trial import DeskTry  # noqa: PLC0415 - not before the first frame

        self.tries = await self.player_app.push_screen_wait(DeskTry(self.text, self.draft.slug, self.tries))
        self.read()
        self.show()

    def _look(self) -> None:
        """Show what is heard and made, as long as there is something."""
        if self._looking is not None:
            self._looking.stop()
        if not self.is_attached:
            return
        sounding, making = self.hearing.sounding(), self.rendering.making
        self.area.show_heard(sounding.line)
        if sounding.error is not None:
            self._said = f"{sounding.error.message} {sounding.error.hint}"
            self.hearing.stop()
        if making.over and (making.error or making.rendered):
            self._said = dialogs.made(making)
            self.rendering.forget()
        self.query_one("#notice", Static).update(self._notice())
        self._looking = None if sounding.over and making.over else self.set_timer(_LOOK, self._look)

    def _notice(self) -> str:
        sounding, making = self.hearing.sounding(), self.rendering.making
        now = [each.note for each in (sounding, making) if each.note and not each.over]
        tried = self.tries.told()
        return " · ".join(now) or self._said or (f"trying {tried}" if tried != Tries().told() else "")

    # --- leaving ----------------------------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """Let nothing that is typed beside the editor mean something else."""
        if event.is_printable:
            event.stop()

    def action_leave(self) -> None:
        """Be silent; close the list; leave."""
        if not self.hearing.sounding().over:
            self.hearing.stop()
            self._look()
        elif self.query_one(Findings).has_focus or (self.has_class("-listing") and not self.has_class("-wide")):
            self._close_list()
        else:
            self._part(Next.LIBRARY)

    def action_keys(self) -> None:
        """Show what all keys do here."""
        from feltsense.tui.editor.bindings import keys_at_the_desk  # noqa: PLC0415 - not before the first frame
        from feltsense.tui.keys import Keys  # noqa: PLC0415 - as above

        self.app.push_screen(Keys(keys_at_the_desk(self)))

    def action_scripts(self) -> None:
        """Leave for another script."""
        self._part(Next.SCRIPTS)

    @work(group="leave", exclusive=True)
    async def _part(self, following: Next) -> None:
        """Leave, once it is settled what becomes of unsaved work and of a file under way."""
        if not self.rendering.making.over:
            if await self.player_app.ask(dialogs.making()) != dialogs.STOP:
                return
            self.rendering.stop()
        if self.unsaved:
            answer = await self.player_app.ask(dialogs.unsaved(self.draft.path.name))
            if answer == dialogs.STAY or (answer == dialogs.SAVE and not await self.save()):
                return
            if answer == dialogs.THROW:
                self._thrown = True
                await self.player_app.services.soon(self.draft.forget)
        self.dismiss(following)
