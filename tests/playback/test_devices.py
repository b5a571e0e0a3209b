"""Devices that are missing, get lost, come back, hang, or raise."""

import threading
import time

import pytest
from by_hand import LOWEST, NO_DEVICE, Hand, HandOutput, Ramp

from feltsense.errors import PlaybackError
from feltsense.playback.device_manager import LOST_REASON, DeviceLink, DeviceTimeouts
from feltsense.playback.device_opening import NO_ANSWER
from feltsense.playback.play_buffer import FADE_FRAMES, LEAD_IN
from feltsense.playback.port import DeviceBack, DeviceLost, Ended, Silenced, Started
from feltsense.playback.transport import Transport, TransportState
from feltsense.units import SAMPLE_RATE, Frames
from null_sink import until


def cannot_open(output: HandOutput) -> None:
    output.cannot_open = NO_DEVICE


def cannot_start(output: HandOutput) -> None:
    output.cannot_start = NO_DEVICE


def fine(output: HandOutput) -> None:
    """Leave it as it is."""


def link(hand: Hand) -> DeviceLink:
    return hand.transport._devices.link


def wait(hand: Hand, seconds: float) -> None:
    """Let time pass, with the looks and the silence that belong to it."""
    for _ in range(round(seconds / 0.05)):
        hand.feed()
        if "silence" in hand.clock.loops:
            hand.clock.loops["silence"].turn()
        hand.look(0.05)


def lose(hand: Hand) -> HandOutput:
    """Lose the device; return it."""
    lost = hand.output
    lost.is_stalled = True
    hand.look()
    return lost


# --- lost -------------------------------------------------------------------------------------------------------------


def test_a_lost_device_that_is_there_again_goes_on_where_the_ear_was() -> None:
    hand = Hand().playing()
    hand.output.holds = 1500
    hand.hear(10_000)
    lost = lose(hand)
    until(lambda: lost.closed)
    assert hand.told(DeviceLost) == [DeviceLost(LOST_REASON)]
    assert hand.transport.position == 8500
    hand.look()
    hand.feed()
    assert hand.output is not lost
    assert not hand.hear(LEAD_IN).any()
    assert hand.hear(FADE_FRAMES + 1)[-1] == LOWEST + 8500 + FADE_FRAMES
    assert not hand.told(DeviceBack)
    hand.output.is_running = True
    hand.look()
    assert hand.told(DeviceBack) == [DeviceBack("hand")]
    assert not hand.told(Silenced)


def test_playing_stands_still_for_three_seconds_and_then_goes_on_in_silence() -> None:
    hand = Hand(Ramp(30_000)).playing()
    hand.hear(10_000)
    hand.look()
    hand.prepare = cannot_open
    lose(hand)
    wait(hand, 2.9)
    assert hand.transport.position == 10_000
    assert not hand.told(Silenced)
    wait(hand, 0.3)
    assert hand.told(Silenced) == [Silenced(LOST_REASON)]
    wait(hand, 0.3)
    assert 10_000 < hand.transport.position <= 30_000
    wait(hand, 1.0)
    assert hand.told(Ended) == [Ended(Frames(30_000), whole=True)]
    assert hand.transport.output == ""
    assert [type(event) for event in hand.events] == [Started, DeviceLost, Silenced, Ended]


def test_a_device_that_comes_back_late_takes_over_from_silence() -> None:
    hand = Hand(Ramp(31_000)).playing()
    hand.hear(1000)
    hand.transport.pause()
    hand.hear(1000)
    hand.prepare = cannot_open
    lose(hand)
    wait(hand, 5.0)
    assert link(hand) is DeviceLink.SILENT
    assert hand.transport.output == "silent"
    hand.prepare = fine
    wait(hand, 10.0)
    assert hand.transport.output == "hand"
    hand.output.is_running = True
    hand.look()
    assert hand.told(DeviceBack) == [DeviceBack("hand")]
    assert hand.transport.position == 1000
    hand.transport.resume()
    hand.output.pull(LEAD_IN)
    assert hand.hear(FADE_FRAMES + 1)[-1] == LOWEST + 1000 + FADE_FRAMES


def test_a_device_is_looked_for_ever_more_seldom_and_for_ever() -> None:
    hand = Hand().playing()
    hand.transport.pause()
    hand.prepare = cannot_open
    lose(hand)
    wait(hand, 16.0)
    soon = len(hand.made)
    wait(hand, 120.0)
    assert 5 <= soon <= 7
    assert 3 <= len(hand.made) - soon <= 6
    assert all(output.closed for output in hand.made[1:])


def test_a_device_that_is_lost_again_and_again_is_told_of_once() -> None:
    hand = Hand(timeouts=DeviceTimeouts(tries=(0.0,)))
    hand.playing()
    for _ in range(5):
        lose(hand)
        hand.look(0.1)
    assert len(hand.told(DeviceLost)) == 1
    assert not hand.told(DeviceBack)


