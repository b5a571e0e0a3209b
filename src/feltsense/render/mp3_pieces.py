"""Pieces of one sound, each encoded by an encoder of its own, or taken from the cache where that was done before.

A piece is cached by its samples: mixing and hashing them takes a third of the time that mixing and encoding takes, and
a key without them would have to know all that a mix depends on, down to its code.
"""

import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError
from functools import partial
from typing import TYPE_CHECKING

from feltsense.render.cache import RenderCache, key_of
from feltsense.render.mp3_encoder import LAG, block_reads, encode_blocks, encoder_identity
from feltsense.render.mp3_frames import split_frames

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from feltsense.mix.port import PcmSource
    from feltsense.units import Frames


class CancellableSource:
    """A source whose reading can be ended: every encoder that is at work on it then stops at its next block."""

    def __init__(self, source: "PcmSource") -> None:
        """Read from `source`."""
        self.length: Frames = source.length
        self.channels = source.channels
        self.quiet = source.quiet
        self._read = source.read
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Have every read fail from now on."""
        self._cancelled.set()

    def read(self, start: int, stop: int) -> "NDArray[np.float32]":
        """Return frames `start` to `stop`, shape (stop - start, channels).

        Raises:
            CancelledError: it was cancelled.
        """
        self.check()
        return self._read(start, stop)

    def check(self) -> None:
        """Do nothing.

        Raises:
            CancelledError: it was cancelled.
        """
        if self._cancelled.is_set():
            raise CancelledError


class PieceEncoder:
    """Encodes pieces of `source`. Safe for several threads."""

    def __init__(self, source: CancellableSource, cache: RenderCache | None = None) -> None:
        """Look for pieces in `cache`, and keep them there. The bytes are the same without it."""
        self.source = source
        self._cache = cache

    def whole(self, first: int, end: int) -> bytes:
        """Return the frames `first` to `end`, behind which nothing is heard. Above 0.95 it is cut."""
        return b"".join(self.in_parts(first, end))

    def in_parts(self, first: int, end: int) -> Iterator[bytes]:
        """Yield the same in parts: block by block, or at once where it was encoded before."""
        return self._parts(first, end, end, ends=True)

    def begun(self, first: int, stop: int, end: int) -> bytes:
        """Return the frames `first` to `stop` of what goes on to `end`; all of them where there is little left."""
        if stop + LAG >= end:
            return self.whole(first, end)
        return b"".join(self._parts(first, stop, stop + LAG, ends=False))

    def one_by_one(self, first: int, end: int) -> Iterator[bytes]:
        """Yield each of the frames `first` to `end`, encoded as they are asked for."""
        blocks = (read() for read in block_reads(self.source, first, end))
        for piece in encode_blocks(self.source.channels, end - first, blocks):
            yield from split_frames(piece)

    def _parts(self, first: int, stop: int, fed: int, *, ends: bool) -> Iterator[bytes]:
        channels, reads = self.source.channels, block_reads(self.source, first, fed)
        encode = partial(encode_blocks, channels, stop - first, ends=ends)
        if self._cache is None:
            yield from encode(read() for read in reads)
            return
        blocks = [read() for read in reads]
        key = key_of(encoder_identity(channels, ends=ends), blocks)
        found = self._cache.find(key)
        if found is not None:
            yield found
            return
        made = []
        for part in encode(self._until_cancelled(blocks)):
            made.append(part)
            yield part
        self._cache.keep(key, b"".join(made))

    def _until_cancelled(self, blocks: Iterable[bytes]) -> Iterator[bytes]:
        for block in blocks:
            self.source.check()
            yield block
