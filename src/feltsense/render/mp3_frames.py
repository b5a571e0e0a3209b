"""MPEG-1 layer III frames as bytes: where they end, one that is silent, and the one that tells the length.

Layout after ISO 11172-3; the Info frame after the LAME tag specification (revision 1).
"""

import struct
from functools import cache

FRAME = 1152
"""Samples in a frame."""

ENCODER_DELAY = 576
"""Samples that LAME puts before the first."""

DECODER_DELAY = 529
"""Samples that every decoder adds to that."""

KBPS = {1: 96, 2: 128}
"""Constant bit rate by the number of channels."""

_RATES = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_PADDING_BIT = 0x02
_HEADER = 4
_SIDE_INFO = {1: 17, 2: 32}
"""Bytes, by channels."""
_MONO = 0b11


def frame_size(header: bytes) -> int:
    """Return the bytes of the frame that begins with `header` (44.1 kHz)."""
    padding = (header[2] & _PADDING_BIT) >> 1
    return 144_000 * _RATES[header[2] >> 4] // 44_100 + padding


def channels_of(frame: bytes) -> int:
    """Return how many channels `frame` has."""
    return 1 if frame[3] >> 6 == _MONO else 2


def main_data_at(frame: bytes) -> int:
    """Return where in `frame` its main data area begins, behind header and side info."""
    return _HEADER + _SIDE_INFO[channels_of(frame)]


def split_frames(data: bytes) -> list[bytes]:
    """Return the frames of `data`, which holds nothing but whole ones."""
    frames, at = [], 0
    while at < len(data):
        size = frame_size(data[at : at + _HEADER])
        frames.append(data[at : at + size])
        at += size
    return frames


class FrameCutter:
    """Lets a given number of whole frames pass of an encoder's output, however it is cut."""

    def __init__(self, frames: int) -> None:
        """Let `frames` pass."""
        self.left = frames
        self._rest = b""

    def feed(self, data: bytes) -> bytes:
        """Return the whole frames that `data` completes."""
        data = self._rest + data
        end = 0
        while self.left and end + _HEADER <= len(data):
            size = frame_size(data[end : end + _HEADER])
            if end + size > len(data):
                break
            end += size
            self.left -= 1
        self._rest = data[end:] if self.left else b""
        return data[:end]


class SilentFrames:
    """Frames of digital silence that borrow nothing from the frames before them.

    Their padding keeps the whole file at the nominal rate, so that players that only divide bytes by the bit rate
    still show the right time.
    """

    def __init__(self, header: bytes, channels: int) -> None:
        """Make them in the likeness of an encoder's `header`."""
        bare = bytes([*header[:2], header[2] & ~_PADDING_BIT, header[3]])
        size = frame_size(bare)
        padded = bytes([*bare[:2], bare[2] | _PADDING_BIT, bare[3]])
        self._frames = (bare + bytes(size - _HEADER), padded + bytes(size + 1 - _HEADER))
        self._bytes_per_frame = 144_000 * KBPS[channels] / 44_100

    def fill(self, count: int, frames_before: int, bytes_before: int) -> bytes:
        """Return `count` frames that follow `frames_before` frames of `bytes_before` bytes."""
        pieces, size = [], bytes_before
        for number in range(frames_before + 1, frames_before + count + 1):
            frame = self._frames[size + len(self._frames[1]) <= number * self._bytes_per_frame]
            pieces.append(frame)
            size += len(frame)
        return b"".join(pieces)


def info_frame(header: bytes, channels: int, frames: int, size: int, padding: int) -> bytes:
    """Return the frame before the first that tells the length, so that players need not guess it.

    Args:
        header: of the encoder's own frames.
        channels: 1 or 2.
        frames: of sound.
        size: bytes of sound, without this frame.
        padding: samples after the last that are not part of the sound.
    """
    bare = bytes([*header[:2], header[2] & ~_PADDING_BIT, header[3]])
    total = frame_size(bare)
    tag = bare + bytes(_SIDE_INFO[channels]) + b"Info"
    tag += struct.pack(">III", 0b1111, frames, size + total)  # frames, bytes, seek points and quality follow
    tag += bytes(point * 256 // 100 for point in range(100))  # a constant rate: time is place
    tag += struct.pack(">I", 80) + b"LAME3.100" + bytes([0x01, 0]) + bytes(8)  # constant rate; gains unknown
    tag += bytes([0, KBPS[channels]]) + (ENCODER_DELAY << 12 | padding).to_bytes(3, "big")
    tag += bytes(4) + struct.pack(">IH", size + total, 0)  # the sound's own checksum is read by nobody
    tag += struct.pack(">H", _crc16(tag))
    return tag + bytes(total - len(tag))


def _crc16(data: bytes) -> int:
    """Return the CRC-16 (polynomial 0x8005, reflected) that the tag is closed with."""
    crc = 0
    for byte in data:
        crc = crc >> 8 ^ _crc_table()[(crc ^ byte) & 0xFF]
    return crc


@cache
def _crc_table() -> tuple[int, ...]:
    table = []
    for value in range(256):
        for _ in range(8):
            value = value >> 1 ^ (0xA001 if value & 1 else 0)  # noqa: PLW2901 - it is shifted out bit by bit
        table.append(value)
    return tuple(table)
