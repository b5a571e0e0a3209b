"""The transport: plays one source, and is told what to do by keys. A small state machine with a table of its moves.

What is heard is the source sample for sample, but for the short edges that `play_buffer.py` lists. All methods may be
called from any thread, return at once, and ignore what makes no sense in the present state.

Locks are taken in one order: the transport's, the keeper's, the output's own, the deck's. Nobody waits for a device,
for the source or for a listener while holding one.
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
from feltsense.playback.port import Ended, Event, Failed, Listener, Output, Started, Underrun
from feltsense.playback.read_ahead import ReadAhead
from feltsense.units import SAMPLE_RATE, Frames, frames

if TYPE_CHECKING:
    from feltsense.mix.source import PcmSource

_TICK = 0.05
"""Seconds between two looks at the device."""

_LATEST = 1.0
"""Seconds after its time at which a fade to the end is over, whether anybody hears it or not."""

_KEPT = frames(150)
"""What is heard as it was, when what comes next is changed: enough for the feeder to read the new."""

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


class _Ask(StrEnum):
    PLAY = "play"
    PAUSE = "pause"
    RESUME = "resume"
    END = "end"
    FINISH = "finish"
    FAIL = "fail"


_MOVES = {
    (TransportState.READY, _Ask.PLAY): TransportState.PLAYING,
    (TransportState.PLAYING, _Ask.PAUSE): TransportState.PAUSED,
    (TransportState.PAUSED, _Ask.RESUME): TransportState.PLAYING,
    (TransportState.PLAYING, _Ask.END): TransportState.ENDING,
    (TransportState.READY, _Ask.END): TransportState.ENDING,
    (TransportState.PAUSED, _Ask.END): TransportState.ENDING,
    (TransportState.PLAYING, _Ask.FINISH): TransportState.ENDED,
    (TransportState.ENDING, _Ask.FINISH): TransportState.ENDED,
    (TransportState.READY, _Ask.FAIL): TransportState.FAILED,
    (TransportState.PLAYING, _Ask.FAIL): TransportState.FAILED,
    (TransportState.PAUSED, _Ask.FAIL): TransportState.FAILED,
    (TransportState.ENDING, _Ask.FAIL): TransportState.FAILED,
}
"""What is not here does not happen."""

_SEEKABLE = (TransportState.READY, TransportState.PLAYING, TransportState.PAUSED)
_OVER = (TransportState.ENDED, TransportState.FAILED, TransportState.CLOSED)


class Transport:
    """Plays `source` once.

    Args:
        source: what is played; read ahead on a thread of its own.
        make: makes the output; see `outputs.registry.output_factory`.
        listener: told what happens.
        clockwork: what goes for time; None for the real clock.
        patience: how long to wait for a lost device.
    """

    def __init__(
        self,
        source: "PcmSource",
        make: Callable[[], Output],
        listener: Listener,
        clockwork: Clock | None = None,
        patience: DeviceTimeouts | None = None,
    ) -> None:
        self.state = TransportState.READY
        self.length = source.length
        self._channels = source.channels
        self._clockwork = clockwork or SystemClock()
        self._listener = listener
        self._events: deque[Event] = deque()
        self._lock = threading.RLock()
        self._deck = PlayBuffer(source)
        self._feeder = ReadAhead(source, self._deck)
        self._keeper = DeviceManager(
            self._deck, make, self._clockwork, patience or DeviceTimeouts(), self._events.append
        )
        self._loop: Loop | None = None
        self._volume = 1.0
        self._started = False
        self._ends_by: float | None = None

    @property
    def position(self) -> Frames:
        """The frame that is being heard, by the device's clock."""
        return self._deck.position(self._keeper.unheard())

    @property
    def volume(self) -> float:
        """The factor on every sample, 0 to 1."""
        return self._volume

    @property
    def output(self) -> str:
        """The name of the output that is open; empty when there is none."""
        return self._keeper.name

    def prepare(self) -> None:
        """Open the device and read ahead, so that `play` is heard at once."""
        with self._lock:
            if self.state in _OVER or self._loop is not None:
                return
            self._feeder.start(self._clockwork)
            self._loop = self._clockwork.start("player", self._step)

    def _begin(self) -> None:
        """Have the device take sound from now on."""
        self._keeper.begin()
        self.prepare()
        if self._loop is not None:
            self._loop.wake()

    def play(self) -> None:
        """Begin."""
        with self._lock:
            if self._move(_Ask.PLAY):
                self._deck.roll()
                self._begin()

    def pause(self) -> None:
        """Stand still, at this very frame."""
        with self._lock:
            if self._move(_Ask.PAUSE):
                with self._changing():
                    self._deck.hold()

    def resume(self) -> None:
        """Go on where `pause` stood still."""
        with self._lock:
            if self._move(_Ask.RESUME):
                self._deck.roll()

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
                    self._deck.seek(frame)

    def revise(self, change: Callable[[Frames], None]) -> None:
        """Have the source read anew from soon after what is heard now, because it sounds otherwise from here on.

        Args:
            change: changes the source; given the first frame that is read anew. What comes before it, about 150 ms, is
                heard as it was, and nothing is left out or heard twice. It returns soon: nothing is read meanwhile. It
                is not called once playing is ending or over.
        """
        with self._lock:
            if self.state not in _SEEKABLE:
                return
            with self._keeper.interrupted():
                first = self._deck.forget(_KEPT)
            try:
                change(first)
            finally:
                self._deck.go_on()
                self._feeder.wake()

    def set_volume(self, volume: float) -> None:
        """Glide to `volume`, 0 to 1; what is beyond is cut."""
        with self._lock:
            self._volume = max(0.0, min(volume, 1.0))
            if self.state in _SEEKABLE:
                with self._changing():
                    self._deck.set_volume(self._volume)

    def end(self, fade: float) -> None:
        """Fade out within `fade` seconds, and end."""
        with self._lock:
            was = self.state
            if not self._move(_Ask.END):
                return
            self._ends_by = self._clockwork.now() + fade + _LATEST
            with self._changing():
                if was is TransportState.PLAYING:
                    self._deck.fade(round(fade * SAMPLE_RATE))
                else:
                    self._deck.finish()
            self._begin()

    def close(self) -> None:
        """Stop and let go of everything, within a third of a second. Calling it twice is fine; nothing is told."""
        with self._lock:
            was, self.state = self.state, TransportState.CLOSED
        if was is TransportState.CLOSED:
            return
        until = self._clockwork.now() + _CLOSING
        with self._keeper.interrupted():
            self._deck.hold()
        if was in (TransportState.PLAYING, TransportState.ENDING):
            self._hear_the_edge()
        for loop in (self._loop, self._feeder):
            if loop is not None:
                loop.stop(min(_JOIN, max(0.0, until - self._clockwork.now())))
        self._keeper.close(max(0.0, until - self._clockwork.now()))

    @contextmanager
    def _changing(self) -> Iterator[None]:
        with self._keeper.interrupted():
            yield
        self._feeder.wake()

    def _move(self, ask: _Ask) -> bool:
        """Make the move that `ask` stands for; tell whether there is one."""
        new = _MOVES.get((self.state, ask))
        if new is None:
            return False
        self.state = new
        return True

    def _hear_the_edge(self) -> None:
        """Wait until the sound has faded in the ear, so that closing does not click."""
        if self._keeper.link is not DeviceLink.OPEN:
            return
        until = self._clockwork.now() + _LAST_SOUND
        while not self._deck.still():
            if self._clockwork.now() >= until:
                return
            self._clockwork.sleep(0.005)
        self._clockwork.sleep(min(self._keeper.unheard() / SAMPLE_RATE, _LAST_SOUND))

    # --- on the player's own thread ---------------------------------------------------------------------------------

    def _step(self) -> float | None:
        if self.state not in _OVER:
            self._keeper.step(self._channels)
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
        self._feeder.stop(0.0)
        self._hear_the_edge()
        if self._keeper.link is DeviceLink.OPEN:
            self._clockwork.sleep(_UNSURE)
        self._keeper.close()

    def _notice(self) -> None:
        """See what has happened since the last look."""
        at = self._deck.starved()
        if at is not None and self._feeder.failure is None:
            self._events.append(Underrun(at))
        if not self._started and self._deck.sounded():
            self._started = True
            self._events.append(Started(self._keeper.name))
        failure = self._feeder.failure
        if failure is not None and self._all_heard() and self._move(_Ask.FAIL):
            self._deck.hold()
            self._events.append(Failed(failure))
        late = self._ends_by is not None and self._clockwork.now() > self._ends_by
        if (late or self._deck.over(self._keeper.unheard())) and self._move(_Ask.FINISH):
            at = self.position
            self._events.append(Ended(at, whole=at >= self.length))

    def _all_heard(self) -> bool:
        """Tell whether nothing that could be read is left to be heard: a sentence is not cut for the one after it."""
        return self.state not in (TransportState.PLAYING, TransportState.ENDING) or self._deck.dry(
            self._keeper.unheard()
        )
