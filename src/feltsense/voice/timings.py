"""The timing of the voice that speaks a script: of `system`, or of an added one. Nothing heavy is loaded for it."""

from typing import TYPE_CHECKING

from feltsense.errors import VoiceError
from feltsense.script.options import VersionOptions
from feltsense.voice.added.store import added_voices
from feltsense.voice.choosing import SYSTEM_VOICE, choose_voice, named_voice
from feltsense.voice.kokoro.pace import KOKORO_PACES
from feltsense.voice.piper.pace import piper_pace
from feltsense.voice.timing import SpeechTiming, SystemTiming, voice_timing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from feltsense.script.model import FrontMatter
    from feltsense.voice.added.model import AddedVoice, VoiceMeasures
    from feltsense.voice.neural.pace import PaceModel

_MEASURED = ("kokoro", "piper")
"""Engines whose voices tell their natural pace."""


def timing_of(front: "FrontMatter") -> SpeechTiming | None:
    """Return how long the voice of a script speaks. Never fails.

    None for `heart`, for a voice that is not there, and for those of heart's kind, which are estimated as heart is.
    """
    there = added_voices()
    try:
        name = choose_voice(named_voice(front, VersionOptions()), front.language, there)
    except VoiceError:  # it is told where the script is spoken
        return None
    return _timing(name, front.language, there)


def timing_of_voice(name: str, language: str) -> SpeechTiming | None:
    """Return how long the voice called `name` speaks a script of a language; None as above. Never fails."""
    return _timing(name, language, added_voices() if ":" in name else ())


def _timing(name: str, language: str, there: "Iterable[AddedVoice]") -> SpeechTiming | None:
    if name.partition(":")[0] == SYSTEM_VOICE:
        return SystemTiming(language)
    for voice in there:
        if (
            voice.engine in _MEASURED
            and (name == voice.full_name or name.startswith(f"{voice.full_name}:"))
            and voice.measures
        ):
            return voice_timing(voice.engine, voice.languages[0], _pace(voice, voice.measures), voice.measures)
    return None


def _pace(voice: "AddedVoice", measures: "VoiceMeasures") -> "PaceModel":
    if voice.engine == "piper":
        return piper_pace(measures.words_per_minute)
    return KOKORO_PACES.get(voice.languages[0].partition("-")[0].lower(), KOKORO_PACES["en"])
