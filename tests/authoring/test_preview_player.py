"""Speech through a loudspeaker that stays open."""

import numpy as np
import pytest

from feltsense.authoring.preview_player import EndlessSource, LivePlayer
from feltsense.errors import FeltsenseError, PlaybackError
from feltsense.mix.mixer import Mix
from feltsense.playback.transport import Transport
from feltsense.practice.engine import AudioEngine
from feltsense.script.model import Exercise, Play
from feltsense.timeline.compose import compose
from rehearsing import Rehearsal
from scripts import HERE, MEASURES, exercise, phrase
from sine_voice import tone


def play(file: str) -> Play:
    return Play(file, None, HERE)


def mixed(script: Exercise) -> Mix:
    return Mix(compose(script, None, MEASURES), lambda said: tone(said.text, 44_100 * len(said.text.split()) // 2), 1.0)


def test_an_endless_source_is_silent_until_something_is_loaded() -> None:
    assert not EndlessSource().read(0, 1000).any()
    assert EndlessSource().quiet() == ()


def test_an_endless_source_begins_at_its_frame_and_is_silent_behind_it() -> None:
    mix, source = mixed(exercise(phrase("a b"))), EndlessSource()
    source.load(mix, 30_000)
    assert np.array_equal(source.read(100, 900), mix.read(30_100, 30_900))
    end = mix.length - 30_000
    assert np.array_equal(source.read(end - 500, end + 500)[:500], mix.read(mix.length - 500, mix.length))
    assert not source.read(end, end + 500).any()
    assert not source.read(10**9, 10**9 + 10).any()


@pytest.fixture
def sought(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Where playing was sent to."""
    found: list[int] = []
    seek = Transport.seek

    def noted(self: Transport, frame: int) -> None:
        found.append(frame)
        seek(self, frame)

    monkeypatch.setattr(Transport, "seek", noted)
    return found


def test_what_is_said_is_heard_from_its_first_word(rehearsal: Rehearsal, sought: list[int]) -> None:
    player = LivePlayer(AudioEngine(rehearsal.stage.workspace), "silent")
    try:
        player.open()
        player.speak(exercise(phrase("Something new.")), None)
        assert sought == [0]
        assert player._source.read(0, 4000).any()
    finally:
        player.close()
        player.close()


def test_what_cannot_be_spoken_is_told_and_the_rest_goes_on(rehearsal: Rehearsal, sought: list[int]) -> None:
    player = LivePlayer(rehearsal.stage, "silent")
    try:
        player.open()
        player.warm(exercise(phrase("Ready.")), None)
        with pytest.raises(FeltsenseError):
            player.speak(exercise(play("river.mp3")), None)
        assert sought == []
    finally:
        player.close()


def test_an_output_that_is_none_is_refused(rehearsal: Rehearsal) -> None:
    with pytest.raises(PlaybackError):
        LivePlayer(rehearsal.stage, "nothing")
