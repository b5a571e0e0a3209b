"""Where things are kept. Nothing here makes a folder."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from feltsense.errors import FeltsenseError

_EXERCISES = "exercises"
_DEFAULT_CACHE_LIMIT = 2 * 1024**3
_SIZE = re.compile(r"(\d{1,6}(?:\.\d{1,3})?)\s*([kmgt]?)i?b?", re.IGNORECASE)
_POWER = {"": 0, "k": 1, "m": 2, "g": 3, "t": 4}


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder with `exercises/` and `audio_cache/`; either may not be there yet."""

    root: Path

    @property
    def exercises(self) -> Path:
        """Where its scripts are."""
        return self.root / _EXERCISES

    @property
    def audio_cache(self) -> Path:
        """Where its speech is kept."""
        return self.root / "audio_cache"


def data_home() -> Path:
    """Return the user's own data folder: `FELTSENSE_HOME`, else what the system keeps for programs' data."""
    given = os.environ.get("FELTSENSE_HOME")
    if given:
        return Path(given).expanduser()
    from platformdirs import user_data_path  # noqa: PLC0415 - needed only where nothing else says where

    return user_data_path("feltsense", appauthor=False)


def cache_home() -> Path | None:
    """Return where caches of the machine are kept: in `FELTSENSE_HOME`, else where the system keeps them.

    None where nobody knows. All in it can be deleted at any time.
    """
    given = os.environ.get("FELTSENSE_HOME")
    if given:
        return Path(given).expanduser() / "cache"
    from platformdirs import user_cache_path  # noqa: PLC0415 - needed only where nothing else says where

    found = user_cache_path("feltsense", appauthor=False)
    return found if found.is_absolute() else None  # a user without a home


def find_workspace(given: Path | None) -> Workspace:
    """Return the workspace: the `given` one, else `FELTSENSE_WORKSPACE`, else the nearest upwards, else the user's."""
    named = given or os.environ.get("FELTSENSE_WORKSPACE")
    if named:
        return Workspace(Path(named).expanduser().absolute())
    try:
        here = Path.cwd()
    except FileNotFoundError:  # somebody has deleted it meanwhile
        return Workspace(data_home())
    for folder in (here, *here.parents):
        if is_folder(folder / _EXERCISES):
            return Workspace(folder)
    return Workspace(data_home())


def is_folder(path: Path) -> bool:
    """Tell whether `path` is a folder; one in a folder that may not be looked into is none, and no error."""
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises PermissionError there


def names_folder(path: str | Path) -> bool:
    """Tell whether a path that was asked for is a folder's: one that is there, or any that ends in a slash."""
    return str(path).endswith(("/", os.sep)) or is_folder(Path(path))


def shown_path(path: Path) -> str:
    """Return a path as people read it: with `~` for the home folder."""
    try:
        below = path.relative_to(Path.home())
    except (ValueError, RuntimeError):  # it is elsewhere, or nobody knows where home is
        return str(path)
    return str(Path("~", below))


def cache_limit() -> int:
    """Return how many bytes of speech are kept: `FELTSENSE_CACHE_LIMIT`, else 2 GiB."""
    given = os.environ.get("FELTSENSE_CACHE_LIMIT")
    return parse_size(given) if given else _DEFAULT_CACHE_LIMIT


def parse_size(text: str) -> int:
    """Return the bytes that `500MB`, `2 GiB` or `1000` mean; a kilobyte has 1024.

    Raises:
        FeltsenseError: it is no size.
    """
    match = _SIZE.fullmatch(text.strip())
    if not match:
        raise FeltsenseError(f"“{text}” is no size.", "Write it like 500MB or 2GB.")
    return int(float(match[1]) * 1024 ** _POWER[match[2].lower()])
