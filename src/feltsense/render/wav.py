"""16-bit WAV, streamed; and the one place where samples become whole numbers."""

import wave
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, BinaryIO

import numpy as np

from feltsense.units import SAMPLE_RATE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from feltsense.sound.source import PcmSource

BLOCK = 10 * SAMPLE_RATE
"""Frames read at a time: small beside everything else in memory, and few calls."""

_FULL_SCALE = 32_767


def to_int16(block: "NDArray[np.float32]") -> "NDArray[np.int16]":
    """Return samples as 16-bit little-endian numbers of the same shape; 1.0 is full scale, more is cut."""
    whole: NDArray[np.int16] = np.rint(np.clip(block, -1.0, 1.0) * np.float32(_FULL_SCALE)).astype("<i2")
    return whole


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
