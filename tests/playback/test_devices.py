"""Devices that are missing, get lost, come back, hang, or raise."""

import threading
import time

import pytest
from fake_playback import LOWEST, NO_DEVICE, FakeOutput, PlaybackRig, Ramp

from feltsense.errors import PlaybackError
from feltsense.playback.device_manager import LOST_REASON, DeviceLink, DeviceTimeouts
from feltsense.playback.device_opening import NO_ANSWER
from feltsense.playback.play_buffer import FADE_FRAMES, LEAD_IN
from feltsense.playback.port import DeviceBack, DeviceLost, Ended, Silenced, Started
from feltsense.playback.transport import Transport, TransportState
from feltsense.units import SAMPLE_RATE, Frames
from null_sink import until


def cannot_open(output: FakeOutput) -> None:
    output.cannot_open = NO_DEVICE


def cannot_start(output: FakeOutput) -> None:
    output.cannot_start = NO_DEVICE


def fine(output: FakeOutput) -> None:
    """Leave it as it is."""


def link(rig: PlaybackRig) -> DeviceLink:
    return rig.transport._devices.link


def wait(rig: PlaybackRig, seconds: float) -> None:
    """Let time pass, with the looks and the silence that belong to it."""
    for _ in range(round(seconds / 0.05)):
        rig.feed()
        if "silence" in rig.clock.loops:
            rig.clock.loops["silence"].turn()
        rig.look(0.05)


def lose(rig: PlaybackRig) -> FakeOutput:
    """Lose the device; return it."""
    lost = rig.output
    lost.is_stalled = True
    rig.look()
    return lost


# --- lost -------------------------------------------------------------------------------------------------------------


def test_a_lost_device_that_is_there_again_goes_on_where_the_ear_was() -> None:
    rig = PlaybackRig().playing()
    rig.output.holds = 1500
    rig.hear(10_000)
    lost = lose(rig)
    until(lambda: lost.closed)
    assert rig.told(DeviceLost) == [DeviceLost(LOST_REASON)]
    assert rig.transport.position == 8500
    rig.look()
    rig.feed()
    assert rig.output is not lost
    assert not rig.hear(LEAD_IN).any()
    assert rig.hear(FADE_FRAMES + 1)[-1] == LOWEST + 8500 + FADE_FRAMES
    assert not rig.told(DeviceBack)
    rig.output.is_running = True
    rig.look()
    assert rig.told(DeviceBack) == [DeviceBack("rig")]
    assert not rig.told(Silenced)


def test_playing_stands_still_for_three_seconds_and_then_goes_on_in_silence() -> None:
    rig = PlaybackRig(Ramp(30_000)).playing()
    rig.hear(10_000)
    rig.look()
    rig.prepare = cannot_open
    lose(rig)
    wait(rig, 2.9)
    assert rig.transport.position == 10_000
    assert not rig.told(Silenced)
    wait(rig, 0.3)
    assert rig.told(Silenced) == [Silenced(LOST_REASON)]
    wait(rig, 0.3)
    assert 10_000 < rig.transport.position <= 30_000
    wait(rig, 1.0)
    assert rig.told(Ended) == [Ended(Frames(30_000), whole=True)]
    assert rig.transport.output == ""
    assert [type(event) for event in rig.events] == [Started, DeviceLost, Silenced, Ended]


def test_a_device_that_comes_back_late_takes_over_from_silence() -> None:
    rig = PlaybackRig(Ramp(31_000)).playing()
    rig.hear(1000)
    rig.transport.pause()
    rig.hear(1000)
    rig.prepare = cannot_open
    lose(rig)
    wait(rig, 5.0)
    assert link(rig) is DeviceLink.SILENT
    assert rig.transport.output == "silent"
    rig.prepare = fine
    wait(rig, 10.0)
    assert rig.transport.output == "rig"
    rig.output.is_running = True
    rig.look()
    assert rig.told(DeviceBack) == [DeviceBack("rig")]
    assert rig.transport.position == 1000
    rig.transport.resume()
    rig.output.pull(LEAD_IN)
    assert rig.hear(FADE_FRAMES + 1)[-1] == LOWEST + 1000 + FADE_FRAMES


def test_a_device_is_looked_for_ever_more_seldom_and_for_ever() -> None:
    rig = PlaybackRig().playing()
    rig.transport.pause()
    rig.prepare = cannot_open
    lose(rig)
    wait(rig, 16.0)
    soon = len(rig.made)
    wait(rig, 120.0)
    assert 5 <= soon <= 7
    assert 3 <= len(rig.made) - soon <= 6
    assert all(output.closed for output in rig.made[1:])


def test_a_device_that_is_lost_again_and_again_is_told_of_once() -> None:
    rig = PlaybackRig(timeouts=DeviceTimeouts(tries=(0.0,)))
    rig.playing()
    for _ in range(5):
        lose(rig)
        rig.look(0.1)
    assert len(rig.told(DeviceLost)) == 1
    assert not rig.told(DeviceBack)


def test_keys_are_answered_while_the_device_is_lost() -> None:
    rig = PlaybackRig().playing()
    rig.hear(5000)
    rig.prepare = cannot_open
    lose(rig)
    rig.transport.seek(20_000)
    rig.transport.pause()
    rig.transport.set_volume(0.5)
    assert rig.transport.position == 20_000
    rig.prepare = fine
    rig.transport.resume()
    wait(rig, 1.2)
    rig.output.pull(LEAD_IN)
    assert rig.hear(3000)[-1] == round((LOWEST + 22_999) * 0.5)


def test_an_end_asked_for_while_the_device_is_lost_is_told() -> None:
    rig = PlaybackRig().playing()
    rig.hear(5000)
    rig.prepare = cannot_open
    lose(rig)
    rig.transport.end(0.5)
    wait(rig, 1.6)
    assert rig.told(Ended) == [Ended(Frames(5000), whole=False)]


