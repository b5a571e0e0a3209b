"""What is tried at the desk: another length, voice or pace, and what becomes of the timing."""

import asyncio
from dataclasses import replace
from typing import Any, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from feltsense.authoring.analysis import Study, study
from feltsense.authoring.trial import LENGTHS, PACES, Tries
from feltsense.tui.base_screen import BaseScreen
from feltsense.tui.editor import view
from feltsense.tui.settings.setting_list import Rows, Shown
from feltsense.tui.widgets.hints import Hints
from feltsense.tui.widgets.lines import content

_AS_WRITTEN = "as written"


class DeskTry(BaseScreen[Tries]):
    """Changes nothing in the script; left with what is to be tried.

    Args:
        text: the script, as it is edited.
        slug: its name.
        tries: what is tried already.
    """

    CSS_PATH = "trial.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "done", "done", id="desk_try.done", tooltip="Back, and try it."),
        Binding("f7", "done", "done", id="desk_try.done_f7", show=False, tooltip="Back, and try it."),
        Binding("backspace", "reset", "as written", id="desk_try.reset", tooltip="Everything as the script says."),
    ]  # fmt: skip

    def __init__(self, text: str, slug: str, tries: Tries) -> None:
        super().__init__()
        self.tries = tries
        self._text = text
        self._slug = slug
        self._study = Study()
        self._voices: tuple[str, ...] = ()
        self._generation = 0

    def compose(self) -> ComposeResult:
        """Make the rows, and the timing below."""
        with Vertical(id="all"):
            yield Static("Try it otherwise", id="title", markup=False)
            yield Static("The script stays as it is written.", id="lead", markup=False)
            yield Rows()
            yield Static("", id="timing", markup=False)
        yield Hints()

    def on_mount(self) -> None:
        """Show what there is to try; the voices that work here follow."""
        self.query_one(Rows).focus()
        self.read()
        self.find_voices()

    @work(exclusive=True, group="voices")
    async def find_voices(self) -> None:
        """Find out which voices work here."""
        services = self.player_app.services
        self._voices = await services.soon(services.voices)
        self.show()

    @work(exclusive=True, group="read")
    async def read(self) -> None:
        """Lay it out anew."""
        self._generation += 1
        mine = self._generation
        self.show()
        found = await asyncio.to_thread(study, self._text, self._slug, self.tries)
        if mine == self._generation and self.is_attached:
            self._study = found
            self.show()

    def show(self) -> None:
        """Show what is tried, and how long it is then."""
        rows = (
            Shown("Length", _told(self.tries.minutes, "minutes")),
            Shown("Voice", self.tries.voice or _AS_WRITTEN),
            Shown("Pace", _told(self.tries.pace, "words a minute")),
        )
        self.query_one(Rows).show(rows)
        self.query_one("#timing", Static).update(content(view.timing(self._study, Tries())))

    def on_rows_changed(self, event: Rows.Changed) -> None:
        """Try the next value, or the one before."""
        name, values = self._values()[event.row]
        at = values.index(getattr(self.tries, name)) if getattr(self.tries, name) in values else 0
        value = values[max(0, min(len(values) - 1, at + event.by))]
        if value != getattr(self.tries, name):
            self.tries = replace(self.tries, **{name: value})
            self.read()

    def on_rows_taken(self, event: Rows.Taken) -> None:
        """Go on to the next value."""
        self.on_rows_changed(Rows.Changed(event.row, 1))

    def action_reset(self) -> None:
        """Have everything as the script says."""
        self.tries = Tries()
        self.read()

    def action_done(self) -> None:
        """Leave."""
        self.dismiss(self.tries)

    def _values(self) -> tuple[tuple[str, list[Any]], ...]:
        offered = self._study.exercise.front.minutes if self._study.exercise else ()
        lengths = sorted({*offered, *LENGTHS})
        return ("minutes", [None, *lengths]), ("voice", [None, *self._voices]), ("pace", [None, *PACES])


def _told(value: float | None, unit: str) -> str:
    return _AS_WRITTEN if value is None else f"{value:g} {unit}"
