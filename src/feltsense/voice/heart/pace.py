"""The pace of the voice heart.

The constants were measured on 40 sentences of 8 to 13 words, each trimmed as `postprocess` does it; the tests measure
the outcome again on others.
"""

from itertools import pairwise

from feltsense.voice.neural.pace import PaceModel

HEART_PACE_VERSION = "1"
"""Part of the voice's identity: raise it when anything here or in `neural/pace.py` changes the rhythm."""

HEART_PACE = PaceModel(
    natural_wpm=228.5, wpm_kept=6.0, edge_s=-0.148, edge_s_per_stretch=-0.32, least=0.85, most=2.7
)  # fmt: skip

_PLAIN = ((81.8, 0.35), (95.6, 0.40), (112.4, 0.45), (118.6, 0.50), (123.9, 0.55), (142.4, 0.60),
    (167.5, 0.70), (189.9, 0.80), (213.4, 0.85), (233.7, 1.0), (255.1, 1.2))  # fmt: skip
"""Words a minute at the engine's own speed setting, for a model whose rhythm cannot be set."""


def engine_speed(pace: int) -> float:
    """Return the engine's own speed setting that comes nearest to `pace` words a minute."""
    for (slower, low), (faster, high) in pairwise(_PLAIN):
        if pace <= faster:
            return low + (high - low) * max(0.0, (pace - slower) / (faster - slower))
    return _PLAIN[-1][1]
