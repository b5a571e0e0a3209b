"""A sound file that is played for itself, faded at both ends."""

from typing import TYPE_CHECKING

import numpy as np

from feltsense.audio.fades import falling, rising
from feltsense.units import frames

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from feltsense.mix.files.loop import Looped
    from feltsense.timeline.model import SoundEvent

_IN, _OUT = frames(250), frames(1000)
"""Short enough at the beginning for a first word; a quarter of a sound that is short."""


class Clip:
    """`sound` over the time of `event`."""

    def __init__(self, event: "SoundEvent", sound: "Looped") -> None:
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
            block *= rising(place - begin, self._in)[:, None]
        if stop > end - self._out:
            block *= falling(place - (end - self._out), self._out)[:, None]
        return block
