"""What the listener has chosen, kept between practices in one private file."""

import json
import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from feltsense.errors import SettingsError, reason_of
from feltsense.system.files import free_name, write_private
from feltsense.system.validate import Reader, as_flag, as_text, choice, integer, number, optional
from feltsense.units import MOST_MINUTES

FILE = "settings.json"
THEMES = ("feltsense-dark", "feltsense-light", "feltsense-contrast")
MOST_DB = 40.0
"""Background levels reach from −40 to +40 dB; the lowest is off."""


class Motion(StrEnum):
    """How much may move on the screen."""

    FULL = "full"
    STILL = "still"
    """The breath pacer stands still and tells in words."""
    NONE = "none"


class Length(StrEnum):
    """Which of its lengths an exercise has, unless the listener has chosen one for it."""

    OFFERED = "offered"
    """The first that it offers."""
    SHORT = "short"
    LONG = "long"


class Questions(StrEnum):
    """When it is asked how it feels, before and after a practice."""

    ALWAYS = "always"
    NOT_AT_NIGHT = "not at night"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the listener has chosen; everything has a good default. The file holds only what differs from it."""

    voice: str | None = None
    """The voice that reads; None for the one that each exercise asks for."""
    output: str = "auto"
    """The way to the loudspeaker, by the name of the output."""
    theme: str = THEMES[0]
    """One of `THEMES`."""
    motion: Motion = Motion.FULL
    volume: float = 1.0
    """From 0 to 1."""
    background: str | None = None
    """The background sound; None for the one that each exercise asks for, `off` for none."""
    background_db: float = 0.0
    """How much louder (+) or softer (−) the background is than the exercise has it, in dB."""
    captions: bool = True
    eyes_closed: bool = False
    """Whether the player begins with a dimmed screen."""
    dark_after_voice: bool = False
    """Whether the player goes dark by itself once the voice is over and a background goes on."""
    length: Length = Length.OFFERED
    lengths: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    """The minutes last chosen for an exercise, by its slug."""
    favourites: tuple[str, ...] = ()
    """Exercises that are kept on top, by their slugs; the newest of them first."""
    began_s: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    """Where the last practice of an exercise began, in seconds, by its slug; only where that was not the start."""
    backgrounds: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The background sound last chosen for an exercise while it played, by its slug; `off` for none."""
    questions: Questions = Questions.ALWAYS
    region: str = ""
    """Two letters for whose helplines are shown (`support.REGIONS`); empty to guess it from the system's language."""
    discreet_names: bool = False
    """Whether files for phones say nothing of what is in them."""
    share_port: int | None = None
    """The port under which phones have found this machine so far; None for none yet."""
    share_token: str = ""
    """What the address of sharing ends with, where it is to stay the same; empty for another one each time."""
    told: frozenset[str] = frozenset()
    """What is told only once and has been: welcome, tier3 and so on."""
    notices: tuple[str, ...] = field(default=(), compare=False)
    """What the listener should hear about the file itself, for instance that it was damaged. Not kept."""

    def background_for(self, slug: str) -> str | None:
        """Return the background sound of an exercise: as it was chosen for it, else for all; None for its own."""
        return self.backgrounds.get(slug, self.background)

    def minutes(self, slug: str, offered: Sequence[float]) -> float | None:
        """Return how long an exercise is to last: as it was chosen last, else by `length`; None for its own length.

        Args:
            slug: the exercise.
            offered: the minutes that it offers, as in its front matter; may be empty.
        """
        last = self.lengths.get(slug)
        if last in offered or not offered:
            return last if offered else None
        return {Length.OFFERED: offered[0], Length.SHORT: min(offered), Length.LONG: max(offered)}[self.length]


ExerciseSetting = Literal["lengths", "began_s", "backgrounds"]
"""A setting that has a value for each exercise, by its slug."""

SettingsChange = Callable[[Settings], dict[str, Any]]
"""Returns what changes, from the settings as they are."""


def settings_path(home: Path) -> Path:
    """Return where the settings in the data folder `home` are, or would be."""
    return home / FILE


def load_settings(home: Path) -> Settings:
    """Return the settings kept in `home`. Never fails, and makes nothing.

    What cannot be understood has its default, and is told in `notices`; a file that is no JSON is set aside under
    another name, so that nothing is lost when new settings are kept.
    """
    notices: list[str] = []
    kept = _kept(settings_path(home), notices)
    chosen = {}
    for name, read in _READ.items():
        if name in kept:
            try:
                chosen[name] = read(kept[name])
            except (TypeError, ValueError):
                notices.append(f"“{name}” in {settings_path(home)} cannot be understood; the usual is used.")
    return Settings(**chosen, notices=tuple(notices))


