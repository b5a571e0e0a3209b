"""16-bit WAV, streamed."""

import wave
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, BinaryIO

from feltsense.audio.pcm import to_int16
from feltsense.units import SAMPLE_RATE

if TYPE_CHECKING:
    from feltsense.mix.source import PcmSource

BLOCK = 10 * SAMPLE_RATE
"""Frames read at a time: small beside everything else in memory, and few calls."""


def pcm(source: "PcmSource", progress: Callable[[int], None]) -> Iterator[bytes]:
    """Yield all of `source` as 16-bit PCM, block by block; `progress` is told the frames done."""
    for start in range(0, source.length, BLOCK):
        stop = min(start + BLOCK, source.length)
        yield to_int16(source.read(start, stop)).tobytes()
        progress(stop)


def write_wav(source: "PcmSource", out: BinaryIO, progress: Callable[[int], None]) -> None:
    """Write `source` as a WAV file to the seekable `out`; `progress` is told the frames done."""
    with wave.open(out, "wb") as file:
        file.setnchannels(source.channels)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        file.setnframes(source.length)
        for block in pcm(source, progress):
            file.writeframesraw(block)
