"""How long speech will last, from its text alone: for checks and tables that should not wait for a voice.

The voice heart: fitted on 319 phrases at paces of 100 to 180. The speech of 31 exercises that were written later is
estimated within 2.2 % at every one of these paces, 0.5 % on average; a single phrase is 3 % off on average, nineteen of
twenty are within 10 %. Phrases full of figures, in a collection made to be hard: 7 % on average.

Voices that were added, by what was measured of them (`voice/timing.py`): 20 other sentences each, at 130 and at 150, by
the durations that the models give; trimming adds 0.02 to 0.06 s to a phrase. What a phrase is off on average, in nine
of ten, at most, and all of them together:

| voice | language | phrase | nine of ten | most | together |
| --- | --- | --- | --- | --- | --- |
| piper:joe | en | 1.6 % | 3.6 % | 4.8 % | −0.9 % |
| kokoro:af_heart | en | 1.8 % | 3.9 % | 5.6 % | 0.5 % |
| kokoro:ef_dora | es | 1.0 % | 1.7 % | 7.1 % | 0.1 % |
| kokoro:ff_siwis | fr | 2.0 % | 4.2 % | 9.0 % | 0.6 % |
| kokoro:if_sara | it | 1.4 % | 2.6 % | 4.4 % | 0.1 % |
| kokoro:pf_dora | pt | 1.5 % | 3.7 % | 7.8 % | 0.4 % |
"""

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from feltsense.units import SAMPLE_RATE, Frames
from feltsense.voice.heard_sounds import as_pronounced, english_seconds
from feltsense.voice.heart.pace import HEART_PACE
from feltsense.voice.port import SpeechInfo, Utterance
from feltsense.voice.spelling import sounds

if TYPE_CHECKING:
    from feltsense.script.model import FrontMatter
    from feltsense.voice.timing import SpeechTiming

ExpectedSpeech = Callable[[Utterance], SpeechInfo]
"""Returns the expected length of an utterance; without words, energy or peak."""

TimingOf = Callable[["FrontMatter"], "SpeechTiming | None"]
"""Returns how long the voice of a script speaks; None where nothing was measured of it."""

_PAUSE_S = 0.1331
"""Seconds of a comma at natural speed."""

_EDGE_S, _EDGE_S_PER_STRETCH, _STRETCHED = 0.2187, -0.1847, 0.9428
"""From natural seconds to those that are left once the voice has stretched them and the edges are trimmed."""

_SHORTEST_S = 0.2


def estimate_speech(utterance: Utterance) -> SpeechInfo:
    """Return the expected length of an utterance by the voice heart.

    Other languages than English are estimated by words over pace, which is a voice's promise.
    """
    if not utterance.language.lower().startswith("en"):
        words = len(utterance.text.split())
        return _lasting(60 * words / utterance.pace)
    heard = sounds(as_pronounced(utterance.text, utterance.say))
    natural_s = english_seconds(heard) + _PAUSE_S * heard.pauses
    factor = HEART_PACE.stretch(natural_s, heard.words, utterance.pace)
    return _lasting(_EDGE_S + factor * (_EDGE_S_PER_STRETCH + _STRETCHED * natural_s))


_estimate_again = lru_cache(maxsize=4096)(estimate_speech)


def estimates_of(timing: "SpeechTiming | None") -> ExpectedSpeech:
    """Return what estimates the speech of a voice; it remembers phrases, for most come again.

    Args:
        timing: of the voice; None for heart, and for a voice that nobody knows.
    """
    if timing is None:
        return _estimate_again
    return lambda utterance: _lasting(timing.seconds(utterance))


def _lasting(seconds: float) -> SpeechInfo:
    return SpeechInfo(Frames(round(max(_SHORTEST_S, seconds) * SAMPLE_RATE)), (), 0.0)
