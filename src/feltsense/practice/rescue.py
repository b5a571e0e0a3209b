"""The gentle exercises, and the piece behind “ground me now”: made ready while everything is still calm."""

import threading
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from feltsense.errors import FeltsenseError, LibraryError, PlaybackError, as_told
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


class RescuePreparation:
    """Makes the rescue piece ready, once, on threads of its own. All methods may be called from any thread.

    Args:
        engine: where it is made ready.
        made: given the piece, or why there is none; once at most.
    """

    def __init__(self, engine: "AudioEngine", made: "Callable[[PreparedAudio | FeltsenseError], None]") -> None:
        self._engine = engine
        self._made = made
        self._lock = threading.Lock()
        self._started = False
        self._hurried = False
        self._over = threading.Event()
        """Set once it was given, or is not wanted any more."""

    def start(self, voice: str) -> None:
        """Begin, in the voice of the practice. Calling it again is fine."""
        with self._lock:
            if self._started or self._over.is_set():
                return
            self._started = True
        self._begin(lambda: self._give(self._prepare(voice)))

    def hurry(self, voice: str) -> None:
        """Somebody waits for it now: where the voice takes long, the built-in one reads. Calling it again is fine."""
        self.start(voice)
        with self._lock:
            if self._hurried or voice == BUILT_IN_VOICE:
                return
            self._hurried = True
        self._begin(self._prepare_in_built_in_voice)

    def stop(self) -> None:
        """Have it end between two phrases; nothing is given any more."""
        with self._lock:
            self._over.set()

    def _begin(self, work: Callable[[], None]) -> None:
        threading.Thread(target=work, name="feltsense rescue", daemon=True).start()

    def _prepare_in_built_in_voice(self) -> None:
        if self._over.wait(_PATIENCE):
            return
        made = self._prepare(BUILT_IN_VOICE)
        if not isinstance(made, FeltsenseError):  # the other thread tells what fails: it comes to this voice, too
            self._give(made)

    def _prepare(self, voice: str) -> "PreparedAudio | FeltsenseError":
        try:
            return rescue_performance(self._engine, voice, self._check_wanted)
        except Exception as error:  # noqa: BLE001 - on this thread nobody else would ever hear of it
            return as_told(error)

    def _give(self, made: "PreparedAudio | FeltsenseError") -> None:
        with self._lock:
            if self._over.is_set():
                return
            self._over.set()
        self._made(made)

    def _check_wanted(self, _done: int, _total: int) -> None:
        if self._over.is_set():
            raise PlaybackError("The practice was left before it was ready.")


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
