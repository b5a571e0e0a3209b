"""A player model at one moment that does not go on, for screenshots."""

from typing import cast

from sample_timeline import sample_playhead, seconds

from feltsense.practice.events import PracticeState
from feltsense.practice.player import ExercisePlayer
from feltsense.practice.preparation import PracticeRequest
from feltsense.practice.session import Session
from feltsense.script.parser import parse
from feltsense.system.settings import Motion
from feltsense.timeline.model import Timeline
from feltsense.timeline.playhead import PlayheadState
from feltsense.tui.player.model import PlayerModel
from feltsense.units import Frames


class FrozenPlayer:
    """An exercise player that is always at the same frame."""

    def __init__(self, at: float) -> None:
        self._at = seconds(at)
        self._moments = sample_playhead()

    @property
    def timeline(self) -> Timeline:
        return self._moments.timeline

    @property
    def position(self) -> Frames:
        return self._at

    def moment(self) -> PlayheadState:
        return self._moments.at(self._at)


class FrozenNight:
    """No wishes for the night."""

    timer_minutes = timer_left = rest = None


class FrozenSession:
    """A session at one moment."""

    night = FrozenNight()
    request = PracticeRequest(parse("Here.", "small").exercise, None)

    alone = False

    def __init__(self, at: float, *, paused: bool = False, state: PracticeState = PracticeState.PLAYING) -> None:
        self.state = state
        self.paused = paused
        self.player = cast("ExercisePlayer", FrozenPlayer(at))

    def play(self) -> None:
        """It plays already."""


def frozen_model(at: float, motion: Motion = Motion.FULL, *, paused: bool = False) -> PlayerModel:
    """Return what a player shows at second `at`."""
    return PlayerModel(cast("Session", FrozenSession(at, paused=paused)), motion, now=lambda: 0.0)
