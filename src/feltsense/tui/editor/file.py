"""What becomes of the text on the desk: the draft beside, the file, and what other programs do to it."""

from enum import StrEnum
from typing import TYPE_CHECKING

from textual import work
from textual.widgets import Static

from feltsense.authoring.draft import Draft, FileState
from feltsense.errors import EditingError
from feltsense.system.paths import shown_path
from feltsense.tui.base_screen import BaseScreen
from feltsense.tui.editor import dialogs
from feltsense.tui.editor.script_area import ScriptArea

if TYPE_CHECKING:
    from textual.timer import Timer


class Next(StrEnum):
    """What comes after the desk."""

    LIBRARY = "library"
    SCRIPTS = "scripts"


class DeskFile(BaseScreen[Next]):
    """The part of the desk that keeps its text safe.

    Args:
        draft: the script; its methods are called on the thread for slow things.
    """

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self.draft = draft
        self.text = draft.text
        """What is written now."""
        self._saved = draft.saved
        self._kept: str | None = None
        """The text that is in the draft."""
        self._said = ""
        self._thrown = False
        """True once unsaved work is not wanted any more."""
        self._asking = False
        self._keeping: Timer | None = None

    def show(self) -> None:
        """Show what is known now."""
        raise NotImplementedError

    def read_anew(self) -> None:
        """Read what is written now, in the background."""
        raise NotImplementedError

    @property
    def area(self) -> ScriptArea:
        """The editor."""
        return self.query_one(ScriptArea)

    @property
    def unsaved(self) -> bool:
        """Tell whether there is anything that the file does not hold."""
        return self.text != self._saved

    def say(self, words: str) -> None:
        """Say something in the quiet line below."""
        self._said = words
        self.query_one("#notice", Static).update(self._notice())

    def _notice(self) -> str:
        return self._said

    @work(group="keep")
    async def keep(self) -> None:
        """Keep the draft."""
        self._keeping = None
        text = self.text
        if self._thrown:
            return
        try:
            await self.player_app.services.soon(self.draft.autosave, text)
            self._kept = text
        except EditingError as error:
            self.say(f"The draft is not kept: {error.message}")

    def on_unmount(self) -> None:
        """Keep what is not kept yet, whatever ends this."""
        if self.unsaved and self.text != self._kept and not self._thrown:
            self.player_app.services.later(self.draft.autosave, self.text)

    @work(group="save", exclusive=True)
    async def action_save(self) -> None:
        """Save."""
        await self.save()

    async def save(self) -> bool:
        """Save; tell whether it is done. Call it from a worker."""
        text = self.text
        try:
            copied = self.draft.copy
            sight = await self.player_app.services.soon(self.draft.save, text)
            if sight is FileState.CHANGED:
                await self._settle()
                return False
        except EditingError as error:
            self.say(f"{error.message} {error.hint}")
            return False
        self._saved = text
        own = " It is your own copy; what came with feltsense stays as it was." if copied else ""
        self.say(f"Saved as {shown_path(self.draft.path)}.{own}")
        self.show()
        return True

    @work(group="file")
    async def look_at_file(self) -> None:
        """See whether another program has changed the file, and ask."""
        if self._asking or not self.is_current:
            return
        try:
            sight = await self.player_app.services.soon(self.draft.look)
        except EditingError as error:
            self.say(error.message)
            return
        if sight is FileState.GONE:
            self._saved = None
            self.say("The file is no longer there. What you see is kept as a draft; saving writes it again.")
            self.keep()
            self.show()
        elif sight is FileState.CHANGED and not self._asking:
            await self._settle()

    def _focused(self) -> None:
        self.look_at_file()

    async def _settle(self) -> None:
        """Ask whose text goes on, and go on with it; the other is kept, too."""
        self._asking = True
        try:
            answer = await self.player_app.ask(dialogs.changed(self.draft.path.name, unsaved=self.unsaved))
            soon = self.player_app.services.soon
            if answer == dialogs.MINE:
                kept = await soon(self.draft.keep_mine)
                self._saved = None
                self.say(f"Yours goes on. Theirs is kept as {kept.name}; saving replaces the file.")
            else:
                kept_mine = await soon(self.draft.keep, self.draft.source(self.text)) if self.unsaved else None
                self.text = self._saved = await soon(self.draft.take_theirs)
                self.area.take(self.text)
                self.read_anew()
                self.say(
                    "This is the file as it is now." + (f" Yours is kept as {kept_mine.name}." if kept_mine else "")
                )
        except EditingError as error:
            self.say(f"{error.message} {error.hint}")
        finally:
            self._asking = False
        self.keep()
        self.show()
