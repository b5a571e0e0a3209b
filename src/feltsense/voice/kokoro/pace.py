"""The pace of Kokoro's voices, by language."""

from feltsense.voice.neural.pace import PaceModel

KOKORO_PACE_VERSION = "1"
"""Part of the voices' identity: raise it when anything here or in `neural/pace.py` changes the rhythm."""

_LEAST, _MOST = 0.8, 2.7

KOKORO_PACES = {
    "en": PaceModel(228.3, 6.8, -0.127, -0.277, _LEAST, _MOST),
    "es": PaceModel(195.3, 2.6, 0.027, -0.061, _LEAST, _MOST),
    "fr": PaceModel(205.8, 5.8, 0.005, -0.137, _LEAST, _MOST),
    "it": PaceModel(208.2, 1.8, -0.223, -0.267, _LEAST, _MOST),
    "pt": PaceModel(195.7, 5.8, 0.023, -0.143, _LEAST, _MOST),
}
"""Measured on six sentences of 9 to 13 words of each, by af_heart, ef_dora, ff_siwis, if_sara and pf_dora."""
