"""The part of the editor's screen that keeps the text safe: the draft, the file, and leaving."""

from enum import StrEnum
from typing import TYPE_CHECKING

from textual import work
from textual.widgets import Static

from feltsense.authoring.file_watcher import WatchEvent
from feltsense.authoring.session import EditingSession
from feltsense.system.printable import printable_line
from feltsense.tui.base_screen import BaseScreen
from feltsense.tui.editor import dialogs
from feltsense.tui.editor.script_area import ScriptArea

if TYPE_CHECKING:
    from textual.timer import Timer


class NextScreen(StrEnum):
    """What is shown after the editor."""

    LIBRARY = "library"
    SCRIPTS = "scripts"


class FileActions(BaseScreen[NextScreen]):
    """Saving, drafts, and what other programs do to the file.

    Args:
        session: the script; its slow methods are called on the thread for slow things.
    """

    def __init__(self, session: EditingSession) -> None:
        super().__init__()
        self.session = session
        self._asking = False
        """Whether a conflict is being resolved."""
        self._autosaving: Timer | None = None

    def show(self) -> None:
        """Show what is known now."""
        raise NotImplementedError

    def analyse(self) -> object:
        """Analyse what is written now, in the background."""
        raise NotImplementedError

    def take_text(self) -> None:
        """Take what is written now."""
        raise NotImplementedError

    @property
    def area(self) -> ScriptArea:
        """The text area."""
        return self.query_one(ScriptArea)

    def show_message(self, message: str) -> None:
        """Show a message in the quiet line below."""
        self.session.message = message
        self.show_notice()

    def show_notice(self) -> None:
        """Show the quiet line below."""
        self.query_one("#notice", Static).update(printable_line(self.session.notice()))

    @work(group="keep")
    async def autosave(self) -> None:
        """Keep the draft."""
        self._autosaving = None
        await self.player_app.services.tasks.run(self.session.autosave)
        self.call_later(self.show_notice)

    def on_unmount(self) -> None:
        """Keep what is not kept yet, whatever ends this."""
        if self.session.draft_is_behind:
            self.player_app.services.tasks.submit(self.session.autosave)

    @work(group="save", exclusive=True)
    async def action_save(self) -> None:
        """Save."""
        await self.save()

    async def save(self) -> bool:
        """Save, and resolve a conflict; return whether it is saved. Call it from a worker."""
        event = await self.player_app.services.tasks.run(self.session.save)
        if event is WatchEvent.CHANGED:
            await self._resolve_conflict()
        self.call_later(self.show)
        return event is WatchEvent.UNCHANGED

    @work(group="file")
    async def look_at_file(self) -> None:
        """See whether another program has changed the file, and ask."""
        if self._asking or not self.is_current:
            return
        event = await self.player_app.services.tasks.run(self.session.look_at_file)
        if event is WatchEvent.CHANGED and not self._asking:
            await self._resolve_conflict()
        elif event is WatchEvent.GONE:
            self.autosave()
            self.call_later(self.show)
        else:
            self.call_later(self.show_notice)

    async def _resolve_conflict(self) -> None:
        """Ask whose text goes on, and go on with it; the other is kept, too."""
        self._asking = True
        session, run = self.session, self.player_app.services.tasks.run
        try:
            question = dialogs.file_conflict(session.name, unsaved=session.unsaved)
            if await self.player_app.ask(question) == dialogs.MINE:
                await run(session.resolve_with_mine)
            else:
                theirs = await run(session.resolve_with_theirs)
                if theirs is not None:
                    session.replace_text(theirs)
                    self.area.replace_all(theirs)
                    self.analyse()
        finally:
            self._asking = False
        self.autosave()
        self.call_later(self.show)

    @work(group="leave", exclusive=True)
    async def leave(self, following: NextScreen) -> None:
        """Leave, once it is settled what becomes of unsaved work and of a render under way."""
        session, app = self.session, self.player_app
        if not session.render.status.over:
            if await app.ask(dialogs.render_under_way()) != dialogs.STOP:
                return
            session.render.stop()
        if session.unsaved:
            answer = await app.ask(dialogs.unsaved_changes(session.name))
            if answer == dialogs.STAY or (answer == dialogs.SAVE and not await self.save()):
                return
            if answer == dialogs.DISCARD:
                await app.services.tasks.run(session.discard)
        self.dismiss(following)
