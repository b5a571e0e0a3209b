"""Speech kept on disk under a hash of everything that changes its sound.

Safe with several processes: entries are written beside and renamed into place, never changed, and any of them may
vanish at any moment. The newest use is an entry's modification time; the oldest goes first.
"""

import contextlib
import hashlib
import json
import os
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from feltsense.errors import CacheError
from feltsense.voice.entry import VERSION, pack, read_speech, read_spoken
from feltsense.voice.port import Speech, Spoken, Utterance

DEFAULT_LIMIT = 2 * 1024**3
"""Bytes: about ten hours of speech."""

_ENTRY = ".speech"
_UNFINISHED = ".unfinished"
_TOUCH_S = 3600
"""An entry's use is noted at most once an hour."""

_STALE_S = 24 * 3600
_PRUNE_TO = 0.9
"""Of the limit, so that a full cache is not swept at every phrase."""

_LOOK_EVERY = 256
"""Entries stored between two looks at the size."""


@dataclass(frozen=True, slots=True)
class CacheInfo:
    """What the cache holds."""

    folder: Path
    entries: int
    size: int
    """Bytes."""
    limit: int


@dataclass(frozen=True, slots=True)
class Pruned:
    """What was removed."""

    entries: int
    size: int


def key(identity: Mapping[str, str], utterance: Utterance) -> str:
    """Return the name under which this voice's `utterance` is kept: 64 hexadecimal digits."""
    asked = [utterance.text, utterance.pace, utterance.language, sorted(utterance.say)]
    canonical = json.dumps([VERSION, sorted(identity.items()), asked], ensure_ascii=True)
    return hashlib.sha256(canonical.encode()).hexdigest()


class SpeechCache:
    """A folder of speech, at most `limit` bytes of it."""

    def __init__(self, folder: Path, limit: int = DEFAULT_LIMIT) -> None:
        """Use `folder`; it is made when something is first stored."""
        self.folder = folder
        self.limit = limit
        self._until_look = 0

    def path(self, name: str) -> Path:
        """Return where the entry of that key is kept."""
        return self.folder / name[:2] / f"{name}{_ENTRY}"

    def spoken(self, name: str) -> Spoken | None:
        """Return what is known of an entry, without its samples; None when it is missing or damaged."""
        path = self.path(name)
        _note_use(path)
        return read_spoken(path)

    def speech(self, name: str) -> Speech | None:
        """Return an entry; None when it is missing or damaged."""
        return read_speech(self.path(name))

    def store(self, name: str, speech: Speech) -> None:
        """Keep `speech`, and now and then let the oldest go.

        Raises:
            CacheError: the folder cannot be written, or the disk is full.
        """
        path = self.path(name)
        try:
            try:
                _write(path, pack(speech))
            except FileNotFoundError:  # the folder was deleted between two steps: once more
                _write(path, pack(speech))
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            hint = "Free some space, or choose another workspace with --workspace."
            raise CacheError(f"Speech could not be kept in {self.folder}: {reason}.", hint) from error
        self._until_look -= 1
        if self._until_look <= 0:
            self._until_look = _LOOK_EVERY
            if sum(size for _, size, _ in self._entries()) > self.limit:
                self.prune()

    def info(self) -> CacheInfo:
        """Return how much is kept."""
        sizes = [size for _, size, _ in self._entries()]
        return CacheInfo(self.folder, len(sizes), sum(sizes), self.limit)

    def prune(self, limit: int | None = None) -> Pruned:
        """Remove what was not used for longest, until less than `limit` is kept, and unfinished files of old."""
        self._sweep()
        allowed = limit if limit is not None else int(self.limit * _PRUNE_TO)
        entries = sorted(self._entries(), key=lambda entry: entry[2], reverse=True)
        kept, gone = 0, []
        for entry in entries:
            kept += entry[1]
            if kept > allowed:
                gone.append(entry)
        return _remove(gone)

    def clear(self) -> Pruned:
        """Remove everything that is kept, and nothing else."""
        self._sweep(0)
        return _remove(list(self._entries()))

    def _entries(self) -> Iterator[tuple[Path, int, float]]:
        """Yield path, size in bytes and last use of each entry."""
        for path in self.folder.glob(f"??/*{_ENTRY}"):
            with contextlib.suppress(FileNotFoundError):  # another process removed it meanwhile
                stat = path.stat()
                yield path, stat.st_size, stat.st_mtime

    def _sweep(self, older_than_s: float = _STALE_S) -> None:
        before = time.time() - older_than_s
        for path in self.folder.glob(f"??/*{_UNFINISHED}"):
            with contextlib.suppress(FileNotFoundError):
                if path.stat().st_mtime <= before:
                    path.unlink()


def _note_use(path: Path) -> None:
    """Move an entry to the end of the queue. Where that cannot be noted it only goes earlier."""
    with contextlib.suppress(OSError):
        if time.time() - path.stat().st_mtime > _TOUCH_S:
            os.utime(path)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, unfinished = tempfile.mkstemp(suffix=_UNFINISHED, dir=path.parent)  # 0600
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        Path(unfinished).replace(path)
    except BaseException:
        Path(unfinished).unlink(missing_ok=True)
        raise


def _remove(entries: list[tuple[Path, int, float]]) -> Pruned:
    gone = size = 0
    for path, bytes_, _ in entries:
        with contextlib.suppress(FileNotFoundError):
            path.unlink()
            gone, size = gone + 1, size + bytes_
    return Pruned(gone, size)
