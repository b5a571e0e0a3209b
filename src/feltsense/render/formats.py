"""The kinds of audio files there are."""

from enum import StrEnum


class Format(StrEnum):
    """What the audio is written as; each is the file's suffix too."""

    MP3 = "mp3"
    WAV = "wav"
    FLAC = "flac"
    M4A = "m4a"
    OPUS = "opus"
