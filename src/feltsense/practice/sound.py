"""How a practice sounds: how loud it is, and what lies beneath its exercise and goes on behind it."""

from collections.abc import Callable
from threading import RLock
from typing import TYPE_CHECKING

from feltsense.errors import SoundError
from feltsense.practice.options import Levels
from feltsense.practice.player import ExercisePlayer, expect_soundscape
from feltsense.practice.wishes import NO_BACKGROUND, PracticeWish
from feltsense.script.options import OFF

if TYPE_CHECKING:
    from feltsense.playback.transport import Transport


class PracticeSound:
    """What is chosen of the sound of one session. The volume holds for the rescue piece too; nothing lies beneath that.

    What is chosen of the background once only that is heard holds there, and changes nothing beneath the voice.

    Args:
        lock: the session's.
        refusal: returns why something cannot be wished now; empty where it can.
        heard: returns what is heard or ready to be; None while nothing is ready.
        alone: whether its exercise is a background by itself, without a voice.
    """

    def __init__(
        self,
        lock: RLock,
        refusal: Callable[[PracticeWish], str],
        heard: Callable[[], ExercisePlayer | None],
        *,
        alone: bool,
    ) -> None:
        self.chosen_background: str | None = None
        """The background that was chosen for the exercise since it began, or `OFF`; None while it is its own."""
        self._levels = Levels(1.0, 0.0)
        self._rest_levels: Levels | None = None
        """How loud it is once the voice is over; None where nothing was chosen there."""
        self._exercise: ExercisePlayer | None = None
        self._lock = lock
        self._refusal = refusal
        self._heard = heard
        self._alone = alone

    @property
    def levels(self) -> Levels:
        """How loud it is: the volume, and the background as it is beneath the voice."""
        return self._levels

    @property
    def volume(self) -> float:
        """From 0 to 1."""
        return self._levels.volume

    @property
    def background(self) -> float | None:
        """The level in dB of the background that is heard now: 0 is as the script has it, None is off."""
        if self._rest_levels is not None and self._voice_is_over:
            return self._rest_levels.background_db
        level = self._levels.background_db
        return 0.0 if level is None and self._voice_is_over else level  # off beneath the voice is not off behind it

    def begin_with(self, levels: Levels) -> None:
        """Begin as loud as that."""
        self.set_volume(levels.volume)
        self.set_background(levels.background_db)

    def set_volume(self, volume: float) -> None:
        """Glide to `volume`, 0 to 1."""
        with self._lock:
            self._levels = Levels(max(0.0, min(volume, 1.0)), self._levels.background_db)
            part = self._heard()
            if part is not None:
                self.hold_volume(part.transport)

    def hold_volume(self, transport: "Transport") -> None:
        """Have what is about to be heard be as loud as was chosen."""
        transport.set_volume(self.volume)

    def set_background(self, level_db: float | None) -> str:
        """Glide the background to a level: 0 is as the script has it, None is off.

        Returns:
            Why that does not hold, in a few words; empty where it does.
        """
        with self._lock:
            if refused := self._refusal(PracticeWish.BACKGROUND):
                return refused
            if self._exercise is not None and not self._exercise.has_background:
                return NO_BACKGROUND
            levels = Levels(self.volume, level_db)
            if self._voice_is_over:
                self._rest_levels = levels
            else:
                self._levels = levels
            if self._exercise is not None:
                self._exercise.set_background(level_db)
            return ""

    def set_soundscape(self, name: str) -> str:
        """Cross-fade the exercise to another background; `OFF` for none. Before it is ready, it begins with it.

        A background that was off is heard again. Opening one takes a moment.

        Returns:
            Why that does not hold, in a few words; empty where it does.

        Raises:
            SoundError: there is none of that name; nothing is changed.
        """
        if refused := self._refusal(PracticeWish.BACKGROUND):
            return refused
        exercise = self._exercise
        if exercise is None:
            expect_soundscape(name)
        else:
            exercise.set_soundscape(name)  # without the lock: it takes a moment, and keys shall not wait
        with self._lock:
            self.chosen_background = self.chosen_background if self._resting else name
            ready_meanwhile = self._exercise if self._exercise is not exercise else None
        if ready_meanwhile is not None:
            ready_meanwhile.set_soundscape(name)
        if name != OFF and self.background is None:
            self.set_background(0.0)
        return ""

    def take(self, exercise: ExercisePlayer) -> str:
        """Have the exercise sound as was chosen, as it is ready. The session's lock is held.

        Returns:
            What is to be told where the background that was chosen cannot be heard; empty where it can.

        Raises:
            FeltsenseError: it cannot be heard at all.
        """
        exercise.set_background(self._levels.background_db)
        told = self._begin_with_chosen_background(exercise)
        self._exercise = exercise
        return told

    def _begin_with_chosen_background(self, exercise: ExercisePlayer) -> str:
        if self.chosen_background is None:
            return ""
        try:
            exercise.set_soundscape(self.chosen_background)
            exercise.performance.mix.settle_background()
        except SoundError as error:
            self.chosen_background = None
            return f"{error.message} The exercise's own background is used."
        return ""

    @property
    def _resting(self) -> bool:
        """Whether only a background is heard."""
        return self._exercise is not None and self._exercise.resting

    @property
    def _voice_is_over(self) -> bool:
        """Whether a background goes on behind the last word."""
        return self._resting and not self._alone
