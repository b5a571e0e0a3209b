"""What is chosen of the sound of a practice, where much happens at once."""

from collections.abc import Callable
from threading import RLock
from typing import Any, cast

import pytest

from feltsense.playback.port import Started
from feltsense.practice.player import ExercisePlayer
from feltsense.practice.sound import PracticeSound
from feltsense.practice.wishes import NO_BACKGROUND
from feltsense.script.options import OFF, VersionOptions
from rehearsing import Rehearsal


class Piece:
    """An exercise that only knows what lies beneath it."""

    resting = False
    has_background = True

    def __init__(self, meanwhile: Callable[[], object] = bool) -> None:
        self.beneath: list[str] = []
        self._meanwhile = meanwhile

    def set_background(self, _level_db: float | None) -> None:
        pass

    def set_soundscape(self, name: str) -> None:
        self._meanwhile()
        self.beneath.append(name)


def test_a_background_that_is_being_opened_goes_beneath_the_exercise_that_takes_the_place_of_the_first() -> None:
    """It is spoken by another voice then: nothing was said aloud yet."""
    sound = PracticeSound(RLock(), lambda _: "", lambda: None, alone=False)

    def take(piece: Piece) -> None:
        sound.take(cast(ExercisePlayer, cast(Any, piece)))

    other = Piece()
    take(Piece(meanwhile=lambda: take(other)))
    assert not sound.set_soundscape("rain")
    assert other.beneath == ["rain"]


@pytest.mark.parametrize("paused", [False, True])
def test_who_has_chosen_no_background_is_told_so_of_its_level(rehearsal: Rehearsal, *, paused: bool) -> None:
    rehearsal.stage._speed = 1.0
    session = rehearsal.session(options=VersionOptions(soundscape="brown"))
    session.play()
    rehearsal.until(Started)
    if paused:
        session.steer(ExercisePlayer.pause)
    assert not session.sound.set_background(-6.0)
    session.sound.set_soundscape(OFF)
    assert session.sound.set_background(0.0) == NO_BACKGROUND
    assert session.sound.levels.background_db == -6.0
    session.close()


def test_a_level_is_of_the_background_that_follows_the_voice_too(rehearsal: Rehearsal) -> None:
    session = rehearsal.session(options=VersionOptions(soundscape="brown"))
    session.play()
    rehearsal.until(Started)
    session.sound.set_soundscape(OFF)
    session.night.follow_with("rain", 15)
    assert not session.sound.set_background(-6.0)
    session.close()
