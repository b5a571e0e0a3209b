"""The settings as rows of a screen: what each may be, and in which words. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from feltsense.care.helplines import regions
from feltsense.practice.options import BACKGROUND_LEVELS
from feltsense.script.language import LANGUAGE_NAMES
from feltsense.system.printable import printable_line
from feltsense.system.settings import MOST_DB, THEMES, Length, Motion, Questions, Settings
from feltsense.voice.choosing import SYSTEM_VOICE
from feltsense.voice.port import VoiceStatus

_OWN = "as each exercise asks"
_NO_BACKGROUND = ("off", "none")
_YES_NO = ((True, "yes"), (False, "no"))
COLOURS = dict(zip(THEMES, ("dark", "light", "high contrast"), strict=True))
"""The themes in words."""

_MOTION = {Motion.FULL: "full", Motion.STILL: "still: words and dots", Motion.NONE: "none: the voice leads"}
_LENGTHS = {Length.OFFERED: "the first that is offered", Length.SHORT: "the shortest", Length.LONG: "the longest"}
_QUESTIONS = {
    Questions.ALWAYS: "before and after",
    Questions.NOT_AT_NIGHT: "not at night, from 22 to 6",
    Questions.NEVER: "never",
}
_LEVELS = tuple(
    (-MOST_DB if level is None else level, words.removeprefix("background ")) for level, words in BACKGROUND_LEVELS
)
_OUTPUTS = {
    "auto": "what is there",
    "miniaudio": "miniaudio",
    "simpleaudio": "simpleaudio",
    "silent": "none: in time, without sound",
}


DISCREET_HELP = (
    "Names, tags, chapters and covers of new audio files tell nothing. "
    "The captions, the transcript and the timing beside them still hold the words and the title."
)


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One setting: what it is called, and what it may be."""

    name: str
    """Of the setting; empty for a line that only tells or leads somewhere."""
    label: str
    options: tuple[tuple[Any, str], ...] = ()
    """Values, each with its words, in order."""
    text: str = ""
    """What is shown where there is nothing to choose."""
    opens: str = ""
    """What Enter opens."""


def setting_rows(
    voices: Sequence[VoiceStatus],
    scapes: Mapping[str, str],
    people: int,
    files: Mapping[str, str],
    own_backgrounds: Mapping[str, str] = MappingProxyType({}),
) -> tuple[SettingRow, ...]:
    """Return all rows.

    Args:
        voices: those that can be chosen.
        scapes: the backgrounds there are: names, each with what it is called.
        people: how many of their own the listener has named.
        files: what is kept where.
        own_backgrounds: the backgrounds that were chosen for single exercises; they can be let go of here.
    """
    named = "nobody yet" if not people else "1 person" if people == 1 else f"{people} people"
    return (
        SettingRow("voice", "Voice", ((None, _OWN), *((voice.name, voice_words(voice)) for voice in voices))),
        SettingRow("output", "Loudspeaker", tuple(_OUTPUTS.items())),
        SettingRow("background", "Background sound", ((None, _OWN), _NO_BACKGROUND, *scapes.items())),
        SettingRow("length", "Length, to begin with", tuple(_LENGTHS.items())),
        SettingRow("theme", "Colours", tuple(COLOURS.items())),
        SettingRow("motion", "Movement", tuple(_MOTION.items())),
        SettingRow("captions", "Show the words", _YES_NO),
        SettingRow("eyes_closed", "Begin dark", _YES_NO),
        SettingRow("dark_after_voice", "Dark after the voice", _YES_NO),
        SettingRow("discreet_names", "Discreet phone files", _YES_NO),
        SettingRow("region", "Country, for helplines", (("", "as the system says"), *_regions())),
        SettingRow("", "People I trust", text=f"{named} · enter", opens="people"),
        SettingRow("questions", "Ask how it feels", tuple(_QUESTIONS.items())),
        SettingRow("background_db", "Background, how loud", _LEVELS),
        *_own_backgrounds(own_backgrounds),
        *(SettingRow("", label, text=path) for label, path in files.items()),
    )


def voice_words(voice: VoiceStatus) -> str:
    """Return what a voice is called, with its language: `ff_siwis · French · kokoro`; what matters least is last."""
    if voice.name == SYSTEM_VOICE:
        return f"{voice.name} · this machine's own"
    engine, _, name = printable_line(voice.name).partition(":")
    crowd = f"{len(voice.speakers)} speakers" if len(voice.speakers) > 1 else ""
    words = [name.replace(":", ", ", 1) or engine, _language_words(voice.languages), crowd, engine if name else ""]
    return " · ".join(filter(None, words))


def speaker_help(voices: Sequence[VoiceStatus], chosen: str | None) -> str:
    """Return how to have another speaker of the chosen voice, where they are not offered one by one; else nothing."""
    offered = {voice.name for voice in voices}
    for voice in voices:
        if voice.name == chosen and voice.speakers and f"{chosen}:{voice.speakers[0]}" not in offered:
            return (
                f"Of its {len(voice.speakers)} speakers this is the one that its config names. A script names another: "
                f"voice: {chosen}:SPEAKER. “feltsense voices” shows some, and with --json all."
            )
    return ""


def _language_words(spoken: Sequence[str]) -> str:
    """Return the first of a voice's languages as people call it; where that is not usual, with its region."""
    tag = next(iter(spoken), "")
    language, _, region = tag.partition("-")
    name = LANGUAGE_NAMES.get(language)
    if name is None:
        return tag
    return f"{name}, {region}" if region and region.lower() != language else name


def _own_backgrounds(chosen: Mapping[str, str]) -> tuple[SettingRow, ...]:
    """Return the row of backgrounds that exercises have for themselves; none where none has."""
    if not chosen:
        return ()
    kept = "kept for 1 exercise" if len(chosen) == 1 else f"kept for {len(chosen)} exercises"
    return (SettingRow("backgrounds", "Backgrounds by exercise", ((chosen, kept), ({}, "let go of"))),)


def shown_value(row: SettingRow, settings: Settings) -> str:
    """Return in words what a row's setting is."""
    if not row.options:
        return row.text
    value = getattr(settings, row.name)
    return next((words for option, words in row.options if option == value), str(value))


def next_value(row: SettingRow, settings: Settings, by: int) -> dict[str, Any]:
    """Return the change that leads to the next value, or the one before, round and round; nothing without options."""
    if not row.options:
        return {}
    values = [option for option, _ in row.options]
    value = getattr(settings, row.name)
    at = values.index(value) if value in values else 0
    following = values[(at + by) % len(values)]
    return {} if following == value else {row.name: following}


def _regions() -> tuple[tuple[str, str], ...]:
    return tuple((code, name) for code, name in regions().items() if code)
