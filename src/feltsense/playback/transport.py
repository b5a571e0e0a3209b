"""The transport: plays one source; play, pause, seek, volume, end. A small state machine with a table of transitions.

What is heard is the source sample for sample, but for the short edges that `play_buffer.py` lists. All methods may be
called from any thread, return at once, and ignore what makes no sense in the present state.

Locks are taken in one order: the transport's, the device manager's, the output's own, the buffer's. Nobody waits for a
device, for the source or for a listener while holding one.
"""

import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING

from feltsense.playback.clock import Clock, Loop, SystemClock
from feltsense.playback.device_manager import DeviceLink, DeviceManager, DeviceTimeouts
from feltsense.playback.play_buffer import PlayBuffer
from feltsense.playback.playing_sign import PlayingSign
from feltsense.playback.port import AlsoPlaying, Ended, Event, Failed, Listener, Output, Started, Underrun
from feltsense.playback.read_ahead import ReadAhead
from feltsense.units import SAMPLE_RATE, Frames, frames

if TYPE_CHECKING:
    from feltsense.mix.port import PlayableSource

_TICK = 0.05
"""Seconds between two looks at the device."""

_LATEST = 1.0
"""Seconds after its time at which a fade to the end is over, whether anybody hears it or not."""

_KEPT = frames(150)
"""Frames still played as they were when the source changes: enough time to read it anew."""

_CLOSING = 0.3
"""Seconds that closing takes at most."""

_LAST_SOUND = 0.15
"""Seconds that closing waits for the last edge to be handed out, and as long for it to be heard."""

_UNSURE = 0.3
"""Seconds that a device stays open after all has been heard as far as is known."""

_JOIN = 0.05
"""Seconds that closing waits at most for each thread."""


class TransportState(StrEnum):
    """What a transport is doing."""

    READY = "ready"
    PLAYING = "playing"
    PAUSED = "paused"
    ENDING = "ending"
    ENDED = "ended"
    FAILED = "failed"
    CLOSED = "closed"


class _Command(StrEnum):
    PLAY = "play"
    PAUSE = "pause"
    RESUME = "resume"
    END = "end"
    FINISH = "finish"
    FAIL = "fail"


_TRANSITIONS = {
    (TransportState.READY, _Command.PLAY): TransportState.PLAYING,
    (TransportState.PLAYING, _Command.PAUSE): TransportState.PAUSED,
    (TransportState.PAUSED, _Command.RESUME): TransportState.PLAYING,
    (TransportState.PLAYING, _Command.END): TransportState.ENDING,
    (TransportState.READY, _Command.END): TransportState.ENDING,
    (TransportState.PAUSED, _Command.END): TransportState.ENDING,
    (TransportState.PLAYING, _Command.FINISH): TransportState.ENDED,
    (TransportState.ENDING, _Command.FINISH): TransportState.ENDED,
    (TransportState.READY, _Command.FAIL): TransportState.FAILED,
    (TransportState.PLAYING, _Command.FAIL): TransportState.FAILED,
    (TransportState.PAUSED, _Command.FAIL): TransportState.FAILED,
    (TransportState.ENDING, _Command.FAIL): TransportState.FAILED,
}
"""What is not here does not happen."""

_SEEKABLE = (TransportState.READY, TransportState.PLAYING, TransportState.PAUSED)
_OVER = (TransportState.ENDED, TransportState.FAILED, TransportState.CLOSED)


