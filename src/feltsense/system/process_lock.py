"""A lock between processes: the system lets go of it when its holder ends, however that ends."""

import os
import sys
from pathlib import Path
from typing import IO

from feltsense.system.files import FILE_MODE


class ProcessLock:
    """Held by one process at a time. Its file stays, and says nothing: what counts is whether it is locked.

    Safe to use from several threads as long as one at a time calls it.

    Args:
        path: its file, in a folder that is there; where it cannot be made, nobody holds anybody up.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] | None = None

    def acquire(self) -> bool:
        """Take it, if it is free; return whether nobody else holds it. Never waits."""
        if self._file is not None:
            return True
        try:
            file = os.fdopen(os.open(self._path, os.O_RDWR | os.O_CREAT, FILE_MODE), "r+b", buffering=0)
        except OSError:  # no folder, or one that may only be read
            return True
        if not _locked(file):
            file.close()
            return False
        self._file = file
        return True

    def release(self) -> None:
        """Let go of it. Calling it twice is fine."""
        file, self._file = self._file, None
        if file is not None:
            file.close()  # and so unlocks it


def playing_lock(home: Path) -> ProcessLock:
    """Return the lock that is held while anything of the data folder `home` is heard."""
    return ProcessLock(home / "playing.lock")


def _locked(file: IO[bytes]) -> bool:
    """Lock a file, if it is free; return whether it is ours."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - only there

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - only here

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:  # a file system without locks
        return True
    return True
