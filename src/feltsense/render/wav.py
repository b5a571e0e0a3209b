"""WAV: the samples themselves, streamed, with the tags behind them, where they disturb no simple reader."""

import struct
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, BinaryIO

from feltsense.audio.samples import to_int16
from feltsense.render.id3 import id3_tag
from feltsense.render.metadata import TrackMetadata
from feltsense.units import SAMPLE_RATE

if TYPE_CHECKING:
    from feltsense.mix.port import PcmSource

BLOCK = 10 * SAMPLE_RATE
"""Frames read at a time: small beside everything else in memory, and few calls."""

_SAMPLE_BYTES = 2
_PCM = 1


def pcm_blocks(source: "PcmSource", progress: Callable[[int], None]) -> Iterator[bytes]:
    """Yield all of `source` as 16-bit PCM, block by block; `progress` is told the frames done."""
    for start in range(0, source.length, BLOCK):
        stop = min(start + BLOCK, source.length)
        yield to_int16(source.read(start, stop)).tobytes()
        progress(stop)


def write_wav(source: "PcmSource", out: BinaryIO, facts: TrackMetadata, progress: Callable[[int], None]) -> None:
    """Write `source` and its tags as a WAV file to `out`; `progress` is told the frames done."""
    width = source.channels * _SAMPLE_BYTES
    rate = struct.pack("<HHIIHH", _PCM, source.channels, SAMPLE_RATE, SAMPLE_RATE * width, width, 8 * _SAMPLE_BYTES)
    size = source.length * width  # always even: no padding behind it
    tags = _chunk(b"id3 ", id3_tag(facts))  # without an INFO list beside it: ffmpeg warns of files that have both
    head = b"WAVE" + _chunk(b"fmt ", rate) + struct.pack("<4sI", b"data", size)
    out.write(struct.pack("<4sI", b"RIFF", len(head) + size + len(tags)) + head)
    out.writelines(pcm_blocks(source, progress))
    out.write(tags)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack("<4sI", name, len(content)) + content + b"\0" * (len(content) % 2)
