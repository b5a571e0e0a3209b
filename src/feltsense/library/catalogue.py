"""Which exercises there are: the workspace's own first, then those that came with feltsense."""

import os
import shlex
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from feltsense.errors import LibraryError, reason_of
from feltsense.library.foreign_files import foreign_file
from feltsense.library.languages import language_of
from feltsense.library.list_index import FrontSummary, ListIndex, open_index, signature_of
from feltsense.script.frontmatter import front_matter
from feltsense.script.headings import heading_title
from feltsense.script.model import Exercise, Parsed
from feltsense.script.parser import load_valid, parse, readable
from feltsense.script.source import MOST_BYTES, decoded, source_of
from feltsense.system.paths import Workspace
from feltsense.system.printable import printable_line

_OURS = ".md"
"""How the scripts in the folders of exercises end."""
_SUFFIXES = (".md", ".markdown", ".txt")
_IMPORTED = {".docx": "a Word file", ".html": "a web page", ".htm": "a web page", ".epub": "a book"}
_SAVED_ANEW = {".doc": "an old Word file", ".odt": "an OpenDocument file", ".rtf": "an RTF file", ".pdf": "a PDF"}
_BEGINNINGS = {b"PK\x03\x04": ".docx", b"\xd0\xcf\x11\xe0": ".doc", b"{\\rtf": ".rtf", b"%PDF": ".pdf"}
"""How they begin, for those that are called something else."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An exercise as a list shows it."""

    slug: str
    folder: Path
    front: FrontSummary

    @property
    def path(self) -> Path:
        """Where the script is. Made when it is asked for: a list of thousands asks for few."""
        return self.folder / f"{self.slug}{_OURS}"

    @property
    def language(self) -> str:
        """The language it is in, without region."""
        return language_of(self.front.language)


@dataclass(frozen=True, slots=True)
class Problem:
    """A script that cannot be listed, or a folder of scripts that cannot be read."""

    path: Path
    message: str


@dataclass(frozen=True, slots=True)
class Listing:
    """All exercises by slug, and the scripts and folders that could not be read."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    """Of scripts."""
    unreadable_folders: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A script that was found, as it is."""

    slug: str
    path: Path
    source: bytes

    def parse(self) -> Parsed:
        """Return the exercise in it, with what is wrong."""
        return parse(self.source, self.slug)

    def load_valid(self, name: str = "") -> Exercise:
        """Return the exercise in it; an error calls it `name`, or by its slug.

        Raises:
            InvalidScriptError: the script has errors.
        """
        return load_valid(self.source, self.slug, name)


def bundled() -> Path:
    """Return the folder of the exercises that came with feltsense: in the package, or beside it in a checkout."""
    inside = Path(__file__).parents[1] / "exercises"
    return inside if inside.is_dir() else Path(__file__).parents[3] / "exercises"


def slugs(workspace: Workspace) -> tuple[str, ...]:
    """Return the names of all exercises, in order."""
    return tuple(sorted(_scripts(workspace)[0]))


def list_exercises(workspace: Workspace) -> Listing:
    """Return every exercise with what its front matter says. Bodies are not read."""
    entries, problems = [], []
    folders, unreadable = _scripts(workspace)
    indexes = {folder: open_index(folder, count) for folder, count in Counter(folders.values()).items()}
    for slug, folder in sorted(folders.items()):
        try:
            found = _listed(folder, slug, indexes[folder])
        except LibraryError as error:
            problems.append(Problem(folder / f"{slug}{_OURS}", error.message))
            continue
        if isinstance(found, str):
            problems.append(Problem(folder / f"{slug}{_OURS}", found))
        else:
            entries.append(Entry(slug, folder, found))
    for index in indexes.values():
        index.save()
    return Listing(tuple(entries), tuple(problems), unreadable)


def _listed(folder: Path, slug: str, index: ListIndex) -> FrontSummary | str:
    """Return what a list shows of a script, or what is wrong with it; it is read where the index does not know.

    Raises:
        LibraryError: it cannot be read.
    """
    name = f"{slug}{_OURS}"
    try:
        signature, looked_ns = signature_of(f"{folder}{os.sep}{name}")
    except OSError as error:
        raise _unreadable(folder / name, error) from error
    found = index.get(name, signature)
    if found is None:
        found = _summary(_read(folder / name), slug)
        index.put(name, signature, found, looked_ns)
    return found


