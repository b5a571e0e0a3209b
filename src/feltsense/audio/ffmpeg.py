"""Where ffmpeg is, and what it decodes: all else that people record with (m4a, aac, opus, wma, aiff …), streamed."""

import shutil
import struct
import subprocess
import tempfile
from collections.abc import Generator
from pathlib import Path
from typing import IO, TYPE_CHECKING

import numpy as np

from feltsense.audio.port import DecodedStream, not_a_sound_file

if TYPE_CHECKING:
    from numpy.typing import NDArray

HOW_TO_GET_IT = (
    "Install ffmpeg (Debian, Ubuntu: apt install ffmpeg; macOS: brew install ffmpeg; Windows: winget install ffmpeg). "
    "MP3 and WAV need nothing."
)

_FORMATS = "aac,ac3,aiff,amr,ape,asf,au,caf,flac,matroska,mov,mp3,mpeg,mpegts,ogg,w64,wav,webm,wv"
"""What ffmpeg may take a file for. Playlists and scripts are not among them: they could lead to other files."""

_HEADER = struct.Struct(">4s5I")
"""Of Sun's AU format, which can be told before its length is known: magic, offset, size, encoding, rate, channels."""

_BLOCK = 1 << 18
"""Bytes read at a time."""


def find_ffmpeg() -> str | None:
    """Return where ffmpeg is; None when it is not installed."""
    return shutil.which("ffmpeg")


def decode_with_ffmpeg(path: Path, program: str) -> DecodedStream:
    """Return the file as samples at its own rate, decoded by ffmpeg, the `program`.

    Raises:
        SoundError: it cannot be decoded; that may also come while the blocks are read.
    """
    said = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the process
    process = subprocess.Popen(_command(program, path), stdout=subprocess.PIPE, stderr=said, stdin=subprocess.DEVNULL)
    running = _Running(process, said, path)
    try:
        rate, channels = running.header()
    except BaseException:
        running.end()
        raise
    return DecodedStream(rate, channels, None, running.blocks(channels))


def _command(program: str, path: Path) -> list[str]:
    safe = ["-protocol_whitelist", "file", "-format_whitelist", _FORMATS]
    two_at_most = ["-af", "aformat=channel_layouts=mono|stereo"]
    plain = ["-map", "0:a:0", *two_at_most, "-c:a", "pcm_f32be", "-f", "au", "pipe:1"]
    return [program, "-v", "error", "-nostdin", *safe, "-i", f"file:{path}", *plain]


class _Running:
    """An ffmpeg that is decoding."""

    def __init__(self, process: subprocess.Popen[bytes], said: IO[bytes], path: Path) -> None:
        assert process.stdout is not None  # noqa: S101 - it was asked for as a pipe
        self.process, self.out, self.said, self.path = process, process.stdout, said, path

    def header(self) -> tuple[int, int]:
        """Read the header; return frames per second and channels."""
        first = self.out.read(_HEADER.size)
        if len(first) < _HEADER.size:
            self.process.wait()
            raise not_a_sound_file(self.path, self._last_words())
        _, offset, _, _, rate, channels = _HEADER.unpack(first)
        self.out.read(offset - _HEADER.size)
        return rate, channels

    def blocks(self, channels: int) -> Generator["NDArray[np.float32]"]:
        """Yield the sound in blocks of shape (frames, channels)."""
        try:
            width, rest = 4 * channels, b""
            while data := self.out.read(_BLOCK):
                data = rest + data
                whole = len(data) // width * width
                rest = data[whole:]
                yield np.frombuffer(data[:whole], ">f4").astype(np.float32).reshape(-1, channels)
            if self.process.wait():
                raise not_a_sound_file(self.path, self._last_words())
        finally:
            self.end()

    def end(self) -> None:
        """Stop it, and let go of its files."""
        self.process.kill()
        self.process.wait()
        self.out.close()
        self.said.close()

    def _last_words(self) -> str:
        self.said.seek(0)
        words = self.said.read()[-2000:].decode(errors="replace").strip().splitlines()
        return words[-1].rpartition(": ")[2] if words else ""
