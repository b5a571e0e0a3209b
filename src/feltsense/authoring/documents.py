"""Documents from elsewhere, opened as new scripts: the path as it is typed, its completions, and the import."""

import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from feltsense.authoring.files import create_file
from feltsense.authoring.scripts import begin_imported
from feltsense.errors import EditingError, ImportingError, reason_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feltsense.importing.convert import ImportedScript
    from feltsense.system.paths import Workspace

SUFFIXES = (
    ".docx", ".odt", ".rtf", ".pdf", ".epub", ".html", ".htm", ".txt", ".md", ".ssml", ".xml", ".srt", ".vtt", ".lrc",
    ".json", ".yaml", ".yml",
)  # fmt: skip
"""Of files that are listed; any other can be named."""
_MOST = 500
"""Names that are listed of a folder."""


def typed_path(typed: str) -> Path:
    """Return the path that somebody means who has typed it, dropped it, or copied it from another program."""
    text = typed.strip().replace("\0", "")  # no path has one, and none could be looked at with it
    if text.startswith("file://"):
        text = _path_of_url(text)
    elif text[:1] in ("'", '"') or "\\ " in text:
        try:
            text = " ".join(shlex.split(text))
        except ValueError:  # a quote that is not closed yet
            text = text.strip("'\"")
    return at_home(text)


def _path_of_url(url: str) -> str:
    try:
        return unquote(urlsplit(url).path).replace("\0", "")
    except ValueError:  # what stands where a computer's name would be is none
        return url


def at_home(path: str) -> Path:
    """Return a path with `~` for its folder; as it is written where nobody has that name."""
    try:
        return Path(path).expanduser()
    except RuntimeError:
        return Path(path)


def completions(typed: str) -> tuple[str, ...]:
    """Return the paths that a typed one can go on to: folders, which end in a slash, then documents. Slow.

    They begin as it was typed, `~` and all.
    """
    head, _, begun = typed.rpartition("/")
    shown = f"{head}/" if "/" in typed else ""
    try:
        with os.scandir(typed_path(shown) if shown else Path.cwd()) as entries:
            found = [(entry.name, os.path.isdir(entry.path)) for entry in entries]  # noqa: PTH112 - never raises
    except OSError:
        return ()
    fitting = [
        (not folder, name.casefold(), f"{shown}{name}{'/' if folder else ''}")
        for name, folder in found
        if name.casefold().startswith(begun.casefold())
        and (begun.startswith(".") or not name.startswith("."))
        and (folder or name.lower().endswith(SUFFIXES))
    ]
    return tuple(path for *_, path in sorted(fitting)[:_MOST])


def common_beginning(paths: tuple[str, ...]) -> str:
    """Return how all of the paths begin."""
    if not paths:
        return ""
    first, last = min(paths), max(paths)
    same = next((n for n in range(min(len(first), len(last))) if first[n] != last[n]), min(len(first), len(last)))
    return first[:same]


def import_file(path: Path) -> "ImportedScript":
    """Return the script that the document at `path` becomes. Slow.

    Raises:
        ImportingError: it cannot be read, or there is nothing to say in it.
    """
    from feltsense.importing.detect import MAX_FILE_BYTES, import_script  # noqa: PLC0415 - not before it is asked for

    return import_script(read_bytes(path, MAX_FILE_BYTES), path.stem)


def import_each(path: Path) -> "tuple[ImportedScript, ...]":
    """Return a script for each practice in the document at `path`; errors as with `import_file`. Slow."""
    from feltsense.importing.detect import MAX_FILE_BYTES, import_practices  # noqa: PLC0415 - as above

    return import_practices(read_bytes(path, MAX_FILE_BYTES), path.stem)


def read_bytes(path: Path, most: int) -> bytes:
    """Return the bytes of a document; of a larger one `most` and one more, so that it is refused.

    Raises:
        ImportingError: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except OSError as error:
        raise ImportingError(f"{path} cannot be read: {reason_of(error)}.", "Check the path.") from error


def write_each(made: "Sequence[ImportedScript]", workspace: "Workspace") -> "dict[Path, ImportedScript]":
    """Write each as an exercise of its own, under a name that is free; return where. Slow.

    Raises:
        EditingError: one cannot be written; those before it are there, as the error says.
    """
    written: dict[Path, ImportedScript] = {}
    for each in made:
        path = begin_imported(each.title, workspace).path
        try:
            create_file(path, each.script)
        except EditingError as error:
            there = f" {len(written)} of {len(made)} exercises are written." if written else ""
            raise EditingError(f"{error.message}{there}", error.hint) from error
        written[path] = each
    return written
