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
