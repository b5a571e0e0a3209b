"""Read-ahead: reads the source before it is needed, on a thread of its own, so that no device waits for a voice."""

from typing import TYPE_CHECKING

from feltsense.audio.samples import to_int16
from feltsense.errors import FeltsenseError, PlaybackError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from feltsense.mix.port import PlayableSource
    from feltsense.playback.clock import Clock, Loop
    from feltsense.playback.play_buffer import PlayBuffer

_REST = 0.2
"""Seconds between two looks at a buffer that is full; it holds several seconds."""


_SOON = 0.02
"""Seconds between two looks at a source that is still being made; somebody may go elsewhere meanwhile."""


class ReadAhead:
    """Fills a buffer from a source until it is stopped or the source fails."""

    def __init__(self, source: "PlayableSource", buffer: "PlayBuffer") -> None:
        self._source = source
        self._buffer = buffer
        self._loop: Loop | None = None
        self.failure: FeltsenseError | None = None
        """Why the source can be read no further."""

    def start(self, clock: "Clock") -> None:
        """Begin to fill. Calling it twice is fine."""
        if self._loop is None:
            self._loop = clock.start("feeder", self._step)

    def wake(self) -> None:
        """Have it look at once: the buffer has been emptied."""
        if self._loop is not None:
            self._loop.wake()

    def stop(self, patience: float) -> None:
        """Stop, and wait up to `patience` seconds for a read that is under way."""
        if self._loop is not None:
            self._loop.stop(patience)

    def _step(self) -> float | None:
        wanted = self._buffer.next_read()
        if wanted is None:
            return _REST
        filling, start, stop = wanted
        try:
            until = self._source.readable(start, stop)
            if until == start:
                return _SOON
            self._buffer.write(filling, self._read(start, until))
        except FeltsenseError as error:
            self.failure = error
        except Exception as error:  # noqa: BLE001 - on this thread nobody else would ever hear of it
            self.failure = PlaybackError("The sound for what comes next could not be made.", f"It said: {error}")
            self.failure.__cause__ = error
        return 0.0 if self.failure is None else None

    def _read(self, start: int, stop: int) -> "NDArray[np.int16]":
        block = to_int16(self._source.read(start, stop))
        if len(block) != stop - start:
            raise ValueError(f"{len(block)} frames came where {stop - start} were wanted")
        return block
