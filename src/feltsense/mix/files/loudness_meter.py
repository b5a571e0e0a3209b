"""How loud a file is, measured while it passes by in blocks."""

from typing import TYPE_CHECKING

import numpy as np

from feltsense.audio.kweighting import HOP, energy
from feltsense.mix.loudness import gating_blocks, integrated

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LEAD = 10
"""Hops before a stretch in which the weighting settles."""

_STRETCH = 100
"""Hops weighted at a time."""


class Weighing:
    """Takes blocks of shape (frames, channels), all of the same channels."""

    def __init__(self) -> None:
        self._hops: list[float] = []
        self._waiting: list[NDArray[np.float32]] = []
        self._frames = 0
        self._lead = 0
        self._peak = 0.0

    def add(self, block: "NDArray[np.float32]") -> None:
        """Weigh one more block."""
        self._peak = max(self._peak, float(np.abs(block).max(initial=0.0)))
        self._waiting.append(block)
        self._frames += len(block)
        if self._frames >= (_LEAD + _STRETCH) * HOP:
            self._weigh(self._frames // HOP)

    def result(self) -> tuple[float | None, float]:
        """Return the integrated loudness in LUFS (None: nothing audible) and the highest absolute sample."""
        if self._frames:
            self._weigh(-(-self._frames // HOP))
        return integrated(gating_blocks(self._hops)), self._peak

    def _weigh(self, hops: int) -> None:
        """Weigh what waits, `hops` of it, and keep its end as the lead of the next."""
        sound = np.concatenate(self._waiting)
        per_channel = [energy(np.ascontiguousarray(channel)) for channel in sound.T]
        sums = [sum(values) for values in zip(*per_channel, strict=True)]
        self._hops += sums[self._lead : hops]
        kept = sound[max(0, hops - _LEAD) * HOP :]
        self._lead = min(hops, _LEAD)
        self._waiting, self._frames = [kept], len(kept)
