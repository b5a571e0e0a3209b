"""A sound server of our own whose loudspeaker goes nowhere, and an ear at it: what people would have heard, as samples.

Nothing of it touches the sound of the machine that runs the tests.
"""

import os
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from feltsense.units import SAMPLE_RATE

Samples = NDArray[np.int16]

PROGRAMS = ("pulseaudio", "pactl", "parec", "pacat")

SINK = "ear"
_FORMAT = ("--raw", "--format=s16le", f"--rate={SAMPLE_RATE}", "--channels=1")
_ASOUNDRC = "pcm.!default { type pulse }\nctl.!default { type pulse }\n"
_SOON = "--latency-msec=10"
_PATIENCE = 15.0


def until(condition: Callable[[], object], patience: float = _PATIENCE) -> None:
    """Return as soon as `condition` holds.

    Raises:
        TimeoutError: it did not within `patience` seconds.
    """
    end = time.monotonic() + patience
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError("what was waited for did not happen")
        time.sleep(0.005)


class Recording:
    """What is heard at the sink, from now on."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process
        self._parts: list[bytes] = []
        self.arrivals: list[tuple[float, int]] = []
        """When (`time.monotonic`) how many frames had been heard."""
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    @property
    def frames(self) -> int:
        return self.arrivals[-1][1] if self.arrivals else 0

    @property
    def samples(self) -> Samples:
        whole = b"".join(self._parts)
        return np.frombuffer(whole[: len(whole) // 2 * 2], "<i2")

    def stop(self) -> None:
        self._process.terminate()
        self._thread.join(_PATIENCE)
        self._process.wait(_PATIENCE)
        if self._process.stdout is not None:
            self._process.stdout.close()

    def _listen(self) -> None:
        stream, heard = self._process.stdout, 0
        while stream is not None and (part := os.read(stream.fileno(), 1 << 16)):
            self._parts.append(part)
            heard += len(part)
            self.arrivals.append((time.monotonic(), heard // 2))


class NullSink:
    """The server; start it, kill it, start it again: it is found at the same place."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(exist_ok=True, mode=0o700)
        (folder / ".asoundrc").write_text(_ASOUNDRC, "utf-8")
        self._server: subprocess.Popen[bytes] | None = None
        self._zeros: subprocess.Popen[bytes] | None = None
        self.environment = {"PULSE_SERVER": f"unix:{folder / 'native'}", "XDG_RUNTIME_DIR": str(folder)}
        """For those who play here."""

    @property
    def home(self) -> Path:
        """A home folder that leads ALSA here too."""
        return self._folder

    def start(self) -> None:
        modules = (
            f"module-native-protocol-unix socket={self._folder / 'native'} auth-anonymous=1",
            f"module-null-sink sink_name={SINK} rate={SAMPLE_RATE} channels=1 format=s16le",
        )
        loads = [part for module in modules for part in ("-L", module)]
        plain = ("--daemonize=no", "--system=false", "--use-pid-file=no", "--exit-idle-time=-1", "--log-level=error")
        self._server = self._run("pulseaudio", "-n", *plain, *loads, PULSE_SERVER="")
        until(lambda: self._ask("info") == 0)
        self._zeros = self._run("pacat", "--playback", f"--device={SINK}", _SOON, *_FORMAT, "/dev/zero")

    def kill(self) -> None:
        """As when the plug is pulled: nobody is told."""
        for process in (self._zeros, self._server):
            if process is not None:
                process.kill()
                process.wait()
        self._zeros = self._server = None
        (self._folder / "native").unlink(missing_ok=True)

    def freeze(self) -> None:
        """As when the server hangs: it is there, and never answers."""
        self._signal("STOP")

    def thaw(self) -> None:
        self._signal("CONT")

    @contextmanager
    def recording(self) -> Iterator[Recording]:
        """Listen; the first silence has been heard when the context begins."""
        made = Recording(self._run("parec", f"--device={SINK}.monitor", _SOON, *_FORMAT, pipe=True))
        try:
            until(lambda: made.frames)
            yield made
        finally:
            made.stop()

    def _run(self, *command: str, pipe: bool = False, **more: str) -> "subprocess.Popen[bytes]":
        environment = {**os.environ, **self.environment, "HOME": str(self._folder), **more}
        return subprocess.Popen(
            command,
            env={name: value for name, value in environment.items() if value},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if pipe else subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def _ask(self, *question: str) -> int:
        return self._run("pactl", *question).wait(_PATIENCE)

    def _signal(self, name: str) -> None:
        if self._server is not None:
            subprocess.run(["kill", f"-{name}", str(self._server.pid)], check=True)
