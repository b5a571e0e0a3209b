"""The settings as rows of a screen: what each may be, and in which words. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from feltsense.care.helplines import regions
from feltsense.system.settings import THEMES, Length, Motion, Settings

_OWN = "as each exercise asks"
_YES_NO = ((True, "yes"), (False, "no"))
COLOURS = dict(zip(THEMES, ("dark", "light", "high contrast"), strict=True))
"""The themes in words."""

_MOTION = {Motion.FULL: "full", Motion.STILL: "still: words and dots", Motion.NONE: "none: the voice leads"}
_LENGTHS = {Length.OFFERED: "the first that is offered", Length.SHORT: "the shortest", Length.LONG: "the longest"}
_OUTPUTS = {
    "auto": "what is there",
    "miniaudio": "miniaudio",
    "simpleaudio": "simpleaudio",
    "silent": "none: in time, without sound",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One setting: what it is called, and what it may be."""

    name: str
    """Of the setting; empty for a line that only tells or leads somewhere."""
    label: str
    options: tuple[tuple[Any, str], ...] = ()
    """Values, each with its words, in order."""
    told: str = ""
    """What is told where there is nothing to choose."""
    leads: str = ""
    """Where Enter leads."""


def rows(voices: Sequence[str], scapes: Sequence[str], people: int, files: Mapping[str, str]) -> tuple[Row, ...]:
    """Return all rows.

    Args:
        voices: the names of those that work here.
        scapes: the names of the backgrounds there are.
        people: how many of their own the listener has named.
        files: what is kept where.
    """
    named = "nobody yet" if not people else "1 person" if people == 1 else f"{people} people"
    return (
        Row("voice", "Voice", ((None, _OWN), *((voice, voice) for voice in voices))),
        Row("output", "Loudspeaker", tuple(_OUTPUTS.items())),
        Row("background", "Background sound", ((None, _OWN), ("off", "none"), *((name, name) for name in scapes))),
        Row("length", "Length, to begin with", tuple(_LENGTHS.items())),
        Row("theme", "Colours", tuple(COLOURS.items())),
        Row("motion", "Movement", tuple(_MOTION.items())),
        Row("captions", "Show the words", _YES_NO),
        Row("eyes_closed", "Begin dimmed", _YES_NO),
        Row("discreet_names", "Discreet phone files", _YES_NO),
        Row("region", "Country, for helplines", (("", "as the system says"), *_regions())),
        Row("", "People I trust", told=f"{named} · enter", leads="people"),
        *(Row("", label, told=path) for label, path in files.items()),
    )


def value_of(row: Row, settings: Settings) -> str:
    """Return in words what a row's setting is."""
    if not row.options:
        return row.told
    value = getattr(settings, row.name)
    return next((words for option, words in row.options if option == value), str(value))


def changed(row: Row, settings: Settings, by: int) -> dict[str, Any]:
    """Return the change that leads to the next value, or the one before; nothing where there is none."""
    if not row.options:
        return {}
    values = [option for option, _ in row.options]
    value = getattr(settings, row.name)
    at = values.index(value) if value in values else 0
    following = values[max(0, min(len(values) - 1, at + by))]
    return {} if following == value else {row.name: following}


def _regions() -> tuple[tuple[str, str], ...]:
    return tuple((code, name) for code, name in regions().items() if code)
