"""Keys, device, feeder and listener at once, on real threads: nobody waits for ever."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import numpy as np
from fake_playback import LOWEST, FakeOutput, Ramp, Samples

from feltsense.playback.port import Event, Feed
from feltsense.playback.transport import Transport, TransportState
from feltsense.units import Frames
from null_sink import until

PRESSES = 300
LENGTH = 30_000


class Busy(FakeOutput):
    """Pulls all the time on a thread of its own, under a lock of its own, and drops what it holds when interrupted."""

    def __init__(self) -> None:
        super().__init__()
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self.blocks: list[Samples] = []

    def start(self, feed: Feed) -> None:
        super().start(feed)
        self._thread.start()

    def latency(self) -> Frames:
        with self._lock:
            return Frames(self.holds)

    @contextmanager
    def flush(self) -> Iterator[Frames]:
        with self._lock:
            dropped, self.holds = self.holds, 0
            yield Frames(dropped)

    def close(self) -> None:
        self._stop.set()
        self._thread.join(5)
        super().close()

    def _run(self) -> None:
        while not self._stop.wait(0.0005):
            with self._lock:
                assert self.feed is not None
                self.blocks.append(self.feed.pull(64))
                self.holds = 32


def presses(transport: Transport, number: int) -> Callable[[], None]:
    random = np.random.default_rng(number)

    def run() -> None:
        asks: list[Callable[[], object]] = [
            transport.toggle,
            lambda: transport.seek(int(random.integers(LENGTH))),
            lambda: transport.set_volume(float(random.random())),
            lambda: transport.change_source(lambda _: None),
            lambda: transport.position,
        ]
        for _ in range(PRESSES):
            asks[int(random.integers(len(asks)))]()

    return run


def still_heard(transport: Transport, output: Busy) -> bool:
    transport.resume()
    return bool(output.blocks[-1].any())


def test_keys_from_many_threads_while_everything_goes_on() -> None:
    output, events = Busy(), list[Event]()

    def listen(event: Event) -> None:
        events.append(event)
        transport.toggle()  # a listener may press keys itself
        assert 0 <= transport.position <= LENGTH

    transport = Transport(Ramp(LENGTH), lambda: output, listen)
    transport.play()
    until(lambda: output.blocks)
    keys = [threading.Thread(target=presses(transport, number), daemon=True) for number in range(4)]
    for thread in keys:
        thread.start()
    for thread in keys:
        thread.join(30)
    assert not any(thread.is_alive() for thread in keys)
    transport.set_volume(1.0)
    transport.seek(1000)
    until(lambda: still_heard(transport, output))  # it is as alive as before
    until(lambda: events)
    transport.close()
    until(lambda: output.closed)
    assert transport.state is TransportState.CLOSED
    heard = np.concatenate(output.blocks)
    assert heard.max() < LOWEST + LENGTH
    assert heard.min() >= 0


def test_a_listener_may_close() -> None:
    done = threading.Event()

    def listen(event: Event) -> None:
        transport.close()
        done.set()

    transport = Transport(Ramp(LENGTH), Busy, listen)
    transport.play()
    assert done.wait(5)
    assert transport.state is TransportState.CLOSED
