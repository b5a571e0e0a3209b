"""A device's latency, and whether it has stalled: both estimated from the times at which it asks for more sound."""

from feltsense.units import SAMPLE_RATE, Frames

_LEARNING = 1.0
"""Seconds from which the depth is learnt. Later on, the device's clock and ours would drift apart."""

_PAUSE = 0.4
"""Seconds without a call after which a device was asleep, and begins anew."""

_STILL_AT_MOST = 1.0
_STILL_AT_FIRST = 2.0
"""Seconds without a call after which a device is lost; one that has just been opened may need to wake."""

_PROVEN = 3
"""Calls after which a device really plays; the first few only fill its buffer."""

_LOOK = 0.3
"""Seconds that count at most between two looks: a computer that slept for an hour has lost nothing."""


class DeviceLatency:
    """Watches the calls of one device.

    Args:
        most: frames that the device can hold.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._taken = self._calls = 0
        self._began = self._last = self._held = 0.0
        self._seen = -1
        self._looked = self._still = 0.0

    def took(self, count: int, now: float) -> None:
        """Account for a call at `now` that took `count` frames."""
        if not self._calls or now - self._last > _PAUSE:
            self._began, self._taken, self._held = now, 0, 0.0
        self._calls += 1
        self._taken += count
        self._last = now
        if now - self._began < _LEARNING:
            held = self._taken - (now - self._began) * SAMPLE_RATE
            self._held = min(max(held, count, self._held), self._most)

    def left(self, now: float) -> Frames:
        """Return the frames that are not heard yet at `now`."""
        return Frames(max(0, round(self._held - (now - self._last) * SAMPLE_RATE)))

    def running(self) -> bool:
        """Tell whether the device really plays."""
        return self._calls >= _PROVEN

    def stopped(self, now: float) -> bool:
        """Tell whether calls have stopped for good; to be asked several times a second."""
        if self._calls != self._seen:
            self._seen, self._still = self._calls, 0.0
        else:
            self._still += min(now - self._looked, _LOOK)
        self._looked = now
        return self._still > (_STILL_AT_MOST if self.running() else _STILL_AT_FIRST)
