"""The gentle exercises, and the piece behind “ground me now”: made ready while everything is still calm."""

import threading
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from feltsense.errors import FeltsenseError, LibraryError, PlaybackError, as_told
from feltsense.library.catalogue import Found, find, slugs
from feltsense.practice.safety import GENTLE
from feltsense.script.options import OFF, VersionOptions
from feltsense.timeline.lengths import LengthError
from feltsense.voice.choosing import BUILT_IN_VOICE, reading_voices

_Made = TypeVar("_Made")

if TYPE_CHECKING:
    from feltsense.mix.prepared_audio import PreparedAudio
    from feltsense.practice.engine import AudioEngine
    from feltsense.system.paths import Workspace

PIECES = tuple(GENTLE)
"""The first that is there is played."""

_PATIENCE = 2.0
"""Seconds that who asked for the piece waits for the voice of the practice, before the built-in one is tried too."""


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
        voice: that of the practice. Where it does not work, or does not fit, the piece's own reads, or one that fits.
        progress: see `AudioEngine.perform`; it may stop it by a `PlaybackError`.

    Raises:
        FeltsenseError: no voice can read it.
    """
    found = rescue_piece(engine.workspace)
    exercise = found.load_valid(found.path.name)

    def perform(options: VersionOptions) -> "PreparedAudio":
        # one phrase at a time: what is being heard is spoken beside it
        return engine.perform(exercise, options, found.path.parent, progress, jobs=1)

    return first_that_works(
        reading_voices(exercise.front, voice),
        lambda name: nearest_length(VersionOptions(voice=name, soundscape=OFF), perform),
    )


class RescuePreparation:
    """Makes the rescue piece ready, on threads of its own. All methods may be called from any thread.

    Args:
        engine: where it is made ready.
        made: given the piece, or why there is none: once for each voice at most.
    """

    def __init__(self, engine: "AudioEngine", made: "Callable[[PreparedAudio | FeltsenseError], None]") -> None:
        self._engine = engine
        self._made = made
        self._lock = threading.Lock()
        self._voice = ""
        """The voice that it is wanted in; empty before it is started."""
        self._urgent = False
        self._stopped = False
        self._settled = threading.Event()
        """Set once it was given in that voice or the built-in one, or is not wanted any more."""

    def start(self, voice: str) -> None:
        """Begin, in the voice of the practice. Calling it again is fine; with another voice, it is made in that."""
        with self._lock:
            if self._stopped or voice == self._voice:
                return
            self._voice = voice
            self._settled.clear()
        self._begin(lambda: self._give(self._prepare(voice), voice))

    def start_urgently(self, voice: str) -> None:
        """Somebody waits for it now: where the voice takes long, the built-in one reads. Calling it again is fine."""
        self.start(voice)
        with self._lock:
            if self._stopped or self._urgent or voice == BUILT_IN_VOICE:
                return
            self._urgent = True
        self._begin(self._prepare_in_built_in_voice)

    def stop(self) -> None:
        """Have it end between two phrases; nothing is given any more."""
        with self._lock:
            self._stopped = True
            self._settled.set()

    def _begin(self, work: Callable[[], None]) -> None:
        threading.Thread(target=work, name="feltsense rescue", daemon=True).start()

    def _prepare_in_built_in_voice(self) -> None:
        if self._settled.wait(_PATIENCE):
            return
        made = self._prepare(BUILT_IN_VOICE)
        if isinstance(made, FeltsenseError):
            self._settled.wait(_PATIENCE)  # there is still hope for the other voice
        self._give(made, BUILT_IN_VOICE)

    def _prepare(self, voice: str) -> "PreparedAudio | FeltsenseError":
        try:
            return rescue_performance(self._engine, voice, self._check_wanted)
        except Exception as error:  # noqa: BLE001 - on this thread nobody else would ever hear of it
            return as_told(error)

    def _give(self, made: "PreparedAudio | FeltsenseError", voice: str) -> None:
        with self._lock:
            if self._settled.is_set() or voice not in (self._voice, BUILT_IN_VOICE):
                return
            self._settled.set()
        self._made(made)

    def _check_wanted(self, _done: int, _total: int) -> None:
        if self._settled.is_set():
            raise PlaybackError("The piece is not needed any more.")


def nearest_length(options: VersionOptions, perform: Callable[[VersionOptions], _Made]) -> _Made:
    """Return what `perform` makes of `options`; where it cannot last as long, in the nearest possible length."""
    try:
        return perform(options)
    except LengthError as error:
        if error.nearest_minutes is None:
            raise
        return perform(replace(options, minutes=error.nearest_minutes))


def first_that_works(voices: Iterable[str], read: Callable[[str], _Made]) -> _Made:
    """Return what the first voice that works makes; raise why the first does not when none does."""
    errors: list[FeltsenseError] = []
    for voice in dict.fromkeys(voices):
        try:
            return read(voice)
        except PlaybackError:
            raise  # it is not wanted any more
        except Exception as error:  # noqa: BLE001 - whatever is wrong with a voice, the next may work
            errors.append(as_told(error))
    raise errors[0]
