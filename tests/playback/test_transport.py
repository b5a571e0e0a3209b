import itertools
from collections.abc import Callable

import numpy as np
import pytest
from by_hand import LOWEST, Hand, Ramp, Samples

from feltsense.errors import FeltsenseError, PlaybackError, VoiceError
from feltsense.playback.play_buffer import FADE_FRAMES, LEAD_IN, VOLUME_RAMP
from feltsense.playback.port import Ended, Failed, Started, Underrun
from feltsense.playback.transport import Transport, TransportState
from feltsense.units import SAMPLE_RATE, Frames

KEPT = 6615
"""The frames that a revision leaves as they were: 150 ms."""


def ramp(start: int, stop: int) -> Samples:
    return np.arange(LOWEST + start, LOWEST + stop).astype(np.int16)


def up(samples: Samples) -> Samples:
    """The first `FADE_FRAMES` samples faded in, the others as they are."""
    factors = np.minimum(np.arange(1, len(samples) + 1) / FADE_FRAMES, 1.0)
    edged: Samples = np.rint(samples * 1.0 * factors.astype(np.float32)).astype(np.int16)
    return edged


def down(samples: Samples) -> Samples:
    """All samples faded out."""
    factors = 1 - np.arange(1, len(samples) + 1) / len(samples)
    edged: Samples = np.rint(samples * 1.0 * factors.astype(np.float32)).astype(np.int16)
    return edged


def same(heard: Samples, *parts: Samples) -> bool:
    return bool(np.array_equal(heard, np.concatenate(parts)))


def silence(count: int) -> Samples:
    return np.zeros(count, np.int16)


# --- what moves what --------------------------------------------------------------------------------------------------

ASKS: dict[str, Callable[[Transport], None]] = {
    "prepare": Transport.prepare,
    "play": Transport.play,
    "pause": Transport.pause,
    "resume": Transport.resume,
    "toggle": Transport.toggle,
    "seek": lambda transport: transport.seek(5000),
    "volume": lambda transport: transport.set_volume(0.5),
    "revise": lambda transport: transport.change_source(lambda _: None),
    "end": lambda transport: transport.end(0.1),
    "close": Transport.close,
}

MOVES = {
    ("ready", "play"): "playing",
    ("ready", "toggle"): "playing",
    ("ready", "end"): "ending",
    ("playing", "pause"): "paused",
    ("playing", "toggle"): "paused",
    ("playing", "end"): "ending",
    ("paused", "resume"): "playing",
    ("paused", "toggle"): "playing",
    ("paused", "end"): "ending",
}


