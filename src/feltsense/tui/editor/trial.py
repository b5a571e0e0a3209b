"""What is tried in the editor: another length, voice or pace, and what becomes of the timing."""

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from feltsense.authoring.analysis import NO_TRIAL, TRIAL_LENGTHS, TRIAL_PACES, TrialOptions
from feltsense.authoring.session import EditingSession
from feltsense.tui.base_screen import BaseScreen
from feltsense.tui.editor import view
from feltsense.tui.settings.rows import voice_words
from feltsense.tui.settings.setting_list import SettingLine, SettingList
from feltsense.tui.widgets.hints import Hints
from feltsense.tui.widgets.lines import content
from feltsense.voice.added.model import without_speaker
from feltsense.voice.added.store import added_voices
from feltsense.voice.choosing import fitting_voices

if TYPE_CHECKING:
    from textual.timer import Timer

    from feltsense.voice.port import VoiceStatus

_LOOK_S = 0.2
"""Seconds between two looks at how goes what is heard."""

_AS_WRITTEN = "as written"


class TrialScreen(BaseScreen[TrialOptions]):
    """Changes nothing in the script; left with what is to be tried.

    Args:
        session: the script, and what is tried already.
    """

    CSS_PATH = "trial.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "done", "done", id="trial.done", tooltip="Back, and try it."),
        Binding("f7", "done", "done", id="trial.done_f7", show=False, tooltip="Back, and try it."),
        Binding(
            "h", "hear", "hear", id="trial.hear",
            tooltip="The first words of the script as they are tried; once more, and it is silent.",
        ),
        Binding("backspace", "reset", "as written", id="trial.reset", tooltip="Everything as the script says."),
    ]  # fmt: skip

    def __init__(self, session: EditingSession) -> None:
        super().__init__()
        self.trial = session.trial
        self._session = session
        self._analysis = session.analysis
        self._voices: tuple[VoiceStatus, ...] = ()
        self._looking: Timer | None = None
        self._generation = 0

    def compose(self) -> ComposeResult:
        """Make the rows, and the timing below."""
        with Vertical(id="all"):
            yield Static("Try it otherwise", id="title", markup=False)
            yield Static("The script stays as it is written.", id="lead", markup=False)
            yield SettingList()
            yield Static("", id="heard", markup=False)
            yield Static("", id="timing", markup=False)
        yield Hints()

    def on_mount(self) -> None:
        """Show what there is to try; which of the voices work here follows."""
        self._voices = self._ordered(self.player_app.services.known_voices())
        self.query_one(SettingList).focus()
        self.analyse()
        self.find_voices()

    @work(exclusive=True, group="voices")
    async def find_voices(self) -> None:
        """Find out which voices work here."""
        services = self.player_app.services
        self._voices = self._ordered(await services.find_voices())
        self.call_later(self.show)

    @work(exclusive=True, group="read")
    async def analyse(self) -> None:
        """Lay it out anew."""
        self._generation += 1
        mine = self._generation
        self.call_later(self.show)
        found = await asyncio.to_thread(self._session.analyse, self.trial)
        if mine == self._generation:
            self._analysis = found
            self.call_later(self.show)

    def show(self) -> None:
        """Show what is tried, and how long it is then."""
        rows = (
            SettingLine("Length", _option(self.trial.minutes, "minutes")),
            SettingLine("Voice", self._voice_words()),
            SettingLine("Pace", _option(self.trial.pace, "words a minute")),
        )
        self.query_one(SettingList).show(rows)
        self.query_one("#timing", Static).update(content(view.timing_table(self._analysis, NO_TRIAL)))

    def on_setting_list_changed(self, event: SettingList.Changed) -> None:
        """Try the next value, or the one before."""
        name, values = self._values()[event.row]
        at = values.index(getattr(self.trial, name)) if getattr(self.trial, name) in values else 0
        value = values[max(0, min(len(values) - 1, at + event.by))]
        if value != getattr(self.trial, name):
            self.trial = replace(self.trial, **{name: value})
            if self._is_heard:
                self._session.preview.stop()
                self.action_hear()
            self.analyse()

    def on_setting_list_opened(self, event: SettingList.Opened) -> None:
        """Go on to the next value."""
        self.on_setting_list_changed(SettingList.Changed(event.row, 1))

    def action_reset(self) -> None:
        """Have everything as the script says."""
        self.trial = NO_TRIAL
        self.analyse()

    def action_done(self) -> None:
        """Leave, and be silent."""
        self._session.preview.stop()
        self.dismiss(self.trial)

    def action_hear(self) -> None:
        """Hear the first words of the script as they are tried; when something is heard, be silent."""
        self._session.toggle_preview(1, 1, onwards=False, trial=self.trial)
        self.show_heard()

    def hint_words(self, action: str, words: str) -> str:
        """While something is heard, its key ends that."""
        return "silence" if action == "hear" and self._is_heard else super().hint_words(action, words)

    def show_heard(self) -> None:
        """Show how that goes, as long as it does; afterwards, why it did not."""
        if self._looking is not None:
            self._looking.stop()
        if not self.is_attached:
            return
        self._session.update()
        words = self._session.preview.status.note or self._session.message
        self.query_one("#heard", Static).update(content([((words, "$hush"),)]))
        self.refresh_bindings()
        self._looking = self.set_timer(_LOOK_S, self.show_heard) if self._is_heard else None

    @property
    def _is_heard(self) -> bool:
        return not self._session.preview.status.over

    def _ordered(self, voices: "tuple[VoiceStatus, ...]") -> "tuple[VoiceStatus, ...]":
        """Return the voices with those first that speak the script's language."""
        exercise = self._session.analysis.exercise
        language = exercise.front.language if exercise else ""
        fitting = fitting_voices(language, added_voices())
        places = {name: place for place, name in enumerate(fitting)}
        return tuple(sorted(voices, key=lambda voice: places.get(without_speaker(voice.name), len(places))))

    def _voice_words(self) -> str:
        there = {voice.name: voice_words(voice) for voice in self._voices}
        name = self.trial.voice
        return there.get(name, name) if name else _AS_WRITTEN

    def _values(self) -> tuple[tuple[str, list[Any]], ...]:
        offered = self._analysis.exercise.front.minutes if self._analysis.exercise else ()
        lengths = sorted({*offered, *TRIAL_LENGTHS})
        return (
            ("minutes", [None, *lengths]),
            ("voice", [None, *(voice.name for voice in self._voices)]),
            ("pace", [None, *TRIAL_PACES]),
        )


def _option(value: float | None, unit: str) -> str:
    return _AS_WRITTEN if value is None else f"{value:g} {unit}"
