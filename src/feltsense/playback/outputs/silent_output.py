"""No sound at all, in time: for machines without a loudspeaker, and for tests."""

from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

from feltsense.playback.port import OutputStatus
from feltsense.units import SAMPLE_RATE, Frames

if TYPE_CHECKING:
    from feltsense.playback.clock import Clock, Loop
    from feltsense.playback.port import Feed

_TICK = 0.02
_ASLEEP = 1.0
"""Seconds that pass at most between two ticks: a computer that slept was not practising."""


class SilentOutput:
    """An output that takes sound as fast as it would be heard, and lets it go.

    Args:
        clock: the clock and its threads.
        speed: how many times faster than that; other speeds than 1 wait for sound that is not ready.
    """

    name = "silent"

    def __init__(self, clock: "Clock", speed: float = 1.0) -> None:
        self._clock = clock
        self._speed = speed
        self._feed: Feed | None = None
        self._loop: Loop | None = None
        self._last = self._due = 0.0

    def open(self, channels: int) -> None:
        """Do nothing: there is no device."""

    def start(self, feed: "Feed") -> None:
        """Begin to keep time."""
        self._feed = feed
        self._last = self._clock.now()
        self._loop = self._clock.start("silence", self._step)

    def running(self) -> bool:
        """Return True: time goes on."""
        return True

    def stalled(self) -> bool:
        """Return False: time is never lost."""
        return False

    def latency(self) -> Frames:
        """Return 0: what is taken is over."""
        return Frames(0)

    def flush(self) -> AbstractContextManager[Frames]:
        """Drop nothing: what is taken is over."""
        return nullcontext(Frames(0))

    def close(self) -> None:
        """Stop."""
        if self._loop is not None:
            self._loop.stop(patience=0.1)

    def _step(self) -> float | None:
        if self._feed is None:
            return None
        now = self._clock.now()
        due = self._due + min(now - self._last, _ASLEEP) * SAMPLE_RATE * self._speed
        self._last = now
        whole = int(due)
        self._due = due - whole
        self._feed.pull(whole if self._speed == 1.0 else min(whole, self._feed.available()))
        return _TICK


def silent_status() -> OutputStatus:
    """Return that it works: it always does."""
    return OutputStatus(SilentOutput.name, works=True, summary="keeps time without sound")
