"""Reads the sound file that an engine wrote: WAV, or AIFF as Apple's engine writes whatever the name. No numpy."""

import io
import wave
from dataclasses import dataclass
from pathlib import Path

_BIG_ENDIAN = frozenset({b"NONE", b"twos"})
_LITTLE_ENDIAN = frozenset({b"sowt"})


@dataclass(frozen=True, slots=True)
class Recording:
    """16-bit samples as they stand in the file."""

    pcm: bytes
    """Frame after frame, the channels of a frame side by side."""
    dtype: str
    """How numpy calls the samples: `<i2` or `>i2`."""
    channels: int
    rate: int


def read_recording(path: Path) -> Recording:
    """Return what is in the file.

    Raises:
        OSError: there is no such file.
        ValueError: it is no sound, it is damaged, or it is empty.
    """
    data = path.read_bytes()
    try:
        found = _aiff(data) if data[:4] == b"FORM" else _wav(data)
    except (wave.Error, EOFError, OverflowError) as error:
        raise ValueError("the sound file is damaged") from error
    if not found.pcm or len(found.pcm) % (2 * found.channels):
        raise ValueError("the sound file is empty or torn")
    return found


def _wav(data: bytes) -> Recording:
    with wave.open(io.BytesIO(data)) as sound:
        return _recording(
            sound.readframes(sound.getnframes()),
            sound.getnframes(),
            "<i2",
            (sound.getnchannels(), 8 * sound.getsampwidth(), sound.getframerate()),
        )


def _aiff(data: bytes) -> Recording:
    chunks = _chunks(data)
    common, sound = chunks.get(b"COMM", b""), chunks.get(b"SSND", b"")
    if len(common) < 18:
        raise ValueError("the sound file has no format")
    coding = common[18:22] if data[8:12] == b"AIFC" else b"NONE"
    if coding not in _BIG_ENDIAN | _LITTLE_ENDIAN:
        raise ValueError(f"the sound is coded as {coding!r}, which is not known here")
    channels, frames, bits = (int.from_bytes(common[a:b], "big") for a, b in ((0, 2), (2, 6), (6, 8)))
    start = 8 + int.from_bytes(sound[:4], "big")
    return _recording(
        sound[start : start + frames * channels * 2],
        frames,
        "<i2" if coding in _LITTLE_ENDIAN else ">i2",
        (channels, bits, round(_extended(common[8:18]))),
    )


def _recording(pcm: bytes, frames: int, dtype: str, shape: tuple[int, int, int]) -> Recording:
    channels, bits, rate = shape
    if bits != 16 or channels < 1 or rate < 1:
        raise ValueError(f"the sound has {bits} bits, {channels} channels and the rate {rate}")
    if len(pcm) != frames * channels * 2:
        raise ValueError("the sound file is torn")
    return Recording(pcm, dtype, channels, rate)


def _chunks(data: bytes) -> dict[bytes, bytes]:
    """Return what stands under each name in an AIFF file."""
    chunks, at = {}, 12
    while at + 8 <= len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "big")
        chunks[data[at : at + 4]] = data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2
    return chunks


def _extended(number: bytes) -> float:
    """Return a positive number of 80 bits, as AIFF writes its rate."""
    return float(int.from_bytes(number[2:], "big")) * 2.0 ** (int.from_bytes(number[:2], "big") - 16383 - 63)
