"""Sound through miniaudio: the default. It pulls small blocks all the time, so pauses and seeks are exact."""

import re
from collections.abc import Generator
from contextlib import AbstractContextManager, nullcontext
from importlib.util import find_spec
from threading import Lock
from typing import TYPE_CHECKING

from feltsense.errors import PlaybackError
from feltsense.playback.clock import SystemClock
from feltsense.playback.device_opening import open_output, silence_alsa
from feltsense.playback.exit_closing import exit_closer
from feltsense.playback.outputs.device_latency import DeviceLatency
from feltsense.playback.port import OutputStatus
from feltsense.units import SAMPLE_RATE, Frames, frames

if TYPE_CHECKING:
    import miniaudio

    from feltsense.playback.clock import Clock
    from feltsense.playback.port import Feed

_BLOCK_MS = 80
_BLOCKS = 2
"""The device asks for a block of this length, and holds this many; PulseAudio does so whatever number it is told.

When it asks, it has a block less 10 ms left. On a busy machine the answer was seen to take 60 ms.
"""

_STATUS = 2.0
"""Seconds in which the sound system has to say whether it works."""

_LAST_LEAKING_RELEASE = (1, 71)
"""Up to this release of miniaudio, `close` leaves the connection to the sound server open (pyminiaudio issue 86).

After 54 of them PulseAudio refuses more. Later releases are left alone: closing a context twice would crash.
"""

_NAME = "feltsense"
"""As shown in the desktop's volume control."""

_BACKENDS = ("WASAPI", "DSOUND", "WINMM", "COREAUDIO", "SNDIO", "AUDIO4", "OSS", "PULSEAUDIO", "ALSA")
"""In miniaudio's own order, without JACK, which writes on the terminal, and without the one that plays to nobody."""

NO_DEVICE = "No loudspeaker or headphones were found."


class MiniaudioOutput:
    """An output through miniaudio.

    Args:
        clock: the clock and its threads.
        block_ms: how much the device asks for at a time. More makes it surer on a busy machine, and slower to pause.
    """

    name = "miniaudio"

    def __init__(self, clock: "Clock", block_ms: int = _BLOCK_MS) -> None:
        self._clock = clock
        self._block_ms = block_ms
        self._depth = DeviceLatency(_BLOCKS * frames(block_ms))
        self._device: miniaudio.PlaybackDevice | None = None
        self._lock = Lock()
        """Held while the device is taken away to be closed: closing it twice would crash."""
        self._broken = False

    def open(self, channels: int) -> None:
        """Open the system's default device.

        Raises:
            PlaybackError: there is none, or miniaudio is not installed.
        """
        silence_alsa()
        try:
            import miniaudio  # noqa: PLC0415 - takes 80 ms, and most commands play nothing
        except ImportError as error:
            raise PlaybackError("The package miniaudio is not installed.", "Run: pip install miniaudio") from error
        try:
            self._device = miniaudio.PlaybackDevice(
                output_format=miniaudio.SampleFormat.SIGNED16,
                nchannels=channels,
                sample_rate=SAMPLE_RATE,
                buffersize_msec=self._block_ms,
                callback_periods=_BLOCKS,
                backends=[miniaudio.Backend[name] for name in _BACKENDS],
                app_name=_NAME,
            )
        except miniaudio.MiniaudioError as error:
            raise PlaybackError(NO_DEVICE, "Playing goes on without sound.") from error
        exit_closer.add(self)

    def start(self, feed: "Feed") -> None:
        """Have the device pull from `feed`.

        Raises:
            PlaybackError: it does not start.
        """
        import miniaudio  # noqa: PLC0415 - see `open`

        if self._device is None:
            raise PlaybackError("The device is not open.")
        blocks = self._blocks(feed)
        next(blocks)
        try:
            self._device.start(blocks)
        except miniaudio.MiniaudioError as error:
            raise PlaybackError("The loudspeaker does not start.") from error

    def running(self) -> bool:
        """Tell whether the device has asked for more than its first blocks."""
        return self._depth.running()

    def stalled(self) -> bool:
        """Tell whether the device has not asked for sound for a second."""
        return self._broken or self._depth.stopped(self._clock.now())

    def latency(self) -> Frames:
        """Return the frames that the device holds."""
        return self._depth.left(self._clock.now())

    def flush(self) -> AbstractContextManager[Frames]:
        """Drop nothing: what little it holds is heard rather than lost."""
        return nullcontext(Frames(0))

    def close(self) -> None:
        """Close the device, and the connection to the sound server that miniaudio itself would leave open."""
        with self._lock:
            device, self._device = self._device, None
        if device is not None:
            try:
                device.close()
                _close_context(device)
            finally:
                exit_closer.remove(self)

    def _blocks(self, feed: "Feed") -> Generator[bytes, int, None]:
        """Yield what the device asks for. It never raises: miniaudio would print a traceback and go on in silence."""
        wanted = yield b""
        while True:
            self._depth.took(wanted, self._clock.now())
            try:
                block = feed.pull(wanted).tobytes()
            except Exception:  # noqa: BLE001 - see above; the output counts as lost and is opened anew
                self._broken = True
                block = b""
            wanted = yield block


def _close_context(device: "miniaudio.PlaybackDevice") -> None:
    """Close the context of a closed device, where the installed miniaudio leaves it open."""
    import miniaudio  # noqa: PLC0415 - see `open`
    from _miniaudio import lib  # noqa: PLC0415 - see `open`

    release = tuple(int(number) for number in re.findall(r"\d+", miniaudio.__version__)[:2])
    if release <= _LAST_LEAKING_RELEASE:
        lib.ma_context_uninit(device._context)  # noqa: SLF001 - there is no public way


def miniaudio_status() -> OutputStatus:
    """Return whether a device can be opened."""
    summary = "streams to the system's loudspeaker"
    if find_spec("miniaudio") is None:
        return OutputStatus(MiniaudioOutput.name, works=False, summary=summary, reason="Run: pip install miniaudio")
    try:
        output = open_output(lambda: MiniaudioOutput(SystemClock()), channels=1, patience=_STATUS)
    except PlaybackError as error:
        return OutputStatus(
            MiniaudioOutput.name, works=False, summary=summary, reason=f"{error.message} {error.hint}".strip()
        )
    output.close()
    return OutputStatus(MiniaudioOutput.name, works=True, summary=summary)
