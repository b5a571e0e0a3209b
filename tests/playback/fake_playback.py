"""Playback with a fake clock, fake loops and a fake output: nothing happens before a test says so."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import numpy as np
from numpy.typing import NDArray

from feltsense.errors import PlaybackError
from feltsense.playback.clock import Loop, Step
from feltsense.playback.device_manager import DeviceTimeouts
from feltsense.playback.play_buffer import LEAD_IN
from feltsense.playback.playing_sign import PlayingSign
from feltsense.playback.port import Event, Feed
from feltsense.playback.transport import Transport, TransportState
from feltsense.units import SAMPLE_RATE, Frames

Samples = NDArray[np.int16]
NOTHING = np.zeros((0, 1), np.int16)
LOWEST = 1000


class Ramp:
    """A source whose every sample tells which frame it is: frame n is `LOWEST` + n."""

    def __init__(self, length: int = 30_000) -> None:
        self.length = Frames(length)
        self.channels = 1
        self.pcm: Samples = (LOWEST + np.arange(length)).astype(np.int16).reshape(-1, 1)
        self.reads: list[tuple[int, int]] = []
        self.raises: tuple[int, Exception] | None = None
        """The first frame that cannot be read, and what is raised then."""

    def read(self, start: int, stop: int) -> NDArray[np.float32]:
        self.reads.append((start, stop))
        if self.raises is not None and stop > self.raises[0]:
            raise self.raises[1]
        return (self.pcm[start:stop] / np.float32(32_767)).astype(np.float32)

    def readable(self, start: int, stop: int) -> int:  # noqa: ARG002
        return stop

    def quiet(self) -> tuple[tuple[Frames, Frames], ...]:
        return ()


class FakeLoop:
    """A loop whose step runs when a test turns it."""

    def __init__(self, name: str, step: Step) -> None:
        self.name = name
        self.woken = self.stopped = False
        self.waited = 0.0
        self._step = step

    def wake(self) -> None:
        self.woken = True

    def stop(self, patience: float) -> None:
        self.stopped, self.waited = True, patience

    def turn(self) -> float | None:
        self.woken = False
        return None if self.stopped else self._step()


class FakeClock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.time = 100.0
        self.loops: dict[str, FakeLoop] = {}
        self.meanwhile: Callable[[float], object] = lambda _: None
        """Called with the seconds that somebody sleeps."""

    def now(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.time += seconds
        self.meanwhile(seconds)

    def start(self, name: str, step: Step) -> Loop:
        self.loops[name] = FakeLoop(name, step)
        return self.loops[name]


class FakeOutput:
    """An output that pulls when a test says so."""

    name = "rig"

    def __init__(self) -> None:
        self.channels = 0
        self.feed: Feed | None = None
        self.heard = NOTHING
        self.cannot_open: Exception | None = None
        self.cannot_start: Exception | None = None
        self.is_running = self.is_stalled = self.closed = False
        self.holds = 0
        """Frames pulled and not heard yet."""
        self.drops = False
        """Whether it drops what it holds when it is interrupted."""

    def open(self, channels: int) -> None:
        if self.cannot_open is not None:
            raise self.cannot_open
        self.channels = channels

    def start(self, feed: Feed) -> None:
        if self.cannot_start is not None:
            raise self.cannot_start
        self.feed = feed

    def running(self) -> bool:
        return self.is_running

    def stalled(self) -> bool:
        return self.is_stalled

    def latency(self) -> Frames:
        return Frames(self.holds)

    @contextmanager
    def flush(self) -> Iterator[Frames]:
        dropped = self.holds if self.drops else 0
        if self.drops:
            self.heard, self.holds = self.heard[: len(self.heard) - self.holds], 0
        yield Frames(dropped)

    def close(self) -> None:
        self.closed = True

    def pull(self, count: int) -> Samples:
        """Take `count` frames and return them."""
        assert self.feed is not None
        assert not self.closed
        block = self.feed.pull(count)
        assert block.shape == (count, self.channels)
        self.heard = np.concatenate([self.heard, block])
        return block


class PlaybackRig:
    """A transport with a fake clock and output, and the events that it sent."""

    def __init__(
        self, source: Ramp | None = None, timeouts: DeviceTimeouts | None = None, sign: PlayingSign | None = None
    ) -> None:
        self.source = source or Ramp()
        self.clock = FakeClock()
        self.events: list[Event] = []
        self.made: list[FakeOutput] = []
        self.prepare: Callable[[FakeOutput], None] = lambda _: None
        """Told of each output before it is opened."""
        self.transport = Transport(self.source, self._make, self._listen, self.clock, timeouts, sign)

    @property
    def output(self) -> FakeOutput:
        return self.made[-1]

    def state(self) -> TransportState:
        return self.transport.state

    def turn(self) -> None:
        """Let the player look once, and the feeder read all it wants."""
        self.look()
        self.feed()
        self.look()

    def look(self, seconds: float = 0.0) -> None:
        """Let `seconds` pass and the player look once."""
        self.clock.time += seconds
        if "player" in self.clock.loops:
            self.clock.loops["player"].turn()

    def feed(self) -> None:
        """Let the feeder read all it wants."""
        while "feeder" in self.clock.loops and self.clock.loops["feeder"].turn() == 0.0:
            pass

    def hear(self, count: int) -> Samples:
        """Return the next `count` samples that are heard; the feeder keeps up."""
        blocks = []
        while count:
            self.feed()
            blocks.append(self.output.pull(min(count, SAMPLE_RATE // 20)))
            count -= len(blocks[-1])
        return np.concatenate(blocks)[:, 0] if blocks else NOTHING[:, 0]

    def playing(self) -> "PlaybackRig":
        """Play, with the silence that a new device hears behind it."""
        self.transport.play()
        self.turn()
        assert not self.hear(LEAD_IN).any()
        return self

    def told(self, kind: type[Event]) -> list[Event]:
        return [event for event in self.events if isinstance(event, kind)]

    def _make(self) -> FakeOutput:
        output = FakeOutput()
        self.prepare(output)
        self.made.append(output)
        return output

    def _listen(self, event: Event) -> None:
        assert not _held(self.transport), "listeners are told without a lock held"
        self.events.append(event)


def _held(transport: Transport) -> bool:
    """Tell whether this thread holds the transport's lock, or anybody the keeper's or the buffer's."""
    locks = (transport._devices._lock, transport._buffer._lock)
    return transport._lock._is_owned() or any(lock.locked() for lock in locks)  # type: ignore[attr-defined]


NO_DEVICE = PlaybackError("No loudspeaker was found.")
