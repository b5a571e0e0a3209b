"""A practice under way: it is prepared in the background, played and recorded.

Both front ends drive it by its methods and listen to its events. All methods may be called from any thread, return at
once, and ignore what makes no sense in the present state. Locks are taken in one order: the session's, then those of
what it plays; events are reported with the session's lock held, so a listener must not wait for another thread.
"""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from feltsense.errors import FeltsenseError
from feltsense.journal.model import Field, When
from feltsense.playback.clock import Clock, Loop, SystemClock
from feltsense.playback.port import Ended, Failed
from feltsense.practice.events import (
    Finished,
    Grounded,
    GroundingFailed,
    JournalFailed,
    LengthMissed,
    Notify,
    PlaybackFailed,
    PracticeState,
    PreparationFailed,
    Prepared,
    Preparing,
    Substituted,
)
from feltsense.practice.night import Night
from feltsense.practice.player import ExercisePlayer
from feltsense.practice.preparation import PracticeRequest, Preparation, PreparationCallbacks, new_practice_of
from feltsense.practice.recorder import Recorder
from feltsense.practice.rescue_player import RescuePlayer
from feltsense.practice.sound import PracticeSound
from feltsense.practice.wishes import PracticeWish, refusal
from feltsense.script.options import VersionOptions
from feltsense.units import Frames

if TYPE_CHECKING:
    from concurrent.futures import Future

    from feltsense.journal.store import Answer, Journal
    from feltsense.mix.prepared_audio import PreparedAudio
    from feltsense.playback.port import Event as PlaybackEvent
    from feltsense.practice.engine import AudioEngine

END_FADE, GROUND_FADE = 3.0, 1.5
"""Seconds in which the sound goes when the listener ends, and when they ask to be grounded."""

_KEEP = 2.0
"""Seconds between two looks at how far it got, for the journal."""


