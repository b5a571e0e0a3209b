"""How soon sound is heard, what playing costs, and how long closing takes. Prints a table; asserts nothing.

Through the default output where there is a loudspeaker, else through a sound server of its own whose loudspeaker goes
nowhere. First sound is counted from `play()` to the device taking it and what the device held then.
"""

import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from measure import pin

HERE = Path(__file__).parent
TESTS = HERE.parent / "tests"
sys.path[:0] = [str(TESTS), str(TESTS / "playback")]

from noise import Noise  # noqa: E402 - it stands with the tests

from feltsense.playback.outputs import miniaudio_output  # noqa: E402
from feltsense.playback.outputs.registry import output_factory  # noqa: E402
from feltsense.playback.port import Event, Started  # noqa: E402
from feltsense.playback.transport import Transport  # noqa: E402
from feltsense.units import SAMPLE_RATE  # noqa: E402
from null_sink import NullSink  # noqa: E402

RUNS = 5
PLAYED = 10.0
"""Seconds over which the share of a core is measured."""


class Watched:
    """A transport of noise that is timed."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.transport = Transport(Noise(PLAYED + 10), output_factory("auto"), self.events.append)

    def first_sound(self) -> float:
        """Play; return the seconds until something of it is in the ear."""
        start = time.perf_counter()
        self.transport.play()
        until(lambda: self.transport.position > 0)
        heard = time.perf_counter() - self.transport.position / SAMPLE_RATE
        return heard - start

    def share(self) -> float:
        """Return the share of a core that this process takes while it plays."""
        before, start = _cpu(), time.perf_counter()
        time.sleep(PLAYED)
        return (_cpu() - before) / (time.perf_counter() - start)

    def closing(self) -> float:
        start = time.perf_counter()
        self.transport.close()
        return time.perf_counter() - start


def until(condition: Callable[[], bool]) -> None:
    while not condition():
        time.sleep(0.001)


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def cold() -> float:
    watched = Watched()
    seconds = watched.first_sound()
    watched.transport.close()
    return seconds


def prepared() -> float:
    watched = Watched()
    watched.transport.prepare()
    until(lambda: bool(watched.transport.output))
    time.sleep(0.3)  # as long as a check-in takes at the very least
    seconds = watched.first_sound()
    watched.transport.close()
    return seconds


def measured() -> list[tuple[str, float, float]]:
    """Return what was measured: a name, the figure, and the aim it should stay under."""
    first = cold()
    rows = [
        ("first sound, in a new process, ms", first * 1000, 300.0),
        ("first sound, device not open, ms", statistics.median(cold() for _ in range(RUNS)) * 1000, 150.0),
        ("first sound, prepared, ms", statistics.median(prepared() for _ in range(RUNS)) * 1000, 100.0),
    ]
    watched = Watched()
    watched.first_sound()
    rows.append(("a core while playing, %", watched.share() * 100, 5.0))
    rows.append(("closing while playing, ms", watched.closing() * 1000, 300.0))
    silent = any(not isinstance(event, Started) for event in watched.events)
    return [*rows, ("underruns or lost devices", float(silent), 1.0)]


def main() -> None:
    pin()
    with tempfile.TemporaryDirectory() as folder:
        sink = None if miniaudio_output.miniaudio_status().works else NullSink(Path(folder))
        if sink is not None:
            os.environ.update(sink.environment)
            sink.start()
        try:
            rows = measured()
        finally:
            if sink is not None:
                sink.kill()
    print(f"{'playback':40}{'found':>10}{'aim':>10}")
    for name, value, aim in rows:
        print(f"{name:40}{value:10.1f}{aim:10.1f}")


if __name__ == "__main__":
    main()
