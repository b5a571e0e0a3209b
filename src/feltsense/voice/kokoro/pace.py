"""The pace of Kokoro's voices, by language."""

from feltsense.voice.neural.pace import PaceModel

KOKORO_PACE_VERSION = "1"
"""Part of the voices' identity: raise it when anything here or in `neural/pace.py` changes the rhythm."""

_EDGE_S, _EDGE_S_PER_STRETCH = -0.05, -0.1
_LEAST, _MOST = 0.8, 2.7


def _of(natural_wpm: float, wpm_kept: float = 0.0) -> PaceModel:
    return PaceModel(natural_wpm, wpm_kept, _EDGE_S, _EDGE_S_PER_STRETCH, _LEAST, _MOST)


KOKORO_PACES = {"en": _of(250), "es": _of(207), "fr": _of(205), "it": _of(195), "pt": _of(207), "hi": _of(207)}
