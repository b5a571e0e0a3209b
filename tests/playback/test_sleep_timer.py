"""The sleep timer: over on a frame, faded before, held by a pause, called off."""

import numpy as np
import pytest
from fake_playback import PlaybackRig, Ramp, Samples

from feltsense.playback.port import Ended
from feltsense.playback.sleep_timer import SleepTimer
from feltsense.playback.transport import TransportState
from feltsense.units import SAMPLE_RATE

LENGTH, FADE = 20_000, 4_000
SECONDS, FADING = LENGTH / SAMPLE_RATE, FADE / SAMPLE_RATE


def ramp(start: int, stop: int) -> Samples:
    return np.arange(1000 + start, 1000 + stop).astype(np.int16)


def timed() -> PlaybackRig:
    rig = PlaybackRig(Ramp(30_000)).playing()
    rig.transport.set_timer(SECONDS, FADING)
    return rig


@pytest.mark.parametrize("block", [441, 1000, 4410])
def test_it_is_over_on_the_frame_and_fades_only_over_the_last(block: int) -> None:
    rig = timed()
    heard: Samples = np.concatenate([rig.output.pull(block)[:, 0] for _ in range(25_000 // block)])
    assert np.array_equal(heard[: LENGTH - FADE], ramp(0, LENGTH - FADE))
    faded = heard[LENGTH - FADE : LENGTH]
    assert 0 < faded[-100] < faded[0] * 0.05
    assert (heard[LENGTH:] == 0).all()
    rig.look()
    assert rig.events[-1] == Ended(rig.transport.position, whole=False, timed=True)
    assert rig.transport.position == LENGTH


def test_it_counts_from_where_it_was_set_and_a_pause_holds_it() -> None:
    rig = PlaybackRig(Ramp(30_000)).playing()
    rig.hear(3000)
    rig.transport.set_timer(SECONDS, FADING)
    rig.hear(5000)
    rig.transport.pause()
    rig.hear(50_000)
    assert rig.transport.timer_left == LENGTH - 5000
    rig.transport.resume()
    rig.hear(30_000)
    rig.look()
    assert rig.transport.position == 3000 + LENGTH
    assert rig.state() is TransportState.ENDED


def test_going_elsewhere_leaves_the_time_that_is_left() -> None:
    rig = timed()
    rig.hear(5000)
    rig.transport.seek(2000)
    rig.turn()
    rig.hear(14_000)
    assert rig.state() is TransportState.PLAYING
    rig.hear(2000)
    rig.look()
    assert rig.transport.position == 2000 + LENGTH - 5000


@pytest.mark.parametrize("at", [5000, LENGTH - FADE + 2000])
def test_it_is_called_off_even_while_it_fades(at: int) -> None:
    rig = timed()
    rig.hear(at)
    rig.transport.set_timer(None, FADING)
    heard = rig.hear(30_000)
    assert rig.transport.timer_left is None
    rig.look()
    assert rig.events[-1] == Ended(rig.transport.position, whole=True)
    assert rig.transport.position == 30_000
    assert len(np.trim_zeros(heard)) == 30_000 - at


def test_a_fade_longer_than_the_time_takes_all_of_it() -> None:
    timer = SleepTimer(100, 300)
    assert timer.due
    assert timer.begin_fade() == 100


def test_ending_by_hand_is_no_timer() -> None:
    rig = timed()
    rig.transport.end(0.01)
    rig.hear(5000)
    rig.look()
    assert isinstance(rig.events[-1], Ended)
    assert not rig.events[-1].timed


def test_a_pause_holds_the_fade_too_and_it_still_ends_for_the_night() -> None:
    rig = timed()
    rig.hear(LENGTH - FADE + 1000)
    rig.transport.pause()
    rig.hear(50_000)
    rig.look()
    assert rig.state() is TransportState.PAUSED
    rig.transport.resume()
    rest = rig.hear(FADE)
    assert 0 < len(np.trim_zeros(rest, "b")) <= FADE - 1000
    rig.look()
    assert rig.events[-1] == Ended(rig.transport.position, whole=False, timed=True)
    assert rig.transport.position == LENGTH


def test_a_voice_that_is_late_while_it_fades_is_waited_for() -> None:
    rig = timed()
    rig.hear(LENGTH - FADE + 1000)
    rig.transport._buffer._ring.clear()  # nothing was read in time
    rig.transport._buffer._filling += 1
    rig.output.pull(500)
    rig.look()
    assert rig.state() is TransportState.PLAYING
    rig.turn()
    rig.hear(FADE)
    rig.look()
    assert rig.events[-1] == Ended(rig.transport.position, whole=False, timed=True)
