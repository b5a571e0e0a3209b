"""MP3 at a constant bit rate, exact to the sample, encoded on several cores and in constant memory.

Most of an exercise is silence. The sound between two silences is an island: each is encoded by an encoder of its own,
several at once, and the silence is filled with ready frames. All cuts lie on frames counted from the start, so the
encoder's delay is the same everywhere and a decoder hears one stream. Under a background there is no silence: all of it
is one island, encoded by one encoder, while the next block is mixed beside it.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, BinaryIO

import lameenc
import numpy as np

from feltsense.audio.samples import to_int16
from feltsense.errors import RenderError
from feltsense.render.mp3_frames import (
    DECODER_DELAY,
    ENCODER_DELAY,
    FRAME,
    KBPS,
    FrameCutter,
    SilentFrames,
    info_frame,
)
from feltsense.units import SAMPLE_RATE

if TYPE_CHECKING:
    from feltsense.mix.port import PcmSource

_QUALITY = 2
"""LAME's own recommendation for the best that is worth its time."""

_SCALE = np.float32(1 / 0.95)
"""LAME turns everything down to 0.95 at these rates, and lameenc has no way to tell it not to."""

_BLOCK = 256
"""Frames encoded at a time, about seven seconds."""

_WHOLE = 30 * _BLOCK
"""An island of up to this many frames is encoded beside others and kept until its turn.

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


def write_mp3(source: "PcmSource", out: BinaryIO, progress: Callable[[int], None], jobs: int) -> None:
    """Write `source` as MP3 frames to the seekable `out`, from where it stands.

    Args:
        source: at least one frame of sound.
        out: what is before its position (a tag) stays.
        progress: told the samples done.
        jobs: how many encoders run at once. The bytes are the same for any number.

    Raises:
        RenderError: there is nothing to write.
    """
    if source.length <= 0:
        raise RenderError("There is no sound to write.")
    frames = -(-(source.length + ENCODER_DELAY + DECODER_DELAY) // FRAME)
    header = _header(source.channels)
    start = out.tell()
    out.write(info_frame(header, source.channels, frames, 0, 0))
    body = out.tell()
    with ThreadPoolExecutor(jobs, thread_name_prefix="encode") as pool:
        writer = _Writer(source, out, SilentFrames(header, source.channels), progress)
        try:
            writer.write(tuple(_stretches(source, frames)), pool, jobs)
        except BaseException:
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
        self, source: "PcmSource", out: BinaryIO, silence: SilentFrames, progress: Callable[[int], None]
    ) -> None:
        self.source = source
        self.out = out
        self.silence = silence
        self.progress = progress
        self.frames = self.bytes = 0

    def write(self, stretches: Sequence[_Stretch], pool: ThreadPoolExecutor, jobs: int) -> None:
        waiting: deque[tuple[_Stretch, Future[bytes] | None]] = deque()
        alone = sum(not stretch.silent for stretch in stretches) == 1
        for stretch in stretches:
            beside = not stretch.silent and stretch.frames <= _WHOLE and not alone
            waiting.append((stretch, pool.submit(self._whole, stretch) if beside else None))
            if len(waiting) > 4 * jobs:
                self._write_next(waiting, pool)
        while waiting:
            self._write_next(waiting, pool)

    def _write_next(self, waiting: "deque[tuple[_Stretch, Future[bytes] | None]]", pool: ThreadPoolExecutor) -> None:
        stretch, future = waiting.popleft()
        if future is not None:
            self._put(future.result())
        elif stretch.silent:
            self._put(self.silence.fill(stretch.frames, self.frames, self.bytes))
        else:
            self._stream(stretch, pool)
        self.frames += stretch.frames
        self.progress(min(self.source.length, stretch.end * FRAME))

    def _stream(self, stretch: _Stretch, pool: ThreadPoolExecutor) -> None:
        """Encode one block while the next is read."""
        blocks = _ahead(_reads(self.source, stretch.first, stretch.end), pool)
        for number, piece in enumerate(_encoded(self.source.channels, stretch.frames, blocks)):
            self._put(piece)
            self.progress(min(self.source.length, (stretch.first + number * _BLOCK) * FRAME))

    def _whole(self, stretch: _Stretch) -> bytes:
        return b"".join(encoded(self.source, stretch.first, stretch.end))

    def _put(self, data: bytes) -> None:
        self.out.write(data)
        self.bytes += len(data)


def encoded(source: "PcmSource", first: int, end: int) -> Iterator[bytes]:
    """Yield the frames `first` to `end` of `source`, encoded by an encoder of their own. Above 0.95 it is cut."""
    return _encoded(source.channels, end - first, (read() for read in _reads(source, first, end)))


def _encoded(channels: int, frames: int, blocks: Iterable[bytes]) -> Iterator[bytes]:
    encoder, cutter = _encoder(channels), FrameCutter(frames)
    for block in blocks:
        yield cutter.feed(bytes(encoder.encode(block)))
    yield cutter.feed(bytes(encoder.flush()))
    if cutter.left:  # the encoder lags: silence behind the end brings out what it still holds
        raise RenderError("The MP3 encoder gave fewer frames than it was fed.", "Please report this.")


def _reads(source: "PcmSource", first: int, end: int) -> Iterator[Callable[[], bytes]]:
    """Yield what reads each block of the frames `first` to `end`, as the encoder takes it."""
    for block in range(first, end, _BLOCK):
        yield partial(_samples, source, block * FRAME, min(block + _BLOCK, end) * FRAME)


def _ahead(reads: Iterable[Callable[[], bytes]], pool: ThreadPoolExecutor) -> Iterator[bytes]:
    """Yield what each of `reads` returns; the next one is under way meanwhile."""
    coming: Future[bytes] | None = None
    for read in reads:
        before, coming = coming, pool.submit(read)
        if before is not None:
            yield before.result()
    if coming is not None:
        yield coming.result()


def _samples(source: "PcmSource", start: int, stop: int) -> bytes:
    """Return samples `start` to `stop` as whole numbers; behind the end there is silence."""
    inside = source.read(min(start, source.length), min(stop, source.length))
    return to_int16(np.pad(inside, ((0, stop - start - len(inside)), (0, 0))) * _SCALE).tobytes()


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


def _encoder(channels: int) -> lameenc.Encoder:
    encoder = lameenc.Encoder()
    encoder.set_channels(channels)
    encoder.set_bit_rate(KBPS[channels])
    encoder.set_in_sample_rate(SAMPLE_RATE)
    encoder.set_out_sample_rate(SAMPLE_RATE)
    encoder.set_quality(_QUALITY)
    encoder.silence()
    return encoder


def _header(channels: int) -> bytes:
    """Return the header of the frames that LAME makes for this many channels."""
    encoder = _encoder(channels)
    first = bytes(encoder.encode(bytes(2 * channels * FRAME * 4))) + bytes(encoder.flush())
    return first[:4]
