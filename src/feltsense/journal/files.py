"""The files that belong to a journal: copies from before a change of its schema, and damaged ones set aside."""

import errno
import os
import re
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from feltsense.errors import JournalError, reason_of
from feltsense.system.files import free_name, open_to_others
from feltsense.system.temporary import is_running, sweep

FILE = "journal.db"
_PART = r"\.(?P<pid>\d+)\.part(-journal|-wal|-shm)?"
"""How the first builds called a copy that was not finished yet."""


@dataclass(frozen=True, slots=True)
class JournalStatus:
    """How the journal is, seen from outside."""

    path: Path
    practices: int | None
    """How many it holds; None where there is none yet, or it cannot be read."""
    trouble: str = ""
    """What is wrong with it; empty where nothing is."""
    set_aside: tuple[Path, ...] = ()
    """Damaged journals that were set aside."""


def journal_status(home: Path) -> JournalStatus:
    """Return how the journal in the data folder `home` is. Never fails; nothing is made, changed or set aside."""
    path = home / FILE
    aside = tuple(damaged_files(path))
    try:
        if not journal_exists(home):
            return JournalStatus(path, None, "", aside)
        shared = [each.name for each in (home, path) if open_to_others(each)]
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            count: int = connection.execute("SELECT count(*) FROM practices WHERE kept = 1").fetchone()[0]
    except JournalError as error:
        return JournalStatus(path, None, f"{error.message} {error.hint}", aside)
    except (sqlite3.Error, OSError) as error:
        return JournalStatus(path, None, f"It cannot be read: {reason_of(error)}.", aside)
    trouble = f"Others can look into {' and '.join(shared)}; the next practice closes it to them." if shared else ""
    return JournalStatus(path, count, trouble, aside)


def journal_path(home: Path) -> Path:
    """Return where the journal in the data folder `home` is, or would be. Makes nothing."""
    return home / FILE


def journal_exists(home: Path) -> bool:
    """Tell whether there is a journal in the data folder `home`.

    Raises:
        JournalError: nobody can tell, as the folder may not be looked into.
    """
    path = journal_path(home)
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise unusable_journal(path, error) from error
    return True


def copies(path: Path) -> list[Path]:
    """Return the copies that were made of the journal at `path` before its schema changed."""
    return _named(path, rf"-before-\d+{{suffix}}({_PART})?")


def damaged_files(path: Path) -> list[Path]:
    """Return what was set aside of the journal at `path`, as it was damaged."""
    return _named(path, r"-damaged(-\d+)?{suffix}(-wal|-shm)?")


def sweep_unfinished(path: Path) -> None:
    """Remove what killed runs have left beside the journal at `path`: half copies, half settings, half exports.

    Raises:
        OSError: something of it cannot be removed.
    """
    for part in _named(path, rf"-before-\d+{{suffix}}{_PART}"):
        found = re.search(_PART, part.name)
        if found and not is_running(int(found["pid"])):
            part.unlink(missing_ok=True)
    sweep(path.parent)


def set_aside(path: Path, known: tuple[int, int] | None) -> Path:
    """Rename the file and what belongs to it, so that a new one can begin; return its new name. Nothing is lost.

    Args:
        path: the journal.
        known: which file it was that is damaged. Another player may have set it aside already, and begun a new one:
            that one is left alone.

    Raises:
        OSError: it cannot be renamed.
    """
    if known is not None and path.exists() and identity(path) != known:
        whole = (each for each in damaged_files(path) if each.suffix == path.suffix)
        return max(whole, key=lambda each: each.stat().st_mtime, default=path)
    to = free_name(path, "damaged")
    for suffix in ("-wal", "-shm", ""):
        with suppress(FileNotFoundError):
            os.replace(f"{path}{suffix}", f"{to}{suffix}")  # noqa: PTH105 - names with a suffix that is no extension
    return to


def identity(path: Path) -> tuple[int, int]:
    """Return what tells one file from another of the same name.

    Raises:
        OSError: it cannot be looked at.
    """
    found = path.stat()
    return found.st_dev, found.st_ino


def unusable_journal(path: Path, error: OSError) -> JournalError:
    """Return what is told when the system refuses the journal at `path`."""
    if error.errno == errno.ENOSPC:
        return JournalError(f"The journal ({path}) cannot grow: the disk is full.", "Make some room, and try again.")
    message = f"The journal ({path}) cannot be used: {reason_of(error)}."
    return JournalError(message, "Look at the rights of its folder, or set FELTSENSE_HOME.")


def _named(path: Path, form: str) -> list[Path]:
    """Return the files beside `path` whose names go on from its own like `form`."""
    pattern = re.compile(re.escape(path.stem) + form.replace("{suffix}", re.escape(path.suffix)))
    return sorted(each for each in path.parent.glob(f"{path.stem}-*") if pattern.fullmatch(each.name))
