"""The settings, on one screen; what is changed holds at once."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from feltsense.errors import FeltsenseError
from feltsense.tui import dialogs
from feltsense.tui.base_screen import BaseScreen
from feltsense.tui.settings.people import PeopleScreen
from feltsense.tui.settings.rows import (
    DISCREET_HELP,
    SettingRow,
    next_value,
    setting_rows,
    shown_value,
    speaker_help,
)
from feltsense.tui.settings.setting_list import SettingLine, SettingList
from feltsense.tui.widgets.hints import Hints
from feltsense.voice.choosing import BUILT_IN_VOICE

if TYPE_CHECKING:
    from textual.timer import Timer

    from feltsense.authoring.voice_sample import VoiceSample
    from feltsense.voice.port import VoiceStatus

_LOOK_S = 0.2
"""Seconds between two looks at how a voice that is heard goes."""


class SettingsScreen(BaseScreen[None]):
    """Shows and changes what the listener has chosen."""

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", id="settings.leave", tooltip="Back to where you were."),
        Binding(
            "h", "hear", "hear", id="settings.hear",
            tooltip="A few words in the voice that is chosen; once more, and it is silent.",
        ),
    ]  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self._sample: VoiceSample | None = None
        """Made when a voice is first to be heard."""
        self._looking: Timer | None = None
        self.rows: tuple[SettingRow, ...] = ()
        self._voices: Sequence[VoiceStatus] = ()
        self._own_backgrounds: Mapping[str, str] = {}
        """Those of single exercises, as they were when the settings were opened: what is let go of can come back."""

    def compose(self) -> ComposeResult:
        """Make the rows."""
        with Vertical(id="all"):
            yield Static("Settings", id="title", markup=False)
            with VerticalScroll(can_focus=False):
                yield SettingList()
            yield Static("", id="notice", markup=False)
        yield Hints()

    def on_mount(self) -> None:
        """Show what is known at once; voices and backgrounds follow."""
        self._own_backgrounds = self.player_app.services.settings.backgrounds
        self.rows = self._rows(self.player_app.services.known_voices(), {})
        self.show()
        self.query_one(SettingList).focus()
        self.find_voices()

    def on_resize(self) -> None:
        """Keep the marked row in sight."""
        self.call_after_refresh(self.query_one(SettingList).keep_seen)

    @work(exclusive=True, group="voices")
    async def find_voices(self) -> None:
        """Find out which voices and backgrounds there are."""
        services = self.player_app.services
        voices, scapes = await services.find_voices(), await services.tasks.run(services.soundscapes)
        self.rows = self._rows(voices, scapes)
        self.call_later(self.show)

    def _rows(self, voices: "Sequence[VoiceStatus]", scapes: Mapping[str, str]) -> tuple[SettingRow, ...]:
        services, self._voices = self.player_app.services, voices
        people, files = services.preferences.people_count(), services.files()
        return setting_rows(voices, scapes, people, files, self._own_backgrounds)

    def show(self) -> None:
        """Show the rows as they are now."""
        settings = self.player_app.services.settings
        shown = (SettingLine(row.label, shown_value(row, settings), bool(row.options)) for row in self.rows)
        self.query_one(SettingList).show(tuple(shown))
        help_lines = (DISCREET_HELP,) if settings.discreet_names else ()
        heard = self._sample.look() if self._sample is not None else ""
        speakers = speaker_help(self._voices, settings.voice)
        lines = (*settings.notices, *filter(None, [heard, speakers]), *help_lines)
        self.query_one("#notice", Static).update("\n".join(lines))

    def on_setting_list_changed(self, event: SettingList.Changed) -> None:
        """Choose another value."""
        change = next_value(self.rows[event.row], self.player_app.services.settings, event.by)
        if change:
            self.player_app.change(**change)
            if "voice" in change and self._sample is not None and self._sample.is_heard:
                self._sample.start(self._chosen_voice)
            self.show_sample()

    def on_setting_list_opened(self, event: SettingList.Opened) -> None:
        """Go where a row leads, or on to its next value."""
        if self.rows[event.row].opens:
            self.open_people()
        else:
            self.query_one(SettingList).action_change(1)

    @work
    async def open_people(self) -> None:
        """Show the listener's own people, and what has changed afterwards."""
        services = self.player_app.services
        try:
            people = await services.tasks.run(services.preferences.people)
            if self.on_top:  # Enter may be held
                await self.player_app.push_screen_wait(PeopleScreen(people))
        except FeltsenseError as error:
            await self.player_app.ask(dialogs.trouble(error))
        self.call_later(self.find_voices)

    def hint_words(self, action: str, words: str) -> str:
        """While a voice is heard, its key ends that."""
        heard = self._sample is not None and self._sample.is_heard
        return "silence" if action == "hear" and heard else super().hint_words(action, words)

    def action_hear(self) -> None:
        """Hear a few words in the chosen voice; when one is heard, be silent."""
        if self._sample is None:
            from feltsense.authoring.voice_sample import VoiceSample  # noqa: PLC0415 - mostly not needed

            services = self.player_app.services
            self._sample = VoiceSample(services.engine, services.settings.volume)
        if self._sample.is_heard:
            self._sample.stop()
        else:
            self._sample.start(self._chosen_voice)
        self.show_sample()

    @property
    def _chosen_voice(self) -> str:
        return self.player_app.services.settings.voice or BUILT_IN_VOICE

    def show_sample(self) -> None:
        """Show how the voice that is heard goes, as long as it does."""
        if self._looking is not None:
            self._looking.stop()
        if not self.is_attached:
            return
        self.show()
        self.refresh_bindings()
        heard = self._sample is not None and self._sample.is_heard
        self._looking = self.set_timer(_LOOK_S, self.show_sample) if heard else None

    def on_screen_suspend(self) -> None:
        """Be silent while another screen is seen, and after this one."""
        if self._sample is not None:
            self._sample.stop()

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)
