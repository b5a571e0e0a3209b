"""How long speech lasts by its text: of an added voice by what was measured of it, and of the machine's own. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from feltsense.voice.heard_sounds import heard_sounds

if TYPE_CHECKING:
    from feltsense.voice.added.model import VoiceMeasures
    from feltsense.voice.neural.pace import PaceModel
    from feltsense.voice.port import Utterance

_PAUSE_S: Mapping[str, float] = {"heart": 0.1331, "kokoro": 0.054, "piper": 0.30}
"""Seconds of a comma at natural speed, by engine."""
_ENGLISH_KOKORO_PAUSE_S = 0.14

_REFERENCE: Mapping[str, tuple[float, float]] = {
    "en": (0.08144, 0.01957), "de": (0.07477, 0.01843), "es": (0.07715, 0.01146), "fr": (0.07833, 0.01449),
    "it": (0.0759, 0.0109), "pt": (0.07623, 0.01065), "nl": (0.07547, 0.01211),
}  # fmt: skip
"""By language: what an ordinary voice takes for a sign, and pauses for a sign, of the sentences of `measuring.py`."""
_OTHERS = (0.0763, 0.013)


_SYSTEM: Mapping[str, tuple[float, float, float]] = {
    "en": (1.697, 0.615, 0.028), "de": (1.872, 0.544, -0.596), "es": (1.752, 0.691, -0.565),
    "fr": (1.743, 0.534, -0.089), "it": (1.678, 0.696, -0.47), "pt": (1.672, 0.615, -0.164),
    "nl": (1.952, 0.519, -0.308),
}  # fmt: skip
"""By language, of eSpeak NG at `_SYSTEM_PACE`: seconds for a second of an ordinary voice, for a comma, for a phrase."""
_OTHERS_BY_SYSTEM = (1.77, 0.6, -0.3)
_SYSTEM_PACE = 130


class SpeechTiming(Protocol):
    """Tells how long a voice speaks."""

    def seconds(self, utterance: "Utterance") -> float:
        """Return what a phrase lasts at its pace, trimmed as `postprocess` does it."""


@dataclass(frozen=True, slots=True)
class SystemTiming:
    """How long the machine's own voice speaks where that is eSpeak NG; other systems' are about as quick.

    Fitted to the 16 sentences a language of `measuring.py`, at paces of 110 to 150: a phrase is off by 3 to 5 %.
    """

    language: str
    """Of the script, BCP 47."""

    def seconds(self, utterance: "Utterance") -> float:
        """Return what a phrase lasts at its pace."""
        heard = heard_sounds(utterance, self.language)
        base = self.language.replace("_", "-").partition("-")[0].lower()
        sound, pause, phrase = _SYSTEM.get(base, _OTHERS_BY_SYSTEM)
        return (sound * heard.seconds + pause * heard.pauses + phrase) * _SYSTEM_PACE / utterance.pace


@dataclass(frozen=True, slots=True)
class VoiceTiming:
    """How long a voice speaks."""

    language: str
    """Of the voice, BCP 47."""
    pace: "PaceModel"
    scale: float
    """What it takes for a sound, to what an ordinary voice takes."""
    pause_s: float
    """What it takes for a comma, in seconds."""
    edge_s: float
    """Seconds that a phrase lasts longer than its stretched sounds."""

    def seconds(self, utterance: "Utterance") -> float:
        """Return what a phrase lasts at its pace, trimmed as `postprocess` does it."""
        heard = heard_sounds(utterance, self.language)
        natural_s = self.scale * heard.seconds + self.pause_s * heard.pauses
        factor = self.pace.stretch(natural_s, heard.words, utterance.pace)
        return factor * natural_s + self.edge_s


def voice_timing(engine: str, language: str, pace: "PaceModel", measures: "VoiceMeasures") -> VoiceTiming:
    """Return how long a voice speaks.

    Args:
        engine: `heart`, `kokoro` or `piper`.
        language: of the voice, BCP 47.
        pace: how it stretches its natural pace.
        measures: of the voice.
    """
    base = language.replace("_", "-").partition("-")[0].lower()
    pause_s = _ENGLISH_KOKORO_PAUSE_S if (engine, base) == ("kokoro", "en") else _PAUSE_S.get(engine, 0.1)
    per_sign, pauses = _REFERENCE.get(base, _OTHERS)
    return VoiceTiming(
        language, pace, (measures.seconds_per_phoneme - pause_s * pauses) / per_sign, pause_s, measures.edge_s
    )
