"""How an exercise is to be practised: what was chosen now, and where nothing was, what the settings say."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from feltsense.journal.model import CheckIn
from feltsense.script.options import AS_WRITTEN, OFF, VersionOptions
from feltsense.system.settings import MOST_DB

if TYPE_CHECKING:
    from feltsense.script.model import Exercise
    from feltsense.system.settings import Settings

VOLUME_STEP = 0.1
"""By so much one key changes the volume, which goes from 0 to 1."""

TIMER_MINUTES: tuple[float, ...] = (15, 30, 45, 60)
"""What one key goes through, for the sleep timer; after the last it is off."""

ALL_NIGHT_MINUTES = 480.0
"""A background by itself lasts so long where nobody says how long."""

MOST_REST_MINUTES = 720.0
"""Longer than this no background goes on, by itself or behind a voice."""

REST_MINUTES: tuple[tuple[float, str], ...] = (
    (15.0, "15 minutes"), (30.0, "30 minutes"), (60.0, "1 hour"), (ALL_NIGHT_MINUTES, "all night (8 hours)")
)  # fmt: skip
"""What is offered of that, each in words."""

BACKGROUND_LEVELS: tuple[tuple[float | None, str], ...] = (
    (0.0, "background as it was made"),
    (-6.0, "background softer"),
    (-12.0, "background much softer"),
    (None, "background off"),
    (6.0, "background louder"),
)
"""What one key goes through: levels in dB, each with its words."""


@dataclass(frozen=True, slots=True)
class PracticeChoice:
    """What somebody has chosen to practise."""

    slug: str
    """An exercise, or the path of a script."""
    minutes: float | None = None
    """None: as the settings say, else the exercise's own length."""
    voice: str | None = None
    """None: as the settings say, else the exercise's own."""
    voice_gives_way: bool = False
    """Whether the voice was chosen for another exercise; where it speaks other languages than this one, it does not."""
    soundscape: str | None = None
    """As for the voice."""
    check_ins: bool = True
    """False: nothing is asked before and after."""
    before: CheckIn | None = None
    """What was answered already; it is not asked again."""
    from_section: int = 0
    """Where it begins: a section, from 0."""
    background_alone: str | None = None
    """A background that is heard by itself instead of an exercise; nothing is asked, and nothing is kept of it."""


@dataclass(frozen=True, slots=True)
class Levels:
    """How loud a practice is."""

    volume: float
    """From 0 to 1."""
    background_db: float | None
    """0 is as the script has it, None is off."""

    def changed_since(self, before: "Levels") -> dict[str, float]:
        """Return what differs from `before`, as settings have it."""
        then = before.as_settings()
        return {name: value for name, value in self.as_settings().items() if value != then[name]}

    def as_settings(self) -> dict[str, float]:
        """Return both as settings have them."""
        return {"volume": self.volume, "background_db": -MOST_DB if self.background_db is None else self.background_db}


@dataclass(frozen=True, slots=True)
class Fallbacks:
    """What may be used instead of something that only the settings ask for. What was asked for by name has none."""

    voices: tuple[str, ...] = ()
    """To be tried in this order when the voice does not work, or cannot keep the length."""
    misfit: str = ""
    """Why the voice that was only preferred does not read, in a few words; empty where it does, or there is none."""
    own_background: bool = False
    """Whether the exercise's own background may replace one that is not there."""
    nearest_length: bool = False
    """Whether the nearest possible length may replace one that the voice cannot meet."""


NO_FALLBACKS = Fallbacks()


def fill_options(
    settings: "Settings", exercise: "Exercise", asked: VersionOptions = AS_WRITTEN, *, voice_gives_way: bool = False
) -> tuple[VersionOptions, Fallbacks]:
    """Return in which length, voice and background an exercise is practised, and what may replace them.

    Args:
        settings: what the listener has settled on. A length from there counts only while the exercise offers it.
        exercise: what is to be practised.
        asked: what was asked for this time; it goes before the settings.
        voice_gives_way: whether the asked voice counts only where it speaks the script's language.
    """
    from feltsense.voice.choosing import named_voice, reading_voices  # noqa: PLC0415 - not before the first frame

    minutes = asked.minutes
    if minutes is None:
        minutes = settings.minutes(exercise.slug, exercise.front.minutes)
    background = settings.background_for(exercise.slug)
    in_words = bool(asked.voice) and not voice_gives_way
    voice, trouble = asked.voice, ""
    if not in_words:
        voice, trouble = _fitting(asked.voice or settings.voice, exercise.front.language)
    named = in_words or (voice is None and named_voice(exercise.front, AS_WRITTEN))
    filled = VersionOptions(minutes, voice, asked.soundscape or background)
    return filled, Fallbacks(
        voices=() if named else reading_voices(exercise.front),
        misfit=trouble,
        own_background=not asked.soundscape and background not in (None, OFF),
    )


def _fitting(voice: str | None, language: str) -> tuple[str | None, str]:
    """Return a voice that is only preferred where it speaks the language; else None, and why."""
    from feltsense.voice.choosing import misfit  # noqa: PLC0415 - not before the first frame

    why = misfit(voice, language) if voice else ""
    return (None, why) if why else (voice, "")


def levels_of(settings: "Settings") -> Levels:
    """Return how loud the listener has settled on."""
    level = settings.background_db
    return Levels(settings.volume, None if level <= -MOST_DB else level)


def next_timer(now: float | None) -> tuple[float | None, str]:
    """Return the minutes of the sleep timer after `now`, None for none, with what is said of it."""
    at = TIMER_MINUTES.index(now) + 1 if now in TIMER_MINUTES else 0
    if at == len(TIMER_MINUTES):
        return None, "no sleep timer"
    return TIMER_MINUTES[at], f"fades out in {TIMER_MINUTES[at]:g} minutes, and nothing is asked"


def next_background(now: float | None) -> tuple[float | None, str]:
    """Return the level of the background after `now`, with its words; the first where `now` is none of them."""
    levels = [level for level, _ in BACKGROUND_LEVELS]
    return BACKGROUND_LEVELS[(levels.index(now) + 1) % len(levels) if now in levels else 0]
