"""A kept sound as long as it is needed: where it is shorter, its last seconds go over into its first."""

from typing import TYPE_CHECKING

import numpy as np

from feltsense.audio.fades import falling, rising
from feltsense.units import frames

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from feltsense.mix.files.decoded_file import Kept

CROSSFADE = frames(4000)
"""Over which a loop goes from its end into its beginning; a third of a sound that is short."""


class Looped:
    """The first `needed` frames of `kept` at a gain; they begin again as often as that takes."""

    def __init__(self, kept: "Kept", gain: float, needed: int) -> None:
        self.channels = kept.channels
        self._kept = kept
        self._gain = np.float32(gain)
        self._fade = min(CROSSFADE, kept.length // 3)
        self._turn = kept.length if needed <= kept.length else kept.length - self._fade

    def read(self, start: int, stop: int) -> "NDArray[np.float32]":
        """Return frames `start` to `stop`, within those needed, shape (stop - start, channels).

        Any cut gives the same samples.
        """
        block = np.empty((stop - start, self.channels), np.float32)
        at = start
        while at < stop:
            turn, place = divmod(at, self._turn)
            until = min(stop, (turn + 1) * self._turn)
            block[at - start : until - start] = self._within(place, place + until - at, again=turn > 0)
            at = until
        block *= self._gain
        return block

    def _within(self, start: int, stop: int, *, again: bool) -> "NDArray[np.float32]":
        """Return frames of one turn; from the second on, the end of the turn before lies over its beginning."""
        block = self._kept.read(start, stop)
        over = min(stop, self._fade) - start
        if again and over > 0:
            before = self._kept.read(self._turn + start, self._turn + start + over)
            place = np.arange(start, start + over)
            block[:over] *= rising(place, self._fade)[:, None]
            block[:over] += before * falling(place, self._fade)[:, None]
        return block
