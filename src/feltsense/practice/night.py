"""What is wished for the night: a sleep timer, after which nothing is asked."""

from collections.abc import Callable
from threading import RLock
from typing import TYPE_CHECKING

from feltsense.practice.events import PracticeState

if TYPE_CHECKING:
    from feltsense.playback.port import Ended
    from feltsense.practice.player import ExercisePlayer

FADE = 30.0
"""Seconds over which the sleep timer fades."""


_OPEN = (PracticeState.CHECKING_IN, PracticeState.STARTING, PracticeState.PLAYING)
"""As long as that, something may be wished."""


class Night:
    """The wishes for the night of one session; they hold for its exercise, not for the rescue piece.

    Args:
        lock: the session's.
        state: returns how far the practice is.
    """

    def __init__(self, lock: RLock, state: Callable[[], PracticeState]) -> None:
        self.exercise: ExercisePlayer | None = None
        """The exercise, once it is ready."""
        self.timer_minutes: float | None = None
        """What the sleep timer was set to last; None for none."""
        self._lock = lock
        self._state = state

    def set_timer(self, minutes: float | None) -> bool:
        """Have all be over after so many minutes of sound from now on, kindly and without questions; None for never.

        Before anything is heard, they count from there.

        Returns:
            Whether it holds.
        """
        with self._lock:
            if self._state() not in _OPEN:
                return False
            self.timer_minutes = minutes
            if self._state() is PracticeState.PLAYING and self.exercise is not None:
                self.exercise.set_timer(minutes, FADE)
            return True

    @property
    def timer_left(self) -> float | None:
        """Seconds of sound until the sleep timer has it be over; None without one."""
        return self.exercise.timer_left if self.exercise is not None and self._state() in _OPEN else None

    def begin(self) -> None:
        """Have what was wished hold from now on, as the exercise begins to be heard. The session's lock is held."""
        if self.timer_minutes is not None and self.exercise is not None:
            self.exercise.set_timer(self.timer_minutes, FADE)

    def ended(self, event: "Ended") -> bool:
        """Tell whether it ended for the night: perhaps somebody sleeps."""
        return event.timed