# --- missing ----------------------------------------------------------------------------------------------------------


def test_without_a_device_playing_goes_on_silently_at_once_and_says_so_once() -> None:
    rig = PlaybackRig(Ramp(30_000))
    rig.prepare = cannot_open
    rig.transport.play()
    rig.turn()
    assert rig.told(Silenced) == [Silenced(NO_DEVICE.message)]
    wait(rig, 1.0)
    assert rig.state() is TransportState.ENDED
    assert [type(event) for event in rig.events] == [Silenced, Started, Ended]


def test_without_a_device_time_goes_on_also_when_playing_begins_long_after_preparing() -> None:
    rig = PlaybackRig(Ramp(30_000))
    rig.prepare = cannot_open
    rig.transport.prepare()
    wait(rig, 1.0)
    assert rig.told(Silenced) == [Silenced(NO_DEVICE.message)]
    assert not rig.told(Started)
    rig.transport.play()
    wait(rig, 1.0)
    assert rig.state() is TransportState.ENDED
    assert [type(event) for event in rig.events] == [Silenced, Started, Ended]


@pytest.mark.parametrize("error", [NO_DEVICE, OSError("the driver is cross"), ValueError()])
@pytest.mark.parametrize("where", ["cannot_open", "cannot_start"])
def test_whatever_a_device_raises_is_told_in_words(error: Exception, where: str) -> None:
    def raises(output: FakeOutput) -> None:
        setattr(output, where, error)

    rig = PlaybackRig()
    rig.prepare = raises
    rig.transport.play()
    rig.turn()
    (silenced,) = rig.told(Silenced)
    assert isinstance(silenced, Silenced)
    assert silenced.reason
    assert str(error) in silenced.reason
    until(lambda: rig.output.closed)
    wait(rig, 0.3)
    assert rig.transport.position > 0


def test_a_maker_that_raises_is_a_missing_device() -> None:
    def raises(output: FakeOutput) -> None:
        raise PlaybackError("No such thing.")

    rig = PlaybackRig()
    rig.prepare = raises
    rig.transport.play()
    rig.turn()
    assert rig.told(Silenced) == [Silenced("No such thing.")]


def test_a_device_that_opens_again_but_does_not_start_leaves_silence_going() -> None:
    rig = PlaybackRig(Ramp(31_000))
    rig.prepare = cannot_open
    rig.transport.play()
    rig.turn()
    rig.transport.pause()
    rig.prepare = cannot_start
    wait(rig, 1.2)
    assert len(rig.made) == 2
    assert link(rig) is DeviceLink.SILENT
    rig.transport.resume()
    before = rig.transport.position
    wait(rig, 0.2)
    assert rig.transport.position > before


def test_a_device_that_was_prepared_and_does_not_start_is_opened_anew() -> None:
    rig = PlaybackRig()
    rig.prepare = cannot_start
    rig.transport.prepare()
    rig.turn()
    assert rig.transport.output == "rig"
    rig.prepare = fine
    rig.transport.play()
    rig.look()
    rig.look()
    rig.feed()
    rig.output.pull(LEAD_IN)
    assert rig.hear(1)[0] == LOWEST
    assert len(rig.made) == 2


# --- prepared ---------------------------------------------------------------------------------------------------------


def test_a_prepared_device_takes_no_sound_before_play() -> None:
    rig = PlaybackRig()
    rig.transport.prepare()
    rig.turn()
    assert rig.output.channels == 1
    assert rig.output.feed is None
    rig.transport.play()
    assert rig.clock.loops["player"].woken
    rig.look()
    assert rig.output.feed is not None
    assert len(rig.made) == 1


# --- hanging ----------------------------------------------------------------------------------------------------------


class Hangs(FakeOutput):
    """An output that hangs in `where` until it is let go."""

    def __init__(self, where: str, release: threading.Event) -> None:
        super().__init__()
        self._where = where
        self._release = release

    def open(self, channels: int) -> None:
        self._hang("open")
        super().open(channels)

    def close(self) -> None:
        self._hang("close")
        super().close()

    def _hang(self, where: str) -> None:
        if where == self._where:
            assert self._release.wait(10)


@pytest.mark.parametrize("where", ["open", "close"])
@pytest.mark.parametrize("fade", [None, 5.0])
def test_closing_takes_a_third_of_a_second_also_when_the_output_hangs(where: str, fade: float | None) -> None:
    release = threading.Event()
    output = Hangs(where, release)
    transport = Transport(Ramp(), lambda: output, lambda _: None)
    transport.play()
    if where == "close":
        until(lambda: output.feed is not None)
        output.pull(LEAD_IN)
        until(lambda: output.pull(1).any())
    if fade is not None:
        transport.end(fade)
    start = time.monotonic()
    transport.close()
    took = time.monotonic() - start
    release.set()
    assert took < 0.4
    until(lambda: output.closed)


def test_a_sound_system_that_does_not_answer_is_a_missing_device() -> None:
    release = threading.Event()
    made: list[Hangs] = []

    def make() -> FakeOutput:
        made.append(Hangs("open", release))
        return made[-1]

    rig = PlaybackRig(Ramp(SAMPLE_RATE // 2), DeviceTimeouts(opening=0.05))
    rig.transport._devices._make = make
    rig.transport.play()
    rig.turn()
    assert rig.told(Silenced) == [Silenced(NO_ANSWER)]
    wait(rig, 0.8)
    assert rig.state() is TransportState.ENDED
    release.set()
    until(lambda: all(output.closed for output in made))
    assert all(output.feed is None for output in made)
