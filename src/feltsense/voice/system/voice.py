"""The voice `system`: whatever this machine speaks with, through pyttsx3, in any language that it has.

SAPI on Windows, NSSpeechSynthesizer on macOS, eSpeak NG on Linux. The engine lives in a process of its own, see
`worker.py`; this side chooses the voice, sets the pace and finishes the sound.
"""

import importlib.metadata
import platform
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from feltsense.errors import VoiceError
from feltsense.units import Wpm
from feltsense.voice.port import Speech, Utterance, Voice, VoiceStatus
from feltsense.voice.system.engine import SystemEngine, WorkerTimeouts
from feltsense.voice.system.request import (
    SYSTEM_PACE_VERSION,
    rate_setting,
    system_text_version,
    text_for_system,
)
from feltsense.voice.system.selection import (
    SYSTEM_NAME,
    default_voice,
    spoken_languages,
    voice_for_language,
    voice_named,
)
from feltsense.voice.validate import validate_utterance

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from feltsense.voice.system.protocol import VoiceInfo
    from feltsense.voice.system.recording import Recording

_SUMMARY = "the voices of this machine, in many languages"
_LOOK = WorkerTimeouts(start_s=4.5, phrase_s=2.0, character_s=0.0, in_all_s=4.5)
"""For a look whether it works: what hangs is not waited for."""


def open_voice(variant: str = "") -> Voice:
    """Return the voice; nothing is started before it is needed.

    Args:
        variant: the id or name of one of the machine's voices; empty for the best one of each language.

    Raises:
        VoiceError: there is no voice of that name.
    """
    voice = SystemVoice(variant)
    try:
        if variant:
            voice.check()
    except BaseException:
        voice.close()
        raise
    return voice


def statuses() -> tuple[VoiceStatus, ...]:
    """Return whether the voice works here: it is made to say a digit, unheard."""
    return (_status(),)


def _status() -> VoiceStatus:
    engine = SystemEngine(_LOOK)
    try:
        found = engine.facts()
        engine.record("1", default_voice(found)["id"], rate_setting(found["driver"], 160).rate)
    except VoiceError as error:
        return VoiceStatus(
            SYSTEM_NAME, works=False, summary=_SUMMARY, languages=(), reason=f"{error.message} {error.hint}"
        )
    finally:
        engine.close()
    return VoiceStatus(SYSTEM_NAME, works=True, summary=_SUMMARY, languages=spoken_languages(found["voices"]))


class SystemVoice:
    """Fits `Voice`. A pronunciation in `/ipa/` is left out, a respelling is spoken; see `py`.

    Args:
        variant: the id or name of one of the machine's voices, which then speaks whatever the language; empty for
            the best one of each language.
        timeouts: how long the engine may take.
        espeak: where eSpeak NG is taken from on Linux: `auto`, `system` or `loader`.
    """

    def __init__(self, variant: str = "", timeouts: WorkerTimeouts | None = None, espeak: str = "auto") -> None:
        self.name = f"{SYSTEM_NAME}:{variant}" if variant else SYSTEM_NAME
        self._variant = variant
        self._engine = SystemEngine(timeouts or WorkerTimeouts(), espeak)

    def check(self) -> None:
        """Start the engine and look for the named voice.

        Raises:
            VoiceError: there is no engine, or no such voice.
        """
        if self._variant:
            voice_named(self._variant, self._engine.facts())

    def identity(self, language: str) -> Mapping[str, str]:
        """Return what changes the sound besides the utterance. Starts the engine, for it alone knows its voices.

        Raises:
            VoiceError: there is no engine, or no voice for the language.
        """
        from feltsense.voice.postprocess import POSTPROCESS_VERSION  # noqa: PLC0415  numpy, so only when speech is asked for

        found = self._engine.facts()
        ours = found["driver"] == "espeak"
        return MappingProxyType(
            {name: importlib.metadata.version(name) for name in ("pyttsx3", "numpy", "soxr")}
            | {
                "engine": SYSTEM_NAME,
                "driver": found["driver"],
                "espeak": found["espeak"],
                "voice": self._voice(language)["id"],
                "pace": SYSTEM_PACE_VERSION,
                "text": system_text_version(language),
                "post": POSTPROCESS_VERSION,
                # other engines are part of the system and change with it
                "platform": f"{platform.system()} {platform.machine()}" if ours else platform.platform(),
            }
        )

    def loudness(self, pace: Wpm) -> float | None:  # noqa: ARG002 - every engine has a loudness of its own
        """Return nothing known."""
        return None

    def speak(self, utterance: Utterance) -> Speech:
        """Speak one phrase. Safe to call from several threads; they take turns at the engine.

        Raises:
            VoiceError: no voice for the language, text that cannot be spoken, or an engine that failed twice.
        """
        from feltsense.voice.postprocess import postprocess  # noqa: PLC0415  numpy, so only to speak
        from feltsense.voice.system.time_stretch import time_stretch  # noqa: PLC0415  as above

        clean = validate_utterance(utterance)
        text = text_for_system(clean)
        voice = self._voice(clean.language)
        setting = rate_setting(self._engine.facts()["driver"], clean.pace)
        recording = self._engine.record(text, voice["id"], setting.rate)
        samples = time_stretch(_samples(recording), recording.rate, setting.stretch)
        return postprocess(samples, recording.rate, None, clean.text)

    def close(self) -> None:
        """End the engine at once, also while it speaks. The voice cannot speak any more."""
        self._engine.close()

    def _voice(self, language: str) -> "VoiceInfo":
        found = self._engine.facts()
        if self._variant:
            return voice_named(self._variant, found)
        return voice_for_language(language, found)


def _samples(recording: "Recording") -> "NDArray[np.float32]":
    """Return the recording as mono, 1.0 is full scale."""
    import numpy as np  # noqa: PLC0415  60 ms, so only to speak

    frames = np.frombuffer(recording.pcm, recording.dtype).reshape(-1, recording.channels)
    samples: NDArray[np.float32] = (frames.mean(axis=1) / 32768).astype(np.float32)
    return samples