def in_state(state: TransportState) -> Hand:
    source = Ramp()
    if state is TransportState.FAILED:
        source.raises = (0, VoiceError("This voice has no words."))
    hand = Hand(source)
    if state in (TransportState.READY, TransportState.CLOSED):
        hand.transport.prepare()
        hand.turn()
    else:
        hand.transport.play()
        hand.turn()
    if state is TransportState.PAUSED:
        hand.transport.pause()
    elif state in (TransportState.ENDING, TransportState.ENDED):
        hand.transport.end(0.0)
    elif state is TransportState.CLOSED:
        hand.transport.close()
    if state is TransportState.ENDED:
        hand.hear(SAMPLE_RATE // 2)
        hand.look()
    assert hand.state() is state
    return hand


@pytest.mark.parametrize(("state", "ask"), itertools.product(TransportState, ASKS))
def test_every_ask_in_every_state(state: TransportState, ask: str) -> None:
    hand = in_state(state)
    before = hand.transport.position
    ASKS[ask](hand.transport)
    expected = "closed" if ask == "close" else MOVES.get((state.value, ask), state.value)
    assert hand.transport.state.value == expected
    moved = ask == "seek" and state in (TransportState.READY, TransportState.PLAYING, TransportState.PAUSED)
    assert hand.transport.position == (5000 if moved else before)


# --- sample for sample ------------------------------------------------------------------------------------------------


def test_the_source_is_heard_from_its_first_frame_to_its_last() -> None:
    hand = Hand().playing()
    assert same(hand.hear(30_500), ramp(0, 30_000), silence(500))


@pytest.mark.parametrize("block", [1, 17, 441, 4410])
def test_the_size_of_the_devices_blocks_changes_nothing(block: int) -> None:
    hand = Hand(Ramp(5000)).playing()
    heard: Samples = np.concatenate([hand.output.pull(block)[:, 0] for _ in range(6000 // block + 1)])
    assert same(heard, ramp(0, 5000), silence(len(heard) - 5000))


def test_a_pause_leaves_nothing_out() -> None:
    hand = Hand().playing()
    hand.hear(10_000)
    hand.transport.pause()
    assert hand.transport.position == 10_000
    assert same(hand.hear(2000), down(ramp(10_000, 10_000 + FADE_FRAMES)), silence(2000 - FADE_FRAMES))
    assert hand.transport.position == 10_000
    hand.transport.resume()
    assert same(hand.hear(20_000), up(ramp(10_000, 30_000)))


def test_a_pause_that_no_device_noticed_leaves_no_trace() -> None:
    hand = Hand().playing()
    hand.hear(10_000)
    hand.transport.pause()
    hand.transport.resume()
    assert same(hand.hear(100), ramp(10_000, 10_100))


@pytest.mark.parametrize("target", [0, 1, 7000, 29_999])
def test_a_seek_while_playing(target: int) -> None:
    hand = Hand().playing()
    hand.hear(10_000)
    hand.transport.seek(target)
    assert hand.transport.position == target
    rest = ramp(target, 30_000)
    heard = hand.hear(FADE_FRAMES + len(rest) + 10)
    fresh = rest if target == 0 else up(rest)
    assert same(heard, down(ramp(10_000, 10_000 + FADE_FRAMES)), fresh, silence(10))


def test_a_seek_while_paused_is_heard_when_it_goes_on() -> None:
    hand = Hand().playing()
    hand.hear(10_000)
    hand.transport.pause()
    hand.hear(1000)
    hand.transport.seek(20_000)
    assert not hand.hear(1000).any()
    hand.transport.resume()
    assert same(hand.hear(1000), up(ramp(20_000, 21_000)))


def test_a_seek_before_play() -> None:
    hand = Hand()
    hand.transport.prepare()
    hand.turn()
    hand.transport.seek(20_000)
    hand.playing()
    assert same(hand.hear(1000), up(ramp(20_000, 21_000)))


@pytest.mark.parametrize(("asked", "got"), [(-5, 0), (30_000, 30_000), (10**9, 30_000)])
def test_a_seek_beyond_either_end_stops_there(asked: int, got: int) -> None:
    hand = Hand().playing()
    hand.hear(5000)
    hand.transport.seek(asked)
    assert hand.transport.position == got


def test_a_seek_to_the_very_end_fades_before_it_is_over() -> None:
    hand = Hand().playing()
    hand.hear(5000)
    hand.transport.seek(30_000)
    hand.look()
    assert hand.state() is TransportState.PLAYING
    assert same(hand.hear(FADE_FRAMES + 100), down(ramp(5000, 5000 + FADE_FRAMES)), silence(100))
    hand.look()
    assert hand.told(Ended) == [Ended(Frames(30_000), whole=True)]


def test_an_end_at_once_after_a_pause_fades_too() -> None:
    hand = Hand().playing()
    hand.hear(5000)
    hand.transport.pause()
    hand.transport.end(3.0)
    hand.look()
    assert hand.state() is TransportState.ENDING
    assert same(hand.hear(FADE_FRAMES + 100), down(ramp(5000, 5000 + FADE_FRAMES)), silence(100))
    hand.look()
    assert hand.told(Ended) == [Ended(Frames(5000), whole=False)]


def test_the_volume_glides_and_comes_to_rest() -> None:
    hand = Hand().playing()
    hand.hear(5000)
    hand.transport.set_volume(0.25)
    gliding = hand.hear(VOLUME_RAMP) / ramp(5000, 5000 + VOLUME_RAMP)
    assert np.abs(np.diff(gliding)).max() < 2 / VOLUME_RAMP
    assert same(hand.hear(1000), np.rint(ramp(5000 + VOLUME_RAMP, 6000 + VOLUME_RAMP) * 0.25).astype(np.int16))
    hand.transport.set_volume(1.0)
    hand.hear(VOLUME_RAMP)
    assert same(hand.hear(1000), ramp(6000 + 2 * VOLUME_RAMP, 7000 + 2 * VOLUME_RAMP))


@pytest.mark.parametrize(("asked", "got"), [(-1.0, 0.0), (0.3, 0.3), (7.0, 1.0)])
def test_a_volume_set_before_play_holds_from_the_first_sample(asked: float, got: float) -> None:
    hand = Hand()
    hand.transport.set_volume(asked)
    assert hand.transport.volume == got
    hand.playing()
    assert same(hand.hear(1000), np.rint(ramp(0, 1000) * np.float32(got)).astype(np.int16))


def test_an_end_fades_along_a_line_while_it_goes_on() -> None:
    hand = Hand().playing()
    hand.hear(5000)
    hand.transport.end(0.1)
    length = SAMPLE_RATE // 10
    assert same(hand.hear(length + 100), down(ramp(5000, 5000 + length)), silence(100))
    hand.look()
    assert hand.told(Ended) == [Ended(Frames(5000 + length), whole=False)]
    assert hand.state() is TransportState.ENDED


def test_the_volume_no_longer_changes_while_it_ends() -> None:
    hand = Hand().playing()
    hand.hear(5000)
    hand.transport.end(0.1)
    hand.transport.set_volume(1.0)
    assert same(hand.hear(4410), down(ramp(5000, 9410)))


def test_an_end_during_a_pause_needs_no_sound() -> None:
    hand = Hand().playing()
    hand.hear(5000)
    hand.transport.pause()
    hand.hear(1000)
    hand.transport.end(3.0)
    assert not hand.hear(10).any()
    hand.look()
    assert hand.told(Ended) == [Ended(Frames(5000), whole=False)]


def test_an_end_that_no_device_plays_out_comes_a_second_late() -> None:
    hand = Hand().playing()
    hand.hear(5000)
    hand.transport.end(0.5)
    hand.look(1.4)
    assert hand.state() is TransportState.ENDING
    hand.look(0.2)
    assert hand.state() is TransportState.ENDED


# --- what is told -----------------------------------------------------------------------------------------------------


def test_the_end_is_told_when_it_has_been_heard() -> None:
    hand = Hand().playing()
    hand.output.holds = 3000
    hand.hear(30_000)
    hand.look()
    assert hand.transport.position == 27_000
    assert not hand.told(Ended)
    hand.hear(2999)
    hand.look()
    assert not hand.told(Ended)
    hand.hear(1)
    hand.look()
    assert hand.told(Ended) == [Ended(Frames(30_000), whole=True)]
    assert hand.transport.position == 30_000


def test_started_is_told_once() -> None:
    hand = Hand().playing()
    for _ in range(3):
        hand.hear(1000)
        hand.look()
        hand.transport.toggle()
        hand.hear(1000)
        hand.transport.toggle()
    assert hand.told(Started) == [Started("hand")]


def test_the_position_is_what_is_heard_and_not_what_was_handed_out() -> None:
    hand = Hand()
    hand.playing()
    hand.output.holds = 1000
    assert hand.transport.position == 0
    hand.hear(400)
    assert hand.transport.position == 0
    hand.hear(1600)
    assert hand.transport.position == 1000
    hand.transport.pause()
    hand.hear(600)
    assert hand.transport.position == 1600
    hand.hear(600)
    assert hand.transport.position == 2000


# --- sound that is late, or does not come -----------------------------------------------------------------------------


def test_an_underrun_waits_tells_so_once_and_leaves_nothing_out() -> None:
    hand = Hand(Ramp(30_000))
    hand.transport.play()
    hand.look()
    hand.clock.loops["feeder"].turn()
    there = hand.source.reads[-1][1]
    hand.output.pull(LEAD_IN)
    heard = hand.output.pull(there + 5000)[:, 0]
    played = there - FADE_FRAMES
    assert same(heard, ramp(0, played), down(ramp(played, there)), silence(5000))
    hand.look()
    hand.output.pull(5000)
    hand.look()
    assert hand.told(Underrun) == [Underrun(Frames(played))]
    hand.feed()
    assert same(hand.hear(1000), up(ramp(played, played + 1000)))
    hand.look()
    assert len(hand.told(Underrun)) == 1


def test_a_slow_start_is_no_underrun_for_a_quarter_of_a_second() -> None:
    hand = Hand()
    hand.transport.play()
    hand.look()
    hand.output.pull(LEAD_IN + SAMPLE_RATE // 4)
    hand.look()
    assert not hand.told(Underrun)
    hand.output.pull(10)
    hand.look()
    assert hand.told(Underrun) == [Underrun(Frames(0))]


@pytest.mark.parametrize("error", [VoiceError("This phrase cannot be spoken.", "Line 3."), OSError("disk full")])
def test_a_source_that_fails_is_heard_as_far_as_it_goes(error: Exception) -> None:
    source = Ramp()
    source.raises = (20_000, error)
    hand = Hand(source).playing()
    there = hand.source.reads[-1][0]
    hand.hear(1000)
    hand.look()
    assert hand.state() is TransportState.PLAYING
    heard = hand.hear(30_000)
    assert same(heard[: there - 1000 - FADE_FRAMES], ramp(1000, there - FADE_FRAMES))
    hand.look()
    assert hand.state() is TransportState.FAILED
    (failed,) = hand.told(Failed)
    assert isinstance(failed, Failed)
    assert failed.error is error or (isinstance(failed.error, PlaybackError) and failed.error.__cause__ is error)
    assert not hand.told(Underrun)
    hand.look()
    assert hand.output.closed


def test_a_source_that_fails_before_play_is_told_at_once() -> None:
    source = Ramp()
    source.raises = (0, FeltsenseError("Nothing there."))
    hand = Hand(source)
    hand.transport.prepare()
    hand.turn()
    assert len(hand.told(Failed)) == 1
    hand.transport.play()
    assert hand.state() is TransportState.FAILED


def test_a_source_that_gives_less_than_asked_fails_rather_than_shift_what_follows() -> None:
    class Short(Ramp):
        def read(self, start: int, stop: int) -> "np.typing.NDArray[np.float32]":
            return super().read(start, stop)[:-1]

    hand = Hand(Short())
    hand.transport.prepare()
    hand.turn()
    assert len(hand.told(Failed)) == 1


def test_an_empty_source_ends_at_once() -> None:
    hand = Hand(Ramp(0))
    hand.transport.play()
    hand.turn()
    assert hand.told(Ended) == [Ended(Frames(0), whole=True)]


# --- a mix that changes while it plays --------------------------------------------------------------------------------


def louder(source: Ramp, firsts: list[Frames]) -> Callable[[Frames], None]:
    def change(first: Frames) -> None:
        firsts.append(first)
        source.pcm[first:] = -source.pcm[first:]

    return change


def test_a_revision_is_heard_soon_and_to_the_sample() -> None:
    hand = Hand().playing()
    hand.hear(10_000)
    firsts: list[Frames] = []
    hand.transport.change_source(louder(hand.source, firsts))
    assert firsts == [10_000 + KEPT]
    assert same(hand.hear(20_000), ramp(10_000, 10_000 + KEPT), -ramp(10_000 + KEPT, 30_000))


@pytest.mark.parametrize("state", [TransportState.READY, TransportState.PAUSED])
def test_a_revision_while_nothing_is_heard(state: TransportState) -> None:
    hand = in_state(state)
    firsts: list[Frames] = []
    hand.transport.change_source(louder(hand.source, firsts))
    assert firsts == [KEPT]
    hand.transport.toggle()
    hand.turn()
    hand.output.pull(LEAD_IN)
    assert same(hand.hear(30_000), ramp(0, KEPT), -ramp(KEPT, 30_000))


def test_a_read_that_was_under_way_is_not_heard() -> None:
    hand = Hand(Ramp(30_000))
    hand.transport.play()
    hand.look()
    read = hand.source.read

    def revised_meanwhile(start: int, stop: int) -> "np.typing.NDArray[np.float32]":
        stale = read(start, stop)
        hand.source.read = read  # type: ignore[method-assign]
        hand.transport.change_source(louder(hand.source, firsts))
        return stale

    firsts: list[Frames] = []
    hand.source.read = revised_meanwhile  # type: ignore[method-assign]
    hand.feed()
    assert firsts == [0]
    hand.output.pull(LEAD_IN)
    assert same(hand.hear(1000), -ramp(0, 1000))


def test_nothing_is_read_during_a_change() -> None:
    hand = Hand().playing()
    hand.hear(1000)
    reads = len(hand.source.reads)
    hand.transport.change_source(lambda _: hand.feed())
    assert len(hand.source.reads) == reads
    assert hand.clock.loops["feeder"].woken
    hand.feed()
    assert hand.source.reads[reads][0] == 1000 + KEPT


def test_a_change_that_raises_says_so_to_the_one_who_asked_and_playing_goes_on() -> None:
    def change(first: Frames) -> None:
        raise KeyError(first)

    hand = Hand().playing()
    hand.hear(1000)
    with pytest.raises(KeyError):
        hand.transport.change_source(change)
    assert same(hand.hear(29_000), ramp(1000, 30_000))


def test_a_revision_near_the_end_changes_nothing_that_is_heard() -> None:
    hand = Hand().playing()
    hand.hear(29_000)
    firsts: list[Frames] = []
    hand.transport.change_source(louder(hand.source, firsts))
    assert firsts == [30_000]
    assert same(hand.hear(1000), ramp(29_000, 30_000))


@pytest.mark.parametrize(
    "state", [TransportState.ENDING, TransportState.ENDED, TransportState.FAILED, TransportState.CLOSED]
)
def test_no_revision_of_what_is_over(state: TransportState) -> None:
    firsts: list[Frames] = []
    in_state(state).transport.change_source(firsts.append)
    assert firsts == []


def test_a_revision_of_an_output_that_holds_much_starts_where_the_ear_is() -> None:
    hand = Hand().playing()
    hand.output.drops = True
    hand.hear(20_000)
    hand.output.holds = 15_000
    firsts: list[Frames] = []
    hand.transport.change_source(louder(hand.source, firsts))
    assert firsts == [5000]
    assert same(hand.hear(25_000), up(-ramp(5000, 30_000)))
