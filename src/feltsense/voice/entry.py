"""A piece of speech as the bytes of one cache file: a header that says what it is, then 16-bit samples.

No pickle: the header is JSON, guarded by a checksum of its own, and it holds the checksum of the samples. Lengths and
loudness can so be read without touching the sound.
"""

import hashlib
import json
import struct
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from feltsense.units import Frames
from feltsense.voice.port import Speech, Spoken, SpokenWord

if TYPE_CHECKING:
    from numpy.typing import NDArray

VERSION = 1
"""Goes into every key: raise it when the form below changes."""

_MAGIC = b"feltsense speech 1\n"
_PREFIX = struct.Struct("<I32s")
"""Length of the header's JSON, and its SHA-256."""

_MOST_HEADER = 1 << 20
_FULL_SCALE = 32767


def pack(speech: Speech) -> bytes:
    """Return `speech` as bytes; its samples become 16-bit."""
    scale = max(1.0, float(np.abs(speech.samples).max(initial=0.0)))
    pcm = np.rint(speech.samples / scale * _FULL_SCALE).astype("<i2").tobytes()
    spoken = speech.spoken
    header = json.dumps(
        {
            "length": spoken.length,
            "words": [[word.text, word.start, word.length] for word in spoken.words],
            "energy": spoken.energy,
            "true_peak": spoken.true_peak,
            "scale": scale,
            "pcm_sha256": hashlib.sha256(pcm).hexdigest(),
        }
    ).encode()
    return _MAGIC + _PREFIX.pack(len(header), hashlib.sha256(header).digest()) + header + pcm


def read_spoken(path: Path) -> Spoken | None:
    """Return what is known of the piece at `path`, without its samples; None when it is missing or damaged."""
    try:
        with path.open("rb") as file:
            header = _header(file.read(16_384), file.read)
    except OSError:
        return None
    return _spoken(header) if header else None


def read_speech(path: Path) -> Speech | None:
    """Return the piece at `path`; None when it is missing or damaged."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    return unpack(content)


def unpack(content: bytes) -> Speech | None:
    """Return the piece that `pack` made `content` of; None when a single bit of it differs."""
    header = _header(content, lambda _count: b"")
    if header is None:
        return None
    size = int(header["length"]) * 2
    pcm = content[-size:] if size else b""
    if len(pcm) != size or hashlib.sha256(pcm).hexdigest() != header["pcm_sha256"]:
        return None
    samples: NDArray[np.float32] = np.frombuffer(pcm, "<i2").astype(np.float32)
    samples *= np.float32(header["scale"] / _FULL_SCALE)
    return Speech(samples, _spoken(header))


def _header(start: bytes, more: Callable[[int], bytes]) -> dict[str, Any] | None:
    """Return the header, when it is whole and of this version; `more` gives bytes beyond `start`."""
    body = len(_MAGIC) + _PREFIX.size
    if len(start) < body or not start.startswith(_MAGIC):
        return None
    size, digest = _PREFIX.unpack_from(start, len(_MAGIC))
    if size > _MOST_HEADER:
        return None
    if body + size > len(start):
        start += more(body + size - len(start))
    text = start[body : body + size]
    if hashlib.sha256(text).digest() != digest:
        return None
    found: dict[str, Any] = json.loads(text)
    return found


def _spoken(header: dict[str, Any]) -> Spoken:
    words = tuple(SpokenWord(text, Frames(start), Frames(length)) for text, start, length in header["words"])
    return Spoken(Frames(header["length"]), words, tuple(header["energy"]), float(header["true_peak"]))
