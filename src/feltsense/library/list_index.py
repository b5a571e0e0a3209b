"""What a list shows of each script, kept so that scripts that did not change are not read again.

One file for each large folder of scripts, among the caches of the machine: see `system/machine_cache.py`. Where none
can be written, lists are slower.
"""

import contextlib
import hashlib
import os
import time
from collections.abc import Mapping
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from feltsense import __version__
from feltsense.script.model import DEFAULT_LANGUAGE, FrontMatter
from feltsense.system.paths import cache_home

if TYPE_CHECKING:
    from feltsense.system.machine_cache import MachineCacheFile

FEWEST_SCRIPTS = 100
"""A folder with fewer is read in less time than it is worth."""

MOST_SCRIPTS = 20_000
"""Rows in one file. What does not fit is read each time."""

_LONGEST_ROW = 4096
"""Bytes; most take 600."""

MOST_FOLDERS = 8
"""Files that are kept: those that were written last."""

_FORM = 2
"""Raise it when the rows, or what is read into them, change."""

_RACY_NS = 2_000_000_000
"""File systems count time in steps of up to two seconds. A file that changed less than this before it was looked at may
change again and look the same, so nothing is kept of it."""


@dataclass(frozen=True, slots=True)
class FrontSummary:
    """What a list shows of a script's front matter."""

    title: str
    """Never empty."""
    summary: str
    practice: str
    pathway: str
    tier: int
    minutes: tuple[float, ...]
    tags: tuple[str, ...]
    cautions: tuple[str, ...]
    language: str = DEFAULT_LANGUAGE
    """As the script has it: “es” or “es-MX”."""

    @classmethod
    def of(cls, front: FrontMatter, title: str) -> "FrontSummary":
        """Return what a list shows of `front` under `title`."""
        return cls(
            title,
            front.summary,
            front.practice,
            front.pathway,
            front.tier,
            front.minutes,
            front.tags,
            front.cautions,
            front.language,
        )


Signature = tuple[int, int, int, int]
"""Size, times of change of content and of file in nanoseconds, and number of a file: another script has another."""


class ListIndex:
    """What is known of the scripts in one folder, by their names.

    Args:
        file: where it is kept; None keeps nothing.
    """

    def __init__(self, file: "MachineCacheFile | None") -> None:
        self._file = file
        self._known = _read(file) if file else {}
        self._rows: dict[str, list[Any]] = {}
        """Of the scripts that were asked for and are there: what will be kept."""

    def get(self, name: str, signature: Signature) -> FrontSummary | str | None:
        """Return what a list shows of a script, or what is wrong with it; None where that is not known."""
        row = self._known.get(name)
        if row is None or tuple(row[:4]) != signature:
            return None
        if len(self._rows) < MOST_SCRIPTS:
            self._rows[name] = row
        if len(row) == len(signature) + 1:
            return str(row[4])
        title, summary, practice, pathway, tier, minutes, tags, cautions, language = row[4:]
        lists = tuple(minutes), tuple(tags), tuple(cautions)
        return FrontSummary(title, summary, practice, pathway, tier, *lists, language)

    def put(self, name: str, signature: Signature, found: FrontSummary | str, looked_ns: int) -> None:
        """Remember what a list shows of a script, or what is wrong with it.

        Args:
            name: the script's file name.
            signature: as it was before the script was read.
            found: what was read.
            looked_ns: when the signature was taken, on the machine's clock.
        """
        if self._file is not None and max(signature[1:3]) < looked_ns - _RACY_NS:
            import json  # noqa: PLC0415 - not needed for a short list

            row = [*signature, *((found,) if isinstance(found, str) else astuple(found))]
            if len(self._rows) < MOST_SCRIPTS and len(json.dumps({name: row})) <= _LONGEST_ROW:
                self._rows[name] = row

    def save(self) -> None:
        """Keep it where it says something new. What cannot be written is no matter."""
        if self._file is not None and self._rows != self._known:
            import json  # noqa: PLC0415 - not needed for a short list

            self._file.write([json.dumps(self._rows).encode()])


def open_index(folder: Path, scripts: int) -> ListIndex:
    """Return the index of a folder that holds so many scripts."""
    home = cache_home() if scripts >= FEWEST_SCRIPTS else None
    if home is None:
        return ListIndex(None)
    from feltsense.system.machine_cache import MachineCacheFile, MachineCacheKind  # noqa: PLC0415 - not needed else

    kind = MachineCacheKind("list", _FORM, MOST_FOLDERS, (MOST_SCRIPTS + 100) * _LONGEST_ROW)
    return ListIndex(MachineCacheFile(kind, home, os.fsencode(folder), _build()))


def signature_of(path: str) -> tuple[Signature, int]:
    """Return a file's signature, and when it was taken.

    Raises:
        OSError: it cannot be looked at.
    """
    now = time.time_ns()
    found = os.stat(path)  # noqa: PTH116 - a `Path` would take as long as the look itself
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino), now


def _read(file: "MachineCacheFile") -> Mapping[str, list[Any]]:
    """Return the rows in a file."""
    content = file.read()
    if content is None:
        return {}
    import json  # noqa: PLC0415 - not needed for a short list

    rows: Mapping[str, list[Any]] = json.loads(bytes(content))
    return rows


def _build() -> str:
    """Return what tells builds apart that may read scripts differently, also in a checkout that changes."""
    stamps = [__version__]
    with contextlib.suppress(OSError):  # a package inside an archive does not change without its version
        with os.scandir(Path(__file__).parents[1] / "script") as modules:
            sources = sorted((each.name, each.stat()) for each in modules if each.name.endswith(".py"))
        stamps += [f"{name} {found.st_size} {found.st_mtime_ns}" for name, found in sources]
    return hashlib.sha256("\n".join(stamps).encode()).hexdigest()
