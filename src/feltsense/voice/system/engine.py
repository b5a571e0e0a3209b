"""The system engine: a worker process that is started when it is first needed, and once more when it fails."""

import math
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import TypeVar

from feltsense.errors import VoiceError
from feltsense.voice.system.espeak import has_espeak_loader
from feltsense.voice.system.process import Worker, WorkerEndedError, WorkerError, install_hint
from feltsense.voice.system.protocol import EngineInfo
from feltsense.voice.system.recording import Recording

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class WorkerTimeouts:
    """How long the engine may take, in seconds. A worker that takes longer is killed."""

    start_s: float = 20.0
    phrase_s: float = 20.0
    character_s: float = 0.2
    """For each character of a phrase, besides `phrase_s`."""
    in_all_s: float = math.inf
    """With the second try."""


class SystemEngine:
    """Safe to use from several threads; they take turns, for the engine can do one thing at a time.

    Args:
        timeouts: how long to wait for it.
        espeak: where eSpeak NG is taken from, see `espeak.SOURCES`.
    """

    def __init__(self, timeouts: WorkerTimeouts, espeak: str = "auto") -> None:
        self._timeouts = timeouts
        self._espeak = espeak
        self._facts: EngineInfo | None = None
        self._turn = Lock()
        self._failures = 0
        """How often both tries went wrong."""
        self._state = Lock()
        """Guards what follows; never held while waiting for the engine."""
        self._worker: Worker | None = None
        self._closed = False

    def facts(self) -> EngineInfo:
        """Return what engine it is; the first call starts it.

        Raises:
            VoiceError: it cannot be started.
        """
        return self._facts or self._retry_once(self._start)

    def record(self, text: str, voice: str, rate: int) -> Recording:
        """Return `text` as it is spoken with the voice of that id, at the engine's own `rate`.

        Raises:
            VoiceError: it failed twice.
        """
        limit = self._timeouts.phrase_s + len(text) * self._timeouts.character_s

        def spoken(worker: Worker, until: float) -> Recording:
            self._start(worker, until)
            return worker.record(text, voice, rate, min(limit, until - time.monotonic()))

        return self._retry_once(spoken)

    def close(self) -> None:
        """End it at once, and whatever it is doing. It cannot be used any more."""
        with self._state:
            self._closed = True
            worker = self._worker
        if worker is not None:
            worker.end()

    def _start(self, worker: Worker, until: float) -> EngineInfo:
        try:
            found = worker.facts(min(self._timeouts.start_s, until - time.monotonic()))
        except WorkerEndedError:
            if self._facts is None and sys.platform == "linux" and self._espeak == "auto" and has_espeak_loader():
                self._espeak = "loader"  # the system's library ends the process when its data is missing
            raise
        self._facts = found
        return found

    def _retry_once(self, work: Callable[[Worker, float], T]) -> T:
        """Return the outcome of `work`; when it fails, of the same with another worker.

        Those who wait for their turn meanwhile do not wait for the same failure again.
        """
        failures = self._failures
        with self._turn:
            if self._failures != failures:
                raise VoiceError("The speech engine failed at another phrase.", install_hint())
            until = time.monotonic() + self._timeouts.in_all_s
            try:
                return self._once(work, until)
            except WorkerError:
                if time.monotonic() >= until:
                    raise
            try:
                return self._once(work, until)
            except WorkerError:
                self._failures += 1
                raise

    def _once(self, work: Callable[[Worker, float], T], until: float) -> T:
        worker = self._ready()
        try:
            return work(worker, until)
        except BaseException:
            # also when we are interrupted: its answer would be taken for that to the next question
            worker.end()
            with self._state:
                self._worker = None
            raise

    def _ready(self) -> Worker:
        with self._state:
            if self._closed:
                raise VoiceError("The voice system is closed.", "Please run it again.")
            if self._worker is None:
                self._worker = Worker(self._espeak)
            return self._worker
