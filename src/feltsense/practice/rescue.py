"""The piece behind “ground me now”: a minute or two of orienting, made ready while everything is still calm."""

from pathlib import Path
from typing import TYPE_CHECKING

from feltsense.errors import LibraryError
from feltsense.library.catalogue import Found, find, slugs
from feltsense.practice.safety import GENTLE
from feltsense.script.options import VersionOptions

if TYPE_CHECKING:
    from collections.abc import Callable

    from feltsense.mix.prepare import PreparedAudio
    from feltsense.practice.engine import AudioEngine
    from feltsense.system.paths import Workspace

PIECES = tuple(GENTLE)
"""The first that is there is played."""


def rescue_piece(workspace: "Workspace") -> Found:
    """Return the script that is played.

    Raises:
        LibraryError: none of them is there.
    """
    there = slugs(workspace)
    for slug in PIECES:
        if slug in there:
            return find(slug, workspace)
    raise LibraryError("The piece for “ground me now” is missing.", "Install feltsense again.")


def rescue_performance(
    stage: "AudioEngine", voice: str | None, progress: "Callable[[int, int], None]"
) -> "PreparedAudio":
    """Return the rescue piece, spoken by the voice of the practice and without a background.

    Raises:
        FeltsenseError: it cannot be made.
    """
    found = rescue_piece(stage.workspace)
    exercise = found.load_valid(found.path.name)
    return stage.perform(exercise, VersionOptions(voice=voice, soundscape="off"), _folder(found), progress)


def _folder(found: Found) -> Path:
    return found.path.parent
