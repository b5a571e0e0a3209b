"""What is asked for beyond a script: another length, voice or background."""

from dataclasses import dataclass, replace

from feltsense.script.model import Exercise

OFF = "off"
"""The soundscape to wish for when none is wanted."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is asked for beyond the script; None leaves it as the script says."""

    minutes: float | None = None
    voice: str | None = None
    soundscape: str | None = None
    """A name, a file beside the script, or `OFF`."""


AS_WRITTEN = Wishes()
"""Nothing is asked for."""


def wished(exercise: Exercise, wishes: Wishes) -> Exercise:
    """Return the exercise with the voice and soundscape that are wished for instead of its own."""
    front = exercise.front
    voice = wishes.voice or front.voice
    if not wishes.voice and "voice" not in front.given and not front.language.lower().startswith("en"):
        voice = "system"  # our own voice speaks English only
    background = wishes.soundscape or front.soundscape
    soundscape = None if background == OFF else background
    return replace(exercise, front=replace(front, voice=voice, soundscape=soundscape))
