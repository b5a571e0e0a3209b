"""Brings what was made into the folder that was asked for. Nothing in it that is not ours is changed or removed.

What is ours is known by a hidden list in the folder, with the hash of each file. It is written before the first file is
moved, with the old hashes and the new ones: whenever a process is killed, the next run knows what it may replace.
"""

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from feltsense.errors import RenderError
from feltsense.render.ownership import file_hash, read_record
from feltsense.render.staging import explained, folder_for
from feltsense.system.files import atomic_write
from feltsense.system.temporary import temporary_path

MANIFEST = ".phone-folder.json"
"""The hidden list. Its name and words say nothing of what the folder is for."""

PAGE = "index.html"

_FORM = "phone folder 1"
_NAMED = 3
"""So many files that are in the way are named."""

Hashes = Mapping[str, tuple[str, ...]]
"""What each of our files may hold, by its name."""


@contextmanager
def publishing(folder: Path) -> Iterator[Path]:
    """Give an empty folder to write in; when the block ends well, all of it takes its place in `folder`.

    A folder that is not there yet appears whole. In one that is there, files of ours are replaced one by one, the page
    last, and those that are not wanted any more are removed.

    Raises:
        RenderError: `folder` cannot be made or written, or a file in it that is not ours is in the way; then nothing
            in it has changed.
    """
    with explained(folder):
        if folder.exists() and not folder.is_dir():
            raise RenderError(f"{folder} is a file, and a folder is needed.", "Choose another name with -o.")
        new = not folder.exists()
        # inside a folder that is there: it may be where a memory stick begins, and nothing is renamed from outside
        with folder_for(folder), temporary_path(folder if new else folder / PAGE) as desk:
            desk.mkdir()
            with called_by(re.escape(str(desk)), folder):
                yield desk
            names = _names_in(desk)
            made = {name: (file_hash(desk / name),) for name in names}
            if new and not os.path.lexists(folder):
                (desk / MANIFEST).write_bytes(_manifest(made))
                desk.replace(folder)
            else:
                _replace(desk, folder, made)


@contextmanager
def called_by(made: str, asked: Path) -> Iterator[None]:
    """Have errors of the render speak of what was asked for, and not of where it is made meanwhile.

    Args:
        made: a pattern of that place.
        asked: the file or folder.
    """
    try:
        yield
    except RenderError as error:
        raise RenderError(re.sub(made, lambda _: str(asked), error.message), error.hint) from error


def _names_in(desk: Path) -> list[str]:
    """Return the names of all files, the page last: where it is, all that belongs to it is there too."""
    found = (path.relative_to(desk).as_posix() for path in desk.rglob("*") if path.is_file())
    return sorted(found, key=lambda name: (name == PAGE, name))


def _replace(desk: Path, folder: Path, made: Hashes) -> None:
    before = read_manifest(folder)
    in_the_way = [name for name in made if not _may_replace(folder / name, (*before.get(name, ()), *made[name]))]
    if os.path.lexists(folder / MANIFEST) and _read(folder / MANIFEST) is None:
        in_the_way.append(MANIFEST)
    if in_the_way:
        raise _occupied(folder, in_the_way)
    either = {name: tuple(dict.fromkeys((*before.get(name, ()), *made.get(name, ())))) for name in {*before, *made}}
    atomic_write(folder / MANIFEST, _manifest(either))
    for name in made:
        (folder / name).parent.mkdir(exist_ok=True)
        (desk / name).replace(folder / name)
    _remove(folder, {name: hashes for name, hashes in before.items() if name not in made})
    atomic_write(folder / MANIFEST, _manifest(made))


def _may_replace(path: Path, known: Iterable[str]) -> bool:
    """Tell whether a file may be written: nothing is there, or one of ours that was not changed since."""
    for parent in (path.parent, path):
        if parent.is_symlink() and not parent.exists():
            return False
    if path.parent.exists() and not path.parent.is_dir():
        return False
    return not os.path.lexists(path) or (path.is_file() and not path.is_symlink() and file_hash(path) in set(known))


def _remove(folder: Path, unwanted: Hashes) -> None:
    """Remove files that an earlier run made, where nobody has changed them, and folders that are empty then."""
    for name, hashes in unwanted.items():
        path = folder / name
        if path.is_file() and not path.is_symlink() and file_hash(path) in hashes:
            path.unlink()
        if path.parent != folder:
            with suppress(OSError):  # something else is in it, or it is gone
                path.parent.rmdir()


def read_manifest(folder: Path) -> Hashes:
    """Return what an earlier run made in `folder`; nothing where there is no list of ours."""
    found = _read(folder / MANIFEST)
    return {name: tuple(hashes) for name, hashes in found["files"].items() if _is_inside(name)} if found else {}


def _read(path: Path) -> dict[str, Any] | None:
    return read_record(path, _is_list_of_ours)


def _is_list_of_ours(found: dict[str, Any]) -> bool:
    if found.get("form") != _FORM or not isinstance(found.get("files"), dict):
        return False
    return all(isinstance(each, list) and all(isinstance(one, str) for one in each) for each in found["files"].values())


def _is_inside(name: str) -> bool:
    """Tell whether a name in a list, which anybody may have changed, stays within the folder."""
    parts = name.split("/")
    return len(parts) <= 2 and all(
        part not in ("", ".", "..") and "\\" not in part and ":" not in part for part in parts
    )


def _manifest(hashes: Hashes) -> bytes:
    files = {name: list(hashes[name]) for name in sorted(hashes)}
    return (json.dumps({"form": _FORM, "files": files}, indent=1) + "\n").encode()


def _occupied(folder: Path, names: list[str]) -> RenderError:
    """Return the error of files that are not ours."""
    named = ", ".join(names[:_NAMED]) + (f" and {len(names) - _NAMED} more" if len(names) > _NAMED else "")
    are, stay = ("is", "stays as it is") if len(names) == 1 else ("are", "stay as they are")
    was = "It was" if len(names) == 1 else "They were"
    return RenderError(
        f"{named} {are} in {folder} already. {was} not made by feltsense, or changed since, and {stay}.",
        "Nothing there has changed. Choose another folder with -o, or move them away.",
    )
