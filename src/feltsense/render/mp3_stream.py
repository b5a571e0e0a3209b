"""One continuous sound as one stream of MP3 frames. A long one is encoded by several encoders at once, and spliced.

Where it is cut into chunks depends on its length alone, so that the bytes are the same for any number of threads. The
encoder of a chunk starts a little before it, and has forgotten by then that it ever began; it runs on a little behind
it. In that overlap a seam is looked for. Where there is none, the chunk before runs on.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from functools import partial
from itertools import count, islice
from typing import TypeVar

from feltsense.render.mp3_encoder import BLOCK
from feltsense.render.mp3_frames import split_frames
from feltsense.render.mp3_pieces import PieceEncoder
from feltsense.render.mp3_splice import before_seam, find_seam

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


def encode_stream(
    encoder: PieceEncoder, first: int, end: int, pool: Executor, jobs: int
) -> Iterator[tuple[bytes, int]]:
    """Yield the frames `first` to `end` of a sound, in pieces of about a block or a chunk.

    Each comes with the frame that is reached with it, to a few.

    Args:
        encoder: of the sound; called by several threads.
        first: frame of the file at which the stream begins; nothing sounds before it.
        end: the frame behind its last.
        pool: where the encoders run.
        jobs: how many of them are worth running at once.
    """
    borders = chunk_borders(first, end)
    if borders:
        yield from _encode_in_chunks(encoder, borders, first, end, pool, jobs)
    else:
        yield from zip(encoder.in_parts(first, end), count(first, BLOCK))


def _encode_in_chunks(
    encoder: PieceEncoder, borders: Sequence[int], first: int, end: int, pool: Executor, jobs: int
) -> Iterator[tuple[bytes, int]]:
    starts = [first, *(border - _EARLY for border in borders)]
    stops = [*(border + _LATE for border in borders), end]
    tasks = (partial(_encoded_chunk, encoder, start, end, stop) for start, stop in zip(starts, stops, strict=True))
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
    if end - first < 2 * _CHUNK:
        return []
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
    """The frames from `start` on that are there and were not taken yet; more can be encoded, up to `end`."""

    def __init__(self, encoder: PieceEncoder, start: int, end: int, frames: list[bytes]) -> None:
        self.frames = frames
        self._first = start
        done = len(frames)
        # an encoder cannot begin in the middle: it begins anew where it is asked for more, and that hardly ever happens
        self._more = islice(encoder.one_by_one(start, end), done, None)

    def run(self, stop: int) -> None:
        """Encode on, until all frames before `stop` are there."""
        self.frames += islice(self._more, max(0, stop - self._first - len(self.frames)))

    def take(self, stop: int) -> list[bytes]:
        """Return the frames before `stop`, and keep those from there on."""
        taken, self.frames = self.frames[: stop - self._first], self.frames[stop - self._first :]
        self._first = stop
        return taken


def _encoded_chunk(encoder: PieceEncoder, start: int, end: int, stop: int) -> _Chunk:
    chunk = _Chunk(encoder, start, end, split_frames(encoder.begun(start, stop, end)))
    chunk.run(stop)  # nothing is left to do, unless LAME should lag more than it is known to
    return chunk
