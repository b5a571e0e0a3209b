"""Files among the caches of the machine: checked before they are used, written whole, bounded, safe to delete.

Each holds what was made from a source (a folder of scripts, say) by a build. A file that is damaged, foreign, of
another source or build, or not its user's own is not used, and written anew. Where none can be written, things are
slower, and that is all.
"""

import contextlib
import hashlib
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from feltsense.errors import CacheError, reason_of
from feltsense.system.files import open_regular, private_folder, replacing
from feltsense.system.paths import cache_home
from feltsense.system.temporary import sweep

_NAME = re.compile(r"(?P<kind>[a-z]+)-[0-9a-f]{32}\.feltsense-cache")
_DIGEST_BYTES = 32
_HINT = "Look at the rights of the folder."


@dataclass(frozen=True, slots=True)
class MachineCacheKind:
    """A kind of files among the caches of the machine."""

    name: str
    """Lower-case letters; the files' names begin with it."""
    form: int
    """Raise it when the form of their contents changes."""
    most_files: int
    """How many are kept: those that were written last."""
    most_bytes: int
    """A larger one is not read."""


class MachineCacheFile:
    """One file. It may be missing, or anything else may be in its place.

    Args:
        kind: what it is.
        folder: where it stands.
        source: what its content is made from; there is one file for each.
        build: what may make another content from the same source: versions, times of change.
    """

    def __init__(self, kind: MachineCacheKind, folder: Path, source: bytes, build: str) -> None:
        self._kind = kind
        self.path = folder / f"{kind.name}-{_digest(source).hexdigest()[:32]}.feltsense-cache"
        origin = _digest(f"{len(source)} {build}\n".encode(), source).hexdigest()
        self._head = f"feltsense {kind.name} {kind.form}\n{origin}\n".encode()

    def read(self) -> memoryview | None:
        """Return the content, just as it was written; None where it is not there or must not be used."""
        try:
            with open_regular(self.path) as file:
                found = os.fstat(file.fileno())
                if found.st_size > self._kind.most_bytes or not _is_ours(found):
                    return None
                content = memoryview(file.read())
        except OSError:
            return None
        start = len(self._head) + _DIGEST_BYTES
        body = content[start:]
        return body if content[:start] == self._head + _digest(body).digest() else None

    def write(self, parts: Iterable[bytes]) -> None:
        """Write the content, whole or not at all, and delete those of its kind that were written first.

        What cannot be written is no matter.

        Args:
            parts: the content; what makes it is not asked for where nothing can be written.
        """
        with contextlib.suppress(OSError):
            private_folder(self.path.parent)
            with replacing(self.path, private=True) as temporary:
                self._write_to(temporary, parts)
            self._delete_oldest()

    def _write_to(self, path: Path, parts: Iterable[bytes]) -> None:
        digest = _digest()
        with path.open("r+b") as file:
            file.write(self._head + bytes(_DIGEST_BYTES))
            for part in parts:
                digest.update(part)
                file.write(part)
            file.seek(len(self._head))
            file.write(digest.digest())

    def _delete_oldest(self) -> None:
        with os.scandir(self.path.parent) as entries:
            names = ((_NAME.fullmatch(each.name), each) for each in entries)
            alike = [each for name, each in names if name and name["kind"] == self._kind.name]
        for each in sorted(alike, key=lambda each: each.stat().st_mtime_ns, reverse=True)[self._kind.most_files :]:
            Path(each.path).unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class MachineCacheUsage:
    """How much is kept among the caches of the machine, or was deleted of it."""

    folder: Path | None
    """None where there is no place for caches."""
    files: int
    size: int
    """Bytes."""


def machine_cache_usage() -> MachineCacheUsage:
    """Return how much is kept.

    Raises:
        CacheError: the folder cannot be read.
    """
    return _usage(_files())


def clear_machine_cache() -> MachineCacheUsage:
    """Delete all files of ours, and nothing else; return what they were.

    Raises:
        CacheError: the folder cannot be read, or something in it cannot be deleted.
    """
    files = _files()
    folder = cache_home()
    try:
        for path, _ in files:
            path.unlink(missing_ok=True)
        if folder is not None and folder.is_dir():
            sweep(folder)
    except OSError as error:
        raise CacheError(f"What is kept in {folder} could not be deleted: {reason_of(error)}.", _HINT) from error
    return _usage(files)


def _usage(files: list[tuple[Path, int]]) -> MachineCacheUsage:
    return MachineCacheUsage(cache_home(), len(files), sum(size for _, size in files))


def _files() -> list[tuple[Path, int]]:
    """Return the files of ours, with their sizes.

    Raises:
        CacheError: the folder cannot be read.
    """
    folder = cache_home()
    if folder is None:
        return []
    try:
        with os.scandir(folder) as entries:
            ours = [each for each in entries if _NAME.fullmatch(each.name) and each.is_file(follow_symlinks=False)]
            return [(Path(each.path), each.stat(follow_symlinks=False).st_size) for each in ours]
    except (FileNotFoundError, NotADirectoryError):  # nothing was kept yet, or it is just being deleted
        return []
    except OSError as error:
        raise CacheError(f"What is kept in {folder} could not be looked through: {reason_of(error)}.", _HINT) from error


def _is_ours(found: os.stat_result) -> bool:
    """Tell whether the user who runs this made the file; always True where rights are kept otherwise."""
    return os.name != "posix" or found.st_uid == os.geteuid()


def _digest(*parts: bytes | memoryview) -> "hashlib.blake2b":
    digest = hashlib.blake2b(digest_size=_DIGEST_BYTES)
    for part in parts:
        digest.update(part)
    return digest
