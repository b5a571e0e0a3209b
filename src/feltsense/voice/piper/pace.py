"""The pace of Piper's voices.

Natural is what the model does by itself: it rounds its durations up, by half a frame on average. The constants were
measured with the voice joe on 32 sentences of 2 to 16 words, each trimmed as `postprocess` does it; the natural pace is
each voice's own.
"""

from dataclasses import replace

from feltsense.voice.neural.pace import PaceModel

PIPER_PACE_VERSION = "1"
"""Part of the voice's identity: raise it when anything here or in `neural/pace.py` changes the rhythm."""

ROUNDED_UP = 0.5
"""Frames that the model's own rounding adds to a duration, on average."""

SLOWEST_PIPER = 110
"""Words a minute; slower it drones."""

PIPER_PACE = PaceModel(
    natural_wpm=240.0, wpm_kept=0.0, edge_s=0.061, edge_s_per_stretch=-0.035, least=0.7, most=3.0
)  # fmt: skip
"""For a voice whose natural pace was not measured."""


_OF_MEASURED = 0.97
"""Words a minute of ordinary sentences, to those of the plain ones that a voice is measured with."""


def piper_pace(words_per_minute: float | None) -> PaceModel:
    """Return the pace of a voice of which it was measured how many words a minute are natural to it."""
    if words_per_minute is None:
        return PIPER_PACE
    return replace(PIPER_PACE, natural_wpm=words_per_minute * _OF_MEASURED)