class Transport:
    """Plays `source` once.

    Args:
        source: what is played; read ahead on a thread of its own.
        make_output: makes the output; see `outputs.registry.output_factory`.
        listener: called with every event.
        clock: None for the real clock.
        timeouts: how long to wait for a lost device.
        sign: tells other processes that it is heard; None where none need know.
    """

    def __init__(
        self,
        source: "PlayableSource",
        make_output: Callable[[], Output],
        listener: Listener,
        clock: Clock | None = None,
        timeouts: DeviceTimeouts | None = None,
        sign: PlayingSign | None = None,
    ) -> None:
        self.state = TransportState.READY
        self._source = source
        self._channels = source.channels
        self._clock = clock or SystemClock()
        self._listener = listener
        self._sign = sign or PlayingSign()
        self._events: deque[Event] = deque()
        self._lock = threading.RLock()
        self._buffer = PlayBuffer(source)
        self._read_ahead = ReadAhead(source, self._buffer)
        self._devices = DeviceManager(
            self._buffer, make_output, self._clock, timeouts or DeviceTimeouts(), self._events.append
        )
        self._loop: Loop | None = None
        self._volume = 1.0
        self._started = False
        self._ends_by: float | None = None

    @property
    def length(self) -> Frames:
        """Frames in all, as far as is known."""
        return self._source.length

    @property
    def position(self) -> Frames:
        """The frame that is being heard, by the device's clock."""
        return self._buffer.position(self._devices.latency())

    @property
    def volume(self) -> float:
        """The factor on every sample, 0 to 1."""
        return self._volume

    @property
    def output(self) -> str:
        """The name of the output that is open; empty when there is none."""
        return self._devices.name

    def prepare(self) -> None:
        """Open the device and read ahead, so that `play` is heard at once."""
        with self._lock:
            if self.state in _OVER or self._loop is not None:
                return
            self._read_ahead.start(self._clock)
            self._loop = self._clock.start("player", self._step)

    def _begin(self) -> None:
        """Have the device take sound from now on."""
        self._devices.begin()
        self.prepare()
        if self._loop is not None:
            self._loop.wake()

    def play(self) -> None:
        """Begin."""
        with self._lock:
            if self._move(_Command.PLAY):
                self._buffer.start_output()
                self._begin()

    def pause(self) -> None:
        """Pause at this very frame."""
        with self._lock:
            if self._move(_Command.PAUSE):
                with self._changing():
                    self._buffer.pause()

    def resume(self) -> None:
        """Go on where it was paused."""
        with self._lock:
            if self._move(_Command.RESUME):
                self._buffer.start_output()

    def toggle(self) -> None:
        """Pause, or go on, or begin."""
        with self._lock:
            match self.state:
                case TransportState.PLAYING:
                    self.pause()
                case TransportState.PAUSED:
                    self.resume()
                case _:
                    self.play()

    def seek(self, frame: int) -> None:
        """Go to `frame`, playing or not. Past the end is the end."""
        with self._lock:
            if self.state in _SEEKABLE:
                with self._changing():
                    self._buffer.seek(frame)

    def change_source(self, change: Callable[[Frames], None]) -> None:
        """Change the source while it plays: what comes soon after the frame heard now is read anew.

        Args:
            change: changes the source; given the first frame that is read anew. What comes before it, about 150 ms, is
                heard as it was, and nothing is left out or heard twice. It returns soon: nothing is read meanwhile. It
                is not called once playing is ending or over.
        """
        with self._lock:
            if self.state not in _SEEKABLE:
                return
            with self._devices.flush():
                first = self._buffer.discard_ahead(_KEPT)
            try:
                change(first)
            finally:
                self._buffer.resume_reading()
                self._read_ahead.wake()

    def set_volume(self, volume: float) -> None:
        """Move to `volume`, clamped to 0 … 1, along a short ramp."""
        with self._lock:
            self._volume = max(0.0, min(volume, 1.0))
            if self.state in _SEEKABLE:
                with self._changing():
                    self._buffer.set_volume(self._volume)

    @property
    def timer_left(self) -> Frames | None:
        """Frames of sound until the sleep timer has it be over; None without one."""
        return self._buffer.timer_left

    def set_timer(self, seconds: float | None, fade: float) -> None:
        """Have it be over after so many seconds of sound, to the frame, the last `fade` of them fading; None for never.

        Pausing holds the timer. A fade that it has begun is called off by setting it anew.
        """
        with self._lock:
            if self.state in _SEEKABLE:
                with self._changing():
                    length = None if seconds is None else round(seconds * SAMPLE_RATE)
                    self._buffer.set_timer(length, round(fade * SAMPLE_RATE))

    def end(self, fade: float) -> None:
        """Fade out within `fade` seconds, and end."""
        with self._lock:
            was = self.state
            if not self._move(_Command.END):
                return
            self._ends_by = self._clock.now() + fade + _LATEST
            with self._changing():
                if was is TransportState.PLAYING:
                    self._buffer.fade(round(fade * SAMPLE_RATE))
                else:
                    self._buffer.finish()
            self._begin()

    def close(self) -> None:
        """Stop and close everything, within a third of a second, without an event. Calling it twice is fine."""
        with self._lock:
            was, self.state = self.state, TransportState.CLOSED
            self._sign.take_down(self)
        if was is TransportState.CLOSED:
            return
        until = self._clock.now() + _CLOSING
        with self._devices.flush():
            self._buffer.pause()
        if was in (TransportState.PLAYING, TransportState.ENDING):
            self._wait_for_fade()
        for loop in (self._loop, self._read_ahead):
            if loop is not None:
                loop.stop(min(_JOIN, max(0.0, until - self._clock.now())))
        self._devices.close(max(0.0, until - self._clock.now()))

    @contextmanager
    def _changing(self) -> Iterator[None]:
        with self._devices.flush():
            yield
        self._read_ahead.wake()

    def _move(self, command: _Command) -> bool:
        """Make the transition for `command`; tell whether there is one."""
        new = _TRANSITIONS.get((self.state, command))
        if new is None:
            return False
        self.state = new
        self._tell_other_processes()
        return True

    def _tell_other_processes(self) -> None:
        """Have them know whether it is heard; what fades still is."""
        if self.state is TransportState.PLAYING:
            if self._sign.put_up(self):
                self._events.append(AlsoPlaying())
        elif self.state is not TransportState.ENDING:
            self._sign.take_down(self)

    def _wait_for_fade(self) -> None:
        """Wait until the last fade has been heard, so that closing does not click."""
        if self._devices.link is not DeviceLink.OPEN:
            return
        until = self._clock.now() + _LAST_SOUND
        while not self._buffer.is_silent():
            if self._clock.now() >= until:
                return
            self._clock.sleep(0.005)
        self._clock.sleep(min(self._devices.latency() / SAMPLE_RATE, _LAST_SOUND))

    # --- on the player's own thread ---------------------------------------------------------------------------------

    def _step(self) -> float | None:
        if self.state not in _OVER:
            self._devices.step(self._channels)
        with self._lock:
            self._notice()
        while self._events and self.state is not TransportState.CLOSED:
            self._listener(self._events.popleft())
        if self.state not in _OVER:
            return _TICK
        if self.state is not TransportState.CLOSED:  # what is closed is let go of by `close`
            self._let_go()
        return None

    def _let_go(self) -> None:
        """Close the device once all has been heard for certain: how much it holds is a guess."""
        self._read_ahead.stop(0.0)
        self._wait_for_fade()
        if self._devices.link is DeviceLink.OPEN:
            self._clock.sleep(_UNSURE)
        self._devices.close()

    def _notice(self) -> None:
        """See what has happened since the last look."""
        at = self._buffer.take_underrun()
        if at is not None and self._read_ahead.failure is None:
            self._events.append(Underrun(at))
        if not self._started and self._buffer.has_sounded():
            self._started = True
            self._events.append(Started(self._devices.name))
        failure = self._read_ahead.failure
        if failure is not None and self._all_heard() and self._move(_Command.FAIL):
            self._buffer.pause()
            self._events.append(Failed(failure))
        late = self._ends_by is not None and self._clock.now() > self._ends_by
        if (late or self._buffer.finished(self._devices.latency())) and self._move(_Command.FINISH):
            at = self.position
            self._events.append(Ended(at, whole=at >= self.length, timed=self._buffer.timed_out))

    def _all_heard(self) -> bool:
        """Tell whether nothing that could be read is left to be heard: a sentence is not cut for the one after it."""
        return self.state not in (TransportState.PLAYING, TransportState.ENDING) or self._buffer.drained(
            self._devices.latency()
        )
