"""Plays the piece behind “ground me now”, once it is ready and the exercise is quiet."""

from collections.abc import Callable
from threading import RLock
from typing import TYPE_CHECKING

from feltsense.errors import FeltsenseError
from feltsense.playback.port import Ended, Failed
from feltsense.practice.events import Grounded, Grounding, GroundingFailed, Notify

if TYPE_CHECKING:
    from feltsense.mix.prepared_audio import PreparedAudio
    from feltsense.playback.port import Event as PlaybackEvent
    from feltsense.playback.port import Listener
    from feltsense.practice.player import ExercisePlayer

    OpenPlayer = Callable[[PreparedAudio, Listener], ExercisePlayer]
    """Returns what plays a performance, and reports to the listener. Raises `FeltsenseError`."""


class RescuePlayer:
    """The rescue piece of one session.

    Args:
        lock: the session's, held by whoever calls a method.
        open_player: makes what plays it.
        over: given how it ended, with the lock held.
        notify: given all other events, with the lock held.
    """

    def __init__(
        self,
        lock: RLock,
        open_player: "OpenPlayer",
        over: Callable[[Grounded | GroundingFailed], None],
        notify: Notify,
    ) -> None:
        self.player: ExercisePlayer | None = None
        """What plays it; None before it is heard."""
        self.due = False
        """True once it is asked for and nothing of the exercise will be heard any more."""
        self._lock = lock
        self._open_player = open_player
        self._over = over
        self._notify = notify
        self._made: PreparedAudio | FeltsenseError | None = None
        self._given_up = False

    def ready(self, made: "PreparedAudio | FeltsenseError") -> None:
        """Take the piece, or why there is none."""
        self._made = made
        self._play_if_due()

    def play(self) -> None:
        """Play it, now or as soon as it is ready: the exercise is quiet."""
        self.due = True
        self._play_if_due()

    def give_up(self) -> None:
        """Begin nothing any more, and report nothing."""
        self._given_up = True

    def _play_if_due(self) -> None:
        if not self.due or self._made is None or self.player is not None or self._given_up:
            return
        try:
            if isinstance(self._made, FeltsenseError):
                raise self._made
            self.player = self._open_player(self._made, self._heard)
        except FeltsenseError as error:
            self._end(GroundingFailed(error))
            return
        self._notify(Grounding(self.player.timeline))
        self.player.transport.play()

    def _end(self, how: Grounded | GroundingFailed) -> None:
        self._given_up = True
        self._over(how)

    def _heard(self, event: "PlaybackEvent") -> None:
        """Handle an event of its transport, on a thread of that."""
        with self._lock:
            if self._given_up:
                return
            match event:
                case Ended():
                    self._end(Grounded())
                case Failed():
                    self._end(GroundingFailed(event.error))
                case _:
                    self._notify(event)
