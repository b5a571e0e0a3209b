"""The caching synthesiser: speech from the cache if it is there, else from the voice, each phrase once.

`VoicePool` holds a synthesiser for each voice in use.
"""

import shutil
import tempfile
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Self

import numpy as np

from feltsense.errors import CacheError, VoiceError
from feltsense.system.paths import Workspace, cache_limit
from feltsense.units import frames, milliseconds
from feltsense.voice.added.store import MissingVoiceError, added_voices
from feltsense.voice.cache import SpeechCache, cache_key
from feltsense.voice.choosing import missing_voice
from feltsense.voice.port import Speech, SpeechInfo, Utterance, Voice
from feltsense.voice.registry import open_voice

_TOLERANCE = frames(50)
"""How much longer or shorter a phrase may come out when it has to be spoken again."""

_LOOK = 0.2
"""Seconds between two looks for a signal. One that comes just before a thread begins to wait does not end the wait."""


class PhraseError(VoiceError):
    """A phrase that could not be spoken."""

    def __init__(self, utterance: Utterance, message: str, hint: str = "") -> None:
        super().__init__(message, hint)
        self.utterance = utterance


class Synthesiser:
    """Speaks phrases with one voice and caches them. Safe to use from several threads; holds lengths but no samples.

    Args:
        voice: the voice; closed together with the synthesiser.
        cache: where speech is stored; None stores it in a private folder until `close`.
    """

    def __init__(self, voice: Voice, cache: SpeechCache | None) -> None:
        self.voice = voice
        self.made = 0
        """How many phrases were not in the cache and had to be spoken."""
        self.fallback_reason = ""
        """Why speech is stored in a private folder although a cache was given; empty if it is not."""
        self._private: Path | None = None
        self._caches = [cache if cache is not None else self._private_cache()]
        """All are read; the last is written to."""
        self._spoken: dict[Utterance, SpeechInfo] = {}
        self._identities: dict[str, Mapping[str, str]] = {}
        self._lock = threading.Lock()
        self._phrase_locks: dict[Utterance, threading.Lock] = {}
        self._interrupted: list[ThreadPoolExecutor] = []

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Close the voice and delete what was stored privately. Calling it twice is fine."""
        try:
            self.voice.close()  # first: it ends a phrase that hangs
            for pool in self._interrupted:
                pool.shutdown(wait=True)
        finally:
            if self._private is not None:
                shutil.rmtree(self._private, ignore_errors=True)

    def measure(self, utterance: Utterance) -> SpeechInfo:
        """Return the length and loudness of `utterance`; it is spoken if it is not cached.

        Raises:
            PhraseError: it cannot be spoken.
            CacheError: it can be stored nowhere.
        """
        with self._phrase_lock(utterance):
            return self._lookup(utterance) or self._speak(utterance).spoken

    def is_spoken(self, utterance: Utterance) -> bool:
        """Tell whether `measure` would return at once."""
        return self._lookup(utterance) is not None

    def speech(self, utterance: Utterance) -> Speech:
        """Return `utterance` as sound, of exactly the length that `measure` returns.

        Raises:
            PhraseError: it cannot be spoken, or no longer in the length that was measured.
            CacheError: it can be stored nowhere.
        """
        with self._phrase_lock(utterance):
            name = self._key(utterance)
            cached = (cache.read(name) for cache in tuple(self._caches))
            found = next(filter(None, cached), None) or self._speak(utterance)
            known = self._spoken.setdefault(utterance, found.spoken)
            return found if found.spoken.length == known.length else _as_measured(utterance, found, known)

    def prepare(self, utterances: Sequence[Utterance], jobs: int, done: Callable[[int, int], None]) -> None:
        """Speak what is missing in `jobs` threads.

        Args:
            utterances: in the order in which they are wanted; what occurs twice is spoken once.
            jobs: how many to speak at once.
            done: called with how many of how many are there, from the calling thread.

        Raises:
            PhraseError: the first that cannot be spoken; what has not begun by then is left.
            CacheError: speech can be stored nowhere.
        """
        wanted = list(dict.fromkeys(utterances))
        missing = [utterance for utterance in wanted if self._lookup(utterance) is None]
        ready = len(wanted) - len(missing)
        if ready:
            done(ready, len(wanted))
        if missing:
            self._speak_all(missing, jobs, lambda count: done(ready + count, len(wanted)))

    def _speak_all(self, missing: Sequence[Utterance], jobs: int, done: Callable[[int], None]) -> None:
        pool = ThreadPoolExecutor(max(1, jobs), thread_name_prefix="speak")
        stopped = threading.Event()
        wait, count = True, 0
        try:
            finished: SimpleQueue[Future[bool]] = SimpleQueue()
            for utterance in missing:
                pool.submit(self._speak_unless, stopped, utterance).add_done_callback(finished.put)
            for _ in missing:
                if _next(finished).result():
                    count += 1
                    done(count)
        except BaseException as error:
            if not isinstance(error, Exception):  # Ctrl-C, or the system asks the process to end
                wait = False  # for a phrase that may hang; `close` stops the voice before it waits
                self._interrupted.append(pool)
            raise
        finally:
            stopped.set()
            pool.shutdown(wait=wait, cancel_futures=True)

    def _speak_unless(self, stopped: threading.Event, utterance: Utterance) -> bool:
        """Return whether the phrase is there now; the first that fails stops the rest before they begin."""
        if stopped.is_set():
            return False
        try:
            self.measure(utterance)
        except BaseException:
            stopped.set()
            raise
        return True

    def _phrase_lock(self, utterance: Utterance) -> threading.Lock:
        """Return the lock that keeps a phrase from being spoken twice at the same time."""
        with self._lock:
            return self._phrase_locks.setdefault(utterance, threading.Lock())

    def _key(self, utterance: Utterance) -> str:
        language = utterance.language
        if language not in self._identities:
            try:
                self._identities[language] = self.voice.identity(language)
            except VoiceError as error:
                raise PhraseError(utterance, error.message, error.hint) from error
        return cache_key(self._identities[language], utterance)

    def _lookup(self, utterance: Utterance) -> SpeechInfo | None:
        """Return the length and loudness of a phrase if it is cached; nothing is spoken."""
        known = self._spoken.get(utterance)
        if known is None:
            name = self._key(utterance)
            known = next(filter(None, (cache.read_info(name) for cache in tuple(self._caches))), None)
        return known if known is None else self._spoken.setdefault(utterance, known)

    def _speak(self, utterance: Utterance) -> Speech:
        try:
            made = self.voice.speak(utterance)
        except VoiceError as error:
            raise PhraseError(utterance, error.message, error.hint) from error
        with self._lock:
            self.made += 1
        speech = self._store(self._key(utterance), made)
        self._spoken.setdefault(utterance, speech.spoken)
        return speech

    def _store(self, name: str, speech: Speech) -> Speech:
        try:
            return self._caches[-1].store(name, speech)
        except CacheError as error:
            with self._lock:
                if self._private is None:
                    self._caches.append(self._private_cache())
                    self.fallback_reason = error.message
            return self._caches[-1].store(name, speech)

    def _private_cache(self) -> SpeechCache:
        try:
            self._private = Path(tempfile.mkdtemp(prefix="feltsense-"))
        except OSError as error:
            hint = "Free some space, or name another folder for temporary files in TMPDIR."
            raise CacheError("There is no place to keep speech in while it is needed.", hint) from error
        return SpeechCache(self._private)


def _next(finished: "SimpleQueue[Future[bool]]") -> "Future[bool]":
    """Wait for what finishes next; a signal is never noticed later than after `_LOOK`."""
    while True:
        with suppress(Empty):
            return finished.get(timeout=_LOOK)


def _as_measured(utterance: Utterance, found: Speech, known: SpeechInfo) -> Speech:
    """Return a phrase that was spoken again, trimmed or filled to the length it had before."""
    missing = known.length - found.spoken.length
    if abs(missing) > _TOLERANCE:
        message = f"The voice now takes {milliseconds(abs(missing))} ms {'less' if missing > 0 else 'more'} for "
        raise PhraseError(utterance, f"{message}«{utterance.text}» than a moment ago.", "Please run it again.")
    samples = np.pad(found.samples, (0, max(0, missing)))[: known.length]
    return Speech(samples, known)


def _opened(voice: str, language: str) -> Voice:
    try:
        return open_voice(voice)
    except MissingVoiceError as error:
        if not language:
            raise
        raise missing_voice(error, language, added_voices()) from error


class VoicePool:
    """A pool of open voices: a synthesiser for each, over one speech cache. Safe to use from several threads.

    A voice is opened when it is first used, and stays open until the pool is closed.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._lock = threading.Lock()
        self._open: dict[str, Synthesiser] = {}
        self._openings: dict[str, threading.Lock] = {}
        """For each voice, held while it is opened: one that takes long holds up nobody who wants another."""
        self._closing = threading.Lock()
        """Held while it is looked at, or changed, which voices will be closed."""
        self._stack: ExitStack | None = ExitStack()
        """None once it is closed."""

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    def synthesiser(self, voice: str, language: str = "") -> Synthesiser:
        """Return the synthesiser of the voice called `voice`.

        Args:
            voice: its full name.
            language: of the script that it is to read; where there is no such voice, those that fit are told.

        Raises:
            FeltsenseError: there is no such voice, or the cache's limit is no size, or the pool was closed.
        """
        with self._lock:
            opening = self._openings.setdefault(voice, threading.Lock())
        with opening:
            if voice not in self._open:
                cache = SpeechCache(self._workspace.audio_cache, cache_limit())
                opened = Synthesiser(_opened(voice, language), cache)
                with self._closing:
                    if self._stack is not None:
                        self._open[voice] = self._stack.enter_context(opened)
                if voice not in self._open:
                    opened.close()
                    raise VoiceError("Everything has been put away.", "Start feltsense again.")
            return self._open[voice]

    def close(self) -> None:
        """Close all voices. A voice that is being opened is closed by who opens it. Calling it twice is fine."""
        with self._closing:
            stack, self._stack = self._stack, None
        if stack is not None:
            stack.close()
