"""A soundscape by itself, as something that can be played: loud enough to be listened to, faded at both ends."""

from typing import TYPE_CHECKING

import numpy as np

from feltsense.audio.samples import fade_in_gain, fade_out_gain
from feltsense.units import SAMPLE_RATE, Frames

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from feltsense.mix.soundscapes.port import SoundscapeStream

_GAIN = 10 ** (14 / 20)
"""From a background's −38 LUFS to −24: present, and still softer than a voice."""

_FADE = 2 * SAMPLE_RATE


class SoundscapeOnly:
    """A `PcmSource` of one stream, in stereo.

    Args:
        stream: what is heard.
        length: how long, in frames; at least one.
    """

    channels = 2

    def __init__(self, stream: "SoundscapeStream", length: Frames) -> None:
        self.length = length
        self._stream = stream

    def read(self, start: int, stop: int) -> "NDArray[np.float32]":
        """Return frames `start` to `stop`, shape (stop - start, 2)."""
        at = np.arange(start, stop)
        fade = min(_FADE, max(1, self.length // 2))
        gain = fade_in_gain(at, fade) * fade_out_gain(at - (self.length - fade), fade) * np.float32(_GAIN)
        sound: NDArray[np.float32] = self._stream.read(start, stop) * gain[:, np.newaxis]
        return np.clip(sound, -1.0, 1.0)

    def readable(self, start: int, stop: int) -> int:  # noqa: ARG002 - all of it is, at any time
        """Return `stop`."""
        return stop

    def quiet(self) -> tuple[tuple[Frames, Frames], ...]:
        """Return nothing: it is never silent."""
        return ()
