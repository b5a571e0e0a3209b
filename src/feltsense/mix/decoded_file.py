"""A sound file decoded once, at our rate, and kept where any part of it is at hand: on the disk, not in memory.

Decoding twenty minutes takes two seconds. After that every part is there at once, whatever the format, and what is
wrong with the file is known before anything is heard.
"""

import os
import tempfile
import threading
import weakref
from collections.abc import Generator
from contextlib import closing
from pathlib import Path
from typing import IO, TYPE_CHECKING

import numpy as np

from feltsense.audio.decode import open_decoder
from feltsense.audio.loudness import LoudnessMeter
from feltsense.audio.port import DecodedStream
from feltsense.audio.resample import resample_blocks
from feltsense.audio.samples import FULL_SCALE, to_int16
from feltsense.errors import SoundError, reason_of
from feltsense.units import SAMPLE_RATE, Frames, frames

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LEAST = frames(20)

_MISSING = 1.0
"""Seconds by which a file may be shorter than it says."""


class DecodedFile:
    """A decoded file: `length` frames of `channels`, readable from anywhere by several threads.

    Args:
        path: the file.
        most: frames to decode at the most.

    Raises:
        SoundError: it cannot be decoded, or not be kept.
    """

    def __init__(self, path: Path, most: int) -> None:
        found = open_decoder(path)
        self.channels = found.channels
        self._lock = threading.Lock()
        self._file = _room(path)
        weakref.finalize(self, self._file.close)
        weighing = LoudnessMeter()
        self.length = Frames(0)
        with closing(_cut(_checked(path, found), most)) as blocks:
            for block in blocks:
                weighing.add(block)
                self._store(path, block)
                self.length = Frames(self.length + len(block))
        if self.length < _LEAST:
            raise SoundError(
                f"“{path.name}” holds no sound that could be heard.", "Save it again from where it came from."
            )
        self.whole = self.length < most
        """False when the file goes on."""
        self.loudness, self.peak = weighing.result()

    def read(self, start: int, stop: int) -> "NDArray[np.float32]":
        """Return frames `start` to `stop`, inside the sound, shape (stop - start, channels)."""
        width = 2 * self.channels
        with self._lock:
            self._file.seek(start * width)
            data = self._file.read((stop - start) * width)
        samples = np.frombuffer(data, "<i2").reshape(-1, self.channels)
        result: NDArray[np.float32] = samples * np.float32(1 / FULL_SCALE)
        return result

    def _store(self, path: Path, block: "NDArray[np.float32]") -> None:
        try:
            self._file.write(to_int16(block).tobytes())
        except OSError as error:
            raise _no_room(path, error) from error


def frames_in(path: Path) -> Frames:
    """Return how long the file at `path` lasts, at our rate, without keeping it.

    Raises:
        SoundError: it cannot be decoded.
    """
    found = open_decoder(path)
    with closing(found.blocks) as blocks:
        own = found.promised if found.promised is not None else sum(map(len, blocks))
    return Frames(round(own * SAMPLE_RATE / found.rate))


def _checked(path: Path, found: DecodedStream) -> Generator["NDArray[np.float32]"]:
    """Yield the sound at our rate; at its end, see that nothing was missing."""
    with closing(found.blocks) as blocks:
        seen = 0
        for block in resample_blocks(blocks, found.channels, found.rate, SAMPLE_RATE):
            seen += len(block)
            yield block
    wanted = (found.promised or 0) / found.rate
    if seen / SAMPLE_RATE < wanted - _MISSING:
        message = f"“{path.name}” breaks off after {seen / SAMPLE_RATE:.0f} of its {wanted:.0f} seconds."
        raise SoundError(message, "Copy it again from where it came from.")


def _cut(blocks: Generator["NDArray[np.float32]"], most: int) -> Generator["NDArray[np.float32]"]:
    with closing(blocks):
        left = most
        for block in blocks:
            yield block[:left]
            left -= len(block)
            if left <= 0:
                return


def _room(path: Path) -> IO[bytes]:
    """Return a file that is gone when it is closed. Not in /tmp where there is a choice: that may be memory."""
    large = "/var/tmp"  # noqa: S108 - the system's place for large files; ours has no name in it
    folder = large if os.access(large, os.W_OK) and "TMPDIR" not in os.environ else None
    try:
        return tempfile.TemporaryFile(dir=folder)
    except OSError as error:
        raise _no_room(path, error) from error


def _no_room(path: Path, error: OSError) -> SoundError:
    hint = "Free some space, or name another folder for temporary files in TMPDIR."
    return SoundError(f"There is no place for the sound of “{path.name}” while it is needed: {reason_of(error)}.", hint)
