"""Vorbis comments of FLAC and Opus files: words, chapters and cover, written into the finished file.

ffmpeg puts about half of the chapters of an Opus file a second late, and has no cover for it, nor chapters for FLAC.
"""

import base64
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from mutagen import MutagenError
from mutagen.flac import FLAC, Picture
from mutagen.id3 import PictureType
from mutagen.oggopus import OggOpus

from feltsense.errors import RenderError, reason_of
from feltsense.render.metadata import TrackMetadata
from feltsense.units import Ms

_PADDING = 1024
"""Bytes in which somebody's other words find room."""


def tag_flac(path: Path, facts: TrackMetadata) -> None:
    """Replace what a FLAC file says about itself.

    Raises:
        OSError: it cannot be written.
        RenderError: it is no FLAC file.
    """
    with _explained(path):
        file = FLAC(path)
        file.clear_pictures()
        file.add_picture(_picture(facts.cover))
        _save(file, _comments(facts))


def tag_opus(path: Path, facts: TrackMetadata) -> None:
    """Replace what an Opus file says about itself.

    Raises:
        OSError: it cannot be written.
        RenderError: it is no Opus file.
    """
    picture = base64.b64encode(_picture(facts.cover).write()).decode("ascii")
    with _explained(path):
        _save(OggOpus(path), [*_comments(facts), ("METADATA_BLOCK_PICTURE", picture)])


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Tell what mutagen cannot do; what the system refuses, such as on a full disk, is told as it came."""
    try:
        yield
    except MutagenError as error:
        cause = error.args[0] if error.args else None
        if isinstance(cause, OSError):
            raise cause from error
        raise RenderError(f"{path.name} could not be given its title and chapters: {reason_of(error)}.") from error


def _save(file: FLAC | OggOpus, comments: Iterable[tuple[str, str]]) -> None:
    for name in set(file.keys()):
        del file[name]  # type: ignore[no-untyped-call] # its kin have annotations
    for name, text in comments:
        file[name] = text
    file.save(padding=lambda _info: _PADDING)


def _comments(facts: TrackMetadata) -> list[tuple[str, str]]:
    """Return the fields of what is known; the others are left out."""
    words = {
        "TITLE": facts.title,
        "ARTIST": facts.artist,
        "ALBUM": facts.album,
        "ALBUMARTIST": facts.album_artist,
        "GENRE": facts.genre,
        "DATE": facts.year,
        "TRACKNUMBER": str(facts.track.number) if facts.track else "",
        "TRACKTOTAL": str(facts.track.of) if facts.track else "",
        "LANGUAGE": facts.language_code if facts.tells_language else "",
        "DESCRIPTION": facts.comment,
        "COPYRIGHT": facts.copyright,
        "LYRICS": facts.transcript,
    }
    return [*((name, text) for name, text in words.items() if text), *_chapters(facts)]


def _chapters(facts: TrackMetadata) -> Iterator[tuple[str, str]]:
    for number, chapter in enumerate(facts.chapters, 1):
        yield f"CHAPTER{number:03d}", _time(chapter.start)
        yield f"CHAPTER{number:03d}NAME", chapter.title


def _time(start: Ms) -> str:
    seconds, ms = divmod(start, 1000)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}.{ms:03d}"


def _picture(jpeg: bytes) -> Picture:
    """Return the cover in the form that both have; its size is left unknown, which readers find out themselves."""
    picture = Picture()
    picture.type = PictureType.COVER_FRONT
    picture.mime = "image/jpeg"
    picture.data = jpeg
    return picture
