"""Begins a practice in lines, with everything that it needs, and puts all away afterwards."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from feltsense.care.people import load_people
from feltsense.cli.context import Exit
from feltsense.cli.diagnostics import load_or_show
from feltsense.cli.output import echo, show_error
from feltsense.cli.plain.console import Console
from feltsense.cli.plain.prompter import PlainPrompter, run_now
from feltsense.errors import FeltsenseError, JournalError, SettingsError
from feltsense.journal.store import Journal, open_journal
from feltsense.library.catalogue import find
from feltsense.practice.engine import AudioEngine
from feltsense.practice.events import Notify
from feltsense.practice.flow import RecentPractices, open_session, run_practice
from feltsense.practice.options import PracticeChoice
from feltsense.practice.preparation import practice_request
from feltsense.practice.rescue import gentle_pieces
from feltsense.practice.session import Session
from feltsense.system.paths import Workspace, data_home
from feltsense.system.process_lock import playing_lock
from feltsense.system.settings import (
    ExerciseSetting,
    Settings,
    SettingsChange,
    load_settings,
    update_settings,
    value_for,
)
from feltsense.voice.choosing import BUILT_IN_VOICE


class PlainServices:
    """What lies behind the front end in lines: fits `practice.flow.PracticeServices`. All of it answers at once."""

    def __init__(self, engine: AudioEngine, home: Path, settings: Settings, journal: Journal | None) -> None:
        self.settings = settings
        self._engine = engine
        self._home = home
        self._journal = journal

    async def open_session(self, choice: PracticeChoice, notify: Notify) -> Session:
        """Return a session, not begun yet."""
        return open_session(choice, self.settings, self._engine, self._journal, notify)

    def close_session(self, session: Session) -> None:
        """Leave a session, and wait until everything is written."""
        session.close()

    async def gentle_pieces(self) -> frozenset[str]:
        """Return the gentle exercises that can be played."""
        return gentle_pieces(self._engine.workspace)

    async def recent_practices(self, count: int) -> RecentPractices | None:
        """Return the newest practices; None where there is no journal."""
        if self._journal is None:
            return None
        try:
            return RecentPractices(str(self._journal.path), self._journal.practices(count))
        except FeltsenseError as error:
            return RecentPractices(str(self._journal.path), trouble=f"({error.message} {error.hint})")

    def mark_told(self, what: str) -> None:
        """Remember that it has been told."""
        self._change(lambda now: {"told": now.told | {what}})

    def remember(self, setting: ExerciseSetting, slug: str, value: float | str | None) -> None:
        """Have a setting be another for one exercise from now on, and remember it; None for the usual."""
        self._change(lambda now: value_for(now, setting, slug, value))

    def now(self) -> datetime:
        """Return the local time."""
        return datetime.now().astimezone()

    async def own_people(self) -> bool:
        """Tell whether the listener has named people whom they trust; not where that cannot be read."""
        try:
            return bool(load_people(self._home))
        except SettingsError:
            return False

    def change(self, **choices: Any) -> None:
        """Use other settings from now on, and remember them."""
        self._change(lambda _: choices)

    def _change(self, change: SettingsChange) -> None:
        """Change them here and where they are stored: another player may have changed those meanwhile."""
        self.settings = replace(self.settings, **change(self.settings))
        try:
            update_settings(self._home, change)
        except SettingsError as error:
            show_error(error)


def play_in_lines(
    workspace: Workspace, choice: PracticeChoice, console: Console, *, output: str | None = None, speed: float = 1.0
) -> Exit:
    """Practise what was chosen.

    Args:
        workspace: whose exercises there are.
        choice: what was asked for; None in it leaves that to the settings, and then to the script.
        console: where lines go, and come from.
        output: the way to the loudspeaker; None for the listener's setting.
        speed: for the silent output, how much faster than time it goes.

    Raises:
        FeltsenseError: there is no such exercise, or its script has errors, or the voice that is named does not fit.
    """
    home = data_home()
    settings = load_settings(home)
    for notice in settings.notices:
        echo(notice, err=True)
    voice = settings.voice or BUILT_IN_VOICE
    if choice.background_alone is None:
        load_or_show(find(choice.slug, workspace))  # errors in a script are shown with their lines
        voice = practice_request(choice, settings, workspace).voice
    engine = AudioEngine(
        workspace, output or settings.output, speed, output_fallback=output is None, playing_lock=playing_lock(home)
    )
    engine.warm_meanwhile(voice)
    journal = _opened_journal(home)
    try:
        services = PlainServices(engine, home, settings, journal)
        heard = run_now(run_practice(choice, PlainPrompter(console, home, settings.region), services))
        return Exit.FINE if heard else Exit.FAILED
    finally:
        engine.close()
        if journal is not None:
            journal.close()


def _opened_journal(home: Path) -> Journal | None:
    """Return the journal; where it cannot be used, say so, and go on without it."""
    try:
        journal = open_journal(home)
    except JournalError as error:
        show_error(error)
        echo("Nothing of this practice will be kept.", err=True)
        return None
    if journal.set_aside is not None:
        echo(f"The journal was damaged. It is now {journal.set_aside}, and a new one has begun.", err=True)
    return journal
