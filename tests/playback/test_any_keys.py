"""Whatever keys are pressed and however the device pulls: the source is heard, with the documented edges alone."""

from collections.abc import Iterator
from unittest.mock import patch

import pytest
from fake_playback import PlaybackRig, Ramp
from hypothesis import example, given, settings
from hypothesis import strategies as st
from match_source import match_source

from feltsense.playback.play_buffer import FADE_FRAMES
from feltsense.playback.port import Ended, Failed
from feltsense.playback.transport import TransportState

LENGTH = 24_000
SEEKABLE = (TransportState.READY, TransportState.PLAYING, TransportState.PAUSED)

steps = st.one_of(
    st.sampled_from(["play", "pause", "resume", "toggle", "revise", "look", "feed", "read"]),
    st.integers(-100, LENGTH + 100).map(lambda frame: f"seek {frame}"),
    st.integers(1, 6000).map(lambda count: f"pull {count}"),
    st.integers(1, 6000).map(lambda count: f"hear {count}"),
)


@pytest.fixture(autouse=True, scope="module")
def _little_ahead() -> Iterator[None]:
    """Read so little ahead that a few pulls get to its end."""
    with patch("feltsense.playback.play_buffer._AHEAD", 9000), patch("feltsense.playback.transport._KEPT", 1500):
        yield


def pull(rig: PlaybackRig, count: int) -> None:
    if rig.output.feed is not None and not rig.output.closed:
        rig.output.pull(count)


def press(rig: PlaybackRig, step: str, jumps: list[tuple[int, int]]) -> None:
    word, _, number = step.partition(" ")
    match word:
        case "look":
            rig.look(0.05)
        case "feed":
            rig.feed()
        case "read":
            rig.clock.loops["feeder"].turn()
        case "pull":
            pull(rig, int(number))
        case "hear":
            rig.feed()
            press(rig, f"pull {number}", jumps)
        case "seek":
            if rig.transport.state in SEEKABLE:
                jumps.append((len(rig.output.heard), max(0, min(int(number), LENGTH))))
            rig.transport.seek(int(number))
        case "revise":
            rig.transport.change_source(lambda _: None)
        case _:
            getattr(rig.transport, word)()


def come_to_rest(rig: PlaybackRig) -> None:
    rig.transport.pause()
    rig.look()
    press(rig, f"pull {2 * FADE_FRAMES}", [])


@settings(max_examples=150)
@given(st.lists(steps, min_size=5, max_size=40))
@example([f"seek {LENGTH}", "look"])
@example(["pause", f"seek {LENGTH}", "resume", "look"])
@example(["pull 3000", f"seek {LENGTH}", "look", "pull 100", "look"])
def test_any_keys_and_pulls(script: list[str]) -> None:
    rig = PlaybackRig(Ramp(LENGTH))
    jumps: list[tuple[int, int]] = []
    for step in ["play", "look", "feed", "pull 4000", *script]:
        press(rig, step, jumps)
        assert 0 <= rig.transport.position <= LENGTH
    come_to_rest(rig)
    assert rig.transport.position == match_source(rig.output.heard[:, 0], rig.source.pcm[:, 0], jumps)
    assert not rig.told(Failed)
    assert len(rig.told(Ended)) <= 1


@settings(max_examples=100)
@given(st.lists(steps, max_size=15), st.sampled_from([0.0, 0.01, 0.2]))
def test_any_keys_and_then_the_end(script: list[str], fade: float) -> None:
    rig = PlaybackRig(Ramp(LENGTH))
    for step in ["prepare", "look", *script]:
        press(rig, step, [])
    rig.transport.end(fade)
    rig.look()
    for _ in range(4):
        press(rig, "pull 3000", [])
        rig.look(0.4)
    assert rig.state() is TransportState.ENDED
    (ended,) = rig.told(Ended)
    assert isinstance(ended, Ended)
    assert 0 <= ended.at <= LENGTH
    rig.transport.close()
    rig.transport.close()
    assert rig.state() is TransportState.CLOSED
