"""Which exercises go into a folder: those that were asked for, and the pieces for “ground me now”."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from feltsense.errors import LibraryError
from feltsense.library.catalogue import Found, bundled, find, list_exercises, slugs
from feltsense.phone.model import PhoneRequest
from feltsense.practice.safety import GENTLE
from feltsense.script.model import Exercise
from feltsense.script.options import OFF, VersionOptions
from feltsense.system.paths import Workspace


@dataclass(frozen=True, slots=True)
class ChosenExercise:
    """One exercise that is to be made."""

    exercise: Exercise
    """As its script has it, without options."""
    script: Path
    options: VersionOptions
    rescue: bool = False
    """Whether it is there only for “ground me now”."""


def chosen_exercises(
    names: tuple[str, ...], workspace: Workspace, options: VersionOptions, gentle: tuple[str, ...] = tuple(GENTLE)
) -> tuple[ChosenExercise, ...]:
    """Return what is to be made, the pieces for “ground me now” last where they are not among the others.

    Args:
        names: exercises, or paths of scripts. One that is named twice is there once.
        workspace: where exercises are looked for.
        options: of all of them; the pieces keep their own length, and have no background.
        gentle: which pieces are needed.

    Raises:
        LibraryError: there is no such exercise, or two scripts have one name.
        ScriptError: a script has errors.
    """
    found = {each.path.resolve(): each for each in (find(name, workspace) for name in names)}
    listed = [ChosenExercise(each.load_valid(each.path.name), each.path, options) for each in found.values()]
    for slug, count in Counter(each.exercise.slug for each in listed).items():
        if count > 1:
            raise LibraryError(f"Two of the scripts are called {slug}.", "Give one of them another file name.")
    return (*listed, *_pieces(listed, workspace, options, gentle))


def titles_not_told(request: PhoneRequest) -> tuple[str, ...]:
    """Return the titles of all exercises there are, which a discreet folder must not tell; none for any other."""
    if not request.discreet:
        return ()
    return tuple(entry.front.title for entry in list_exercises(request.workspace).entries)


def _pieces(
    listed: list[ChosenExercise], workspace: Workspace, options: VersionOptions, gentle: tuple[str, ...]
) -> Iterator[ChosenExercise]:
    for slug in gentle:
        piece = _gentle_script(slug, workspace)
        if piece is None:
            continue
        exercise = piece.load_valid()
        there = [each for each in listed if each.exercise.sha256 == exercise.sha256]
        if not there or options.minutes is not None:
            yield ChosenExercise(exercise, piece.path, VersionOptions(None, options.voice, OFF), rescue=True)


def _gentle_script(slug: str, workspace: Workspace) -> Found | None:
    """Return the script of a piece for “ground me now”; where the workspace has none that is sound, our own."""
    if slug in slugs(workspace):
        try:
            found = find(slug, workspace)
        except LibraryError:  # it cannot be read
            found = None
        if found is not None and not found.parse().errors:
            return found
    path = bundled() / f"{slug}.md"
    return Found(slug, path, path.read_bytes()) if path.is_file() else None
