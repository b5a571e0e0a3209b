"""A sound file as samples, whoever decodes it."""

from pathlib import Path

from feltsense.audio.ffmpeg import HOW_TO_GET_IT, find_ffmpeg
from feltsense.audio.port import DecodedStream, not_a_sound_file
from feltsense.errors import SoundError, reason_of

OWN = frozenset({".wav", ".mp3", ".flac", ".ogg"})
"""Endings of what is read without ffmpeg."""


def open_decoder(path: Path) -> DecodedStream:
    """Begin to decode the file at `path`.

    Raises:
        SoundError: it is empty, no sound, damaged, or needs ffmpeg, which is not here. So may reading its blocks.
    """
    from feltsense.audio.miniaudio_decoder import decode_with_miniaudio  # noqa: PLC0415 - slow to import, and needed for sound files only

    try:
        if not path.stat().st_size:
            raise SoundError(f"“{path.name}” is empty.", "Save it again from where it came from.")
        with path.open("rb"):
            pass
    except OSError as error:
        raise SoundError(f"“{path.name}” cannot be read: {reason_of(error)}.") from error
    return decode_with_miniaudio(path) or _by_ffmpeg(path)


def _by_ffmpeg(path: Path) -> DecodedStream:
    from feltsense.audio.ffmpeg import decode_with_ffmpeg  # noqa: PLC0415 - rarely needed

    program = find_ffmpeg()
    if program is not None:
        return decode_with_ffmpeg(path, program)
    if path.suffix.lower() in OWN:
        raise not_a_sound_file(path)
    raise SoundError(
        f"“{path.name}” can be read with ffmpeg alone, and ffmpeg is not here.",
        f"Save it as MP3, WAV, FLAC or OGG; or: {HOW_TO_GET_IT}",
    )
