"""The gentle exercises, and the piece behind “ground me now”: made ready while everything is still calm."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from feltsense.errors import FeltsenseError, LibraryError, PlaybackError
from feltsense.library.catalogue import Found, find, slugs
from feltsense.practice.options import BUILT_IN_VOICE
from feltsense.practice.safety import GENTLE
from feltsense.script.options import OFF, VersionOptions
from feltsense.timeline.lengths import LengthError

if TYPE_CHECKING:
    from feltsense.mix.prepared_audio import PreparedAudio
    from feltsense.practice.engine import AudioEngine
    from feltsense.system.paths import Workspace

PIECES = tuple(GENTLE)
"""The first that is there is played."""


def gentle_pieces(workspace: "Workspace") -> frozenset[str]:
    """Return the gentle exercises that can be played: they are there, and have no errors."""
    return frozenset(slug for slug in GENTLE if _playable(slug, workspace))


def _playable(slug: str, workspace: "Workspace") -> bool:
    try:
        return not find(slug, workspace).parse().errors
    except LibraryError:
        return False


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


def rescue_performance(engine: "AudioEngine", voice: str, progress: Callable[[int, int], None]) -> "PreparedAudio":
    """Return the rescue piece without a background, as nearly in its own length as the voice can.

    Args:
        engine: where it is made ready.
        voice: that of the practice. Where it does not work, the piece's own reads, then the built-in one.
        progress: see `AudioEngine.perform`; it may stop it by a `PlaybackError`.

    Raises:
        FeltsenseError: no voice can read it.
    """
    found = rescue_piece(engine.workspace)
    exercise = found.load_valid(found.path.name)

    def perform(options: VersionOptions) -> "PreparedAudio":
        return engine.perform(exercise, options, found.path.parent, progress)

    return _first_that_works(
        (voice, exercise.front.voice, BUILT_IN_VOICE),
        lambda name: nearest_length(VersionOptions(voice=name, soundscape=OFF), perform),
    )


def nearest_length(options: VersionOptions, perform: "Callable[[VersionOptions], PreparedAudio]") -> "PreparedAudio":
    """Return what `perform` makes of `options`; where it cannot last as long, in the nearest possible length."""
    try:
        return perform(options)
    except LengthError as error:
        if error.nearest_minutes is None:
            raise
        return perform(replace(options, minutes=error.nearest_minutes))


def _first_that_works(voices: Iterable[str], read: "Callable[[str], PreparedAudio]") -> "PreparedAudio":
    """Return what the first voice that works makes; raise why the first does not when none does."""
    errors: list[FeltsenseError] = []
    for voice in dict.fromkeys(voices):
        try:
            return read(voice)
        except PlaybackError:
            raise  # it is not wanted any more
        except FeltsenseError as error:
            errors.append(error)
    raise errors[0]
