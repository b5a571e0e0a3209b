"""The render cache: encoded sound and covers, so that a file that is rendered again is not made all over again.

Nothing can be stale: the key is a hash of what a part is made of, down to the samples themselves, and of what makes it.
A part is checked before it is used, and nobody needs it: what is not there, or cannot be kept, is made.
"""

import contextlib
import hashlib
import json
import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from feltsense.errors import CacheError
from feltsense.system.cache_folder import CacheFolder, record_use
from feltsense.system.files import open_regular
from feltsense.system.paths import Workspace, cache_limit

_MAGIC = b"feltsense render 1\n"
"""Raise the number when the form below changes. Other versions are cache misses."""

_DIGEST_BYTES = 32
"""The SHA-256 of key and content, which is between the magic and the content."""

_MOST_BYTES = 32 * 1024**2
"""A larger file is none of ours, and is not read."""

RENDER_SHARE = 4
"""The limit is this part of that of speech. Encoded sound is a seventh as large as the speech in it."""


class RenderCache(CacheFolder):
    """A folder of encoded sound and covers, about `limit` bytes at most. Safe for several threads and processes."""

    def __init__(self, folder: Path, limit: int) -> None:
        """Use `folder`; it is made when something is first stored."""
        super().__init__(folder, ".rendered", limit, "Pieces of rendered files")

    def get_or_make(self, maker: Sequence[str], content: Iterable[bytes], make: Callable[[], bytes]) -> bytes:
        """Return what `make` makes, from the cache where it was made before.

        Args:
            maker: everything that changes what is made, besides `content`: versions, settings.
            content: what it is made of.
            make: called where it is not in the cache.
        """
        key = key_of(maker, content)
        found = self.find(key)
        if found is None:
            found = make()
            self.keep(key, found)
        return found

    def keep(self, key: str, made: bytes) -> None:
        """Keep what was made under its key."""
        with contextlib.suppress(CacheError):  # it is made anew next time, and that is all
            self.write(key, _MAGIC + _digest(key, made) + made)

    def find(self, key: str) -> bytes | None:
        """Return an entry's content; None where it is missing or damaged."""
        path = self.path(key)
        try:
            with open_regular(path) as file:
                whole = b"" if os.fstat(file.fileno()).st_size > _MOST_BYTES else file.read()
        except OSError:
            return None
        start = len(_MAGIC) + _DIGEST_BYTES
        content = whole[start:]
        if whole[:start] != _MAGIC + _digest(key, content):
            return None
        record_use(path)
        return content


def open_render_cache(workspace: Workspace) -> RenderCache:
    """Return the render cache of a workspace. It stands beside the speech, and has a quarter of its limit for itself.

    Raises:
        FeltsenseError: the limit is no size.
    """
    return RenderCache(workspace.audio_cache, cache_limit() // RENDER_SHARE)


def key_of(maker: Sequence[str], content: Iterable[bytes]) -> str:
    """Return the key of what `maker` makes of `content`, as for `get_or_make`."""
    digest = hashlib.sha256(json.dumps(maker).encode())  # JSON ends with its bracket: nothing can run into the content
    for piece in content:
        digest.update(piece)
    return digest.hexdigest()


def _digest(key: str, content: bytes) -> bytes:
    digest = hashlib.sha256(key.encode())
    digest.update(content)
    return digest.digest()
