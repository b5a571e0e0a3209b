"""WAV, FLAC, Ogg Vorbis and MP3, by their content. The only module here that knows miniaudio."""

from collections.abc import Callable, Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import miniaudio
import numpy as np

from feltsense.audio.port import DecodedStream, not_a_sound_file

if TYPE_CHECKING:
    from numpy.typing import NDArray

_BLOCK = 1 << 16
"""Frames decoded at a time."""

_LOOKS = (
    miniaudio.wav_get_file_info,
    miniaudio.flac_get_file_info,
    miniaudio.vorbis_get_file_info,
    miniaudio.mp3_get_file_info,  # the last: it finds something like itself most easily
)


def decode_with_miniaudio(path: Path) -> DecodedStream | None:
    """Return the file as samples at its own rate; None when it is none of these formats, whatever its name is.

    Raises:
        SoundError: while the blocks are read: it is damaged.
    """
    info = next(filter(None, (_looked_at(look, path) for look in _LOOKS)), None)
    if info is None or not info.num_frames or not info.sample_rate:
        return None
    channels = min(info.nchannels, 2)
    return DecodedStream(info.sample_rate, channels, info.num_frames, _blocks(path, channels, info.sample_rate))


def _looked_at(look: Callable[[str], Any], path: Path) -> Any:
    """Return what `look` says of the file; None when it is not of its format."""
    try:
        return look(str(path))
    except miniaudio.DecodeError:
        return None


def _blocks(path: Path, channels: int, rate: int) -> Generator["NDArray[np.float32]"]:
    try:
        stream = miniaudio.stream_file(str(path), miniaudio.SampleFormat.FLOAT32, channels, rate, frames_to_read=_BLOCK)
        for block in stream:
            yield np.frombuffer(block, np.float32).reshape(-1, channels)
    except miniaudio.MiniaudioError as error:
        raise not_a_sound_file(path) from error
