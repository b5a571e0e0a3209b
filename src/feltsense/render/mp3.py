"""MP3 at a constant bit rate, exact to the sample, encoded on several cores and in constant memory.

Most of an exercise is silence. The sound between two silences is an island: each is encoded by an encoder of its own,
several at once, and the silence is filled with ready frames. All cuts lie on frames counted from the start, so the
encoder's delay is the same everywhere and a decoder hears one stream.

Under a background there is no silence: all of it is one island, which is streamed (`mp3_stream`). What is encoded is
cached by its samples (`mp3_pieces`).
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from feltsense.errors import RenderError
from feltsense.render.cache import RenderCache
from feltsense.render.mp3_encoder import BLOCK, encoder_header
from feltsense.render.mp3_frames import DECODER_DELAY, ENCODER_DELAY, FRAME, SilentFrames, info_frame
from feltsense.render.mp3_pieces import CancellableSource, PieceEncoder
from feltsense.render.mp3_stream import encode_stream

if TYPE_CHECKING:
    from feltsense.mix.port import PcmSource

_WHOLE = 60 * BLOCK
"""An island of up to this many frames is encoded beside others and waits for its turn.

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
        cache: where encoded pieces are looked for and kept. The bytes are the same without it.

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
        writer = _Writer(PieceEncoder(sound, cache), out, SilentFrames(header, source.channels), progress)
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


class _Writer:
    """Writes stretches in order, while islands further on are encoded."""

    def __init__(
        self,
        encoder: PieceEncoder,
        out: BinaryIO,
        silence: SilentFrames,
        progress: Callable[[int], None],
    ) -> None:
        self.encoder = encoder
        self.length = encoder.source.length
        self.out = out
        self.silence = silence
        self.progress = progress
        self.frames = self.bytes = 0

    def write(self, stretches: Sequence[_Stretch], pool: ThreadPoolExecutor, jobs: int) -> None:
        waiting: deque[tuple[_Stretch, Future[bytes] | None]] = deque()
        alone = sum(not stretch.silent for stretch in stretches) == 1
        for stretch in stretches:
            beside = not stretch.silent and stretch.frames <= _WHOLE and not alone
            waiting.append((stretch, pool.submit(self.encoder.whole, stretch.first, stretch.end) if beside else None))
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
        self.progress(min(self.length, stretch.end * FRAME))

    def _stream(self, stretch: _Stretch, pool: ThreadPoolExecutor, jobs: int) -> None:
        for piece, reached in encode_stream(self.encoder, stretch.first, stretch.end, pool, jobs):
            self._put(piece)
            self.progress(min(self.length, reached * FRAME))

    def _put(self, data: bytes) -> None:
        self.out.write(data)
        self.bytes += len(data)


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
