"""A sound file over a time: played once or again and again, and faded at both ends where it is played for itself."""

from typing import TYPE_CHECKING

import numpy as np

from feltsense.audio.samples import fade_in_gain, fade_out_gain
from feltsense.units import frames

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from feltsense.mix.decoded_file import DecodedFile
    from feltsense.timeline.model import SoundEvent

CROSSFADE = frames(4000)
"""Over which a loop goes from its end into its beginning; a third of a sound that is short."""

_IN, _OUT = frames(250), frames(1000)
"""Short enough at the beginning for a first word; a quarter of a sound that is short."""


class LoopedFile:
    """The first `needed` frames of `kept` at a gain; they begin again as often as that takes."""

    def __init__(self, kept: "DecodedFile", gain: float, needed: int) -> None:
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
            block[:over] *= fade_in_gain(place, self._fade)[:, None]
            block[:over] += before * fade_out_gain(place, self._fade)[:, None]
        return block


class Clip:
    """`sound` over the time of `event`."""

    def __init__(self, event: "SoundEvent", sound: LoopedFile) -> None:
        self.event = event
        self.channels = sound.channels
        self._sound = sound
        quarter = max(1, event.length // 4)
        self._in, self._out = min(_IN, quarter), min(_OUT, quarter)

    def read(self, start: int, stop: int) -> "NDArray[np.float32]":
        """Return frames `start` to `stop` (absolute, inside the event), shape (stop - start, channels)."""
        begin, end = self.event.start, self.event.start + self.event.length
        block = self._sound.read(start - begin, stop - begin)
        place = np.arange(start, stop)
        if start < begin + self._in:
            block *= fade_in_gain(place - begin, self._in)[:, None]
        if stop > end - self._out:
            block *= fade_out_gain(place - (end - self._out), self._out)[:, None]
        return block
