"""What a soundscape is to those who list, mix or play it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LEVEL_LUFS = -38.0
"""Integrated loudness of every soundscape, in stereo: 22 LU under a voice at -16 LUFS."""


class SoundscapeStream(Protocol):
    """Endless stereo sound that can be read from anywhere; any cut into blocks gives the same samples, bit for bit."""

    def read(self, start: int, stop: int) -> "NDArray[np.float32]":
        """Return frames `start` to `stop` (0 or more, at `SAMPLE_RATE`), shape (stop - start, 2), 1.0 is full scale.

        Safe to call from several threads. The array is the caller's own.
        """


@dataclass(frozen=True, slots=True)
class Soundscape:
    """One kind of background sound."""

    name: str
    """What a script, a command or a setting calls it."""

    title: str

    summary: str
    """One plain sentence for listeners."""

    open: Callable[[], SoundscapeStream]
    """Return a stream of it, at `LEVEL_LUFS`. Always the same sound."""
