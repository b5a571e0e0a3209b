"""What a finished mix is to those who play or write it, and what a background is to the mix."""

from typing import TYPE_CHECKING, Protocol

from feltsense.units import Frames

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class PcmSource(Protocol):
    """Sound of a known length that can be read from anywhere: any cut into blocks gives the same samples."""

    @property
    def length(self) -> Frames:
        """Frames in all; of what is still being made, as far as is known."""

    @property
    def channels(self) -> int:
        """1 or 2."""

    def read(self, start: int, stop: int) -> "NDArray[np.float32]":
        """Return frames `start` to `stop`, shape (stop - start, channels), 1.0 is full scale, never beyond.

        Behind the end there is silence. Safe to call from several threads. What is still being made is waited for.
        """

    def quiet(self) -> tuple[tuple[Frames, Frames], ...]:
        """Return the stretches (start, stop) of pure digital silence, in order; all of them at least a second."""


class PlayableSource(PcmSource, Protocol):
    """A `PcmSource` that may still be being made while it is played."""

    def readable(self, start: int, stop: int) -> int:
        """Return the frame, from `start` to `stop`, up to which `read` returns at once; never waits for a voice.

        Raises:
            FeltsenseError: `start` will never be readable.
        """


class BackgroundStream(Protocol):
    """Endless sound of one or two channels, at its level; any cut gives the same samples."""

    def read(self, start: int, stop: int) -> "NDArray[np.float32]":
        """Return frames `start` to `stop`, shape (stop - start, 1 or 2). Safe to call from several threads."""
