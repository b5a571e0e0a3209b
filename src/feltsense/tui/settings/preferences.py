"""The listener's settings and own people while the player is open: changed at once, saved aside."""

import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

from feltsense.care.people import Person, load_people, save_people
from feltsense.errors import FeltsenseError, SettingsError, reason_of
from feltsense.system import settings as stored
from feltsense.tui.background import BackgroundTasks


class Preferences:
    """Settings and people. What cannot be saved holds until the player is left, with a notice in the settings.

    Safe from any thread.

    Args:
        home: the data folder.
        tasks: where they are saved.
    """

    def __init__(self, home: Path, tasks: BackgroundTasks) -> None:
        self.settings = stored.load_settings(home)
        self._home = home
        self._tasks = tasks
        self._lock = threading.Lock()
        self._unsaved_people: tuple[Person, ...] | None = None
        self.people_trouble = ""
        """Why the people are not on the disk as they are here; empty where they are."""

    def change(self, **choices: Any) -> None:
        """Use other settings from now on, and save them."""
        self._change(lambda _: choices)

    def mark_told(self, what: str) -> None:
        """Remember that something has been told that is told only once."""
        self._change(lambda now: {"told": now.told | {what}})

    def remember(self, setting: stored.ExerciseSetting, slug: str, value: float | str | None) -> None:
        """Have a setting be another for one exercise from now on, and save it; None for the usual."""
        self._change(lambda now: stored.value_for(now, setting, slug, value))

    def toggle_favourite(self, slug: str) -> None:
        """Keep an exercise among the favourites, first of them; or no longer, if it is one."""
        wanted = slug not in self.settings.favourites
        self._change(lambda now: stored.with_favourite(now, slug, wanted=wanted))

    def people(self) -> tuple[Person, ...]:
        """Return the listener's own people, as they were changed last. Quick: one small file.

        Raises:
            FeltsenseError: they cannot be read.
        """
        unsaved = self._unsaved_people
        return load_people(self._home) if unsaved is None else unsaved

    def people_count(self) -> int:
        """Return how many people the listener has named; 0 when that cannot be read."""
        try:
            return len(self.people())
        except FeltsenseError:
            return 0

    def change_people(self, people: tuple[Person, ...]) -> None:
        """Use other people from now on, and save them."""
        self._unsaved_people = people
        self._tasks.save(self._save_people, people)

    def _change(self, change: stored.SettingsChange) -> None:
        """Change them here and where they are stored: another player may have changed those meanwhile."""
        with self._lock:
            self.settings = replace(self.settings, **change(self.settings))
        self._tasks.save(self._save, change)

    def _save(self, change: stored.SettingsChange) -> None:
        try:
            stored.update_settings(self._home, change)
        except SettingsError as error:
            self._notice(error)

    def _save_people(self, people: tuple[Person, ...]) -> None:
        try:
            save_people(self._home, people)
        except FeltsenseError as error:
            self.people_trouble = _unkept(error)
            self._notice(error)
            return
        self.people_trouble = ""
        if self._unsaved_people is people:
            self._unsaved_people = None

    def _notice(self, error: FeltsenseError) -> None:
        """Show it once, in the library and in the settings."""
        with self._lock:
            notices = dict.fromkeys((*self.settings.notices, error.message))
            self.settings = replace(self.settings, notices=tuple(notices))


def _unkept(error: FeltsenseError) -> str:
    """Return what is said beside people who are not on the disk."""
    reason = reason_of(error.__cause__) if isinstance(error.__cause__, Exception) else error.message
    return f"This could not be written to the disk ({reason}). It stays here until you leave feltsense."
