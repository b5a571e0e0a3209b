"""The desk: a script being written, with what is found in it, how long it is, and how it sounds."""

import asyncio
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static, TextArea

from feltsense.editing.draft import Draft, Sight
from feltsense.editing.hearing import Asked, Hearing
from feltsense.editing.rendering import Rendering, Wanted
from feltsense.editing.study import Study, study
from feltsense.editing.tries import AS_IT_IS, Tries
from feltsense.errors import EditingError
from feltsense.tui import desk_asking
from feltsense.tui.screens import desk_view
from feltsense.tui.screens.page import Page
from feltsense.tui.widgets.findings import Findings
from feltsense.tui.widgets.hints import Hints
from feltsense.tui.widgets.lines import content
from feltsense.tui.widgets.script_area import ScriptArea

if TYPE_CHECKING:
    from textual.timer import Timer

    from feltsense.script.diagnostics import Diagnostic

_READ, _KEEP, _LOOK, _WATCH = 0.4, 0.7, 0.2, 1.5
"""Seconds: last key to reading anew, key to draft, between looks at what is heard, between looks at the file."""


class Next(StrEnum):
    """What comes after the desk."""

    LIBRARY = "library"
    SCRIPTS = "scripts"


def _key(key: str, action: str, words: str, tooltip: str, shown: str | None = None) -> Binding:
    """Return a binding; `shown` puts it at the foot of the screen, under that name of its key."""
    name = action.partition("(")[0] + ("" if key.startswith(("f", "escape")) else f"_{key[-1]}")
    return Binding(key, action, words, id=f"desk.{name}", tooltip=tooltip, show=shown is not None, key_display=shown)


