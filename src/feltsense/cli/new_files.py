"""Files that people will write on in: whole or not at all, and never over another."""

import contextlib
import os
import tempfile
from pathlib import Path

from feltsense.errors import FeltsenseError


def write_new(path: Path, text: str) -> None:
    """Write `text` to `path`, in UTF-8; its folder is made.

    Raises:
        FeltsenseError: something of that name is there already, or it cannot be written.
    """
    taken = FeltsenseError(f"{path} is there already, and is left as it is.", "Choose another name, or move it away.")
    if path.exists() or path.is_symlink():
        raise taken
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, unfinished = tempfile.mkstemp(".unfinished", f".{path.name}.", path.parent)
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            Path(unfinished).chmod(0o666 & ~_umask())
            _moved(Path(unfinished), path)
        finally:
            Path(unfinished).unlink(missing_ok=True)
    except FileExistsError as error:
        raise taken from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise FeltsenseError(f"{path} could not be written: {reason}.", "Choose another folder with -o.") from error


def _moved(unfinished: Path, path: Path) -> None:
    """Move a file to a name that must not be taken, not even in this very moment."""
    try:
        path.hardlink_to(unfinished)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if path.exists():
            raise FileExistsError(path) from None
        unfinished.replace(path)


def _umask() -> int:
    with contextlib.suppress(OSError):
        mask = os.umask(0o022)
        os.umask(mask)
        return mask
    return 0o022
