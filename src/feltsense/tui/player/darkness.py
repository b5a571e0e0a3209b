"""When the player's screen is dark: for closed eyes and for the night. Pure but for its clock."""

import time
from collections.abc import Callable
from enum import StrEnum

TOLD = "the screen goes dark · any key brings it back"

_TELLING = 4.0
"""Seconds that this is read before it is dark."""

_IDLE = 60.0
"""Seconds without a key, after the voice, until it is dark by itself."""

WAKING_KEYS = ("m", "escape")
"""Keys that only bring the screen back; all others also do what they always do."""


class Light(StrEnum):
    """How much is seen."""

    LIT = "lit"
    LEAVING = "leaving"
    """Only how to come back is read, for a moment."""
    DARK = "dark"


class Darkness:
    """Whether the screen is dark.

    Args:
        by_itself: whether it goes dark by itself once only a background is heard.
        now: seconds that never jump back.
    """

    def __init__(self, *, by_itself: bool, now: Callable[[], float] = time.monotonic) -> None:
        self._by_itself = by_itself
        self._now = now
        self._since: float | None = None
        """When it was sent away; None while it is lit."""
        self._touched = now()

    def leave(self) -> None:
        """Go dark, after a moment in which it is read how to come back."""
        self._since = self._now()

    def come_back(self) -> bool:
        """Be lit, as a key was pressed; tell whether it was not."""
        was, self._since, self._touched = self._since, None, self._now()
        return was is not None

    def light(self, *, resting: bool) -> Light:
        """Return how much is seen now.

        Args:
            resting: whether the voice is over and only a background is heard.
        """
        if not resting and self._since is None:
            self._touched = self._now()  # the minute is counted from the end of the voice
        if self._since is None and self._by_itself and self._now() >= self._touched + _IDLE:
            self.leave()
        if self._since is None:
            return Light.LIT
        return Light.LEAVING if self._now() < self._since + _TELLING else Light.DARK
