"""FLAC, M4A, M4B and Opus through ffmpeg. All are streamed: a whole recording is never held in memory."""

import subprocess
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import IO, TYPE_CHECKING

from feltsense.audio.ffmpeg import HOW_TO_GET_IT, find_ffmpeg
from feltsense.errors import RenderError
from feltsense.render.metadata import TrackMetadata
from feltsense.render.vorbis_tags import tag_flac, tag_opus
from feltsense.render.wav import pcm_blocks
from feltsense.units import SAMPLE_RATE

if TYPE_CHECKING:
    from feltsense.mix.port import PcmSource

_CODECS = {
    "flac": ("flac", "-compression_level", "8"),
    "m4a": ("aac", "-movflags", "+faststart"),
    "m4b": ("aac", "-movflags", "+faststart", "-brand", "M4B "),
    "opus": ("libopus", "-application", "audio"),
}
_CONTAINERS = {"flac": "flac", "m4a": "ipod", "m4b": "ipod", "opus": "opus"}
_RATES = {"m4a": ("96k", "128k"), "m4b": ("96k", "128k"), "opus": ("48k", "96k")}
"""Bits a second, mono and stereo. FLAC takes what it needs."""
_AUDIOBOOK = "2"
"""The kind of media, as Apple's players have it: on their shelf of books, and going on where one stopped."""
_TAGGED_AFTERWARDS = {"flac": tag_flac, "opus": tag_opus}
"""What is said in them is not left to ffmpeg."""


def need_ffmpeg(form: str) -> str:
    """Return the program that writes `form`.

    Raises:
        RenderError: it is not here; how to get it is in the hint.
    """
    program = find_ffmpeg()
    if program is None:
        raise RenderError(f"A .{form} file is made with ffmpeg, and ffmpeg is not here.", HOW_TO_GET_IT)
    return program


def write_with_ffmpeg(
    source: "PcmSource", target: Path, form: str, facts: TrackMetadata, progress: Callable[[int], None]
) -> None:
    """Write `source` to `target` as `form` (flac, m4a, m4b, opus), with tags, chapters and cover.

    Raises:
        RenderError: ffmpeg is missing, or it failed; its own last words are in the message.
    """
    program = need_ffmpeg(form)
    with tempfile.TemporaryDirectory(prefix="feltsense-") as folder:
        words = Path(folder) / "about"
        kind = {"media_type": _AUDIOBOOK} if form == "m4b" else {}
        words.write_text(ffmetadata(facts, kind), encoding="utf-8", newline="\n")
        picture = Path(folder) / "cover.jpg"
        picture.write_bytes(facts.cover)
        command = [program, *_arguments(source, form, words, picture), *_language(facts), str(target)]
        _run(command, pcm_blocks(source, progress), form)
    if form in _TAGGED_AFTERWARDS:
        _TAGGED_AFTERWARDS[form](target, facts)


def _arguments(source: "PcmSource", form: str, words: Path, picture: Path) -> list[str]:
    sound = ["-f", "s16le", "-ar", str(SAMPLE_RATE), "-ac", str(source.channels), "-i", "pipe:0"]
    about = ["-f", "ffmetadata", "-i", str(words), "-i", str(picture), "-map", "0:a", "-map", "2:v"]
    about += ["-map_metadata", "1", "-map_chapters", "1", "-c:v", "copy", "-disposition:v", "attached_pic"]
    inputs = [*sound, *(["-map", "0:a", "-map_metadata", "-1"] if form in _TAGGED_AFTERWARDS else about)]
    exact = ["-fflags", "+bitexact", "-flags:a", "+bitexact"]
    rate = ["-b:a", _RATES[form][source.channels - 1]] if form in _RATES else []
    codec = ["-c:a", *_CODECS[form], *rate, "-f", _CONTAINERS[form]]
    return ["-v", "error", "-nostdin", "-y", *inputs, *codec, *exact]


def _language(facts: TrackMetadata) -> list[str]:
    """Return what tells the language of the sound; for formats that ffmpeg tags, and without effect in the others."""
    known = facts.language_code if facts.tells_language else ""
    return ["-metadata:s:a:0", f"language={known}"] if known else []


def _run(command: list[str], blocks: Iterable[bytes], form: str) -> None:
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=said)
        try:
            _feed(process.stdin, blocks)
            process.wait()
        finally:
            process.kill()
            process.wait()
        if process.returncode:
            said.seek(0)
            words = said.read()[-2000:].decode(errors="replace").strip().splitlines()
            raise RenderError(f"ffmpeg could not write the .{form} file: {words[-1] if words else 'no reason given'}.")


def _feed(stream: IO[bytes] | None, blocks: Iterable[bytes]) -> None:
    """Give everything to ffmpeg. Where it stops listening it has failed, and says why itself."""
    assert stream is not None  # noqa: S101 - it was asked for as a pipe
    try:
        with stream:
            for block in blocks:
                stream.write(block)
    except BrokenPipeError:
        return


def ffmetadata(facts: TrackMetadata, more: Mapping[str, str]) -> str:
    """Return tags, with some more, and chapters in ffmpeg's own form."""
    tags = {
        "title": facts.title,
        "artist": facts.artist,
        "album": facts.album,
        "genre": facts.genre,
        "comment": facts.comment,
        "copyright": facts.copyright,
        "lyrics": facts.transcript,
        "album_artist": facts.album_artist,
        "date": facts.year,
        "track": str(facts.track or ""),
        **more,
    }
    lines = [";FFMETADATA1", *(f"{key}={_escaped(value)}" for key, value in tags.items() if value)]
    for chapter in facts.chapters:
        lines += ["[CHAPTER]", "TIMEBASE=1/1000", f"START={chapter.start}", f"END={chapter.end}"]
        lines.append(f"title={_escaped(chapter.title)}")
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    return "".join(f"\\{char}" if char in "=;#\\\n" else char for char in text)
