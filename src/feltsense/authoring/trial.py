"""What is tried at the desk without being written: another length, voice or pace."""

from dataclasses import dataclass, replace

from feltsense.script.model import Exercise
from feltsense.script.options import VersionOptions
from feltsense.units import Wpm

LENGTHS = (5.0, 10.0)
"""Minutes that every script can be tried in, besides those it offers."""
PACES = (100, 110, 120, 130, 140, 150)


@dataclass(frozen=True, slots=True)
class Tries:
    """None leaves it as the script says."""

    minutes: float | None = None
    voice: str | None = None
    pace: int | None = None

    @property
    def options(self) -> VersionOptions:
        """What of it is asked of a stage."""
        return VersionOptions(self.minutes, self.voice)

    def on(self, exercise: Exercise) -> Exercise:
        """Return the exercise at the pace that is tried."""
        pace = exercise.front.pace if self.pace is None else Wpm(self.pace)
        return replace(exercise, front=replace(exercise.front, pace=pace))

    def told(self) -> str:
        """Return in a few words what is tried; nothing where all is as written."""
        parts = []
        if self.minutes is not None:
            parts.append(f"{self.minutes:g} minutes")
        if self.voice is not None:
            parts.append(f"voice {self.voice}")
        if self.pace is not None:
            parts.append(f"{self.pace} words a minute")
        return " · ".join(parts)


AS_IT_IS = Tries()
