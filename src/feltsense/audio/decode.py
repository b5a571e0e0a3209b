"""A sound file as samples, whoever decodes it."""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from feltsense.audio.ffmpeg import HOW_TO_GET_IT, find_ffmpeg
from feltsense.errors import SoundError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

OWN = frozenset({".wav", ".mp3", ".flac", ".ogg"})
"""Endings of what is read without ffmpeg."""


@dataclass(frozen=True, slots=True)
class Decoding:
    """A file that is being decoded."""

    rate: int
    """Its own frames per second."""
    channels: int
    """1 or 2; more are mixed down to 2."""
    promised: int | None
    """How many frames the file says it has; None where that is known only at the end."""
    blocks: Generator["NDArray[np.float32]"]
    """Each of shape (frames, channels), in order. To be closed when not read to the end."""


def decoding(path: Path) -> Decoding:
    """Begin to decode the file at `path`.

    Raises:
        SoundError: it is empty, no sound, damaged, or needs ffmpeg, which is not here. So may reading its blocks.
    """
    from feltsense.audio.miniaudio_decoder import decoded  # noqa: PLC0415 - slow to import, and needed for sound files only

    try:
        if not path.stat().st_size:
            raise SoundError(f"“{path.name}” is empty.", "Save it again from where it came from.")
        with path.open("rb"):
            pass
    except OSError as error:
        raise SoundError(f"“{path.name}” cannot be read: {(error.strerror or str(error)).lower()}.") from error
    return decoded(path) or _by_ffmpeg(path)


def _by_ffmpeg(path: Path) -> Decoding:
    from feltsense.audio.ffmpeg_decoder import converted  # noqa: PLC0415 - rarely needed

    program = find_ffmpeg()
    if program is not None:
        return converted(path, program)
    if path.suffix.lower() in OWN:
        raise no_sound(path)
    raise SoundError(
        f"“{path.name}” can be read with ffmpeg alone, and ffmpeg is not here.",
        f"Save it as MP3, WAV, FLAC or OGG; or: {HOW_TO_GET_IT}",
    )


def no_sound(path: Path, reason: str = "") -> SoundError:
    """Return the error of a file that nobody can decode."""
    told = f" ({reason})" if reason else ""
    hint = "Play it in another program; if it is heard there, save it from there as MP3 or WAV."
    return SoundError(f"“{path.name}” is no sound file, or it is damaged{told}.", hint)
