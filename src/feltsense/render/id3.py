"""The ID3 tag of an MP3: version 2.3, which every phone reads, with chapters, transcript and cover."""

import io
from collections.abc import Iterator
from pathlib import Path

from mutagen import File, MutagenError
from mutagen.id3 import (
    APIC,
    CHAP,
    COMM,
    CTOC,
    ID3,
    TALB,
    TCON,
    TCOP,
    TIT2,
    TLAN,
    TLEN,
    TPE1,
    TPE2,
    TRCK,
    TYER,
    USLT,
    CTOCFlags,
    Encoding,
    Frame,
    PictureType,
)

from feltsense.render.metadata import TrackMetadata

_UNUSED = 0xFFFFFFFF
"""Byte offsets of a chapter are not given: its times are."""

_PADDING = 1024
_HEADER = 10
"""Bytes before the frames, and before the content of each."""


def id3_tag(facts: TrackMetadata) -> bytes:
    """Return the tag to be written before the sound."""
    tag = ID3()
    for frame in (*_texts(facts), *_chapters(facts)):
        tag.add(frame)
    out = io.BytesIO()
    tag.save(out, v2_version=3, padding=lambda _info: _PADDING)
    return _chapters_in_order(out.getvalue())


def read_album(path: Path) -> str | None:
    """Return the album that an audio file of any kind names in its tags, if it names one."""
    try:
        found = File(path, easy=True)
    except MutagenError:
        return None
    albums = (found.tags or {}).get("album") if found is not None else None
    return str(albums[0]) if albums else None


def _texts(facts: TrackMetadata) -> list[Frame]:
    """Return the frames of what is known; the others are left out."""
    language = facts.language_code
    text = {"encoding": Encoding.UTF16}
    frames = [
        TIT2(**text, text=facts.title),
        TLEN(encoding=Encoding.LATIN1, text=str(facts.length)),
        APIC(encoding=Encoding.LATIN1, mime="image/jpeg", type=PictureType.COVER_FRONT, desc="", data=facts.cover),
    ]
    words = ((TPE1, facts.artist), (TALB, facts.album), (TCON, facts.genre), (TCOP, facts.copyright))
    chosen = ((TPE2, facts.album_artist), (TYER, facts.year), (TRCK, str(facts.track or "")))
    frames += [frame(**text, text=known) for frame, known in (*words, *chosen) if known]
    if facts.tells_language and language:
        frames.append(TLAN(encoding=Encoding.LATIN1, text=language))
    long = ((USLT, facts.transcript), (COMM, facts.comment))
    return frames + [frame(**text, lang=language or "und", desc="", text=known) for frame, known in long if known]


def _chapters(facts: TrackMetadata) -> list[Frame]:
    """Return the chapters and the list of them; without the list many players show none."""
    ids = [f"ch{number}" for number in range(len(facts.chapters))]
    frames = [
        CHAP(
            element_id=name,
            start_time=chapter.start,
            end_time=chapter.end,
            start_offset=_UNUSED,
            end_offset=_UNUSED,
            sub_frames=[TIT2(encoding=Encoding.UTF16, text=chapter.title)],
        )
        for name, chapter in zip(ids, facts.chapters, strict=True)
    ]
    flags = CTOCFlags.TOP_LEVEL | CTOCFlags.ORDERED
    return [*frames, CTOC(element_id="toc", flags=flags, child_element_ids=ids, sub_frames=[])] if frames else []


def _chapters_in_order(tag: bytes) -> bytes:
    """Return the tag with its chapters by time: mutagen sorts frames by size, and many readers keep its order."""
    frames = list(_frames(tag))
    chapters = sorted((frame for frame in frames if frame.startswith(b"CHAP")), key=_chapter_start)
    others = [frame for frame in frames if not frame.startswith(b"CHAP")]
    size = sum(map(len, frames))
    return b"".join([tag[:_HEADER], *others, *chapters, tag[_HEADER + size :]])


def _frames(tag: bytes) -> Iterator[bytes]:
    """Yield each frame with its header, up to the padding."""
    place = _HEADER
    while place < len(tag) and tag[place]:
        end = place + _HEADER + int.from_bytes(tag[place + 4 : place + 8], "big")
        yield tag[place:end]
        place = end


def _chapter_start(frame: bytes) -> int:
    """Return a chapter's start in milliseconds; it stands behind the id, which a zero ends."""
    place = frame.index(b"\0", _HEADER) + 1
    return int.from_bytes(frame[place : place + 4], "big")
