"""Which scripts can be edited, where each is saved, and the templates that new ones begin with."""

import json
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from feltsense.authoring.draft import draft_path
from feltsense.errors import EditingError
from feltsense.library.catalogue import find, list_exercises
from feltsense.script.fields import PRACTICES
from feltsense.script.parser import readable
from feltsense.script.text import normalised
from feltsense.system.paths import Workspace

_DRAFT = re.compile(r"\.(?P<slug>.+)\.md\.draft")
_NO_NAME = re.compile(r"[^a-z0-9]+")
_TEMPLATES = Path(__file__).parent / "script_templates"
_TITLE_LINE = "title: TITLE\n"


@dataclass(frozen=True, slots=True)
class ScriptFile:
    """A script as a list shows it."""

    slug: str
    title: str
    path: Path
    """Where it is saved."""
    origin: Path | None
    """Where it is read from; None where there is no file of it yet."""
    unsaved: bool
    """Whether there is work on it that was never saved."""

    @property
    def own(self) -> bool:
        """Tell whether saving writes on the file that is read, and makes no copy."""
        return self.origin in (None, self.path)


@dataclass(frozen=True, slots=True)
class NewScript:
    """A script to begin."""

    title: str
    practice: str
    """One of `PRACTICES`; empty for an empty page."""


def list_scripts(workspace: Workspace) -> tuple[ScriptFile, ...]:
    """Return every script there is, one's own first, by title, and those of which there is only a draft.

    Raises:
        LibraryError: a folder cannot be read.
    """
    listing = list_exercises(workspace)
    found = [_script(entry.slug, entry.front.title, entry.path, workspace) for entry in listing.entries]
    found += [_script(problem.path.stem, problem.path.name, problem.path, workspace) for problem in listing.problems]
    known = {script.slug for script in found}
    for slug in sorted(_drafted(workspace) - known):
        found.append(ScriptFile(slug, readable(slug), workspace.exercises / f"{slug}.md", None, unsaved=True))
    return tuple(sorted(found, key=lambda script: (not script.own, script.title.casefold())))


def find_script(slug: str, workspace: Workspace) -> ScriptFile:
    """Return the script of an exercise, by its slug or by the path of a script anywhere.

    Raises:
        LibraryError: there is none, or it cannot be read.
    """
    found = find(slug, workspace)
    return _script(found.slug, readable(found.slug), found.path, workspace)


def template(practice: str, title: str) -> str:
    """Return a script for `practice` (one of `PRACTICES`) that is called `title`.

    It is whole, nothing is found in it, and its comments teach the format.
    """
    assert practice in PRACTICES  # noqa: S101 - a template for each is in the package
    text = (_TEMPLATES / f"{practice}.md").read_text("utf-8")
    return text.replace(_TITLE_LINE, _title_line(title), 1)


def empty_page(title: str) -> str:
    """Return a script that says what it is called, and nothing else."""
    return f"---\n{_title_line(title)}---\n\n"


def begin_script(new: NewScript, workspace: Workspace) -> tuple[ScriptFile, str]:
    """Return a new script, and what it begins with. Nothing is written yet.

    Raises:
        EditingError: there is one of that name, or the title makes no name.
    """
    slug = title_slug(new.title)
    if not slug:
        raise EditingError("A title needs a letter or a figure.", "For instance: Feet on the floor.")
    if any(script.slug == slug for script in list_scripts(workspace)):
        raise EditingError(f"There is a script called {slug} already.", "Open it, or choose another title.")
    title = normalised(new.title)
    text = template(new.practice, title) if new.practice else empty_page(title)
    return _new_script(slug, title, workspace), text


def begin_imported(title: str, workspace: Workspace) -> ScriptFile:
    """Return a new script for a document that is called `title`, under a name that is free. Nothing is written yet."""
    name = title_slug(title) or "imported"
    taken = {script.slug for script in list_scripts(workspace)}
    slugs = (name, *(f"{name}-{number}" for number in range(2, len(taken) + 3)))
    return _new_script(next(slug for slug in slugs if slug not in taken), normalised(title), workspace)


def title_slug(title: str) -> str:
    """Return the name of a script file that is called `title`, without suffix; empty where nothing of it can be one."""
    plain = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    return _NO_NAME.sub("-", plain).strip("-")[:60].rstrip("-")


def _new_script(slug: str, title: str, workspace: Workspace) -> ScriptFile:
    return ScriptFile(slug, title, workspace.exercises / f"{slug}.md", None, unsaved=False)


def _title_line(title: str) -> str:
    return f"title: {json.dumps(title, ensure_ascii=False)}\n"


def _script(slug: str, title: str, origin: Path, workspace: Workspace) -> ScriptFile:
    path = _saved_at(origin, workspace)
    return ScriptFile(slug, title, path, origin, unsaved=draft_path(path).is_file())


def _saved_at(origin: Path, workspace: Workspace) -> Path:
    """Return where a script is saved: its own file, but what came with feltsense gets a copy in the workspace."""
    from feltsense.library.catalogue import bundled  # noqa: PLC0415 - tests put another in its place

    came_along = origin.parent == bundled() and not _same(origin.parent, workspace.exercises)
    return workspace.exercises / origin.name if came_along else origin


def _same(folder: Path, other: Path) -> bool:
    return folder.resolve() == other.resolve()


def _drafted(workspace: Workspace) -> set[str]:
    try:
        names = [path.name for path in workspace.exercises.iterdir()]
    except OSError:
        return set()
    return {match["slug"] for name in names if (match := _DRAFT.fullmatch(name))}
