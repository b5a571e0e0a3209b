"""What a loudspeaker hears: played through a real sound server, recorded at its sink, compared to the sample."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from noise import Noise, found, joined

from feltsense.playback.clock import SystemClock
from feltsense.playback.outputs import miniaudio_output
from feltsense.playback.outputs.miniaudio_output import NO_DEVICE, MiniaudioOutput
from feltsense.playback.play_buffer import FADE_FRAMES
from feltsense.playback.port import DeviceBack, DeviceLost, Ended, Event
from feltsense.playback.transport import Transport, TransportState
from feltsense.units import SAMPLE_RATE, Frames
from null_sink import PROGRAMS, NullSink, Recording, until
from running import PROGRAM
from tests_support import need, need_module

pytestmark = pytest.mark.slow

PLAYER = Path(__file__).parent / "playing_program.py"
QUIET = SAMPLE_RATE * 3 // 5
"""What is waited for at the end of a recording: a busy machine records late."""


SURE = 500
"""Milliseconds to a block where it matters that a busy machine is never late: what is heard is the same."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NullSink]:
    need(*PROGRAMS)
    made = NullSink(tmp_path_factory.mktemp("sink"))
    made.start()
    yield made
    made.kill()


@pytest.fixture
def sink(server: NullSink, monkeypatch: pytest.MonkeyPatch) -> NullSink:
    """The one loudspeaker that there is."""
    for name, value in {**server.environment, "HOME": str(server.home)}.items():
        monkeypatch.setenv(name, value)
    return server


@contextmanager
def playing(source: Noise, events: list[Event], block_ms: int = 80) -> Iterator[Transport]:
    clock = SystemClock()
    transport = Transport(source, lambda: MiniaudioOutput(clock, block_ms), events.append)
    transport.play()
    yield transport
    transport.close()


def over(transport: Transport) -> bool:
    return transport.state is TransportState.ENDED


def let_pass(recording: Recording, count: int = QUIET) -> None:
    there = recording.frames + count
    until(lambda: recording.frames >= there)


def reaches(transport: Transport, seconds: float) -> None:
    until(lambda: transport.position >= seconds * SAMPLE_RATE)


def beside_the_tests() -> dict[str, str]:
    """Return an environment in which a process finds what stands with the tests."""
    return os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}


def run_program(name: str, seconds: float, *keys: tuple[float | str, ...], bursts: float = 0.0) -> dict[str, Any]:
    """Play in a process of its own, which must say nothing on standard error."""
    told = [sys.executable, str(PLAYER), name, str(seconds), str(bursts), json.dumps(keys)]
    ran = subprocess.run(told, capture_output=True, text=True, timeout=30, check=False, env=beside_the_tests())
    assert (ran.returncode, ran.stderr) == (0, "")
    result: dict[str, Any] = json.loads(ran.stdout or "{}")
    return result


# --- miniaudio --------------------------------------------------------------------------------------------------------


def test_what_is_heard_is_the_source(sink: NullSink) -> None:
    source = Noise(2.0)
    with sink.recording() as recording, playing(source, [], SURE) as transport:
        until(lambda: over(transport))
        let_pass(recording)
    ((begin, place, length),) = found(recording.samples, source.pcm)
    assert (place, length) == (0, source.length)
    assert not recording.samples[:begin].any()
    assert not recording.samples[begin + length :].any()


def test_the_position_is_where_the_ear_is(sink: NullSink) -> None:
    source, positions = Noise(1.5), []
    with sink.recording() as recording, playing(source, []) as transport:
        while not over(transport):
            positions.append((time.monotonic(), transport.position))
            time.sleep(0.01)
        let_pass(recording)
    begin, place, length = found(recording.samples, source.pcm)[0]  # up to where a busy machine is late
    assert place == 0
    times, heard = np.array(recording.arrivals).T
    asked, told = np.array(positions).T
    inside = (told > 0) & (told < length)
    behind = np.interp(asked, times, heard)[inside] - begin - told[inside]
    assert np.median(np.abs(behind)) < 0.020 * SAMPLE_RATE


