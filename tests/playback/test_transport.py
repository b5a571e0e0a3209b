import itertools
from collections.abc import Callable

import numpy as np
import pytest
from fake_playback import LOWEST, PlaybackRig, Ramp, Samples

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


def in_state(state: TransportState) -> PlaybackRig:
    source = Ramp()
    if state is TransportState.FAILED:
        source.raises = (0, VoiceError("This voice has no words."))
    rig = PlaybackRig(source)
    if state in (TransportState.READY, TransportState.CLOSED):
        rig.transport.prepare()
        rig.turn()
    else:
        rig.transport.play()
        rig.turn()
    if state is TransportState.PAUSED:
        rig.transport.pause()
    elif state in (TransportState.ENDING, TransportState.ENDED):
        rig.transport.end(0.0)
    elif state is TransportState.CLOSED:
        rig.transport.close()
    if state is TransportState.ENDED:
        rig.hear(SAMPLE_RATE // 2)
        rig.look()
    assert rig.state() is state
    return rig


@pytest.mark.parametrize(("state", "ask"), itertools.product(TransportState, ASKS))
def test_every_ask_in_every_state(state: TransportState, ask: str) -> None:
    rig = in_state(state)
    before = rig.transport.position
    ASKS[ask](rig.transport)
    expected = "closed" if ask == "close" else MOVES.get((state.value, ask), state.value)
    assert rig.transport.state.value == expected
    moved = ask == "seek" and state in (TransportState.READY, TransportState.PLAYING, TransportState.PAUSED)
    assert rig.transport.position == (5000 if moved else before)


# --- sample for sample ------------------------------------------------------------------------------------------------


def test_the_source_is_heard_from_its_first_frame_to_its_last() -> None:
    rig = PlaybackRig().playing()
    assert same(rig.hear(30_500), ramp(0, 30_000), silence(500))


@pytest.mark.parametrize("block", [1, 17, 441, 4410])
def test_the_size_of_the_devices_blocks_changes_nothing(block: int) -> None:
    rig = PlaybackRig(Ramp(5000)).playing()
    heard: Samples = np.concatenate([rig.output.pull(block)[:, 0] for _ in range(6000 // block + 1)])
    assert same(heard, ramp(0, 5000), silence(len(heard) - 5000))


def test_a_pause_leaves_nothing_out() -> None:
    rig = PlaybackRig().playing()
    rig.hear(10_000)
    rig.transport.pause()
    assert rig.transport.position == 10_000
    assert same(rig.hear(2000), down(ramp(10_000, 10_000 + FADE_FRAMES)), silence(2000 - FADE_FRAMES))
    assert rig.transport.position == 10_000
    rig.transport.resume()
    assert same(rig.hear(20_000), up(ramp(10_000, 30_000)))


def test_a_pause_that_no_device_noticed_leaves_no_trace() -> None:
    rig = PlaybackRig().playing()
    rig.hear(10_000)
    rig.transport.pause()
    rig.transport.resume()
    assert same(rig.hear(100), ramp(10_000, 10_100))


@pytest.mark.parametrize("target", [0, 1, 7000, 29_999])
def test_a_seek_while_playing(target: int) -> None:
    rig = PlaybackRig().playing()
    rig.hear(10_000)
    rig.transport.seek(target)
    assert rig.transport.position == target
    rest = ramp(target, 30_000)
    heard = rig.hear(FADE_FRAMES + len(rest) + 10)
    fresh = rest if target == 0 else up(rest)
    assert same(heard, down(ramp(10_000, 10_000 + FADE_FRAMES)), fresh, silence(10))


def test_a_seek_while_paused_is_heard_when_it_goes_on() -> None:
    rig = PlaybackRig().playing()
    rig.hear(10_000)
    rig.transport.pause()
    rig.hear(1000)
    rig.transport.seek(20_000)
    assert not rig.hear(1000).any()
    rig.transport.resume()
    assert same(rig.hear(1000), up(ramp(20_000, 21_000)))


def test_a_seek_before_play() -> None:
    rig = PlaybackRig()
    rig.transport.prepare()
    rig.turn()
    rig.transport.seek(20_000)
    rig.playing()
    assert same(rig.hear(1000), up(ramp(20_000, 21_000)))


@pytest.mark.parametrize(("asked", "got"), [(-5, 0), (30_000, 30_000), (10**9, 30_000)])
def test_a_seek_beyond_either_end_stops_there(asked: int, got: int) -> None:
    rig = PlaybackRig().playing()
    rig.hear(5000)
    rig.transport.seek(asked)
    assert rig.transport.position == got


def test_a_seek_to_the_very_end_fades_before_it_is_over() -> None:
    rig = PlaybackRig().playing()
    rig.hear(5000)
    rig.transport.seek(30_000)
    rig.look()
    assert rig.state() is TransportState.PLAYING
    assert same(rig.hear(FADE_FRAMES + 100), down(ramp(5000, 5000 + FADE_FRAMES)), silence(100))
    rig.look()
    assert rig.told(Ended) == [Ended(Frames(30_000), whole=True)]


def test_an_end_at_once_after_a_pause_fades_too() -> None:
    rig = PlaybackRig().playing()
    rig.hear(5000)
    rig.transport.pause()
    rig.transport.end(3.0)
    rig.look()
    assert rig.state() is TransportState.ENDING
    assert same(rig.hear(FADE_FRAMES + 100), down(ramp(5000, 5000 + FADE_FRAMES)), silence(100))
    rig.look()
    assert rig.told(Ended) == [Ended(Frames(5000), whole=False)]


def test_the_volume_glides_and_comes_to_rest() -> None:
    rig = PlaybackRig().playing()
    rig.hear(5000)
    rig.transport.set_volume(0.25)
    gliding = rig.hear(VOLUME_RAMP) / ramp(5000, 5000 + VOLUME_RAMP)
    assert np.abs(np.diff(gliding)).max() < 2 / VOLUME_RAMP
    assert same(rig.hear(1000), np.rint(ramp(5000 + VOLUME_RAMP, 6000 + VOLUME_RAMP) * 0.25).astype(np.int16))
    rig.transport.set_volume(1.0)
    rig.hear(VOLUME_RAMP)
    assert same(rig.hear(1000), ramp(6000 + 2 * VOLUME_RAMP, 7000 + 2 * VOLUME_RAMP))


@pytest.mark.parametrize(("asked", "got"), [(-1.0, 0.0), (0.3, 0.3), (7.0, 1.0)])
def test_a_volume_set_before_play_holds_from_the_first_sample(asked: float, got: float) -> None:
    rig = PlaybackRig()
    rig.transport.set_volume(asked)
    assert rig.transport.volume == got
    rig.playing()
    assert same(rig.hear(1000), np.rint(ramp(0, 1000) * np.float32(got)).astype(np.int16))


def test_an_end_fades_along_a_line_while_it_goes_on() -> None:
    rig = PlaybackRig().playing()
    rig.hear(5000)
    rig.transport.end(0.1)
    length = SAMPLE_RATE // 10
    assert same(rig.hear(length + 100), down(ramp(5000, 5000 + length)), silence(100))
    rig.look()
    assert rig.told(Ended) == [Ended(Frames(5000 + length), whole=False)]
    assert rig.state() is TransportState.ENDED


def test_the_volume_no_longer_changes_while_it_ends() -> None:
    rig = PlaybackRig().playing()
    rig.hear(5000)
    rig.transport.end(0.1)
    rig.transport.set_volume(1.0)
    assert same(rig.hear(4410), down(ramp(5000, 9410)))


def test_an_end_during_a_pause_needs_no_sound() -> None:
    rig = PlaybackRig().playing()
    rig.hear(5000)
    rig.transport.pause()
    rig.hear(1000)
    rig.transport.end(3.0)
    assert not rig.hear(10).any()
    rig.look()
    assert rig.told(Ended) == [Ended(Frames(5000), whole=False)]


def test_an_end_that_no_device_plays_out_comes_a_second_late() -> None:
    rig = PlaybackRig().playing()
    rig.hear(5000)
    rig.transport.end(0.5)
    rig.look(1.4)
    assert rig.state() is TransportState.ENDING
    rig.look(0.2)
    assert rig.state() is TransportState.ENDED


# --- what is told -----------------------------------------------------------------------------------------------------


def test_the_end_is_told_when_it_has_been_heard() -> None:
    rig = PlaybackRig().playing()
    rig.output.holds = 3000
    rig.hear(30_000)
    rig.look()
    assert rig.transport.position == 27_000
    assert not rig.told(Ended)
    rig.hear(2999)
    rig.look()
    assert not rig.told(Ended)
    rig.hear(1)
    rig.look()
    assert rig.told(Ended) == [Ended(Frames(30_000), whole=True)]
    assert rig.transport.position == 30_000


def test_started_is_told_once() -> None:
    rig = PlaybackRig().playing()
    for _ in range(3):
        rig.hear(1000)
        rig.look()
        rig.transport.toggle()
        rig.hear(1000)
        rig.transport.toggle()
    assert rig.told(Started) == [Started("rig")]


def test_the_position_is_what_is_heard_and_not_what_was_handed_out() -> None:
    rig = PlaybackRig()
    rig.playing()
    rig.output.holds = 1000
    assert rig.transport.position == 0
    rig.hear(400)
    assert rig.transport.position == 0
    rig.hear(1600)
    assert rig.transport.position == 1000
    rig.transport.pause()
    rig.hear(600)
    assert rig.transport.position == 1600
    rig.hear(600)
    assert rig.transport.position == 2000


# --- sound that is late, or does not come -----------------------------------------------------------------------------


def test_an_underrun_waits_tells_so_once_and_leaves_nothing_out() -> None:
    rig = PlaybackRig(Ramp(30_000))
    rig.transport.play()
    rig.look()
    rig.clock.loops["feeder"].turn()
    there = rig.source.reads[-1][1]
    rig.output.pull(LEAD_IN)
    heard = rig.output.pull(there + 5000)[:, 0]
    played = there - FADE_FRAMES
    assert same(heard, ramp(0, played), down(ramp(played, there)), silence(5000))
    rig.look()
    rig.output.pull(5000)
    rig.look()
    assert rig.told(Underrun) == [Underrun(Frames(played))]
    rig.feed()
    assert same(rig.hear(1000), up(ramp(played, played + 1000)))
    rig.look()
    assert len(rig.told(Underrun)) == 1


def test_a_slow_start_is_no_underrun_for_a_quarter_of_a_second() -> None:
    rig = PlaybackRig()
    rig.transport.play()
    rig.look()
    rig.output.pull(LEAD_IN + SAMPLE_RATE // 4)
    rig.look()
    assert not rig.told(Underrun)
    rig.output.pull(10)
    rig.look()
    assert rig.told(Underrun) == [Underrun(Frames(0))]


@pytest.mark.parametrize("error", [VoiceError("This phrase cannot be spoken.", "Line 3."), OSError("disk full")])
def test_a_source_that_fails_is_heard_as_far_as_it_goes(error: Exception) -> None:
    source = Ramp()
    source.raises = (20_000, error)
    rig = PlaybackRig(source).playing()
    there = rig.source.reads[-1][0]
    rig.hear(1000)
    rig.look()
    assert rig.state() is TransportState.PLAYING
    heard = rig.hear(30_000)
    assert same(heard[: there - 1000 - FADE_FRAMES], ramp(1000, there - FADE_FRAMES))
    rig.look()
    assert rig.state() is TransportState.FAILED
    (failed,) = rig.told(Failed)
    assert isinstance(failed, Failed)
    assert failed.error is error or (isinstance(failed.error, PlaybackError) and failed.error.__cause__ is error)
    assert not rig.told(Underrun)
    rig.look()
    assert rig.output.closed


def test_a_source_that_fails_before_play_is_told_at_once() -> None:
    source = Ramp()
    source.raises = (0, FeltsenseError("Nothing there."))
    rig = PlaybackRig(source)
    rig.transport.prepare()
    rig.turn()
    assert len(rig.told(Failed)) == 1
    rig.transport.play()
    assert rig.state() is TransportState.FAILED


def test_a_source_that_gives_less_than_asked_fails_rather_than_shift_what_follows() -> None:
    class Short(Ramp):
        def read(self, start: int, stop: int) -> "np.typing.NDArray[np.float32]":
            return super().read(start, stop)[:-1]

    rig = PlaybackRig(Short())
    rig.transport.prepare()
    rig.turn()
    assert len(rig.told(Failed)) == 1


def test_an_empty_source_ends_at_once() -> None:
    rig = PlaybackRig(Ramp(0))
    rig.transport.play()
    rig.turn()
    assert rig.told(Ended) == [Ended(Frames(0), whole=True)]


# --- a mix that changes while it plays --------------------------------------------------------------------------------


def louder(source: Ramp, firsts: list[Frames]) -> Callable[[Frames], None]:
    def change(first: Frames) -> None:
        firsts.append(first)
        source.pcm[first:] = -source.pcm[first:]

    return change


def test_a_revision_is_heard_soon_and_to_the_sample() -> None:
    rig = PlaybackRig().playing()
    rig.hear(10_000)
    firsts: list[Frames] = []
    rig.transport.change_source(louder(rig.source, firsts))
    assert firsts == [10_000 + KEPT]
    assert same(rig.hear(20_000), ramp(10_000, 10_000 + KEPT), -ramp(10_000 + KEPT, 30_000))


@pytest.mark.parametrize("state", [TransportState.READY, TransportState.PAUSED])
def test_a_revision_while_nothing_is_heard(state: TransportState) -> None:
    rig = in_state(state)
    firsts: list[Frames] = []
    rig.transport.change_source(louder(rig.source, firsts))
    assert firsts == [KEPT]
    rig.transport.toggle()
    rig.turn()
    rig.output.pull(LEAD_IN)
    assert same(rig.hear(30_000), ramp(0, KEPT), -ramp(KEPT, 30_000))


def test_a_read_that_was_under_way_is_not_heard() -> None:
    rig = PlaybackRig(Ramp(30_000))
    rig.transport.play()
    rig.look()
    read = rig.source.read

    def revised_meanwhile(start: int, stop: int) -> "np.typing.NDArray[np.float32]":
        stale = read(start, stop)
        rig.source.read = read  # type: ignore[method-assign]
        rig.transport.change_source(louder(rig.source, firsts))
        return stale

    firsts: list[Frames] = []
    rig.source.read = revised_meanwhile  # type: ignore[method-assign]
    rig.feed()
    assert firsts == [0]
    rig.output.pull(LEAD_IN)
    assert same(rig.hear(1000), -ramp(0, 1000))


def test_nothing_is_read_during_a_change() -> None:
    rig = PlaybackRig().playing()
    rig.hear(1000)
    reads = len(rig.source.reads)
    rig.transport.change_source(lambda _: rig.feed())
    assert len(rig.source.reads) == reads
    assert rig.clock.loops["feeder"].woken
    rig.feed()
    assert rig.source.reads[reads][0] == 1000 + KEPT


def test_a_change_that_raises_says_so_to_the_one_who_asked_and_playing_goes_on() -> None:
    def change(first: Frames) -> None:
        raise KeyError(first)

    rig = PlaybackRig().playing()
    rig.hear(1000)
    with pytest.raises(KeyError):
        rig.transport.change_source(change)
    assert same(rig.hear(29_000), ramp(1000, 30_000))


def test_a_revision_near_the_end_changes_nothing_that_is_heard() -> None:
    rig = PlaybackRig().playing()
    rig.hear(29_000)
    firsts: list[Frames] = []
    rig.transport.change_source(louder(rig.source, firsts))
    assert firsts == [30_000]
    assert same(rig.hear(1000), ramp(29_000, 30_000))


@pytest.mark.parametrize(
    "state", [TransportState.ENDING, TransportState.ENDED, TransportState.FAILED, TransportState.CLOSED]
)
def test_no_revision_of_what_is_over(state: TransportState) -> None:
    firsts: list[Frames] = []
    in_state(state).transport.change_source(firsts.append)
    assert firsts == []


def test_a_revision_of_an_output_that_holds_much_starts_where_the_ear_is() -> None:
    rig = PlaybackRig().playing()
    rig.output.drops = True
    rig.hear(20_000)
    rig.output.holds = 15_000
    firsts: list[Frames] = []
    rig.transport.change_source(louder(rig.source, firsts))
    assert firsts == [5000]
    assert same(rig.hear(25_000), up(-ramp(5000, 30_000)))
