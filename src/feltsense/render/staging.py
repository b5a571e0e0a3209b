"""Files that appear whole or not at all: written in a hidden folder beside their place, then renamed into it."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from feltsense.errors import RenderError, reason_of

try:
    import fcntl
except ImportError:  # Windows refuses to remove what another process holds open, which serves as well
    fcntl = None  # type: ignore[assignment]

_LOCK = "in-use"
_SUFFIX = ".part"


@contextlib.contextmanager
def staged(target: Path) -> Iterator[Path]:
    """Give a folder to write in; when the block ends well, move all its files beside `target`, `target` last.

    What a killed render left behind for the same target is removed first; one that still runs is left alone.

    Raises:
        RenderError: the folder cannot be made or written, or the disk is full; nothing is left behind.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _sweep(target)
        folder = Path(tempfile.mkdtemp(prefix=f".{target.name}.", suffix=_SUFFIX, dir=target.parent))
    except OSError as error:
        raise _unwritable(target, error) from error
    try:
        with (folder / _LOCK).open("w", encoding="ascii") as lock:
            _hold(lock.fileno())
            yield folder
            _move(folder, target)
    except OSError as error:
        raise _unwritable(target, error) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _move(folder: Path, target: Path) -> None:
    """Rename every file into place. The audio comes last: where it is, all that belongs to it is there too."""
    files = [path for path in folder.iterdir() if path.name != _LOCK]
    for path in sorted(files, key=lambda path: path.name == target.name):
        path.replace(target.parent / path.name)


def _hold(descriptor: int) -> None:
    if fcntl is not None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _sweep(target: Path) -> None:
    for folder in target.parent.glob(f".{_escaped(target.name)}.*{_SUFFIX}"):
        with contextlib.suppress(OSError):  # held by a render that still runs, or gone already: either is fine
            with (folder / _LOCK).open("r+", encoding="ascii") as lock:
                _hold(lock.fileno())
            shutil.rmtree(folder)


def _escaped(name: str) -> str:
    return "".join(f"[{char}]" if char in "*?[" else char for char in name)


def _unwritable(target: Path, error: OSError) -> RenderError:
    hint = "Choose another folder with -o, or free some space, and run it again; the speech made so far is kept."
    if isinstance(error, FileNotFoundError | NotADirectoryError | PermissionError) or os.name == "nt":
        hint = "Choose another folder with -o."
    return RenderError(f"{target} could not be written: {reason_of(error)}.", hint)
