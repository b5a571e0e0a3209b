"""Which files are ours: rendered by feltsense, and not changed since. No other file is ever written over.

Every render writes a `.timeline.json` beside the audio, which records the hash of each file of the same render, and of
the same exercise in other formats; that is how all kinds of files are known. Renders of builds that recorded none are
known by what is in them.
"""

import hashlib
import json
import re
import wave
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from feltsense.render.id3 import read_album
from feltsense.render.metadata import ALBUM
from feltsense.render.transcript_words import ENGLISH_TRANSCRIPT

TIMELINE = ".timeline.json"
_FORM = {"version", "exercise", "script_sha256", "sample_rate", "frames", "events"}
"""Keys by which our timelines are known."""

_TAGGED = frozenset({".mp3", ".flac", ".m4a", ".m4b", ".opus"})
_AUDIO = _TAGGED | {".wav"}


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read_record(path: Path, is_ours: Callable[[dict[str, Any]], bool]) -> dict[str, Any] | None:
    """Return the JSON object in a file; None for what is no regular file, no such JSON, or not ours by its form."""
    if not path.is_file():
        return None
    try:
        found = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) and is_ours(found) else None


def rendered_from(path: Path, stem: str) -> str | None:
    """Return the name of the exercise whose render made the file at `path`.

    Args:
        path: any file of a render.
        stem: the name of the render's audio file without its ending.

    Returns:
        None for a file that is not ours or was changed since, and for what is no regular file. An empty name where the
        exercise is not known.
    """
    if not path.is_file():
        return None
    if path.name.endswith(TIMELINE):
        own = _read_timeline(path)
        return own["exercise"] if own else None
    timelines = list(_timelines(path.parent, stem))
    for timeline in timelines:
        if "files" in timeline and timeline["files"].get(path.name) == file_hash(path):
            return str(timeline["exercise"])
    without_record = [timeline for timeline in timelines if "files" not in timeline]
    if timelines and not without_record:
        return None
    return next((str(each["exercise"]) for each in without_record if _is_of(path, each)), _exercise_by_tag(path))


def other_audio(folder: Path, stem: str, exercise: str) -> dict[str, str]:
    """Return what is still there of the audio that earlier renders of an exercise left in a folder.

    They share one timeline file with the next render in another format, which must go on recording them.

    Args:
        folder: where they are.
        stem: the name of the audio files without their endings.
        exercise: the exercise's name.

    Returns:
        The hashes of the files that were not changed since, by their names.
    """
    recorded = [each.get("files", {}) for each in _timelines(folder, stem) if each["exercise"] == exercise]
    audio = {f"{stem}{suffix}": folder / f"{stem}{suffix}" for suffix in sorted(_AUDIO)}
    hashes = {name: file_hash(path) for name, path in audio.items() if path.is_file()}
    return {name: found for name, found in hashes.items() if any(files.get(name) == found for files in recorded)}


def files_beside(folder: Path, stem: str, ending: str) -> Iterator[Path]:
    """Yield what a render called `stem` may have put beside its audio with an ending, under any of its names."""
    name = re.compile(rf"{re.escape(stem)}(\.rendered(-\d+)?)?{re.escape(ending)}")
    yield from (path for path in sorted(folder.iterdir()) if name.fullmatch(path.name))


def _timelines(folder: Path, stem: str) -> Iterator[Mapping[str, Any]]:
    """Yield our timelines in `folder` that belong to a render called `stem`."""
    for path in files_beside(folder, stem, TIMELINE):
        found = _read_timeline(path)
        if found is not None:
            yield found


def _read_timeline(path: Path) -> dict[str, Any] | None:
    """Return a timeline of ours; None for any other file."""
    return read_record(path, _is_timeline)


def _is_timeline(found: dict[str, Any]) -> bool:
    """Tell whether JSON has the form of our timelines."""
    if not (found.keys() >= _FORM and isinstance(found["exercise"], str) and isinstance(found["events"], list)):
        return False
    return all(isinstance(event, dict) for event in found["events"]) and isinstance(found.get("files", {}), dict)


def _exercise_by_tag(path: Path) -> str | None:
    return "" if path.suffix.lower() in _TAGGED and read_album(path) == ALBUM else None


def _is_of(path: Path, timeline: Mapping[str, Any]) -> bool:
    """Tell whether a file has the form of one that was written with `timeline`, which records no hashes."""
    match path.suffix.lower():
        case ".wav":
            return bool(_wav_frames(path) == timeline["frames"])
        case ".txt":
            return " ".join(_text(path).split()).endswith(ENGLISH_TRANSCRIPT.disclaimer)
        case ".lrc":
            return f"[al:{ALBUM}]" in _text(path)
        case ".vtt":
            phrases = sum(event.get("kind") == "phrase" for event in timeline["events"])
            return _text(path).startswith("WEBVTT") and _text(path).count(" --> ") == int(phrases)
        case suffix:
            return suffix in _TAGGED and read_album(path) == ALBUM


def _text(path: Path) -> str:
    return path.read_text("utf-8", errors="replace")


def _wav_frames(path: Path) -> int | None:
    try:
        with wave.open(str(path), "rb") as file:
            return file.getnframes()
    except (wave.Error, EOFError):
        return None
