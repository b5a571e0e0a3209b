"""Which voices there are. A new engine is one module and one line here."""

import importlib
from difflib import get_close_matches
from inspect import Parameter, signature
from types import ModuleType
from typing import TYPE_CHECKING

from feltsense.errors import VoiceError
from feltsense.voice.added.store import MissingVoiceError, added_names, added_voice, added_voices, near_voice
from feltsense.voice.port import Voice, VoiceStatus

if TYPE_CHECKING:
    from feltsense.voice.added.model import AddedVoice

VOICES = {
    "heart": "feltsense.voice.heart.voice",
    "system": "feltsense.voice.system.voice",
    "kokoro": "feltsense.voice.kokoro.voice",
    "piper": "feltsense.voice.piper.voice",
}
"""Name → module with `open_voice` (which takes a variant if it has any, and has none alone where it needs one) and
`statuses()`. The first is the default."""

_OPENED_AS = {"heart": "open_added_heart", "kokoro": "KokoroVoice", "piper": "PiperVoice"}
"""Engine → what in its module makes a voice of an `AddedVoice`."""

_ALONE = ("heart", "system")
"""Voices by themselves; of other engines one is added first."""

SLOW_ENGINES = frozenset({"kokoro"})
"""Those whose voices take long to load and to speak a phrase, so that the first one is spoken ahead."""


def is_slow(name: str) -> bool:
    """Tell whether the voice called `name` is of a slow engine."""
    return name.partition(":")[0] in SLOW_ENGINES


def open_voice(name: str) -> Voice:
    """Return the voice called `name`, or `name:variant` where its engine has several.

    Raises:
        VoiceError: there is none.
    """
    engine, _, variant = name.partition(":")
    module = _module(engine, name)
    variants = list(signature(module.open_voice).parameters.values())
    if variant and not variants:
        raise VoiceError(f"There is one voice {engine} only, and none called “{variant}”.", f"Write {engine} alone.")
    if not variant and variants and variants[0].default is Parameter.empty:
        raise VoiceError(f"{engine} alone is no voice, it has several.", added_names(engine))
    voice: Voice = module.open_voice(variant) if variant else module.open_voice()
    return voice


def open_added(voice: "AddedVoice") -> Voice:
    """Return a voice by its files, wherever they are.

    Raises:
        VoiceError: its engine is not here, or cannot use the files.
    """
    module = _module(voice.engine, voice.full_name)
    opened: Voice = getattr(module, _OPENED_AS[voice.engine])(voice)
    return opened


def require_voice(name: str) -> None:
    """Make sure that there is a voice called `name`, without loading its engine.

    Raises:
        VoiceError: there is none here, or its files are not those that were added.
    """
    engine, _, variant = name.partition(":")
    if engine not in VOICES:
        _module(engine, name)
    if engine != _ALONE[-1] and (variant or engine not in _ALONE):
        added_voice(name)


def voice_statuses() -> tuple[VoiceStatus, ...]:
    """Return for each voice whether it works here, those that were added included."""
    return tuple(status for name in VOICES for status in importlib.import_module(VOICES[name]).statuses())


def _module(engine: str, wanted: str) -> ModuleType:
    if engine not in VOICES:
        near = get_close_matches(engine, VOICES, n=1)
        there = ", ".join([*_ALONE, *(voice.full_name for voice in added_voices())])
        hint = f"Did you mean {near[0]}?" if near else f"Voices are: {there}."
        raise MissingVoiceError(wanted, near_voice(wanted) or hint)
    return importlib.import_module(VOICES[engine])
