"""The device manager: keeps one output open, notices when it is lost, and reopens it as soon as it is back."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from feltsense.errors import PlaybackError
from feltsense.playback.device_opening import as_playback_error, close_output, open_output
from feltsense.playback.outputs.silent_output import SilentOutput
from feltsense.playback.port import DeviceBack, DeviceLost, Silenced
from feltsense.units import Frames

if TYPE_CHECKING:
    from feltsense.playback.clock import Clock
    from feltsense.playback.play_buffer import PlayBuffer
    from feltsense.playback.port import Listener, Output

LOST_REASON = "The loudspeaker or headphones stopped taking sound."

_CLOSING = 0.5
"""Seconds that closing a device may take."""


class DeviceLink(StrEnum):
    """The state of the connection to the output."""

    CLOSED = "closed"
    OPEN = "open"
    LOST = "lost"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class DeviceTimeouts:
    """How long to wait for a device that is lost, missing or slow, in seconds."""

    tries: tuple[float, ...] = (0.0, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
    """Before each try to open it again; the last goes on for ever."""
    silent_after: float = 3.0
    """When playing goes on without it."""
    opening: float = 2.0
    """What a sound system has to answer in; others count as missing."""


class DeviceManager:
    """Keeps sound going out. `step` does all that is slow, and belongs to one thread.

    Args:
        buffer: what is played.
        make: makes the output that is wanted.
        clock: the clock and its threads.
        timeouts: how long to wait for a lost device.
        notify: called with each event: devices lost, back and missing.
    """

    def __init__(
        self,
        buffer: "PlayBuffer",
        make: "Callable[[], Output]",
        clock: "Clock",
        timeouts: DeviceTimeouts,
        notify: "Listener",
    ) -> None:
        self.link = DeviceLink.CLOSED
        self._buffer = buffer
        self._make = make
        self._clock = clock
        self._timeouts = timeouts
        self._notify = notify
        self._lock = threading.Lock()
        """Held while the output is exchanged, so that nobody calls one that is closed."""
        self._output: Output | None = None
        self._wanted = self._begun = False
        """Whether sound is to be played, and whether the output has been started."""
        self._closed = False
        self._notified_lost = self._notified_silent = False
        self._lost_at = self._next_try = 0.0
        self._tries = 0

    @property
    def name(self) -> str:
        """The name of the output that is open; empty when there is none."""
        output = self._output
        return output.name if output else ""

    def begin(self) -> None:
        """Have the output take sound, now or once it is open, from the next step on.

        One that starts only then is heard at once, while one that played silence would first have to play it out.
        """
        self._wanted = True

    def latency(self) -> Frames:
        """Return how many of the frames handed out are not heard yet."""
        with self._lock:
            return self._output.latency() if self._output else Frames(0)

    @contextmanager
    def flush(self) -> Iterator[None]:
        """Have the output drop what is not heard yet, and the buffer go back as far, while something is changed."""
        with self._lock:
            output = self._output
            with output.flush() if output else nullcontext(Frames(0)) as unheard:
                if unheard:
                    self._buffer.rewind(unheard)
                yield

    def step(self, channels: int) -> None:
        """Open the output, watch it, or try to reopen it: whatever is due."""
        match self.link:
            case DeviceLink.CLOSED:
                self._first_time(channels)
            case DeviceLink.OPEN:
                self._watch()
            case DeviceLink.LOST | DeviceLink.SILENT:
                self._look_again(channels)

    def close(self, patience: float = _CLOSING) -> None:
        """Close the output, and wait up to `patience` seconds for it. One that is being opened is closed later."""
        with self._lock:
            self._closed = True
            output, self._output = self._output, None
        if output is not None:
            close_output(output, patience)
        self.link = DeviceLink.CLOSED

    def _first_time(self, channels: int) -> None:
        error = self._connect(channels)
        if error is None:
            return
        self._lost_at, self._tries = self._clock.now(), 1
        self._plan_next_try()
        self._go_silent(error.message)

    def _watch(self) -> None:
        output = self._output
        if output is None:
            return
        if not self._begun:
            if self._wanted and self._start(output) is not None:
                self._lose(output)
        elif output.stalled():
            self._lose(output)
        elif self._notified_lost and output.running():
            self._notified_lost = self._notified_silent = False
            self._tries = 0
            self._notify(DeviceBack(output.name))

    def _lose(self, output: "Output") -> None:
        with self._lock:
            self._buffer.rewind(output.latency())
            self._output = None
        close_output(output)
        if not self._notified_lost:
            self._notified_lost = True
            self._lost_at = self._clock.now()
            self._notify(DeviceLost(LOST_REASON))
        self.link = DeviceLink.LOST
        self._plan_next_try()

    def _look_again(self, channels: int) -> None:
        now = self._clock.now()
        if now >= self._next_try:
            self._tries += 1
            if self._connect(channels) is None:
                return
            self._plan_next_try()
        if self.link is DeviceLink.LOST and now - self._lost_at >= self._timeouts.silent_after:
            self._go_silent(LOST_REASON)
        if self._output is not None and self._wanted and not self._begun:
            self._start(self._output)  # silence was opened before anything was to be heard

    def _plan_next_try(self) -> None:
        tries = self._timeouts.tries
        self._next_try = self._clock.now() + tries[min(self._tries, len(tries) - 1)]

    def _go_silent(self, reason: str) -> None:
        self._use(SilentOutput(self._clock))
        self.link = DeviceLink.SILENT
        self._notified_lost = True
        if not self._notified_silent:
            self._notified_silent = True
            self._notify(Silenced(reason))

    def _connect(self, channels: int) -> PlaybackError | None:
        """Open the wanted output and play through it; return why not."""
        try:
            output = open_output(self._make, channels, self._timeouts.opening)
        except PlaybackError as error:
            return error
        failure = self._use(output)
        if failure is None:
            self.link = DeviceLink.OPEN
            return None
        close_output(output)
        if self.link is DeviceLink.SILENT:
            self._use(SilentOutput(self._clock))
        return failure

    def _use(self, output: "Output") -> PlaybackError | None:
        """Play through `output` instead of what was there before; return why not."""
        with self._lock:
            before, self._output = self._output, None
        if before is not None:
            close_output(before, _CLOSING)
        with self._lock:
            self._begun = False
            self._output = None if self._closed else output
        if self._closed:
            close_output(output)
            return None
        return self._start(output) if self._wanted else None

    def _start(self, output: "Output") -> PlaybackError | None:
        """Have `output` take sound; return why it does not."""
        self._buffer.device_opened()
        self._begun = True
        try:
            output.start(self._buffer)
        except Exception as error:  # noqa: BLE001 - drivers raise what they like, and nobody else would hear of it
            with self._lock:
                self._output = None
            return as_playback_error(error)
        return None