def _summary(script: bytes, slug: str) -> FrontSummary | str:
    """Return what a list shows of a script, or why it is no text."""
    text, refused = decoded(script)
    if refused:
        return refused.message
    front, _, body = front_matter(source_of(text))
    return FrontSummary.of(front, front.title or _heading(text[body:]) or readable(slug))


def find(name: str, workspace: Workspace) -> Found:
    """Return the script that `name` means: a slug, also as lists show it, or a path to a script anywhere.

    Raises:
        LibraryError: there is none, it cannot be read, or it is a document of another program.
    """
    folders, unreadable = _scripts(workspace)
    slug = name if name in folders else next((each for each in folders if printable_line(each) == name), None)
    if slug is not None:
        path = folders[slug] / f"{slug}{_OURS}"
        return Found(slug, path, _script(path))
    path = Path(name)
    if _is_file(path):
        return Found(path.stem, path, _script(path))
    if name and path.is_dir():
        raise LibraryError(f"{name} is a folder.", "Name a script in it, or an exercise: feltsense list.")
    if len(path.parts) > 1 or path.suffix in _SUFFIXES:
        raise LibraryError(f"There is no file {name}.", "Check the path; feltsense list shows the exercises.")
    if unreadable:
        raise LibraryError(f"There is no exercise called “{name}” that can be read.", unreadable[0].message)
    near = get_close_matches(name.lower(), folders, n=3, cutoff=0.5)
    hint = f"Did you mean {' or '.join(near)}?" if near else "feltsense list shows all of them."
    raise LibraryError(f"There is no exercise called “{name}”.", hint)


def _scripts(workspace: Workspace) -> tuple[dict[str, Path], tuple[Problem, ...]]:
    """Return the folder of each script by its slug, and the folders that cannot be read.

    The workspace's scripts hide bundled ones of the same name. One folder that cannot be read hides no other.
    """
    found: dict[str, Path] = {}
    unreadable: list[Problem] = []
    for folder in (bundled(), workspace.exercises):
        try:
            found.update(dict.fromkeys(_in(folder), folder))
        except FileNotFoundError:
            continue
        except OSError as error:
            unreadable.append(Problem(folder, f"{folder} cannot be read: {reason_of(error)}."))
    return found, tuple(unreadable)


def _in(folder: Path) -> Iterator[str]:
    """Yield the slugs of the scripts in a folder, in no order."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(_OURS) and not entry.name.startswith(".") and _is_file(entry):
                yield entry.name.removesuffix(_OURS)


def _is_file(path: "Path | os.DirEntry[str]") -> bool:
    """Tell whether there is a file, or something that may not be looked at: reading it tells why."""
    try:
        return path.is_file()
    except OSError:
        return True


def _script(path: Path) -> bytes:
    """Return a script's bytes.

    Raises:
        LibraryError: it is a document that has to be imported first, or it cannot be read.
    """
    source = _read(path)
    kind = path.suffix.lower()
    if kind not in _IMPORTED and kind not in _SAVED_ANEW and kind != ".zip":
        kind = next((kind for begins, kind in _BEGINNINGS.items() if source.startswith(begins)), kind)
    target = f"{path.stem}{'-script' if path.suffix == '.md' else ''}.md"
    make = f"feltsense import {shlex.quote(str(path))} -o {shlex.quote(target)}"
    if kind in _IMPORTED:
        raise LibraryError(f"{path} is {_IMPORTED[kind]} and no script.", f"{make} makes one of it.")
    if kind in _SAVED_ANEW:
        hint = "Save it as .docx or as plain text first; feltsense import FILE -o NAME.md then makes one of it."
        raise LibraryError(f"{path} is {_SAVED_ANEW[kind]} and no script.", hint)
    if what := foreign_file(source):
        raise LibraryError(
            f"{path} is {what} and no script.", "A script is plain text. feltsense list shows the exercises."
        )
    return source


def _read(path: Path) -> bytes:
    """Return a script's bytes; of a file that is too long just enough to tell."""
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> LibraryError:
    return LibraryError(f"{path} cannot be read: {reason_of(error)}.", "Check its permissions.")


def _heading(body: str) -> str:
    for line in body.splitlines():
        if line.startswith("# "):
            return heading_title(line[2:])
    return ""
