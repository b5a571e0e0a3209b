"""The gentle exercises, and the piece behind “ground me now”: made ready while everything is still calm."""

import threading
from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from feltsense.errors import FeltsenseError, LibraryError, PlaybackError, as_told
from feltsense.library.catalogue import Found, find, slugs
from feltsense.library.languages import ENGLISH, counterpart, counterparts, listener_language
from feltsense.practice.safety import GENTLE
from feltsense.script.options import OFF, VersionOptions
from feltsense.timeline.lengths import LengthError
from feltsense.voice.choosing import BUILT_IN_VOICE, reading_voices

_Made = TypeVar("_Made")
_Tried = TypeVar("_Tried", bound=Hashable)

if TYPE_CHECKING:
    from feltsense.mix.prepared_audio import PreparedAudio
    from feltsense.practice.engine import AudioEngine
    from feltsense.system.paths import Workspace

PIECES = tuple(GENTLE)
"""The first that is there is played: in the listener's language, else in English."""

PIECES_OF_ALL_LANGUAGES = frozenset((*PIECES, *(each for slug in PIECES for each in counterparts(slug))))

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


def rescue_pieces(workspace: "Workspace", language: str) -> tuple[Found, ...]:
    """Return the script that is played, in `language` where there is one; behind it the English one, if no voice can.

    Raises:
        LibraryError: none of them is there.
    """
    there = slugs(workspace)
    own = (counterpart(slug, language) for slug in PIECES)
    firsts = (next((slug for slug in several if slug in there), None) for several in (own, PIECES))
    found = tuple(find(slug, workspace) for slug in dict.fromkeys(firsts) if slug is not None)
    if not found:
        raise LibraryError("The piece for “ground me now” is missing.", "Install feltsense again.")
    return found


def rescue_performance(
    engine: "AudioEngine", voice: str, progress: Callable[[int, int], None], language: str = ENGLISH
) -> "PreparedAudio":
    """Return the rescue piece without a background, as nearly in its own length as the voice can.

    Args:
        engine: where it is made ready.
        voice: that of the practice. Where it does not work, or does not fit, the piece's own reads, or one that fits.
        progress: see `AudioEngine.perform`; it may stop it by a `PlaybackError`.
        language: the listener's; where no voice can read it in that, it is in English.

    Raises:
        FeltsenseError: no voice can read it.
    """
    pieces = rescue_pieces(engine.workspace, language)
    return first_that_works(pieces, lambda found: _performance(engine, found, voice, progress))


def _performance(
    engine: "AudioEngine", found: Found, voice: str, progress: Callable[[int, int], None]
) -> "PreparedAudio":
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
        self._language = _language_of_pieces()
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
        self._begin(lambda: self._give(self._prepare(voice, self._language), voice))

    def start_urgently(self, voice: str) -> None:
        """Somebody waits for it now: where the voice takes long, the built-in one reads. Calling it again is fine."""
        self.start(voice)
        with self._lock:
            if self._stopped or self._urgent or (voice, self._language) == (BUILT_IN_VOICE, ENGLISH):
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
        made = self._prepare(BUILT_IN_VOICE, ENGLISH)
        if isinstance(made, FeltsenseError):
            self._settled.wait(_PATIENCE)  # there is still hope for the other voice
        self._give(made, BUILT_IN_VOICE)

    def _prepare(self, voice: str, language: str) -> "PreparedAudio | FeltsenseError":
        try:
            return rescue_performance(self._engine, voice, self._check_wanted, language)
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


def _language_of_pieces() -> str:
    """Return the listener's language where a piece is in it, else English."""
    language = listener_language()
    return language if any(counterpart(slug, language) != slug for slug in PIECES) else ENGLISH


def nearest_length(options: VersionOptions, perform: Callable[[VersionOptions], _Made]) -> _Made:
    """Return what `perform` makes of `options`; where it cannot last as long, in the nearest possible length."""
    try:
        return perform(options)
    except LengthError as error:
        if error.nearest_minutes is None:
            raise
        return perform(replace(options, minutes=error.nearest_minutes))


def first_that_works(several: Iterable[_Tried], read: Callable[[_Tried], _Made]) -> _Made:
    """Return what is made of the first voice or piece that works; raise why the first does not when none does."""
    errors: list[FeltsenseError] = []
    for each in dict.fromkeys(several):
        try:
            return read(each)
        except PlaybackError:
            raise  # it is not wanted any more
        except Exception as error:  # noqa: BLE001 - whatever is wrong with one, the next may work
            errors.append(as_told(error))
    raise errors[0]
