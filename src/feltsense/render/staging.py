"""Files that appear whole or not at all: written in a hidden folder beside their place, then renamed into it."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from feltsense.errors import RenderError, reason_of
from feltsense.system.temporary import temporary_path


@contextlib.contextmanager
def staged(target: Path) -> Iterator[Path]:
    """Give a folder to write in; when the block ends well, move all its files beside `target`, the audio last.

    What killed renders left in the folder of `target` is removed first; those that still run are left alone.

    Raises:
        RenderError: the folder cannot be made or written, or the disk is full; nothing is left behind.
    """
    with explained(target), folder_for(target), temporary_path(target) as folder:
        folder.mkdir()
        yield folder
        _move(folder, target)


@contextlib.contextmanager
def folder_for(target: Path) -> Iterator[None]:
    """See that `target` has a folder; where the block fails, remove again what was made for it and is empty."""
    missing = [folder for folder in target.parents if not folder.exists()]
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        for folder in missing:
            with contextlib.suppress(OSError):  # not made, or somebody has put something there
                folder.rmdir()
        raise


@contextlib.contextmanager
def explained(target: Path) -> Iterator[None]:
    """Tell what the system refuses as an error of the render into `target`.

    Raises:
        RenderError: instead of any OSError.
    """
    try:
        yield
    except OSError as error:
        raise _unwritable(target, error) from error


def _move(folder: Path, target: Path) -> None:
    """Rename every file into place. The audio comes last: where it is, all that belongs to it is there too."""
    for path in sorted(folder.iterdir(), key=lambda path: path.suffix == target.suffix):
        path.replace(target.parent / path.name)


def _unwritable(target: Path, error: OSError) -> RenderError:
    hint = "Choose another folder with -o, or free some space, and run it again; the speech made so far is kept."
    if isinstance(error, FileNotFoundError | NotADirectoryError | PermissionError) or os.name == "nt":
        hint = "Choose another folder with -o."
    return RenderError(f"{target} could not be written: {reason_of(error)}.", hint)
