"""Which voices there are. A new engine is one module and one line here."""

import importlib
from difflib import get_close_matches
from inspect import signature
from types import ModuleType

from feltsense.errors import VoiceError
from feltsense.voice.port import Voice, VoiceStatus

VOICES = {
    "heart": "feltsense.voice.heart.voice",
    "system": "feltsense.voice.system.voice",
}
"""Name → module with `open_voice` (which takes a variant if it has any) and `status()`. The first is the default."""

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
    module = _module(engine)
    if variant and not signature(module.open_voice).parameters:
        raise VoiceError(f"There is one voice {engine} only, and none called “{variant}”.", f"Write {engine} alone.")
    voice: Voice = module.open_voice(variant) if variant else module.open_voice()
    return voice


def voice_statuses() -> tuple[VoiceStatus, ...]:
    """Return for each voice whether it works here."""
    return tuple(_module(name).status() for name in VOICES)


def _module(name: str) -> ModuleType:
    if name not in VOICES:
        near = get_close_matches(name, VOICES, n=1)
        hint = f"Did you mean {near[0]}?" if near else f"Voices are: {', '.join(VOICES)}."
        raise VoiceError(f"There is no voice called “{name}”.", hint)
    return importlib.import_module(VOICES[name])
