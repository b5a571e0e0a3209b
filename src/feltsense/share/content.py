"""What is served: a table of files made at the start, each with its type and its ETag. No path is ever looked up."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

_TEXT = "; charset=utf-8"
_TYPES: Mapping[str, str] = {
    ".html": f"text/html{_TEXT}",
    ".txt": f"text/plain{_TEXT}",
    ".md": f"text/plain{_TEXT}",
    ".lrc": f"text/plain{_TEXT}",
    ".vtt": f"text/vtt{_TEXT}",
    ".json": "application/json",
    ".chapters.json": "application/json+chapters",
    ".xml": f"application/rss+xml{_TEXT}",
    ".m3u8": "application/vnd.apple.mpegurl",
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".m4b": "audio/mp4",
    ".opus": "audio/ogg",
    ".ogg": "audio/ogg",
    ".flac": "audio/flac",
    ".wav": "audio/wav",
    ".jpg": "image/jpeg",
    ".png": "image/png",
}
"""Ending → content type. The standard library's table differs from one machine to another, and knows few of these."""

_UNKNOWN = "application/octet-stream"
_ETAG_DIGITS = 32
_LINK_TO_PAGE = re.compile(r"(?:^|/)index\.html$")


@dataclass(frozen=True, slots=True)
class ServedFile:
    """A file as it is given out: in memory or on the disk, where it stays as it is while it is shared."""

    content: bytes | Path
    content_type: str
    size: int
    """In bytes."""
    etag: str
    """Strong, of the content alone; with its quotation marks."""


def served_file(name: str, content: bytes | Path) -> ServedFile:
    """Return a file as it is given out under `name`, whose ending tells its type.

    Raises:
        OSError: it cannot be read.
    """
    if isinstance(content, bytes):
        return ServedFile(content, content_type(name), len(content), _etag(hashlib.sha256(content).hexdigest()))
    with content.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        size = file.tell()
    return ServedFile(content, content_type(name), size, _etag(digest))


def served_files(files: Mapping[str, Path | bytes]) -> dict[str, ServedFile]:
    """Return all files as they are given out, by name; a page called `index.html` stands for its folder, too.

    Raises:
        OSError: one cannot be read.
    """
    served = {name: served_file(name, content) for name, content in files.items()}
    pages = {_LINK_TO_PAGE.sub("", name): file for name, file in served.items() if _LINK_TO_PAGE.search(name)}
    return served | {f"{folder}/" if folder else "": page for folder, page in pages.items()}


def content_type(name: str) -> str:
    """Return the type of a file by the end of its name."""
    path = PurePosixPath(name.lower())
    return _TYPES.get("".join(path.suffixes[-2:]), _TYPES.get(path.suffix, _UNKNOWN))


def _etag(digest: str) -> str:
    return f'"{digest[:_ETAG_DIGITS]}"'
