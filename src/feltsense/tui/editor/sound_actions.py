"""The part of the editor's screen that makes sound of the text: preview, render, and what is tried."""

from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from feltsense.authoring.session import EditingSession
from feltsense.tui.editor.file_actions import FileActions

if TYPE_CHECKING:
    from textual.timer import Timer

_PREVIEW_S = 0.2
"""Seconds between looks at preview and render."""


class SoundActions(FileActions):
    """Hearing a script, and making a file of it."""

    def __init__(self, session: EditingSession) -> None:
        super().__init__(session)
        self._looking: Timer | None = None

    def action_preview(self) -> None:
        """Hear what is at the cursor; when something is heard, be silent."""
        self._preview(onwards=False)

    def action_preview_onwards(self) -> None:
        """Hear it from here on; when something is heard, be silent."""
        self._preview(onwards=True)

    def _preview(self, *, onwards: bool) -> None:
        row, column = self.area.cursor_location
        self.session.toggle_preview(row + 1, column + 1, onwards=onwards)
        self.show_sound()

    def silence(self) -> bool:
        """Stop what is heard; return False when nothing is."""
        if self.session.preview.status.over:
            return False
        self.session.preview.stop()
        self.show_sound()
        return True

    def action_render(self) -> None:
        """Make an audio file of what is written now."""
        self.session.start_render(Path.cwd(), discreet=self.player_app.services.settings.discreet_names)
        self.show_sound()

    @work(group="trial", exclusive=True)
    async def action_trial(self) -> None:
        """Ask for what is to be tried."""
        from feltsense.tui.editor.trial import TrialScreen  # noqa: PLC0415 - not before the first frame

        self.session.trial = await self.player_app.push_screen_wait(TrialScreen(self.session))
        self.analyse()
        self.call_later(self.show)

    def show_sound(self) -> None:
        """Show how preview and render go, as long as one is under way."""
        if self._looking is not None:
            self._looking.stop()
        if not self.is_attached:
            return
        self.area.show_heard(self.session.preview.status.line)
        running = self.session.update()
        self.show_notice()
        self._looking = self.set_timer(_PREVIEW_S, self.show_sound) if running else None
