"""Speaking ahead: what comes first of the exercise that is marked, in the background, where its voice is a slow one.

A slow voice takes a second or two to load, and half as long to speak a phrase as the phrase lasts. With its first words
in the cache, an exercise is heard as soon as it is begun, and the rest is spoken while it plays.
"""

import contextlib
import os
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from feltsense.practice.engine import AudioEngine
    from feltsense.practice.options import PracticeChoice
    from feltsense.practice.preparation import PracticeRequest

_NICENESS = 10
"""By so much it goes behind everything else, where a thread can."""

_PATIENCE = 2.0
"""Seconds that closing waits at most for a phrase that is being spoken."""


class SpeakingAhead:
    """Speaks one exercise's first words at a time; the one that was marked last. Safe to use from several threads.

    A phrase that is being spoken is not broken off; nothing else follows it once another exercise is marked.

    Args:
        engine: where it is spoken.
        request: returns what a choice asks for; called on a thread of its own.
        slow_voices: whether there are any here at all; called there too. Without them nothing is read.
    """

    def __init__(
        self,
        engine: "AudioEngine",
        request: "Callable[[PracticeChoice], PracticeRequest]",
        slow_voices: Callable[[], bool],
    ) -> None:
        self._engine = engine
        self._request = request
        self._slow_voices = slow_voices
        self._lock = threading.Lock()
        self._marked: PracticeChoice | None = None
        self._done: PracticeChoice | None = None
        """What was begun last, and need not be begun again as long as it is marked."""
        self._thread: threading.Thread | None = None

    def mark(self, choice: "PracticeChoice | None") -> None:
        """Have the first words of what is marked spoken; None for nothing any more. Returns at once."""
        with self._lock:
            self._marked = choice
            if choice is None:
                self._done = None
            elif choice != self._done and self._thread is None:
                self._thread = threading.Thread(target=self._run, name="feltsense ahead", daemon=True)
                self._thread.start()

    def close(self) -> None:
        """End, and wait for a phrase that is being spoken: not for long. Calling it twice is fine."""
        self.mark(None)
        thread = self._thread
        if thread is not None:
            thread.join(_PATIENCE)

    def _run(self) -> None:
        _step_back()
        while (choice := self._next()) is not None:
            with contextlib.suppress(Exception):  # whoever begins it is told
                self._speak(choice)

    def _next(self) -> "PracticeChoice | None":
        with self._lock:
            if self._marked in (None, self._done):
                self._thread = None
                return None
            self._done = self._marked
            return self._marked

    def _speak(self, choice: "PracticeChoice") -> None:
        def is_wanted() -> bool:
            return self._marked == choice and not self._engine.playing_sign.is_up

        if not self._slow_voices():
            return
        from feltsense.voice.registry import is_slow  # noqa: PLC0415 - not before the first frame

        request = self._request(choice)
        if is_slow(request.voice) and is_wanted():
            self._engine.speak_first(request.exercise, request.options, request.folder, is_wanted)


def _step_back() -> None:
    """Have this thread go behind everything else, where threads have a priority of their own."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICENESS)
