"""A soundscape alone, with and without something to hear it with."""

import queue

import pytest

from feltsense.cli.soundscape_player import _until_it_ends
from feltsense.errors import PlaybackError
from feltsense.playback.outputs import registry
from feltsense.playback.outputs.silent_output import SilentOutput
from feltsense.playback.port import DeviceBack, DeviceLost, Ended, Event, Silenced
from feltsense.units import Frames
from running import Desk


class _Missing(SilentOutput):
    """A loudspeaker that is not there."""

    def open(self, channels: int) -> None:  # noqa: ARG002 - the port's signature
        raise PlaybackError("No loudspeaker or headphones were found.")


def told(*events: Event) -> "queue.Queue[Event]":
    found: queue.Queue[Event] = queue.Queue()
    for event in events:
        found.put(event)
    return found


def test_without_a_loudspeaker_it_ends_with_an_error(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(registry.OUTPUTS, "miniaudio", _Missing)
    ran = desk.run("play", "--soundscape", "rain", "--output", "miniaudio")
    assert ran.code == 1
    assert ran.err.count("No loudspeaker or headphones were found.") == 1
    assert "feltsense doctor" in ran.err


def test_a_loudspeaker_that_is_lost_is_waited_for(capsys: pytest.CaptureFixture[str]) -> None:
    _until_it_ends(told(DeviceLost("Lost."), Silenced("Lost."), DeviceBack("miniaudio"), Ended(Frames(1), whole=True)))
    assert capsys.readouterr().err.splitlines()[-1] == "Sound is back."


def test_a_background_is_a_piece_in_lines_and_nothing_of_it_is_kept(desk: Desk) -> None:
    ran = desk.run("play", "--sound", "rain", "--minutes", "0.2", "--plain", "--output", "silent", "--speed", "20")
    assert ran.code == 0
    assert ran.out.startswith("Rain\nSteady, soft rain")
    assert desk.run("journal", "list").out.count("Rain") == 0
    refused = desk.run("play", "--sound", "gone", "--plain", "--output", "silent")
    assert refused.code == 1
    assert "There is no soundscape called “gone”." in refused.out + refused.err
    assert desk.run("play", "feet-on-the-floor", "--minutes", "200").code == 2
