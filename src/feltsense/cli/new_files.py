"""Files that people will write on in: whole or not at all, and never over another."""

from pathlib import Path

from feltsense.errors import FeltsenseError, reason_of
from feltsense.system.files import atomic_write


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
        try:
            atomic_write(path, text.encode("utf-8"), overwrite=False)
        except FileExistsError as error:
            raise taken from error
    except OSError as error:
        raise FeltsenseError(
            f"{path} could not be written: {reason_of(error)}.", "Choose another folder with -o."
        ) from error
