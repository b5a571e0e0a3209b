"""Which file a script means, and that it lies where a script may reach: in its own folder, or in the workspace."""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path, PurePosixPath, PureWindowsPath

from feltsense.errors import SoundError, reason_of

_EXERCISES = "exercises"
_BESIDE = "Copy the file into the script's folder and write its name alone."


def find_sound(name: str, folder: Path | None) -> Path:
    """Return the file `name` means: in the script's `folder`, else in the workspace that the folder belongs to.

    Raises:
        SoundError: there is no such file, it is none, or it lies outside; the message begins with the name.
    """
    if folder is None:
        raise SoundError(f"“{name}” cannot be looked for: this script is no file.", "Save the script first.")
    if _leads_out(name):
        raise SoundError(f"“{name}” is not beside the script.", _BESIDE)
    roots = tuple(_roots(folder))
    try:
        path = next((found for found in (root / name for root in roots) if found.exists()), None)
        if path is None:
            raise SoundError(f"“{name}” is not there.", _hint(name, folder))
        real = path.resolve()
        if not any(real.is_relative_to(root.resolve()) for root in roots):
            raise SoundError(f"“{name}” leads to a file outside the script's folder.", _BESIDE)
        if not real.is_file():
            raise SoundError(f"“{name}” is no file.", "Name a sound file: river.mp3, for instance.")
    except (OSError, ValueError) as error:
        raise SoundError(f"“{name}” cannot be looked for: {reason_of(error)}.", _BESIDE) from error
    return real


def _leads_out(name: str) -> bool:
    """Tell whether a name is anything but a path downwards, on any system."""
    windows = PureWindowsPath(name)
    parts = windows.parts  # these know both kinds of slashes
    return bool(not parts or windows.drive or windows.root or PurePosixPath(name).is_absolute() or ".." in parts)


def _roots(folder: Path) -> Iterator[Path]:
    yield folder
    if folder.resolve().name == _EXERCISES:
        yield folder.resolve().parent


def _hint(name: str, folder: Path) -> str:
    beside = [path.name for path in folder.iterdir() if not path.name.startswith(".")]
    near = get_close_matches(name, beside, n=1, cutoff=0.6)
    return f"Did you mean {near[0]}?" if near else f"Put it into the script's folder, which is {folder.resolve()}"
