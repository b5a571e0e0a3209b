"""What is wished for the night: a sleep timer, and a background that goes on behind the voice."""

from collections.abc import Callable
from threading import RLock
from typing import TYPE_CHECKING

from feltsense.practice.events import PracticeState
from feltsense.practice.wishes import PracticeWish
from feltsense.script.options import OFF

if TYPE_CHECKING:
    from feltsense.playback.port import Ended
    from feltsense.practice.player import ExercisePlayer

FADE = 30.0
"""Seconds over which the sleep timer fades."""


class Night:
    """The wishes for the night of one session; they hold for its exercise, not for the rescue piece.

    Args:
        lock: the session's.
        state: returns how far the practice is.
        refusal: returns why something cannot be wished now; empty where it can.
    """

    def __init__(self, lock: RLock, state: Callable[[], PracticeState], refusal: Callable[[PracticeWish], str]) -> None:
        self.exercise: ExercisePlayer | None = None
        """The exercise, once it is ready."""
        self.rest: tuple[str, float] | None = None
        """The background that goes on when the voice has ended, and its minutes; None for none."""
        self.timer_minutes: float | None = None
        """What the sleep timer was set to last; None for none."""
        self._lock = lock
        self._state = state
        self._refusal = refusal

    def set_timer(self, minutes: float | None) -> str:
        """Have all be over after so many minutes of sound from now on, kindly and without questions; None for never.

        Before anything is heard, they count from there.

        Returns:
            Why that does not hold, in a few words; empty where it does.
        """
        with self._lock:
            if refused := self._refusal(PracticeWish.TIMER):
                return refused
            self.timer_minutes = minutes
            if self._state() is PracticeState.PLAYING and self.exercise is not None:
                self.exercise.set_timer(minutes, FADE)
            return ""

    @property
    def timer_left(self) -> float | None:
        """Seconds of sound until the sleep timer has it be over; None without one."""
        exercise = self.exercise
        return None if exercise is None or self._refusal(PracticeWish.TIMER) else exercise.timer_left

    def begin(self) -> None:
        """Have what was wished hold from now on, as the exercise begins to be heard. The session's lock is held."""
        if self.timer_minutes is not None and self.exercise is not None:
            self.exercise.set_timer(self.timer_minutes, FADE)

    def follow_with(self, name: str, minutes: float) -> str:
        """Have a background go on for so many minutes when the voice has ended; `OFF` for nothing.

        Returns:
            Why that does not hold, in a few words; empty where it does.

        Raises:
            SoundError: there is none of that name; nothing is changed.
        """
        title = "" if name == OFF else _title(name)
        exercise = self.exercise
        if refused := self._refusal(PracticeWish.AFTERWARDS):
            return refused
        if exercise is not None:
            exercise.follow_with(name, title, minutes)  # without the lock: it takes a moment, and keys shall not wait
        with self._lock:
            self.rest = None if name == OFF else (name, minutes)
            ready_meanwhile = self.exercise if self.exercise is not exercise else None
        if ready_meanwhile is not None:
            ready_meanwhile.follow_with(name, title, minutes)
        return ""

    def take(self, exercise: "ExercisePlayer") -> None:
        """Have the exercise be what is wished for, as it is ready. The session's lock is held."""
        self.exercise = exercise
        if self.rest is not None:
            name, minutes = self.rest
            exercise.follow_with(name, _title(name), minutes)

    @property
    def in_rest(self) -> bool:
        """Tell whether a background goes on behind the exercise, which was heard whole, however that ends."""
        return self.exercise is not None and self.exercise.in_rest

    @property
    def resting(self) -> bool:
        """Tell whether the last word is over and a background is heard by itself."""
        return self.exercise is not None and self.exercise.resting

    def ended(self, event: "Ended") -> bool:
        """Tell whether it ended for the night: perhaps somebody sleeps. Who ended it by hand does not."""
        return event.timed or (event.whole and (self.in_rest or self.timer_minutes is not None))


def _title(name: str) -> str:
    """Return how a background is called.

    Raises:
        SoundError: there is none of that name.
    """
    from feltsense.mix.soundscapes.registry import soundscape  # noqa: PLC0415 - not before the first frame

    return soundscape(name).title
