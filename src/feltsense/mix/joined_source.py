"""Several sounds in a row as one, each read only when its turn comes."""

import gc
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np

from feltsense.units import Frames

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from feltsense.mix.port import PcmSource


class ReleasingSource:
    """A `PcmSource` that is let go when it was read to its end, with all it remembers; read again, it is made anew.

    Args:
        source: it, as it is now.
        remake: makes the same again.
    """

    def __init__(self, source: "PcmSource", remake: "Callable[[], PcmSource]") -> None:
        self.length, self.channels = source.length, source.channels
        self._source: PcmSource | None = source
        self._remake = remake

    def read(self, start: int, stop: int) -> "NDArray[np.float32]":
        """Return frames `start` to `stop`, shape (stop - start, channels)."""
        sound = self._held().read(start, stop)
        if stop >= self.length:
            self._source = None
            gc.collect()  # backgrounds refer to themselves, and would stay for as long as nothing else asks for room
        return sound

    def quiet(self) -> tuple[tuple[Frames, Frames], ...]:
        """Return the stretches (start, stop) of pure digital silence, in order."""
        return self._held().quiet()

    def _held(self) -> "PcmSource":
        source = self._source or self._remake()
        self._source = source
        return source


class JoinedSource:
    """A `PcmSource` of others in a row. Where one of them has two sides, all have."""

    def __init__(self, parts: "Sequence[PcmSource]") -> None:
        """Join at least one."""
        self._parts = tuple(parts)
        self._starts = (0, *accumulate(part.length for part in parts))
        self.length = Frames(self._starts[-1])
        self.channels = max(part.channels for part in parts)

    def read(self, start: int, stop: int) -> "NDArray[np.float32]":
        """Return frames `start` to `stop`, shape (stop - start, channels); silence behind the end."""
        out = np.zeros((stop - start, self.channels), np.float32)
        first = max(0, bisect_right(self._starts, start) - 1)
        for part, begin in zip(self._parts[first:], self._starts[first:], strict=False):
            if begin >= stop:
                break
            low, high = max(start, begin), min(stop, begin + part.length)
            if low < high:
                out[low - start : high - start] = part.read(low - begin, high - begin)
        return out

    def quiet(self) -> tuple[tuple[Frames, Frames], ...]:
        """Return the stretches (start, stop) of pure digital silence, in order."""
        return tuple(
            (Frames(start + begin), Frames(stop + begin))
            for part, begin in zip(self._parts, self._starts, strict=False)
            for start, stop in part.quiet()
        )