class Session:
    """One practice, from the first question to the last.

    Args:
        request: what is to be done.
        engine: where it is made ready and played.
        journal: where it is recorded; None records nothing.
        notify: called with each event.
        clock: None for the real clock.
    """

    def __init__(
        self,
        request: PracticeRequest,
        engine: "AudioEngine",
        journal: "Journal | None",
        notify: Notify,
        clock: Clock | None = None,
    ) -> None:
        self.request = request
        self.state = PracticeState.CHECKING_IN
        self._recorder = Recorder(journal, new_practice_of(request), lambda error: notify(JournalFailed(error)))
        self._engine = engine
        self._notify = notify
        self._clock = clock or SystemClock()
        self._lock = threading.RLock()
        callbacks = PreparationCallbacks(
            self._exercise_made,
            self._replace_exercise,
            self._rescue_made_ready,
            lambda done, total: notify(Preparing(done, total)),
            self._substituted,
            self._length_missed,
        )
        self._preparation = Preparation(engine, request, callbacks)
        self._exercise: ExercisePlayer | None = None
        self._rescue = RescuePlayer(self._lock, self._part, self._grounding_over, notify)
        self.sound = PracticeSound(self._lock, self.refusal, lambda: self.player, alone=self.alone)
        self.night = Night(self._lock, lambda: self.state, self.refusal)
        self._keeping: Loop | None = None
        self._closed = False

    @property
    def player(self) -> ExercisePlayer | None:
        """What is heard or ready to be: the exercise, later perhaps the rescue piece. None while nothing is ready."""
        return self._rescue.player or self._exercise

    @property
    def began(self) -> Frames:
        """The frame at which the exercise began."""
        return self._exercise.began if self._exercise is not None else Frames(0)

    @property
    def alone(self) -> bool:
        """Tell whether it is a background by itself, without a voice."""
        return self.request.background is not None

    def refusal(self, wish: PracticeWish) -> str:
        """Return why something cannot be wished now, in a few words; empty where it can."""
        return refusal(wish, self.state, alone=self.alone)

    @property
    def paused(self) -> bool:
        """Tell whether playing stands still by the listener's wish."""
        return self.player is not None and self.player.paused

    @property
    def all_kept(self) -> bool:
        """Tell whether everything of it could be written into the journal so far."""
        return self._recorder.complete

    def record_answer(self, when: When, field: Field, value: "Answer") -> "Future[None]":
        """Have one answer of a check-in written at once; None takes it back.

        Nothing waits for the disk here: what is returned is done when the answer is on it.
        """
        return self._recorder.record_answer(when, field, value)

    def withdraw(self) -> None:
        """Have nothing kept, if nothing was heard: the listener went back before it began."""
        self._recorder.withdraw()

    def prepare(self) -> None:
        """Begin to make everything ready, in the background."""
        with self._lock:
            if not self._closed:
                self._preparation.start()

    def play(self) -> None:
        """Begin to be heard, now or as soon as everything is ready."""
        self.prepare()
        with self._lock:
            if self.state is PracticeState.CHECKING_IN:
                self.state = PracticeState.STARTING
                self._begin_if_ready()

    def steer(self, ask: Callable[[ExercisePlayer], None]) -> None:
        """Steer what is heard: a method of `ExercisePlayer`, such as `toggle`. Nothing while nothing is heard."""
        with self._lock:
            part = self.player
            if part is not None and self.state in (PracticeState.PLAYING, PracticeState.GROUNDING):
                ask(part)

    def end(self) -> None:
        """Fade out and end, kindly. `Finished`, or `Grounded`, is reported when that is heard."""
        with self._lock:
            if self.state in (PracticeState.CHECKING_IN, PracticeState.STARTING):
                self._finish(Frames(0), whole=False)
            elif self.state is PracticeState.GROUNDING and self._rescue.player is None:
                self.state = PracticeState.OVER  # the exercise fades anyhow, and nothing is to follow
                self._rescue.give_up()
                self._record_end(self._reached, whole=False)
                self._notify(Grounded())
            elif self.player is not None and self.state is not PracticeState.OVER:
                self.state = PracticeState.ENDING if self.state is PracticeState.PLAYING else self.state
                self.player.transport.end(END_FADE)

    def ground(self) -> None:
        """Fade out, and play the rescue piece as soon as it is quiet."""
        with self._lock:
            if self.state in (PracticeState.GROUNDING, PracticeState.OVER):
                return
            heard, at = self.state in (PracticeState.PLAYING, PracticeState.ENDING), self._reached
            self.state = PracticeState.GROUNDING  # first: an exercise that fails meanwhile must not end the practice
            self._preparation.skip()
            if heard and self._exercise is not None:
                self._exercise.transport.end(GROUND_FADE)
            else:
                self._rescue.play()
            self._recorder.record_rescue(at)

    def close(self) -> None:
        """Leave: stop at once, and keep how far it got. Nothing more is reported. Calling it twice is fine."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
            self._preparation.stop()
            self._rescue.give_up()
            fading = self.state is PracticeState.GROUNDING and not self._rescue.due
            cut_short = fading or self.state in (PracticeState.PLAYING, PracticeState.ENDING)
            self.state = PracticeState.OVER
        if self._keeping is not None:
            self._keeping.stop(0.1)
        if cut_short and self._exercise is not None:
            self._record_end(self._reached, whole=False)
        for part in (self._exercise, self._rescue.player):
            if part is not None:
                part.close()
        self._recorder.close()

    # --- with the lock held -----------------------------------------------------------------------------------------

    def _begin_if_ready(self) -> None:
        if self.state is PracticeState.STARTING and self._exercise is not None:
            self.state = PracticeState.PLAYING
            self._recorder.record_length(self._exercise.performance.own_length)
            if self._keeping is None:
                self._engine.playing_sign.tell_again()
            self._exercise.transport.play()
            self.night.begin()
            if self._keeping is None:
                self._keeping = self._clock.start("record", self._keep_position)

    def _part(self, performance: "PreparedAudio", listener: "Callable[[PlaybackEvent], None]") -> ExercisePlayer:
        transport = self._engine.transport(performance, listener, lambda notice: self._notify(Substituted(notice)))
        self.sound.hold_volume(transport)
        return ExercisePlayer(performance, transport)

    def _finish(self, at: Frames, *, whole: bool, asleep: bool = False, error: FeltsenseError | None = None) -> None:
        """The exercise is over, where nothing else follows."""
        self.state = PracticeState.OVER
        self._record_end(at, whole=whole)
        self._notify(Finished(whole or self.night.in_rest, asleep) if error is None else PlaybackFailed(error))

    def _grounding_over(self, how: Grounded | GroundingFailed) -> None:
        self.state = PracticeState.OVER
        self._notify(how)

    @property
    def _reached(self) -> Frames:
        return self._exercise.reached if self._exercise is not None else Frames(0)

    def _record_end(self, at: Frames, *, whole: bool) -> None:
        if self._exercise is not None and self._keeping is not None:
            self._recorder.record_length(self._exercise.performance.own_length)  # it may have been expected so far
        heard = self._exercise.heard(at) if self._exercise else at
        self._recorder.record_end(heard, whole=whole or self.night.in_rest)

    # --- on threads of our own --------------------------------------------------------------------------------------

    def _substituted(self, notice: str, used: VersionOptions) -> None:
        if used.voice and used.voice != self.request.voice:
            self._recorder.record_voice(used.voice)
        self._notify(Substituted(notice))

    def _length_missed(self, excess: int) -> None:
        with self._lock:
            if self._closed or self.state in (PracticeState.GROUNDING, PracticeState.OVER):
                return
            if self._keeping is not None and self._exercise is not None:
                self._recorder.record_length(self._exercise.performance.own_length)
            self._notify(LengthMissed(excess))

    def _exercise_made(self, made: "PreparedAudio | FeltsenseError") -> None:
        """Have the exercise ready, with its device open."""
        with self._lock:
            if self._closed or self.state in (PracticeState.GROUNDING, PracticeState.OVER):
                return
            error = made if isinstance(made, FeltsenseError) else self._take(made)
            if error is not None:
                self.state = PracticeState.OVER
                self._notify(PreparationFailed(error))
            elif self._exercise is not None:
                self._notify(Prepared(self._exercise.timeline))
                self._begin_if_ready()

    def _replace_exercise(self, made: "PreparedAudio") -> bool:
        """Take the exercise in another voice, if nothing of the first was said aloud yet; return whether it is."""
        with self._lock:
            before = self._exercise
            early = self.state in (PracticeState.CHECKING_IN, PracticeState.PLAYING)
            if self._closed or not early or before is None or before.moment().phrase is not None:
                return False
            if self._take(made) is not None:
                return False  # what goes on playing will tell what is wrong
            if self.state is PracticeState.PLAYING:
                self.state = PracticeState.STARTING
            self._begin_if_ready()
            if before.paused and self._exercise is not None:
                self._exercise.transport.pause()
        before.close()
        return True

    def _take(self, made: "PreparedAudio") -> FeltsenseError | None:
        """Have an exercise be the one that is heard; return why that is not possible."""
        try:
            exercise = self._part(made, self._heard)
            told = self.sound.take(exercise)
        except FeltsenseError as error:
            return error
        if told:
            self._notify(Substituted(told))
        exercise.begin_at_section(self.request.from_section)
        self._exercise = exercise
        self.night.take(exercise)
        exercise.transport.prepare()
        return None

    def _rescue_made_ready(self, made: "PreparedAudio | FeltsenseError") -> None:
        with self._lock:
            if not self._closed:
                self._rescue.ready(made)

    def _heard(self, event: "PlaybackEvent") -> None:
        """Handle an event of the exercise's transport."""
        with self._lock:
            if self._closed:
                return
            match event:
                case Ended() | Failed() if self.state is PracticeState.OVER:
                    pass  # what was to follow was given up, and that is reported already
                case Ended() | Failed() if self.state is PracticeState.GROUNDING:
                    self._record_end(self._reached, whole=False)
                    self._rescue.play()
                case Ended():
                    self._finish(event.at, whole=event.whole, asleep=self.night.ended(event))
                case Failed():
                    self._finish(self._reached, whole=False, error=event.error)
                case _:
                    self._notify(event)

    def _keep_position(self) -> float | None:
        part = self._exercise
        if part is None or self.state not in (PracticeState.PLAYING, PracticeState.ENDING):
            return None
        self._recorder.record_progress(part.heard(part.position))
        if not part.in_rest:
            return _KEEP
        self._record_end(part.reached, whole=True)  # at once: the power may go while somebody sleeps
        return None
