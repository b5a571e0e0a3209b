"""The small parts: ring, trace, depth, silence, loops, registry."""

import threading

import numpy as np
import pytest
from fake_playback import FakeClock, PlaybackRig, Ramp, Samples
from hypothesis import given
from hypothesis import strategies as st

from feltsense.errors import PlaybackError
from feltsense.playback.clock import SystemClock
from feltsense.playback.outputs import registry
from feltsense.playback.outputs.device_latency import DeviceLatency
from feltsense.playback.outputs.silent_output import SilentOutput
from feltsense.playback.position_history import PositionHistory
from feltsense.playback.ring_buffer import RingBuffer
from feltsense.units import SAMPLE_RATE, frames
from null_sink import until


@given(st.lists(st.tuples(st.sampled_from(["write", "read", "keep", "clear"]), st.integers(0, 12)), max_size=60))
def test_a_ring_is_a_queue(steps: list[tuple[str, int]]) -> None:
    ring, queue, number = RingBuffer(10, 2), [], 0
    for what, count in steps:
        match what:
            case "write" if count <= ring.space:
                block = np.arange(number, number + count, dtype=np.int16).repeat(2).reshape(-1, 2)
                number += count
                ring.write(block)
                queue += block[:, 0].tolist()
            case "write":
                with pytest.raises(ValueError, match="do not fit"):
                    ring.write(np.zeros((count, 2), np.int16))
            case "read" if count <= ring.filled:
                out: Samples = np.zeros((count, 2), np.int16)
                ring.read(out)
                assert out[:, 1].tolist() == queue[:count]
                queue = queue[count:]
            case "keep":
                ring.keep(count)
                queue = queue[:count]
            case "clear":
                ring.clear()
                queue = []
        assert ring.filled == len(queue)
        assert ring.space == 10 - len(queue)


@given(st.lists(st.tuples(st.sampled_from(["move", "stand", "jump"]), st.integers(0, 50)), max_size=30))
def test_a_trace_knows_what_was_handed_out_when(steps: list[tuple[str, int]]) -> None:
    trace, told = PositionHistory(), [0]
    for what, count in steps:
        if what == "jump":
            trace.jump(count)
            told = [count] * len(told)
        else:
            getattr(trace, what)(count)
            step = 1 if what == "move" else 0
            told += [told[-1] + step * n for n in range(1, count + 1)]
    assert trace.out == len(told) - 1
    for unheard in range(len(told) + 5, -1, -1):
        assert trace.position(unheard) == told[max(0, len(told) - 1 - unheard)]


# --- depth ------------------------------------------------------------------------------------------------------------

BLOCK = frames(80)


def test_depth_falls_with_time_and_rises_with_calls() -> None:
    depth = DeviceLatency(2 * BLOCK)
    depth.took(BLOCK, 10.0)
    depth.took(BLOCK, 10.01)
    full = depth.left(10.01)
    assert BLOCK < full <= 2 * BLOCK
    assert depth.left(10.06) == full - frames(50)
    assert depth.left(11.0) == 0
    depth.took(BLOCK, 10.09)
    assert abs(depth.left(10.09) - full) <= 1


def test_a_late_device_does_not_move_a_depth_that_is_learnt() -> None:
    depth = DeviceLatency(2 * BLOCK)
    for n in range(40):
        depth.took(BLOCK, 10 + n * 0.08)
    learnt = depth.left(10 + 39 * 0.08)
    depth.took(BLOCK, 10 + 40 * 0.08 + 0.06)
    assert depth.left(10 + 40 * 0.08 + 0.06) == learnt


def test_a_device_is_lost_after_a_second_without_calls_and_two_at_first() -> None:
    depth, clock = DeviceLatency(2 * BLOCK), 0.0

    def looks(seconds: float) -> list[bool]:
        nonlocal clock
        seen = []
        for _ in range(round(seconds / 0.05)):
            clock += 0.05
            seen.append(depth.stopped(clock))
        return seen

    assert not any(looks(1.9))
    assert any(looks(0.3))
    for _ in range(3):
        depth.took(BLOCK, clock)
    assert not any(looks(0.95))
    assert any(looks(0.2))


def test_a_computer_that_slept_for_an_hour_has_lost_nothing() -> None:
    depth = DeviceLatency(2 * BLOCK)
    for n in range(3):
        depth.took(BLOCK, n * 0.08)
    assert not depth.stopped(0.3)
    assert not depth.stopped(3600.0)
    assert depth.left(3600.0) == 0
    depth.took(BLOCK, 3600.1)
    assert not depth.stopped(3600.15)
    assert depth.left(3600.1) == BLOCK


# --- silence ----------------------------------------------------------------------------------------------------------


def test_silence_keeps_time_exactly() -> None:
    clock, rig = FakeClock(), PlaybackRig(Ramp(30_000))
    silent = SilentOutput(clock)
    buffer = rig.transport._buffer
    silent.start(buffer)
    for _ in range(333):
        clock.time += 0.0301
        clock.loops["silence"].turn()
    assert buffer._trace.out == int(333 * 0.0301 * SAMPLE_RATE)
    silent.close()
    assert clock.loops["silence"].stopped


def test_silence_that_goes_faster_waits_for_sound() -> None:
    rig = PlaybackRig(Ramp(30_000))
    rig.transport._devices._make = lambda: SilentOutput(rig.clock, 100.0)
    rig.transport.play()
    rig.look()
    rig.clock.time += 1.0
    rig.clock.loops["silence"].turn()
    rig.look()
    assert rig.transport.position == 0
    assert rig.events == []
    for _ in range(4):
        rig.feed()
        rig.clock.time += 1.0
        rig.clock.loops["silence"].turn()
        rig.look()
    assert [type(event).__name__ for event in rig.events] == ["Started", "Ended"]


# --- loops and registry -----------------------------------------------------------------------------------------------


def test_a_loop_is_woken_called_and_stopped() -> None:
    calls: list[int] = []
    called = threading.Event()

    def step() -> float | None:
        calls.append(threading.get_ident())
        called.set()
        return None

    loop = SystemClock().start("test", step)
    until(lambda: len(calls) == 1)
    loop.wake()
    until(lambda: len(calls) == 2)
    loop.stop(5.0)
    loop.wake()
    assert len(calls) == 2
    assert threading.get_ident() not in calls


def test_a_loop_may_stop_itself() -> None:
    done = threading.Event()

    def step() -> float | None:
        loop.stop(5.0)
        done.set()
        return 0.0

    ready = threading.Event()
    loop = SystemClock().start("test", lambda: (ready.wait(5), step())[1])
    ready.set()
    assert done.wait(5)


def test_names_that_are_nearly_right_are_recognised() -> None:
    with pytest.raises(PlaybackError) as caught:
        registry.output_factory("minaudio")
    assert caught.value.hint == "Did you mean miniaudio?"
    with pytest.raises(PlaybackError) as caught:
        registry.output_factory("xylophone")
    assert "silent" in caught.value.hint


def test_only_silence_goes_faster_than_time() -> None:
    assert registry.output_factory("silent", speed=20.0)().name == "silent"
    with pytest.raises(PlaybackError, match="faster"):
        registry.output_factory("auto", speed=2.0)


def test_auto_is_the_default_output() -> None:
    assert registry.output_factory("auto")().name == "miniaudio"
