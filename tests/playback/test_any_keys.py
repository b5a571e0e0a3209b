"""Whatever keys are pressed and however the device pulls: the source is heard, with the documented edges alone."""

from collections.abc import Iterator
from unittest.mock import patch

import pytest
from by_hand import Hand, Ramp
from explained import explain
from hypothesis import example, given, settings
from hypothesis import strategies as st

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


def pull(hand: Hand, count: int) -> None:
    if hand.output.feed is not None and not hand.output.closed:
        hand.output.pull(count)


def press(hand: Hand, step: str, jumps: list[tuple[int, int]]) -> None:
    word, _, number = step.partition(" ")
    match word:
        case "look":
            hand.look(0.05)
        case "feed":
            hand.feed()
        case "read":
            hand.clock.loops["feeder"].turn()
        case "pull":
            pull(hand, int(number))
        case "hear":
            hand.feed()
            press(hand, f"pull {number}", jumps)
        case "seek":
            if hand.transport.state in SEEKABLE:
                jumps.append((len(hand.output.heard), max(0, min(int(number), LENGTH))))
            hand.transport.seek(int(number))
        case "revise":
            hand.transport.change_source(lambda _: None)
        case _:
            getattr(hand.transport, word)()


def come_to_rest(hand: Hand) -> None:
    hand.transport.pause()
    hand.look()
    press(hand, f"pull {2 * FADE_FRAMES}", [])


@settings(max_examples=300, deadline=None)
@given(st.lists(steps, min_size=5, max_size=40))
@example([f"seek {LENGTH}", "look"])
@example(["pause", f"seek {LENGTH}", "resume", "look"])
@example(["pull 3000", f"seek {LENGTH}", "look", "pull 100", "look"])
def test_any_keys_and_pulls(script: list[str]) -> None:
    hand = Hand(Ramp(LENGTH))
    jumps: list[tuple[int, int]] = []
    for step in ["play", "look", "feed", "pull 4000", *script]:
        press(hand, step, jumps)
        assert 0 <= hand.transport.position <= LENGTH
    come_to_rest(hand)
    assert hand.transport.position == explain(hand.output.heard[:, 0], hand.source.pcm[:, 0], jumps)
    assert not hand.told(Failed)
    assert len(hand.told(Ended)) <= 1


@settings(max_examples=100, deadline=None)
@given(st.lists(steps, max_size=15), st.sampled_from([0.0, 0.01, 0.2]))
def test_any_keys_and_then_the_end(script: list[str], fade: float) -> None:
    hand = Hand(Ramp(LENGTH))
    for step in ["prepare", "look", *script]:
        press(hand, step, [])
    hand.transport.end(fade)
    hand.look()
    for _ in range(4):
        press(hand, "pull 3000", [])
        hand.look(0.4)
    assert hand.state() is TransportState.ENDED
    (ended,) = hand.told(Ended)
    assert isinstance(ended, Ended)
    assert 0 <= ended.at <= LENGTH
    hand.transport.close()
    hand.transport.close()
    assert hand.state() is TransportState.CLOSED
