"""LAME, the MP3 encoder: samples in, as many whole frames out."""

import importlib.metadata
import platform
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from typing import TYPE_CHECKING

import lameenc
import numpy as np

from feltsense.audio.samples import to_int16
from feltsense.errors import RenderError
from feltsense.render.mp3_frames import FRAME, KBPS, FrameCutter
from feltsense.units import SAMPLE_RATE

if TYPE_CHECKING:
    from feltsense.mix.port import PcmSource

_QUALITY = 2
"""LAME's own recommendation for the best that is worth its time."""

ENCODING_VERSION = "1"
"""Goes into the keys of what is cached: raise it when the same samples become other frames."""

_SCALE = np.float32(1 / 0.95)
"""LAME turns everything down to 0.95 at these rates, and lameenc has no way to tell it not to."""

BLOCK = 128
"""Frames encoded at a time, 3.3 seconds: as fast as twice as many, in less memory."""


LAG = 3
"""Frames that LAME must be fed before it gives what was fed before them; often 2 are enough, hardly ever 1."""


class FrameEncoder:
    """One encoder. It is fed samples as `read_pcm` returns them, in pieces of any size, and gives whole frames."""

    def __init__(self, channels: int, frames: int) -> None:
        """Begin anew; no more than `frames` come out."""
        self._lame = _lame(channels)
        self._cutter = FrameCutter(frames)

    def feed(self, pcm: bytes) -> bytes:
        """Return the frames that `pcm` completes. They come about two frames late."""
        return self._cutter.feed(bytes(self._lame.encode(pcm)))

    def finish(self) -> bytes:
        """Return the last frames. Nothing can be fed after that.

        Raises:
            RenderError: fewer samples were fed than there should be frames.
        """
        last = self._cutter.feed(bytes(self._lame.flush()))
        if self._cutter.left:  # the encoder lags: silence behind the end brings out what it still holds
            raise RenderError("The MP3 encoder gave fewer frames than it was fed.", "Please report this.")
        return last


def read_pcm(source: "PcmSource", first: int, end: int) -> bytes:
    """Return the samples of the frames `first` to `end` as the encoder takes them.

    Behind the end of `source` there is silence. What is above 0.95 is cut.
    """
    start, stop = first * FRAME, end * FRAME
    inside = source.read(min(start, source.length), min(stop, source.length)) * _SCALE
    missing = stop - start - len(inside)
    return to_int16(np.pad(inside, ((0, missing), (0, 0))) if missing else inside).tobytes()


def block_reads(source: "PcmSource", first: int, end: int) -> Iterator[Callable[[], bytes]]:
    """Yield what reads each block of the frames `first` to `end`, as the encoder takes it."""
    for block in range(first, end, BLOCK):
        yield partial(read_pcm, source, block, min(block + BLOCK, end))


def encode_blocks(channels: int, frames: int, blocks: Iterable[bytes], *, ends: bool = True) -> Iterator[bytes]:
    """Yield `frames` frames, encoded by one encoder from `blocks`.

    Args:
        channels: 1 or 2.
        frames: how many come out at the most.
        blocks: the samples of as many frames; of `LAG` more where the sound does not end there.
        ends: whether it does.
    """
    encoder = FrameEncoder(channels, frames)
    for block in blocks:
        yield encoder.feed(block)
    if ends:
        yield encoder.finish()


def encoder_identity(channels: int, *, ends: bool = True) -> tuple[str, ...]:
    """Return all that changes the frames that `encode_blocks` makes of the same samples."""
    numbers = map(str, (channels, KBPS[channels], _QUALITY))
    return ("mp3", ENCODING_VERSION, _lameenc_version(), *numbers, *(() if ends else (f"goes on for {LAG}",)))


@cache
def _lameenc_version() -> str:
    """Return the version of LAME's wheel, and the machine it is for."""
    return f"{importlib.metadata.version('lameenc')} {platform.system()} {platform.machine()}"


def encoder_header(channels: int) -> bytes:
    """Return the header of the frames that LAME makes for this many channels."""
    lame = _lame(channels)
    first = bytes(lame.encode(bytes(2 * channels * FRAME * 4))) + bytes(lame.flush())
    return first[:4]


def _lame(channels: int) -> lameenc.Encoder:
    lame = lameenc.Encoder()
    lame.set_channels(channels)
    lame.set_bit_rate(KBPS[channels])
    lame.set_in_sample_rate(SAMPLE_RATE)
    lame.set_out_sample_rate(SAMPLE_RATE)
    lame.set_quality(_QUALITY)
    lame.silence()
    return lame
