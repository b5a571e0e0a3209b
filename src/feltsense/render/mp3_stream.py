"""One continuous sound as one stream of MP3 frames. A long one is encoded by several encoders at once, and spliced.

Where it is cut into chunks depends on its length alone, so that the bytes are the same for any number of threads. The
encoder of a chunk starts a little before it, and has forgotten by then that it ever began; it runs on a little behind
it. In that overlap a seam is looked for. Where there is none, the encoder of the chunk before runs on.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, TypeVar

from feltsense.render.mp3_encoder import BLOCK, FrameEncoder, block_reads, encode_blocks, read_pcm
from feltsense.render.mp3_frames import split_frames
from feltsense.render.mp3_splice import before_seam, find_seam

if TYPE_CHECKING:
    from feltsense.mix.port import PcmSource

_Result = TypeVar("_Result")

_EARLY = 49
"""Frames that an encoder starts before its chunk.

After 1.3 seconds it decides as if it had encoded all that was before. 49, because the sizes of frames repeat after 49
at our bit rates and 44.1 kHz (417 and 47/49 bytes at 128 kbit/s, 313 and 23/49 at 96): all frames have the size that
one encoder would give them.
"""

_CHUNK = 40 * _EARLY
"""Most frames of a chunk, 51 seconds: the overlaps cost 3 % more encoding, and a few chunks take little memory."""

_TOGETHER = 4
"""The number of chunks is a multiple of this: two or four cores come to the end at the same time."""

_LATE = 12
"""Frames that an encoder runs on behind its chunk. Nearly always the first of them is a seam."""

_LEAD = 4
"""Frames before a chunk that are kept until the seam is found: its main data reaches back into them."""

_LAG = 2
"""Frames that LAME must be fed before it gives what was fed before them."""


def encode_stream(source: "PcmSource", first: int, end: int, pool: Executor, jobs: int) -> Iterator[tuple[bytes, int]]:
    """Yield the frames `first` to `end` of `source`, in pieces of about a block or a chunk.

    Each comes with the frame that is reached with it, to a few.

    Args:
        source: read by several threads.
        first: frame of the file at which the stream begins; nothing sounds before it.
        end: the frame behind its last.
        pool: where the encoders run.
        jobs: how many of them are worth running at once.
    """
    if end - first < 2 * _CHUNK:
        blocks = _in_order(block_reads(source, first, end), pool, 1)
        yield from zip(encode_blocks(source.channels, end - first, blocks), count(first, BLOCK))
    else:
        yield from _encode_in_chunks(source, first, end, pool, jobs)


def _encode_in_chunks(
    source: "PcmSource", first: int, end: int, pool: Executor, jobs: int
) -> Iterator[tuple[bytes, int]]:
    borders = chunk_borders(first, end)
    starts = [first, *(border - _EARLY for border in borders)]
    stops = [*(border + _LATE for border in borders), end]
    tasks = (partial(_encoded_chunk, source, start, end, stop) for start, stop in zip(starts, stops, strict=True))
    chunks = _in_order(tasks, pool, jobs)
    left = next(chunks)
    for border, stop, right in zip(borders, stops[1:], chunks, strict=True):
        piece = left.take(border - _LEAD)
        right.take(border - _LEAD)
        seam = find_seam(left.frames, right.frames, _LEAD)
        if seam is None:
            left.run(stop)
        else:
            piece += before_seam(left.frames, right.frames, seam)
            right.take(border - _LEAD + seam)
            left = right
        yield b"".join(piece), border
    yield b"".join(left.take(end)), end


def chunk_borders(first: int, end: int) -> list[int]:
    """Return the frames between `first` and `end` at which a new chunk begins. All have about the same length."""
    chunks = -(-(end - first) // (_CHUNK * _TOGETHER)) * _TOGETHER
    units = (end - first) // _EARLY
    return [first + number * units // chunks * _EARLY for number in range(1, chunks)]


def _in_order(calls: Iterable[Callable[[], _Result]], pool: Executor, ahead: int) -> Iterator[_Result]:
    """Yield what each of `calls` returns; up to `ahead` further ones are under way in `pool` meanwhile."""
    coming: deque[Future[_Result]] = deque()
    for call in calls:
        coming.append(pool.submit(call))
        if len(coming) > ahead:
            yield coming.popleft().result()
    while coming:
        yield coming.popleft().result()


class _Chunk:
    """An encoder at work on the frames from `start` on, and those that came out and were not taken yet."""

    def __init__(self, source: "PcmSource", start: int, end: int) -> None:
        """Begin at `start`; at `end` the sound is over."""
        self.frames: list[bytes] = []
        self._source, self._end = source, end
        self._encoder = FrameEncoder(source.channels, end - start)
        self._first = self._fed = start

    def run(self, stop: int) -> None:
        """Encode on, until all frames before `stop` are there."""
        while self._first + len(self.frames) < stop:
            if self._fed == self._end:
                self.frames += split_frames(self._encoder.finish())
                return
            until = min(self._fed + BLOCK, max(stop + _LAG, self._fed + 1), self._end)
            self.frames += split_frames(self._encoder.feed(read_pcm(self._source, self._fed, until)))
            self._fed = until

    def take(self, stop: int) -> list[bytes]:
        """Return the frames before `stop`, and keep those from there on."""
        taken, self.frames = self.frames[: stop - self._first], self.frames[stop - self._first :]
        self._first = stop
        return taken


def _encoded_chunk(source: "PcmSource", start: int, end: int, stop: int) -> _Chunk:
    chunk = _Chunk(source, start, end)
    chunk.run(stop)
    return chunk
