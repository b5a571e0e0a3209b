"""What an utterance becomes for the system's engines: plain words with respellings applied, and a speaking rate."""

import re
from dataclasses import dataclass, replace

from feltsense.script.text import spoken
from feltsense.voice.port import Utterance
from feltsense.voice.readings import read_aloud, readings_version
from feltsense.voice.validate import validate_utterance

_SYSTEM_TEXT_VERSION = "2"
"""Raise it when the same phrase would be read differently."""

_CALLED_BY_NAME = re.compile(r"[|^~]")
"""Signs that they would read out as “vertical bar”; emphasis marks and pictures are taken out by `spoken`."""


def system_text_version(language: str) -> str:
    """Return what the voice's identity says of how text of `language` becomes plain words."""
    return f"{_SYSTEM_TEXT_VERSION}/{readings_version(language)}"


def text_for_system(utterance: Utterance) -> str:
    """Return the text to speak for an utterance that went through `validate_utterance`.

    Numbers and signs are put in words, by the rules of the language. Respellings replace whole words in any case, the
    longest first and each place once. A pronunciation in `/ipa/` is left out: the engines share no way to give them
    phonemes, so the word stays as it is written.

    Raises:
        VoiceError: a respelling made a phrase of it that cannot be spoken.
    """
    respellings = {word.casefold(): said for word, said in utterance.say if word and not _is_ipa(said)}
    text = read_aloud(utterance.text, (word for word, _ in utterance.say), utterance.language)
    if respellings:
        words = "|".join(re.escape(word) for word in sorted(respellings, key=len, reverse=True))
        pattern = re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
        text = pattern.sub(lambda found: respellings.get(found.group().casefold(), found.group()), text)
    return validate_utterance(replace(utterance, text=spoken(_CALLED_BY_NAME.sub(" ", text))), is_read=True).text


def _is_ipa(said: str) -> bool:
    return len(said) > 2 and said.startswith("/") and said.endswith("/")


SYSTEM_PACE_VERSION = "1"
"""Part of the voice's identity: raise it when anything here or in `time_stretch.py` changes the pace."""

_WPM_PER_RATE, _WPM_MORE = 1.305, 1.9
"""espeak's rate is a name only. Measured with en-US on 40 sentences of 8 to 13 words, each trimmed by `postprocess`, at
rates from 80 to 200: words a minute are the rate times the first, plus the second. Versions 1.51 and 1.52 agree."""

_LEAST_RATE = 85
"""espeak's slowest; whatever is asked for below sounds like this."""


@dataclass(frozen=True, slots=True)
class RateSetting:
    """How a pace is reached."""

    rate: int
    """In the engine's own unit."""
    stretch: float = 1.0
    """How much longer the sound is made afterwards, where the engine cannot speak as slowly as asked."""


def rate_setting(driver: str, pace: int) -> RateSetting:
    """Return how `driver`, by pyttsx3's name for it, speaks `pace` words a minute."""
    if driver != "espeak":
        return RateSetting(pace)
    rate = round((pace - _WPM_MORE) / _WPM_PER_RATE)
    if rate >= _LEAST_RATE:
        return RateSetting(rate)
    return RateSetting(_LEAST_RATE, (_LEAST_RATE * _WPM_PER_RATE + _WPM_MORE) / pace)
