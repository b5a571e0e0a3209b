"""Files that people will write on in: whole or not at all, and never over another."""

import os
import tempfile
from pathlib import Path

from feltsense.errors import FeltsenseError, reason_of


def write_new(path: Path, text: str) -> None:
    """Write `text` to `path`, in UTF-8; its folder is made.

    Raises:
        FeltsenseError: something of that name is there already, or it cannot be written.
    """
    taken = FeltsenseError(f"{path} is there already, and is left as it is.", "Choose another name, or move it away.")
    if path.exists() or path.is_symlink():
        raise taken
    try:
        if not path.parent.is_dir():
            path.parent.mkdir(parents=True)
        descriptor, unfinished = tempfile.mkstemp(".unfinished", f".{path.name}.", path.parent)
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            Path(unfinished).chmod(0o666 & ~_umask())
            if not _moved(Path(unfinished), path):
                raise taken
        finally:
            Path(unfinished).unlink(missing_ok=True)
    except OSError as error:
        raise FeltsenseError(
            f"{path} could not be written: {reason_of(error)}.", "Choose another folder with -o."
        ) from error


def _moved(unfinished: Path, path: Path) -> bool:
    """Move a file to its name; tell whether that could be done, as nobody had taken it in this very moment."""
    try:
        path.hardlink_to(unfinished)
    except FileExistsError:
        return False
    except OSError:  # a file system without hard links
        if path.exists():
            return False
        unfinished.replace(path)
    return True


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
