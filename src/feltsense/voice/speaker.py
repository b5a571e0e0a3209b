"""Speech when it is asked for: from the cache if it is there, else from the voice, each phrase once."""

import shutil
import tempfile
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from pathlib import Path
from types import TracebackType

import numpy as np

from feltsense.errors import CacheError, VoiceError
from feltsense.units import frames
from feltsense.voice.cache import SpeechCache, key
from feltsense.voice.entry import pack, unpack
from feltsense.voice.port import Speech, Spoken, Utterance, Voice

_TOLERANCE = frames(50)
"""How much longer or shorter a phrase may come out when it has to be spoken again."""


class PhraseError(VoiceError):
    """A phrase that could not be spoken."""

    def __init__(self, utterance: Utterance, error: VoiceError) -> None:
        super().__init__(error.message, error.hint)
        self.utterance = utterance


class Speaker:
    """A voice with a memory. Safe to use from several threads; holds lengths but no samples."""

    def __init__(self, voice: Voice, cache: SpeechCache | None) -> None:
        """Speak with `voice`; without a `cache` speech is kept in a private folder until `close`."""
        self.voice = voice
        self.made = 0
        """Phrases that were really spoken."""
        self.fallback_reason = ""
        """Why speech is kept in a private folder although a cache was given."""
        self._temporary: Path | None = None
        self._cache = cache if cache is not None else self._private_cache()
        self._spoken: dict[Utterance, Spoken] = {}
        self._lock = threading.Lock()
        self._speaking: dict[Utterance, threading.Lock] = {}

    def __enter__(self) -> "Speaker":
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Let go of the voice and of what was kept privately."""
        self.voice.close()
        if self._temporary is not None:
            shutil.rmtree(self._temporary, ignore_errors=True)

    def measure(self, utterance: Utterance) -> Spoken:
        """Return how long `utterance` lasts and how loud it is; it is spoken if it never was.

        Raises:
            PhraseError: it cannot be spoken.
        """
        with self._turn(utterance):
            known = self._spoken.get(utterance) or self._cache.spoken(self._key(utterance))
            if known is None:
                known = self._speak(utterance).spoken
            self._spoken[utterance] = known
            return known

    def speech(self, utterance: Utterance) -> Speech:
        """Return `utterance` as sound, of just the length that `measure` told.

        Raises:
            PhraseError: it cannot be spoken.
        """
        with self._turn(utterance):
            found = self._cache.speech(self._key(utterance)) or self._speak(utterance)
            known = self._spoken.setdefault(utterance, found.spoken)
            return found if found.spoken.length == known.length else _as_measured(utterance, found, known)

    def prepare(self, utterances: Sequence[Utterance], jobs: int, done: Callable[[int, int], None]) -> None:
        """Speak what is missing in `jobs` threads; `done` is told how many of how many are there.

        Raises:
            PhraseError: the first that cannot be spoken; what has not begun by then is left.
        """
        wanted = list(dict.fromkeys(utterances))
        pool = ThreadPoolExecutor(jobs, thread_name_prefix="speak")
        try:
            running: list[Future[Spoken]] = [pool.submit(self.measure, utterance) for utterance in wanted]
            for count, future in enumerate(as_completed(running), 1):
                future.result()
                done(count, len(wanted))
        finally:
            pool.shutdown(wait=True, cancel_futures=True)

    def _turn(self, utterance: Utterance) -> threading.Lock:
        """Return the lock that keeps a phrase from being spoken twice at once."""
        with self._lock:
            return self._speaking.setdefault(utterance, threading.Lock())

    def _key(self, utterance: Utterance) -> str:
        return key(self.voice.identity(utterance.language), utterance)

    def _speak(self, utterance: Utterance) -> Speech:
        try:
            content = pack(self.voice.speak(utterance))
        except VoiceError as error:
            raise PhraseError(utterance, error) from error
        # what is heard now is what will be read back later, to the bit
        speech = unpack(content)
        assert speech is not None  # noqa: S101 - it was packed a line above
        with self._lock:
            self.made += 1
        self._keep(utterance, speech)
        return speech

    def _keep(self, utterance: Utterance, speech: Speech) -> None:
        try:
            self._cache.store(self._key(utterance), speech)
        except CacheError as error:
            with self._lock:
                if self._temporary is None:
                    self.fallback_reason = error.message
                    self._cache = self._private_cache()
            self._cache.store(self._key(utterance), speech)

    def _private_cache(self) -> SpeechCache:
        self._temporary = Path(tempfile.mkdtemp(prefix="feltsense-"))
        return SpeechCache(self._temporary)


def _as_measured(utterance: Utterance, found: Speech, known: Spoken) -> Speech:
    """Return a phrase that was spoken again, trimmed or filled to the length it had before."""
    missing = known.length - found.spoken.length
    if abs(missing) > _TOLERANCE:
        problem = VoiceError("The voice says this phrase in another length than before.", "Run it once more.")
        raise PhraseError(utterance, problem)
    samples = np.pad(found.samples, (0, max(0, missing)))[: known.length]
    return Speech(samples, known)