def test_pauses_and_seeks_are_heard_to_the_sample(sink: NullSink) -> None:
    source, target = Noise(3.0), round(2.5 * SAMPLE_RATE)
    with sink.recording() as recording, playing(source, [], SURE) as transport:
        reaches(transport, 0.3)
        transport.pause()
        let_pass(recording, round(1.2 * SAMPLE_RATE))
        paused = transport.position
        transport.resume()
        reaches(transport, paused / SAMPLE_RATE + 0.2)
        transport.seek(target)
        until(lambda: over(transport))
        let_pass(recording)
    stretches = found(recording.samples, source.pcm)
    first, second, third = (stretch for stretch in stretches if stretch[2] > FADE_FRAMES)
    assert first[1:] == (0, paused)
    assert second[1] == paused + FADE_FRAMES - 1  # the last sample of a fade is heard as it is
    assert third[1:] == (target + FADE_FRAMES - 1, source.length - target - FADE_FRAMES + 1)


def test_a_mix_that_changes_is_heard_without_a_seam(sink: NullSink) -> None:
    source, changes = Noise(1.5), Noise(1.5)

    def change(first: Frames) -> None:
        changes.pcm[first:] = source.pcm[first:] = -source.pcm[first:]

    with sink.recording() as recording, playing(source, [], SURE) as transport:
        reaches(transport, 0.5)
        transport.change_source(change)
        until(lambda: over(transport))
        let_pass(recording)
    ((_, place, length),) = found(recording.samples, changes.pcm)
    assert (place, length) == (0, source.length)
    assert not np.array_equal(changes.pcm, Noise(1.5).pcm)