def test_keys_are_answered_while_the_device_is_lost() -> None:
    hand = Hand().playing()
    hand.hear(5000)
    hand.prepare = cannot_open
    lose(hand)
    hand.transport.seek(20_000)
    hand.transport.pause()
    hand.transport.set_volume(0.5)
    assert hand.transport.position == 20_000
    hand.prepare = fine
    hand.transport.resume()
    wait(hand, 1.2)
    hand.output.pull(LEAD_IN)
    assert hand.hear(3000)[-1] == round((LOWEST + 22_999) * 0.5)


def test_an_end_asked_for_while_the_device_is_lost_is_told() -> None:
    hand = Hand().playing()
    hand.hear(5000)
    hand.prepare = cannot_open
    lose(hand)
    hand.transport.end(0.5)
    wait(hand, 1.6)
    assert hand.told(Ended) == [Ended(Frames(5000), whole=False)]


# --- missing ----------------------------------------------------------------------------------------------------------


def test_without_a_device_playing_goes_on_silently_at_once_and_says_so_once() -> None:
    hand = Hand(Ramp(30_000))
    hand.prepare = cannot_open
    hand.transport.play()
    hand.turn()
    assert hand.told(Silenced) == [Silenced(NO_DEVICE.message)]
    wait(hand, 1.0)
    assert hand.state() is TransportState.ENDED
    assert [type(event) for event in hand.events] == [Silenced, Started, Ended]


def test_without_a_device_time_goes_on_also_when_playing_begins_long_after_preparing() -> None:
    hand = Hand(Ramp(30_000))
    hand.prepare = cannot_open
    hand.transport.prepare()
    wait(hand, 1.0)
    assert hand.told(Silenced) == [Silenced(NO_DEVICE.message)]
    assert not hand.told(Started)
    hand.transport.play()
    wait(hand, 1.0)
    assert hand.state() is TransportState.ENDED
    assert [type(event) for event in hand.events] == [Silenced, Started, Ended]


@pytest.mark.parametrize("error", [NO_DEVICE, OSError("the driver is cross"), ValueError()])
@pytest.mark.parametrize("where", ["cannot_open", "cannot_start"])
def test_whatever_a_device_raises_is_told_in_words(error: Exception, where: str) -> None:
    def raises(output: HandOutput) -> None:
        setattr(output, where, error)

    hand = Hand()
    hand.prepare = raises
    hand.transport.play()
    hand.turn()
    (silenced,) = hand.told(Silenced)
    assert isinstance(silenced, Silenced)
    assert silenced.reason
    assert str(error) in silenced.reason
    until(lambda: hand.output.closed)
    wait(hand, 0.3)
    assert hand.transport.position > 0


def test_a_maker_that_raises_is_a_missing_device() -> None:
    def raises(output: HandOutput) -> None:
        raise PlaybackError("No such thing.")

    hand = Hand()
    hand.prepare = raises
    hand.transport.play()
    hand.turn()
    assert hand.told(Silenced) == [Silenced("No such thing.")]


def test_a_device_that_opens_again_but_does_not_start_leaves_silence_going() -> None:
    hand = Hand(Ramp(31_000))
    hand.prepare = cannot_open
    hand.transport.play()
    hand.turn()
    hand.transport.pause()
    hand.prepare = cannot_start
    wait(hand, 1.2)
    assert len(hand.made) == 2
    assert link(hand) is DeviceLink.SILENT
    hand.transport.resume()
    before = hand.transport.position
    wait(hand, 0.2)
    assert hand.transport.position > before


def test_a_device_that_was_prepared_and_does_not_start_is_opened_anew() -> None:
    hand = Hand()
    hand.prepare = cannot_start
    hand.transport.prepare()
    hand.turn()
    assert hand.transport.output == "hand"
    hand.prepare = fine
    hand.transport.play()
    hand.look()
    hand.look()
    hand.feed()
    hand.output.pull(LEAD_IN)
    assert hand.hear(1)[0] == LOWEST
    assert len(hand.made) == 2


# --- prepared ---------------------------------------------------------------------------------------------------------


def test_a_prepared_device_takes_no_sound_before_play() -> None:
    hand = Hand()
    hand.transport.prepare()
    hand.turn()
    assert hand.output.channels == 1
    assert hand.output.feed is None
    hand.transport.play()
    assert hand.clock.loops["player"].woken
    hand.look()
    assert hand.output.feed is not None
    assert len(hand.made) == 1


# --- hanging ----------------------------------------------------------------------------------------------------------


class Hangs(HandOutput):
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

    def make() -> HandOutput:
        made.append(Hangs("open", release))
        return made[-1]

    hand = Hand(Ramp(SAMPLE_RATE // 2), DeviceTimeouts(opening=0.05))
    hand.transport._devices._make = make
    hand.transport.play()
    hand.turn()
    assert hand.told(Silenced) == [Silenced(NO_ANSWER)]
    wait(hand, 0.8)
    assert hand.state() is TransportState.ENDED
    release.set()
    until(lambda: all(output.closed for output in made))
    assert all(output.feed is None for output in made)
