"""What a practice is asked to be: what was asked for now, and where nothing was, what the listener has settled on."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from feltsense.script.options import AS_WRITTEN, VersionOptions
from feltsense.system.settings import MOST_DB

if TYPE_CHECKING:
    from feltsense.script.model import Exercise
    from feltsense.system.settings import Settings


@dataclass(frozen=True, slots=True)
class Levels:
    """How loud a practice is."""

    volume: float
    """From 0 to 1."""
    background_db: float | None
    """0 is as the script has it, None is off."""

    def since(self, before: "Levels") -> dict[str, float]:
        """Return what is not as it was `before`, as settings have it."""
        then = before.as_settings()
        return {name: value for name, value in self.as_settings().items() if value != then[name]}

    def as_settings(self) -> dict[str, float]:
        """Return both as settings have them."""
        return {"volume": self.volume, "background_db": -MOST_DB if self.background_db is None else self.background_db}


def asked(
    settings: "Settings", exercise: "Exercise", now: VersionOptions = AS_WRITTEN
) -> tuple[VersionOptions, Levels]:
    """Return how an exercise is to be practised, and how loud.

    Args:
        settings: what the listener has settled on. A length from there counts only while the exercise offers it.
        exercise: what is to be practised.
        now: what was asked for this time; it goes before the settings.
    """
    minutes = now.minutes
    if minutes is None:
        minutes = settings.minutes(exercise.slug, exercise.front.minutes)
    options = VersionOptions(minutes, now.voice or settings.voice, now.soundscape or settings.background)
    level = settings.background_db
    return options, Levels(settings.volume, None if level <= -MOST_DB else level)
