"""MP3 at a constant bit rate, exact to the sample, encoded on several cores and in constant memory.

Most of an exercise is silence. The sound between two silences is an island: each is encoded by an encoder of its own,
several at once, and the silence is filled with ready frames. All cuts lie on frames counted from the start, so the
encoder's delay is the same everywhere and a decoder hears one stream. Encoded islands are cached by their samples.

Under a background there is no silence: all of it is one island, which is streamed (`mp3_stream`), and not cached.
"""

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, BinaryIO

from feltsense.errors import RenderError
from feltsense.render.cache import RenderCache
from feltsense.render.mp3_encoder import BLOCK, block_reads, encode_blocks, encoder_header, encoder_identity
from feltsense.render.mp3_frames import DECODER_DELAY, ENCODER_DELAY, FRAME, SilentFrames, info_frame
from feltsense.render.mp3_stream import encode_stream

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from feltsense.mix.port import PcmSource
    from feltsense.units import Frames

_WHOLE = 60 * BLOCK
"""An island of up to this many frames is encoded beside others and waits for its turn. It can be cached.

A longer one, and one that is alone, is streamed.
"""

_TAIL = 2 * FRAME
"""Silence that belongs to the island before it: its encoder lags behind by less than this."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Frames `first` to `end`: an island of sound, or silence."""

    first: int
    end: int
    silent: bool

    @property
    def frames(self) -> int:
        return self.end - self.first


def write_mp3(
    source: "PcmSource", out: BinaryIO, progress: Callable[[int], None], jobs: int, cache: RenderCache | None = None
) -> None:
    """Write `source` as MP3 frames to the seekable `out`, from where it stands.

    Args:
        source: at least one frame of sound.
        out: what is before its position (a tag) stays.
        progress: told the samples done.
        jobs: how many encoders run at once. The bytes are the same for any number.
        cache: where encoded islands are looked for and kept. The bytes are the same without it.

    Raises:
        RenderError: there is nothing to write.
    """
    if source.length <= 0:
        raise RenderError("There is no sound to write.")
    frames = -(-(source.length + ENCODER_DELAY + DECODER_DELAY) // FRAME)
    header = encoder_header(source.channels)
    start = out.tell()
    out.write(info_frame(header, source.channels, frames, 0, 0))
    body = out.tell()
    with ThreadPoolExecutor(jobs, thread_name_prefix="encode") as pool:
        sound = CancellableSource(source)
        writer = _Writer(sound, out, SilentFrames(header, source.channels), progress, cache)
        try:
            writer.write(tuple(_stretches(source, frames)), pool, jobs)
        except BaseException:
            sound.cancel()
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    end = out.tell()
    out.seek(start)
    padding = frames * FRAME - ENCODER_DELAY - source.length
    out.write(info_frame(header, source.channels, frames, end - body, padding))
    out.seek(end)


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


class _Writer:
    """Writes stretches in order, while islands further on are encoded."""

    def __init__(
        self,
        source: CancellableSource,
        out: BinaryIO,
        silence: SilentFrames,
        progress: Callable[[int], None],
        cache: RenderCache | None,
    ) -> None:
        self.source = source
        self.out = out
        self.silence = silence
        self.progress = progress
        self.cache = cache
        self.frames = self.bytes = 0

    def write(self, stretches: Sequence[_Stretch], pool: ThreadPoolExecutor, jobs: int) -> None:
        waiting: deque[tuple[_Stretch, Future[bytes] | None]] = deque()
        alone = sum(not stretch.silent for stretch in stretches) == 1
        for stretch in stretches:
            beside = not stretch.silent and stretch.frames <= _WHOLE and not alone
            waiting.append((stretch, pool.submit(self._whole, stretch) if beside else None))
            if len(waiting) > 4 * jobs:
                self._write_next(waiting, pool, jobs)
        while waiting:
            self._write_next(waiting, pool, jobs)

    def _write_next(
        self, waiting: deque[tuple[_Stretch, Future[bytes] | None]], pool: ThreadPoolExecutor, jobs: int
    ) -> None:
        stretch, future = waiting.popleft()
        if future is not None:
            self._put(future.result())
        elif stretch.silent:
            self._put(self.silence.fill(stretch.frames, self.frames, self.bytes))
        else:
            self._stream(stretch, pool, jobs)
        self.frames += stretch.frames
        self.progress(min(self.source.length, stretch.end * FRAME))

    def _stream(self, stretch: _Stretch, pool: ThreadPoolExecutor, jobs: int) -> None:
        for piece, reached in encode_stream(self.source, stretch.first, stretch.end, pool, jobs):
            self._put(piece)
            self.progress(min(self.source.length, reached * FRAME))

    def _whole(self, stretch: _Stretch) -> bytes:
        if self.cache is None:
            return b"".join(encoded(self.source, stretch.first, stretch.end))
        blocks = [read() for read in block_reads(self.source, stretch.first, stretch.end)]
        make = partial(self._encoded, blocks, stretch.frames)
        return self.cache.get_or_make(encoder_identity(self.source.channels), blocks, make)

    def _encoded(self, blocks: Sequence[bytes], frames: int) -> bytes:
        return b"".join(encode_blocks(self.source.channels, frames, self._until_cancelled(blocks)))

    def _until_cancelled(self, blocks: Iterable[bytes]) -> Iterator[bytes]:
        for block in blocks:
            self.source.check()
            yield block

    def _put(self, data: bytes) -> None:
        self.out.write(data)
        self.bytes += len(data)


def encoded(source: "PcmSource", first: int, end: int) -> Iterator[bytes]:
    """Yield the frames `first` to `end` of `source`, encoded by an encoder of their own. Above 0.95 it is cut."""
    return encode_blocks(source.channels, end - first, (read() for read in block_reads(source, first, end)))


def _stretches(source: "PcmSource", frames: int) -> Iterator[_Stretch]:
    cursor = 0
    for quiet_start, quiet_stop in source.quiet():
        first = -(-(quiet_start + _TAIL) // FRAME) if quiet_start else 0
        end = frames if quiet_stop >= source.length else quiet_stop // FRAME
        if end <= first:
            continue
        if first > cursor:
            yield _Stretch(cursor, first, silent=False)
        yield _Stretch(first, end, silent=True)
        cursor = end
    if cursor < frames:
        yield _Stretch(cursor, frames, silent=False)
