"""A practice that stands still at one moment, for pictures: it fits what a player asks of a session."""

from typing import cast

from scenes import practice, seconds

from feltsense.practice.player import ExercisePlayer
from feltsense.practice.session import PracticeState, Session
from feltsense.system.settings import Motion
from feltsense.timeline.model import Timeline
from feltsense.timeline.playhead import PlayheadState
from feltsense.tui.player.model import PlayerModel


class StillPart:
    """A part that is always at the same frame."""

    def __init__(self, at: float) -> None:
        self._at = seconds(at)
        self._moments = practice()

    @property
    def timeline(self) -> Timeline:
        return self._moments.timeline

    def moment(self) -> PlayheadState:
        return self._moments.at(self._at)


class StillSession:
    """A session at one moment."""

    volume = 1.0

    def __init__(self, at: float, *, paused: bool = False, state: PracticeState = PracticeState.PLAYING) -> None:
        self.state = state
        self.paused = paused
        self.player = cast("ExercisePlayer", StillPart(at))

    def play(self) -> None:
        """It plays already."""


def still(at: float, motion: Motion = Motion.FULL, *, paused: bool = False) -> PlayerModel:
    """Return what a player shows at second `at`."""
    return PlayerModel(cast("Session", StillSession(at, paused=paused)), motion, now=lambda: 0.0)
