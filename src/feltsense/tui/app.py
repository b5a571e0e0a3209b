"""The player as an app: themes, keys that work everywhere, and the way between screens."""

import asyncio
import gc
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.app import App
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen
from textual.signal import Signal
from textual.worker import WorkerFailed

from feltsense.errors import FeltsenseError
from feltsense.system.settings import Motion
from feltsense.tui.base_screen import BaseScreen, BlankScreen
from feltsense.tui.dialog import DialogScreen
from feltsense.tui.dialogs import Dialog
from feltsense.tui.library.rows import LibraryContents
from feltsense.tui.library.screen import Library
from feltsense.tui.services import Services
from feltsense.tui.themes import THEMES

if TYPE_CHECKING:
    from textual.app import SystemCommand

    from feltsense.practice.events import Event
    from feltsense.practice.options import PracticeChoice
    from feltsense.tui.player.model import PlayerModel
    from feltsense.tui.support.screen import SupportScreen

_UNTIL_HISTORY = 1.0
"""Seconds after which the library is shown without what the journal tells."""


@dataclass
class SessionEvent(Message):
    """Something happened in the practice under way."""

    event: "Event"


class Feltsense(App[None]):
    """The player.

    Args:
        services: everything behind the screens; closed by who made it.
        first: the one thing to do; None opens the library.
    """

    TITLE = "feltsense"
    CSS_PATH = ["base_screen.tcss", "library/screen.tcss"]  # noqa: RUF012 - as Textual types it
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-normal"), (108, "-wide")]  # noqa: RUF012 - as above
    VERTICAL_BREAKPOINTS = [(0, "-low"), (23, "-middling"), (34, "-tall")]  # noqa: RUF012 - as above
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "support", "support", key_display="?", id="app.support", tooltip="People to talk to."),
        Binding("f1", "keys", "keys", id="app.keys", tooltip="Everything that keys do here."),
        Binding("f2", "journal", "journal", id="app.journal", tooltip="What you practised and said."),
        Binding("f8", "sounds", "rain", id="app.sounds", tooltip="Rain, ocean and others, without a voice."),
        Binding("f3", "settings", "settings", id="app.settings", tooltip="Voice, colours, people you trust."),
        Binding("f4", "desk", "desk", id="app.desk", tooltip="Write and change scripts (also ctrl D)."),
        Binding("f5", "phone", "phone", id="app.phone", tooltip="Bring exercises to your phone, and answers home."),
        Binding("q", "quit", "leave", id="app.quit", tooltip="Leave; all is kept."),
        Binding("ctrl+d", "desk", "desk", id="app.desk_d", show=False, tooltip="Write and change scripts."),
        Binding(
            "ctrl+c", "copy_or_quit", "leave", id="app.stop", show=False, tooltip="Leave; all is kept.", priority=True
        ),
        Binding(
            "ctrl+z",
            "suspend_process",
            "to the shell",
            id="app.suspend",
            show=False,
            tooltip="To the shell; fg there comes back.",
        ),
    ]

    def __init__(self, services: Services, first: "PracticeChoice | None" = None) -> None:
        super().__init__()
        self.services = services
        self.playing: PlayerModel | None = None
        """The practice under way."""
        self.failure: Exception | None = None
        """A mistake of our own that ended it."""
        self.library = Library()
        self.session_changed: Signal[Event] = Signal(self, "session changed")
        """Published after `playing` has taken an event. Screens subscribe once they are mounted; callbacks run on the
        subscriber's own message loop, so its widgets are there."""
        self._first = first
        self._practising = False
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = services.settings.theme

    @property
    def motion(self) -> Motion:
        """How much may move: as the listener chose, and never more than the terminal's own setting allows."""
        still = self.animation_level != "full"
        chosen = self.services.settings.motion
        return Motion.STILL if still and chosen is Motion.FULL else chosen

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give our variables to any theme."""
        return dict(THEMES[0].variables)

    def get_default_screen(self) -> Screen[Any]:
        """Begin with the library."""
        return self.library

    def get_system_commands(self, screen: Screen[Any]) -> Iterable["SystemCommand"]:
        """Offer what can be done here, and nothing of Textual's own."""
        from feltsense.tui.keys import palette_commands  # noqa: PLC0415 - not before the first frame

        return palette_commands(screen, self.simulate_key, self.change)

    def on_mount(self) -> None:
        """Draw first, then look at what there is."""
        if self._first is not None:
            self.practise(self._first)
            self.call_after_refresh(self._warm_voice)
        else:
            self.call_after_refresh(self.refresh_library)  # a single practice never shows the library
        self.call_after_refresh(gc.enable)  # off since the start; see `start.run`

    def _warm_voice(self) -> None:
        """Load the voice that will most likely read first."""
        from feltsense.voice.choosing import BUILT_IN_VOICE  # noqa: PLC0415 - not before the first frame

        asked = self._first.voice if self._first is not None else None
        self.services.engine.warm_meanwhile(asked or self.services.settings.voice or BUILT_IN_VOICE)

    @work(group="library", exclusive=True)
    async def refresh_library(self) -> None:
        """Bring the library up to date. The voice is loaded once it is there first: that would hold it up."""
        services, opening = self.services, self.library.contents.index is None
        try:
            listing = await services.tasks.run(services.listing)
        except FeltsenseError as error:
            contents = LibraryContents(now=services.now(), notice=f"{error.message} {error.hint}")
            self.library.call_later(self.library.show, contents)
            return
        index = await services.tasks.run(services.index, listing)
        contents = LibraryContents(index, now=services.now())
        history = asyncio.ensure_future(services.tasks.run(services.history))
        if opening:  # it decides what stands on top, and Enter may come at once
            await asyncio.wait([history], timeout=_UNTIL_HISTORY)
            if not history.done():
                self.library.call_later(self.library.show, contents)
        told = await history
        notice = told.notice
        if listing.unreadable_folders and not notice:
            notice = listing.unreadable_folders[0].message
        elif listing.problems and not notice:
            notice = f"{len(listing.problems)} of the scripts cannot be read; feltsense check tells why."
        contents = replace(
            contents,
            last=told.last,
            heard=told.heard,
            notice=notice,
            history=told.earlier,
            going_on=told.going_on,
        )
        self.library.call_later(self.library.show, contents)
        await services.tasks.run(index.prepare)  # before the first letter is typed
        if opening:
            self._warm_voice()

    @work(group="detail", exclusive=True)
    async def load_sections(self, slug: str) -> None:
        """Read an exercise, and have the library show its sections."""
        try:
            exercise = await self.services.tasks.run(self.services.exercise, slug)
        except FeltsenseError:
            return  # it is told when somebody begins it
        self.library.call_later(self.library.show_sections, exercise)

    def practise(self, choice: "PracticeChoice") -> None:
        """Do a practice, unless one is under way: a key may be pressed twice."""
        if not self._practising:
            self._practising = True
            self._practise(choice)

    @work(group="practice")
    async def _practise(self, choice: "PracticeChoice") -> None:
        """Do a practice, with nothing but the background beneath its screens."""
        from feltsense.practice.flow import run_practice  # noqa: PLC0415 - not before the first frame
        from feltsense.tui.prompter import TextualPrompter  # noqa: PLC0415 - as above

        blank = BlankScreen()
        await self.push_screen(blank)
        prompter = TextualPrompter(self, from_library=choice is not self._first)
        await run_practice(choice, prompter, self.services)
        self._practising = False
        if choice is self._first:
            self.exit()
            return
        if prompter.played:  # else it comes back as it was
            self.library.call_later(self.library.action_clear)
        blank.leave()
        self.refresh_library()

    async def ask(self, question: Dialog) -> str:
        """Ask something; return the id of the answer. Call it from a worker."""
        return await self.push_screen_wait(DialogScreen(question))

    def change(self, **choices: Any) -> None:
        """Use other settings from now on, and keep them."""
        self.services.change(**choices)
        if "theme" in choices:
            self.theme = choices["theme"]

    def exit(self, result: None = None, return_code: int = 0, message: Any = None) -> None:
        """Leave; a line that is being written is kept."""
        for screen in self.screen_stack:
            if isinstance(screen, BaseScreen) and screen.is_mounted:
                screen.keep_written()
        super().exit(result, return_code, message)

    def _fatal_error(self) -> None:
        """Close after a mistake of our own. Textual's way would print every variable, and so what somebody said."""
        error = self._exception
        self.failure = error
        if isinstance(error, WorkerFailed) and isinstance(error.error, Exception):
            self.failure = error.error
        self._close_messages_no_wait()

    def post_session_event(self, event: "Event") -> None:
        """Handle an event of the practice under way; to be called from any thread."""
        self.post_message(SessionEvent(event))

    def on_session_event(self, message: SessionEvent) -> None:
        """Update the practice under way, then have its screens show it."""
        from feltsense.practice.events import JournalFailed  # noqa: PLC0415 - not before the first frame

        if isinstance(message.event, JournalFailed):
            self.services.journal.drop_damaged(message.event.error)
        if self.playing is not None:
            self.playing.handle(message.event)
            self.session_changed.publish(message.event)

    def support_screen(self, *, people_only: bool = False) -> "SupportScreen":
        """Return who can be turned to; only the listener's own people, if so wanted."""
        from feltsense.tui.support.screen import SupportScreen  # noqa: PLC0415 - as above

        return SupportScreen(people_only=people_only)

    def action_support(self) -> None:
        """Show who can be turned to, unless that is what is seen."""
        support = self.support_screen()
        if not isinstance(self.screen, type(support)):
            self.push_screen(support)

    def action_keys(self) -> None:
        """Show all keys of the screen that is seen."""
        from feltsense.tui.keys import KeysScreen, active_keys  # noqa: PLC0415 - not before the first frame

        if not isinstance(self.screen, KeysScreen):
            self.push_screen(KeysScreen(active_keys(self.screen)))

    def action_settings(self) -> None:
        """Show the settings."""
        from feltsense.tui.settings.screen import SettingsScreen  # noqa: PLC0415 - as above

        self._show_alone(SettingsScreen)

    @work(group="journal", exclusive=True)
    async def action_journal(self) -> None:
        """Show the journal."""
        from feltsense.tui import dialogs  # noqa: PLC0415 - as above
        from feltsense.tui.journal.screen import JournalScreen  # noqa: PLC0415 - loads a chart

        journal = await self.services.tasks.run(self.services.journal.open)
        if journal is not None:
            self._show_alone(lambda: JournalScreen(journal))
        elif self.services.journal.error is not None:
            await self.ask(dialogs.trouble(self.services.journal.error))

    @work(group="desk", exclusive=True)
    async def action_desk(self) -> None:
        """Write on the marked exercise, or choose a script."""
        from feltsense.tui.editor.flow import open_editor  # noqa: PLC0415 - as above

        marked = self.library.marked
        await open_editor(self, marked.slug if marked else None)
        self.refresh_library()

    @work(group="phone", exclusive=True)
    async def action_phone(self) -> None:
        """Share the marked exercise, its course or everything with a phone."""
        from feltsense.tui.phone.flow import open_phone  # noqa: PLC0415 - as above

        await open_phone(self, self.library)
        self.refresh_library()

    @work(group="sounds", exclusive=True)
    async def action_sounds(self, name: str = "") -> None:
        """Hear a background by itself; without a name, choose one."""
        from feltsense.practice.options import PracticeChoice  # noqa: PLC0415 - as above
        from feltsense.tui import dialogs  # noqa: PLC0415 - as above

        while sound := name or await self.ask(dialogs.sounds_alone()):
            minutes = await self.ask(dialogs.rest_lengths())
            if minutes:
                self.practise(PracticeChoice(sound, float(minutes), check_ins=False, background_alone=sound))
            if minutes or name:
                return

    async def action_copy_or_quit(self) -> None:
        """Copy what is marked where something is written; else leave."""
        if getattr(self.focused, "selected_text", ""):
            await self.run_action("focused.copy")
        else:
            await self.action_quit()

    def action_suspend_process(self) -> None:
        """Stop as programs in a shell do, until `fg`; what is played waits, and says so then."""
        if self.playing is not None:
            self.playing.rest()
        super().action_suspend_process()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Have journal, settings and desk wait while somebody practises or writes."""
        if action in ("journal", "settings", "desk", "sounds", "phone") and not self._at_library:
            return False
        return super().check_action(action, parameters)

    def _show_alone(self, make: Callable[[], Screen[Any]]) -> None:
        if self._at_library:
            self.push_screen(make())

    @property
    def _at_library(self) -> bool:
        """Whether the library is what is seen; False too while there is no screen yet, or none any more."""
        return self.screen_stack[-1:] == [self.library]