def save_settings(home: Path, settings: Settings) -> None:
    """Keep `settings` in `home`. What a newer version has added to the file stays in it.

    Raises:
        SettingsError: they cannot be kept; what was kept before still is.
    """
    path = settings_path(home)
    notices: list[str] = []
    kept = _kept(path, notices)
    if notices and os.path.lexists(path):
        raise SettingsError(notices[0], "Move the file away, and try again.")
    before = load_settings(home)
    for name in _READ:
        value = getattr(settings, name)
        if value != getattr(before, name):
            kept[name] = _plain(value)
    content = json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    try:
        write_private(path, content.encode("utf-8", "replace"))
    except OSError as error:
        raise SettingsError(
            f"The settings cannot be kept in {path}: {reason_of(error)}.",
            "They hold until feltsense ends. Look at its rights.",
        ) from error


def change_settings(home: Path, **choices: Any) -> Settings:
    """Change some settings only, so that another player's choices stay; return them all as they are now.

    Raises:
        SettingsError: they cannot be kept.
    """
    return update_settings(home, lambda _: choices)


def update_settings(home: Path, change: SettingsChange) -> Settings:
    """Change settings beside what another player has changed meanwhile; return them all as they are now.

    Raises:
        SettingsError: they cannot be kept.
    """
    kept = load_settings(home)
    changed = replace(kept, **change(kept))
    save_settings(home, changed)
    return changed


def value_for(settings: Settings, setting: ExerciseSetting, slug: str, value: float | str | None) -> dict[str, Any]:
    """Return the change that gives one exercise another value; what others have stays. None for the usual."""
    others = {each: kept for each, kept in getattr(settings, setting).items() if each != slug}
    return {setting: MappingProxyType(others if value is None else {**others, slug: value})}


def with_favourite(settings: Settings, slug: str, *, wanted: bool) -> dict[str, Any]:
    """Return the change that has an exercise among the favourites, first of them, or no longer."""
    others = tuple(each for each in settings.favourites if each != slug)
    return {"favourites": (slug, *others) if wanted else others}


def _kept(path: Path, notices: list[str]) -> dict[str, Any]:
    """Return what the file holds; one that is no JSON object is set aside."""
    try:
        kept = json.loads(path.read_bytes())
    except FileNotFoundError:
        return {}
    except (ValueError, RecursionError):
        kept = None
    except OSError as error:
        notices.append(f"The settings in {path} cannot be read: {reason_of(error)}.")
        return {}
    if not isinstance(kept, dict):
        notices.append(_set_aside(path))
        return {}
    return kept


def _set_aside(path: Path) -> str:
    to = free_name(path, "damaged")
    try:
        path.rename(to)
    except OSError:
        return f"The settings in {path} are damaged; the usual ones are used."
    return f"The settings in {path} were damaged. They are now {to.name}, and the usual ones are used."


def _lengths(value: Any) -> Mapping[str, float]:
    minutes = number(0.1, MOST_MINUTES)
    return MappingProxyType({as_text(slug): minutes(each) for slug, each in dict(value).items()})


def _slugs(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(dict.fromkeys(as_text(slug) for slug in value))


def _seconds(value: Any) -> Mapping[str, float]:
    seconds = number(0.0, MOST_MINUTES * 60)
    return MappingProxyType({as_text(slug): seconds(each) for slug, each in dict(value).items()})


def _backgrounds(value: Any) -> Mapping[str, str]:
    return MappingProxyType({as_text(slug): as_text(name) for slug, name in dict(value).items()})


def _region(value: Any) -> str:
    region = as_text(value).strip().upper()
    if region and not (len(region) == 2 and region.isascii() and region.isalpha()):
        raise ValueError
    return region


def _token(value: Any) -> str:
    token = as_text(value)
    if token and not re.fullmatch(r"[A-Za-z0-9_-]{22,64}", token):
        raise ValueError
    return token


def _names(value: Any) -> frozenset[str]:
    if not isinstance(value, list):
        raise TypeError
    return frozenset(as_text(name) for name in value)


_READ: dict[str, Reader] = {
    "voice": optional(as_text),
    "output": as_text,
    "theme": choice(THEMES),
    "motion": Motion,
    "volume": number(0.0, 1.0),
    "background": optional(as_text),
    "background_db": number(-MOST_DB, MOST_DB),
    "captions": as_flag,
    "eyes_closed": as_flag,
    "dark_after_voice": as_flag,
    "length": Length,
    "lengths": _lengths,
    "favourites": _slugs,
    "began_s": _seconds,
    "backgrounds": _backgrounds,
    "questions": Questions,
    "region": _region,
    "discreet_names": as_flag,
    "share_port": optional(integer(1, 65_535)),
    "share_token": _token,
    "told": _names,
}
"""How each setting is understood; all of them raise TypeError or ValueError for what is none."""


def _plain(value: Any) -> Any:
    """Return a setting as JSON has it."""
    if isinstance(value, frozenset):
        return sorted(value)
    return dict(value) if isinstance(value, Mapping) else value