def test_an_end_fades_and_closing_is_quick_and_does_not_click(sink: NullSink) -> None:
    source = Noise(5.0)
    with sink.recording() as recording:
        with playing(source, []) as transport:
            reaches(transport, 0.3)
            transport.end(0.3)
            until(lambda: over(transport))
        with playing(source, []) as transport:
            reaches(transport, 0.3)
            start = time.monotonic()
            transport.close()
            took = time.monotonic() - start
        let_pass(recording)
    assert took < 0.4
    loud = np.flatnonzero(recording.samples)
    last = recording.samples[loud[-1] - FADE_FRAMES // 4 : loud[-1]]
    assert np.abs(last).max() < 0.3 * np.abs(source.pcm).max()


def test_a_sound_server_that_dies_and_comes_back(sink: NullSink) -> None:
    source, events = Noise(2.5), list[Event]()

    def told(kind: type[Event]) -> list[Event]:
        return [event for event in events if isinstance(event, kind)]

    with playing(source, events, 240) as transport:
        try:
            reaches(transport, 0.5)
            sink.kill()
            until(lambda: told(DeviceLost))
            stood = transport.position
        finally:
            sink.start()
        with sink.recording() as recording:
            until(lambda: told(DeviceBack))
            until(lambda: told(Ended))
            let_pass(recording)
    _, place, length = joined(found(recording.samples, source.pcm))[-1]
    assert stood + FADE_FRAMES - 1 <= place < stood + SAMPLE_RATE  # an ear that comes late misses the beginning
    assert source.length - length - place < SAMPLE_RATE // 20
    assert transport.position == source.length


def test_a_sound_server_that_hangs_holds_nobody_up(sink: NullSink) -> None:
    events: list[Event] = []
    with playing(Noise(4.0), events) as transport:
        reaches(transport, 0.3)
        sink.freeze()
        try:
            until(lambda: any(isinstance(event, DeviceLost) for event in events))
            start = time.monotonic()
            transport.pause()
            transport.close()
            took = time.monotonic() - start
        finally:
            sink.thaw()
    assert took < 0.4


def test_a_program_that_leaves_in_the_middle_leaves_quietly(sink: NullSink) -> None:
    assert run_program("miniaudio", 2.0, (0.2, "leave")) == {"closed": True}


# --- no device --------------------------------------------------------------------------------------------------------


@pytest.fixture
def no_device(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "alsa.conf").write_text("", "utf-8")
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(tmp_path / "alsa.conf"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path / 'nobody'}")


@pytest.mark.parametrize("name", ["miniaudio", "simpleaudio"])
def test_without_any_device_there_is_no_word_on_the_terminal(name: str, no_device: None) -> None:
    if name == "simpleaudio":
        can_use_simpleaudio()
    assert run_program(name, 0.4)["events"] == ["Silenced", "Started", "Ended"]


def test_the_doctor_finds_no_loudspeaker_and_says_so_without_a_word_from_alsa(no_device: None, tmp_path: Path) -> None:
    told = [*PROGRAM, "--workspace", str(tmp_path), "doctor", "--json"]
    ran = subprocess.run(told, capture_output=True, text=True, timeout=60, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    rows = {row["what"]: row for row in json.loads(ran.stdout)}
    assert not rows["output miniaudio"]["fine"]
    assert NO_DEVICE in rows["output miniaudio"]["hint"]
    assert rows["output silent"]["fine"]


def test_the_doctor_finds_a_loudspeaker(sink: NullSink) -> None:
    assert miniaudio_output.miniaudio_status().works


# --- simpleaudio ------------------------------------------------------------------------------------------------------


def can_use_simpleaudio() -> None:
    if sys.version_info >= (3, 12):
        pytest.skip("simpleaudio crashes Python 3.12 and later")
    need_module("simpleaudio")


@pytest.fixture
def _simpleaudio() -> None:
    can_use_simpleaudio()


@pytest.mark.usefixtures("_simpleaudio")
def test_simpleaudio_plays_every_sound_to_the_sample_and_in_time(sink: NullSink) -> None:
    source = Noise(4.0, bursts=0.4)
    with sink.recording() as recording:
        told = run_program("simpleaudio", 4.0, bursts=0.4)
        let_pass(recording)
    assert told["events"] == ["Started", "Ended"]
    heard = joined(found(recording.samples, source.pcm))
    burst = round(0.4 * SAMPLE_RATE)
    for start in range(0, source.length, 2 * burst):
        assert any(place <= start and start + burst <= place + length for _, place, length in heard)
    late = np.array([begin - place for begin, place, _ in heard])
    assert np.abs(late - late[0]).max() < 0.06 * SAMPLE_RATE


@pytest.mark.usefixtures("_simpleaudio")
def test_simpleaudio_pauses_and_seeks_and_leaves_nothing_out(sink: NullSink) -> None:
    source = Noise(3.0)
    with sink.recording() as recording:
        told = run_program("simpleaudio", 3.0, (0.6, "pause"), (0.0, "resume"), (1.2, "seek", 2 * SAMPLE_RATE))
        let_pass(recording)
    assert told["events"] == ["Started", "Ended"]
    stretches = joined(found(recording.samples, source.pcm))
    first, second, third = (stretch for stretch in stretches if stretch[2] > FADE_FRAMES)
    assert first[1] == 0
    assert second[1] == int(told["places"][0]) + FADE_FRAMES - 1
    assert first[2] >= int(told["places"][0])
    assert second[1] + second[2] >= 1.2 * SAMPLE_RATE
    assert third[1:] == (2 * SAMPLE_RATE + FADE_FRAMES - 1, SAMPLE_RATE - FADE_FRAMES + 1)


@pytest.mark.usefixtures("_simpleaudio")
def test_simpleaudio_lets_a_program_leave_in_the_middle(sink: NullSink) -> None:
    run_program("simpleaudio", 2.0, (0.2, "leave"))


@pytest.mark.usefixtures("_simpleaudio")
def test_simpleaudio_notices_a_sound_server_that_dies(sink: NullSink) -> None:
    told = [sys.executable, str(PLAYER), "simpleaudio", "3.0", "0", "[]"]
    with sink.recording() as recording:
        process = subprocess.Popen(
            told, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=beside_the_tests()
        )
        until(lambda: np.any(recording.samples))
        let_pass(recording)
        sink.kill()
    sink.start()
    out, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (0, "")
    assert json.loads(out)["events"] == ["Started", "DeviceLost", "DeviceBack", "Ended"]
