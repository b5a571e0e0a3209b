"""A soundscape alone, with and without something to hear it with."""

import queue

import pytest

from feltsense.cli.source_player import _until_it_ends
from feltsense.errors import PlaybackError
from feltsense.playback.outputs import registry
from feltsense.playback.outputs.silent_output import SilentOutput
from feltsense.playback.port import DeviceBack, DeviceLost, Ended, Event, Silenced
from feltsense.practice.options import ALL_NIGHT_MINUTES, MOST_REST_MINUTES, PracticeChoice
from feltsense.practice.preparation import background_request
from feltsense.system.paths import data_home
from feltsense.system.process_lock import playing_lock
from feltsense.units import MOST_MINUTES, Frames, frames_of_minutes
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


def test_who_plays_beside_another_is_told_so(desk: Desk) -> None:
    data_home().mkdir(parents=True)
    other = playing_lock(data_home())
    assert other.acquire()
    ran = desk.run("play", "--sound", "rain", "--minutes", "0.2", "--output", "silent", "--speed", "50")
    assert ran.code == 0
    assert ran.err.count("Another feltsense is playing on this machine, too.") == 1
    other.release()
    ran = desk.run("play", "--sound", "rain", "--minutes", "0.2", "--output", "silent", "--speed", "50")
    assert "Another feltsense" not in ran.err


def test_a_background_is_a_piece_in_lines_and_nothing_of_it_is_kept(desk: Desk) -> None:
    ran = desk.run("play", "--sound", "rain", "--minutes", "0.2", "--plain", "--output", "silent", "--speed", "20")
    assert ran.code == 0
    assert ran.out.startswith("Rain\nSteady, soft rain")
    assert desk.run("journal", "list").out.count("Rain") == 0
    refused = desk.run("play", "--sound", "gone", "--plain", "--output", "silent")
    assert refused.code == 1
    assert "There is no soundscape called “gone”." in refused.out + refused.err


def test_a_background_lasts_as_long_at_most_wherever_it_is_heard(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    lasting: list[int] = []
    chosen: list[PracticeChoice] = []

    def source(_stream: object, length: int) -> object:
        lasting.append(length)
        raise PlaybackError("That is enough to know.")

    def player(_workspace: object, _output: object, choice: PracticeChoice, _speed: object) -> int:
        chosen.append(choice)
        return 0

    monkeypatch.setattr("feltsense.cli.soundscape_player.SoundscapeOnly", source)
    monkeypatch.setattr("feltsense.tui.start.run", player)
    for plain in (("--plain",), ()):
        ran = desk.run("play", "--sound", "rain", "--minutes", "721", *plain)
        assert (ran.code, "A background lasts 720 minutes at most." in ran.err) == (2, True)
    assert background_request("rain", None, None).options.minutes == ALL_NIGHT_MINUTES
    desk.run("play", "--sound", "rain")
    assert lasting == [frames_of_minutes(ALL_NIGHT_MINUTES)], "all night is as long in a pipe as in the player"
    monkeypatch.setattr("feltsense.cli.play.on_a_screen", lambda: True)
    desk.run("play", "--sound", "rain", "--minutes", "720")
    assert [choice.minutes for choice in chosen] == [720]


@pytest.mark.parametrize("minutes", ["200", "inf"])
def test_an_exercise_is_no_longer_than_three_hours(desk: Desk, minutes: str) -> None:
    ran = desk.run("play", "feet-on-the-floor", "--minutes", minutes)
    assert (ran.code, "An exercise lasts 180 minutes at most." in ran.err) == (2, True)


@pytest.mark.parametrize("command", ["play", "listen", "render", "show", "watch"])
def test_a_length_is_a_number(desk: Desk, command: str) -> None:
    ran = desk.run(command, "feet-on-the-floor", "--minutes", "nan")
    assert (ran.code, "“nan” is no number." in ran.err) == (2, True)


def test_help_names_no_package(desk: Desk) -> None:
    for command in ("play", "listen"):
        said = desk.run(command, "--help").out
        assert "audio|" not in said
        assert "--output WAY" in said


def test_help_tells_the_lengths(desk: Desk) -> None:
    said = " ".join(desk.run("play", "--help").out.split())
    assert f"up to {MOST_MINUTES:g}, a background by itself up to {MOST_REST_MINUTES:g}." in said
    assert f"a background {ALL_NIGHT_MINUTES:g}." in said
