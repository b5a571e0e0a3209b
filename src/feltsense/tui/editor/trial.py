"""What is tried in the editor: another length, voice or pace, and what becomes of the timing."""

import asyncio
from dataclasses import replace
from typing import Any, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from feltsense.authoring.analysis import NO_TRIAL, TRIAL_LENGTHS, TRIAL_PACES, TrialOptions
from feltsense.authoring.session import EditingSession
from feltsense.tui.base_screen import BaseScreen
from feltsense.tui.editor import view
from feltsense.tui.settings.setting_list import SettingLine, SettingList
from feltsense.tui.widgets.hints import Hints
from feltsense.tui.widgets.lines import content

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
        Binding("backspace", "reset", "as written", id="trial.reset", tooltip="Everything as the script says."),
    ]  # fmt: skip

    def __init__(self, session: EditingSession) -> None:
        super().__init__()
        self.trial = session.trial
        self._session = session
        self._analysis = session.analysis
        self._voices: tuple[str, ...] = ()
        self._generation = 0

    def compose(self) -> ComposeResult:
        """Make the rows, and the timing below."""
        with Vertical(id="all"):
            yield Static("Try it otherwise", id="title", markup=False)
            yield Static("The script stays as it is written.", id="lead", markup=False)
            yield SettingList()
            yield Static("", id="timing", markup=False)
        yield Hints()

    def on_mount(self) -> None:
        """Show what there is to try; the voices that work here follow."""
        self.query_one(SettingList).focus()
        self.analyse()
        self.find_voices()

    @work(exclusive=True, group="voices")
    async def find_voices(self) -> None:
        """Find out which voices work here."""
        services = self.player_app.services
        self._voices = await services.find_voices()
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
            SettingLine("Voice", self.trial.voice or _AS_WRITTEN),
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
            self.analyse()

    def on_setting_list_opened(self, event: SettingList.Opened) -> None:
        """Go on to the next value."""
        self.on_setting_list_changed(SettingList.Changed(event.row, 1))

    def action_reset(self) -> None:
        """Have everything as the script says."""
        self.trial = NO_TRIAL
        self.analyse()

    def action_done(self) -> None:
        """Leave."""
        self.dismiss(self.trial)

    def _values(self) -> tuple[tuple[str, list[Any]], ...]:
        offered = self._analysis.exercise.front.minutes if self._analysis.exercise else ()
        lengths = sorted({*offered, *TRIAL_LENGTHS})
        return ("minutes", [None, *lengths]), ("voice", [None, *self._voices]), ("pace", [None, *TRIAL_PACES])


def _option(value: float | None, unit: str) -> str:
    return _AS_WRITTEN if value is None else f"{value:g} {unit}"
