"""A piece of speech as the bytes of one cache file: a header that says what it is, then 16-bit samples.

No pickle: the header is JSON, guarded by a checksum of its own. It holds the cache key, so that a file under another
name is not taken for that phrase, and the checksum of the samples. Lengths and loudness are read without the samples.
"""

import hashlib
import json
import os
import struct
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from feltsense.system.files import open_regular
from feltsense.units import Frames
from feltsense.voice.port import Speech, SpeechInfo, SpokenWord

if TYPE_CHECKING:
    from numpy.typing import NDArray

ENTRY_VERSION = 2
"""Goes into every key and every file: raise it when the form below changes. Other versions are cache misses."""

_MAGIC = f"feltsense speech {ENTRY_VERSION}\n".encode()
_PREFIX = struct.Struct("<I32s")
"""Length of the header's JSON in bytes, and its SHA-256."""

_BODY = len(_MAGIC) + _PREFIX.size
"""Where the header's JSON begins; the samples follow it."""

_FIRST_READ = 16_384
"""Bytes: the header of nearly every phrase fits in."""

_MOST_HEADER = 1 << 20
_FULL_SCALE = 32767
_SAMPLE_BYTES = 2


def pack_entry(speech: Speech, key: str) -> bytes:
    """Return `speech` as bytes; its samples become 16-bit, scaled down where they are over full scale.

    Args:
        speech: the piece.
        key: the cache key that it will be read by.
    """
    scale = max(1.0, float(np.abs(speech.samples).max(initial=0.0)))
    pcm: bytes = np.rint(speech.samples / scale * _FULL_SCALE).astype("<i2").tobytes()
    spoken = speech.spoken
    header = json.dumps(
        {
            "key": key,
            "length": spoken.length,
            "words": [[word.text, word.start, word.length] for word in spoken.words],
            "true_peak": spoken.true_peak,
            "scale": scale,
            "pcm_sha256": hashlib.sha256(pcm).hexdigest(),
        }
    ).encode()
    return _MAGIC + _PREFIX.pack(len(header), hashlib.sha256(header).digest()) + header + pcm


def unpack_entry(content: bytes, key: str) -> Speech | None:
    """Return the piece that `pack_entry` made `content` of; None when a single bit or the key differs."""
    found = _header(key, content, len(content), lambda _count: b"")
    if found is None:
        return None
    header, start = found
    pcm = content[start:]
    if hashlib.sha256(pcm).hexdigest() != header["pcm_sha256"]:
        return None
    samples: NDArray[np.float32] = np.frombuffer(pcm, "<i2").astype(np.float32)
    samples *= np.float32(header["scale"] / _FULL_SCALE)
    return Speech(samples, _spoken(header))


def read_speech_info(path: Path, key: str) -> SpeechInfo | None:
    """Return the header of the entry `key` at `path`; None when it is missing, damaged or no regular file.

    Damage inside the samples is not seen here, only by `read_speech`.
    """
    try:
        with open_regular(path) as file:
            found = _header(key, file.read(_FIRST_READ), os.fstat(file.fileno()).st_size, file.read)
    except OSError:
        return None
    return _spoken(found[0]) if found else None


def read_speech(path: Path, key: str) -> Speech | None:
    """Return the entry `key` at `path`; None when it is missing, damaged or no regular file."""
    try:
        with open_regular(path) as file:
            content = file.read()
    except OSError:
        return None
    return unpack_entry(content, key)


def _header(key: str, start: bytes, total: int, more: Callable[[int], bytes]) -> tuple[dict[str, Any], int] | None:
    """Return the header and where the samples begin, when all is of this version and key and as long as it says.

    Args:
        key: the cache key that is wanted.
        start: the first bytes of the piece.
        total: how many bytes the piece has.
        more: gives that many bytes beyond `start`, should the header be longer.
    """
    if len(start) < _BODY or not start.startswith(_MAGIC):
        return None
    size, digest = _PREFIX.unpack_from(start, len(_MAGIC))
    if size > _MOST_HEADER:
        return None
    end = _BODY + size
    if end > len(start):
        start += more(end - len(start))
    text = start[_BODY:end]
    if hashlib.sha256(text).digest() != digest:
        return None
    header: dict[str, Any] = json.loads(text)
    if header["key"] != key or total != end + header["length"] * _SAMPLE_BYTES:
        return None
    return header, end


def _spoken(header: dict[str, Any]) -> SpeechInfo:
    words = tuple(SpokenWord(text, Frames(start), Frames(length)) for text, start, length in header["words"])
    return SpeechInfo(Frames(header["length"]), words, float(header["true_peak"]))
