"""How long speech will last, from its text alone: for checks and tables that should not wait for a voice."""

from feltsense.units import SAMPLE_RATE, Frames
from feltsense.voice.port import Spoken, Utterance


def estimate(utterance: Utterance) -> Spoken:
    """Return the expected length of an utterance; without words, energy or peak.

    The pace is a voice's promise, so words over pace is the best guess there is.
    """
    words = len(utterance.text.split())
    return Spoken(Frames(round(words * 60 * SAMPLE_RATE / utterance.pace)), (), (), 0.0)
