"""Files that are no text, known by how they begin: sound, pictures, films, archives, programs."""

import re

_SOUND, _PICTURE, _FILM, _ARCHIVE = "a sound file", "a picture", "a film", "an archive"

_KINDS = (
    (
        rb"ID3[\x02-\x04]|\xff[\xe2\xe3\xf1-\xf3\xf9-\xfb][^\0]|RIFF.{4}WAVE|OggS\0|fLaC|FORM.{4}AIF|.{4}ftypM4[AB]",
        _SOUND,
    ),
    (
        rb"\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|RIFF.{4}WEBP|II\*\0|MM\0\*|.{4}ftyp(?:heic|heix|mif1|avif)|BM.{4}\0{4}",
        _PICTURE,
    ),
    (rb".{4}ftyp|\x1a\x45\xdf\xa3|RIFF.{4}AVI ", _FILM),
    (rb"PK\x03\x04|\x1f\x8b\x08|BZh[1-9]1AY|\xfd7zXZ\0|7z\xbc\xaf|Rar!\x1a\x07|\x28\xb5\x2f\xfd", _ARCHIVE),
    (rb"\x7fELF|MZ.{2}[^\n]{0,60}\0{4}|\xca\xfe\xba\xbe|[\xce\xcf]\xfa\xed\xfe", "a program"),
    (rb"SQLite format 3\0", "a database"),
)


def foreign_file(source: bytes) -> str:
    """Return what the file is that begins with `source`, as `a picture`; empty for what may be text."""
    return next((what for begins, what in _KINDS if re.match(begins, source, re.DOTALL)), "")
