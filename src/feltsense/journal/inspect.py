"""A look at the journal from outside, for `feltsense doctor`: nothing is made, changed or set aside."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from feltsense.journal.database import FILE, damaged
from feltsense.system.files import open_to_others


@dataclass(frozen=True, slots=True)
class JournalStatus:
    """How the journal is."""

    path: Path
    practices: int | None
    """How many it holds; None where there is none yet, or it cannot be read."""
    trouble: str = ""
    """What is wrong with it; empty where nothing is."""
    set_aside: tuple[Path, ...] = ()
    """Damaged journals that were set aside."""


def look(home: Path) -> JournalStatus:
    """Return how the journal in the data folder `home` is. Never fails."""
    path = home / FILE
    aside = tuple(damaged(path))
    if not path.exists():
        return JournalStatus(path, None, "", aside)
    try:
        shared = [each.name for each in (home, path) if open_to_others(each)]
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            count: int = connection.execute("SELECT count(*) FROM practices WHERE kept = 1").fetchone()[0]
    except (sqlite3.Error, OSError) as error:
        return JournalStatus(path, None, f"It cannot be read: {error}.", aside)
    trouble = f"Others can look into {' and '.join(shared)}; the next practice closes it to them." if shared else ""
    return JournalStatus(path, count, trouble, aside)
