"""What a list shows of each script, kept so that scripts that did not change are not read again.

One file for each large folder of scripts, among the caches of the machine. It can be deleted at any time; a damaged or
foreign one, and one of another build, is not used and written anew. Where none can be written, lists are slower.
"""

import contextlib
import hashlib
import os
import re
import time
from collections.abc import Mapping
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from feltsense import __version__
from feltsense.script.model import FrontMatter
from feltsense.system.paths import cache_home

FEWEST_SCRIPTS = 100
"""A folder with fewer is read in less time than it is worth."""

MOST_SCRIPTS = 20_000
"""Rows in one file. What does not fit is read each time."""

_LONGEST_ROW = 4096
"""Bytes; most take 600."""

MOST_FOLDERS = 8
"""Files that are kept: those that were written last."""

_FORM = 1
"""Raise it when the rows, or what is read into them, change."""

_RACY_NS = 2_000_000_000
"""File systems count time in steps of up to two seconds. A file that changed less than this before it was looked at may
change again and look the same, so nothing is kept of it."""

_MAGIC = f"feltsense list index {_FORM}\n".encode()
_NAME = re.compile(r"list-[0-9a-f]{32}\.index")
_DIGEST = 64


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
        )


Signature = tuple[int, int, int, int]
"""Size, times of change of content and of file in nanoseconds, and number of a file: another script has another."""


class ListIndex:
    """What is known of the scripts in one folder, by their names.

    Args:
        file: where it is kept; None keeps nothing.
        folder: the folder of the scripts.
    """

    def __init__(self, file: Path | None, folder: Path) -> None:
        self._file = file
        self._folder = str(folder)
        self._known = _read(file, self._folder) if file else {}
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
        title, summary, practice, pathway, tier, minutes, tags, cautions = row[4:]
        return FrontSummary(title, summary, practice, pathway, tier, tuple(minutes), tuple(tags), tuple(cautions))

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
        if self._file is None or self._rows == self._known:
            return
        from feltsense.system.files import write_private  # noqa: PLC0415 - not needed for a short list

        with contextlib.suppress(OSError):  # the next list is as slow as this one, and that is all
            write_private(self._file, _packed(self._folder, self._rows))
            _forget_oldest(self._file.parent)


def open_index(folder: Path, scripts: int) -> ListIndex:
    """Return the index of a folder that holds so many scripts."""
    home = cache_home() if scripts >= FEWEST_SCRIPTS else None
    if home is None:
        return ListIndex(None, folder)
    name = hashlib.sha256(os.fsencode(folder)).hexdigest()[:32]
    return ListIndex(home / f"list-{name}.index", folder)


def signature_of(path: Path) -> tuple[Signature, int]:
    """Return a file's signature, and when it was taken.

    Raises:
        OSError: it cannot be looked at.
    """
    now = time.time_ns()
    found = path.stat()
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino), now


def _read(file: Path, folder: str) -> Mapping[str, list[Any]]:
    """Return the rows in a file; none where it is damaged, foreign, or of another build."""
    try:
        if not file.is_file() or file.stat().st_size > (MOST_SCRIPTS + 100) * _LONGEST_ROW:
            return {}
        content = file.read_bytes()
    except OSError:
        return {}
    head, body = content[: len(_MAGIC) + _DIGEST], content[len(_MAGIC) + _DIGEST :]
    if head != _head(body):
        return {}
    import json  # noqa: PLC0415 - not needed for a short list

    found = json.loads(body)  # whole and ours, as its digest tells
    rows: Mapping[str, list[Any]] = found["scripts"]
    return rows if (found["build"], found["folder"]) == (_build(), folder) else {}


def _packed(folder: str, rows: Mapping[str, list[Any]]) -> bytes:
    import json  # noqa: PLC0415 - not needed for a short list

    body = json.dumps({"build": _build(), "folder": folder, "scripts": rows}).encode()
    return _head(body) + body


def _head(body: bytes) -> bytes:
    return _MAGIC + hashlib.sha256(body).hexdigest().encode()


def _build() -> str:
    """Return what tells builds apart that may read scripts differently, also in a checkout that changes."""
    stamps = [__version__]
    with contextlib.suppress(OSError):  # a package inside an archive does not change without its version
        with os.scandir(Path(__file__).parents[1] / "script") as modules:
            sources = sorted((each.name, each.stat()) for each in modules if each.name.endswith(".py"))
        stamps += [f"{name} {found.st_size} {found.st_mtime_ns}" for name, found in sources]
    return hashlib.sha256("\n".join(stamps).encode()).hexdigest()


def _forget_oldest(folder: Path) -> None:
    """Delete all but the files of ours that were written last.

    Raises:
        OSError: one cannot be deleted.
    """
    with os.scandir(folder) as entries:
        ours = [(each.stat().st_mtime_ns, each.path) for each in entries if _NAME.fullmatch(each.name)]
    for _, path in sorted(ours, reverse=True)[MOST_FOLDERS:]:
        Path(path).unlink(missing_ok=True)