class DeskScreen(Page[Next]):
    """Edits one script.

    Args:
        draft: the script; its methods are called on the thread for slow things.
        hearing: plays what is asked for.
        rendering: makes files.
        notice: what is said first.
    """

    CSS_PATH = "desk.tcss"
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

    def __init__(self, draft: Draft, hearing: Hearing, rendering: Rendering, notice: str = "") -> None:
        super().__init__()
        self.draft = draft
        self.hearing = hearing
        self.rendering = rendering
        self.study = Study()
        self.tries = AS_IT_IS
        self.text = draft.text
        """What is written now."""
        self._saved = draft.saved
        self._kept: str | None = None
        """The text that is in the draft."""
        self._said = notice
        self._thrown = False
        """True once unsaved work is not wanted any more."""
        self._generation = 0
        self._asking = False
        self._reading: Timer | None = None
        self._keeping: Timer | None = None
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

    @property
    def area(self) -> ScriptArea:
        """The editor."""
        return self.query_one(ScriptArea)

    @property
    def unsaved(self) -> bool:
        """Tell whether there is anything that the file does not hold."""
        return self.text != self._saved

    def show(self) -> None:
        """Show what is known now."""
        columns = max(20, self.size.width - 2)
        state = "unsaved" if self.unsaved else "saved"
        self.query_one("#head", Static).update(
            content([desk_view.head(self.draft.path.name, state, self.study, columns)])
        )
        self._show_found(self.area.found_here())
        self.query_one("#timing", Static).update(content(desk_view.timing(self.study, self.tries)))
        self.query_one(Findings).show(self.study.diagnostics)
        self.query_one("#notice", Static).update(self._notice())

    def _show_found(self, found: "Diagnostic | None") -> None:
        columns = max(20, self.size.width - 2)
        self.query_one("#found", Static).update(content(desk_view.below(found, columns)))

    def say(self, words: str) -> None:
        """Say something in the quiet line below."""
        self._said = words
        self.query_one("#notice", Static).update(self._notice())

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

    @work(group="keep")
    async def keep(self) -> None:
        """Keep the draft."""
        self._keeping = None
        text = self.text
        if self._thrown:
            return
        try:
            await self.house.services.soon(self.draft.autosave, text)
            self._kept = text
        except EditingError as error:
            self.say(f"The draft is not kept: {error.message}")

    def on_unmount(self) -> None:
        """Keep what is not kept yet, whatever ends this."""
        self.hearing.stop()
        if self.unsaved and self.text != self._kept and not self._thrown:
            self.house.services.later(self.draft.autosave, self.text)

    @work(group="save", exclusive=True)
    async def action_save(self) -> None:
        """Save."""
        await self.save()

    async def save(self) -> bool:
        """Save; tell whether it is done. Call it from a worker."""
        text = self.text
        try:
            copied = self.draft.copy
            sight = await self.house.services.soon(self.draft.save, text)
            if sight is Sight.CHANGED:
                await self._settle()
                return False
        except EditingError as error:
            self.say(f"{error.message} {error.hint}")
            return False
        self._saved = text
        own = " It is your own copy; what came with feltsense stays as it was." if copied else ""
        self.say(f"Saved as {desk_asking.shown(self.draft.path)}.{own}")
        self.show()
        return True

    # --- other programs ---------------------------------------------------------------------------------------------

    @work(group="file")
    async def look_at_file(self) -> None:
        """See whether another program has changed the file, and ask."""
        if self._asking or not self.is_current:
            return
        try:
            sight = await self.house.services.soon(self.draft.look)
        except EditingError as error:
            self.say(error.message)
            return
        if sight is Sight.GONE:
            self._saved = None
            self.say("The file is no longer there. What you see is kept as a draft; saving writes it again.")
            self.keep()
            self.show()
        elif sight is Sight.CHANGED and not self._asking:
            await self._settle()

    def _focused(self) -> None:
        self.look_at_file()

    async def _settle(self) -> None:
        """Ask whose text goes on, and go on with it; the other is kept, too."""
        self._asking = True
        try:
            answer = await self.house.ask(desk_asking.changed(self.draft.path.name, unsaved=self.unsaved))
            soon = self.house.services.soon
            if answer == desk_asking.MINE:
                kept = await soon(self.draft.keep_mine)
                self._saved = None
                self.say(f"Yours goes on. Theirs is kept as {kept.name}; saving replaces the file.")
            else:
                kept_mine = await soon(self.draft.keep, self.draft.source(self.text)) if self.unsaved else None
                self.text = self._saved = await soon(self.draft.take_theirs)
                self.area.take(self.text)
                self.read()
                self.say(
                    "This is the file as it is now." + (f" Yours is kept as {kept_mine.name}." if kept_mine else "")
                )
        except EditingError as error:
            self.say(f"{error.message} {error.hint}")
        finally:
            self._asking = False
        self.keep()
        self.show()

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
        from feltsense.editing.better import better  # noqa: PLC0415 - not before the first frame

        found = self.area.found_here()
        if found is None:
            self.say("Nothing was found on this line. F8 goes to the next.")
            return
        offer = better(found, self.study)
        answer = await self.house.ask(desk_asking.why(found, offer.text if offer else None))
        row = self.area.row_of(found)
        if answer == desk_asking.TAKE and offer is not None and row is not None:
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
        self.hearing.hear(Asked(self.text, self.draft.slug, folder, row + 1, column + 1, onwards, self.tries))
        self._said = ""
        self._look()

    def action_make(self) -> None:
        """Make an audio file of what is written now."""
        from pathlib import Path  # noqa: PLC0415 - used here alone

        if self.rendering.make(Wanted(self.text, self.draft.path, Path.cwd(), self.tries)):
            self._said = ""
        self._look()

    @work(group="tries", exclusive=True)
    async def action_tries(self) -> None:
        """Ask for what is to be tried."""
        from feltsense.tui.screens.desk_try import DeskTry  # noqa: PLC0415 - not before the first frame

        self.tries = await self.house.push_screen_wait(DeskTry(self.text, self.draft.slug, self.tries))
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
            self._said = desk_asking.made(making)
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
        from feltsense.tui.screens.desk_keys import keys_at_the_desk  # noqa: PLC0415 - not before the first frame
        from feltsense.tui.screens.keys import Keys  # noqa: PLC0415 - as above

        self.app.push_screen(Keys(keys_at_the_desk(self)))

    def action_scripts(self) -> None:
        """Leave for another script."""
        self._part(Next.SCRIPTS)

    @work(group="leave", exclusive=True)
    async def _part(self, following: Next) -> None:
        """Leave, once it is settled what becomes of unsaved work and of a file under way."""
        if not self.rendering.making.over:
            if await self.house.ask(desk_asking.making()) != desk_asking.STOP:
                return
            self.rendering.stop()
        if self.unsaved:
            answer = await self.house.ask(desk_asking.unsaved(self.draft.path.name))
            if answer == desk_asking.STAY or (answer == desk_asking.SAVE and not await self.save()):
                return
            if answer == desk_asking.THROW:
                self._thrown = True
                await self.house.services.soon(self.draft.forget)
        self.dismiss(following)
