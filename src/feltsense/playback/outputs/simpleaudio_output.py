"""Sound through simpleaudio: an alternative. It plays whole buffers and nothing else, so the rest is made around it.

A buffer reaches from where playing is to the silence after the next sound; the next one is collected meanwhile. Where
no silence comes, it ends after a minute, or where sound is not ready in time. What lies between two buffers, about
50 ms, is taken out of that silence. A pause, a seek or a change of volume stops the buffer: about a quarter of a second
of it is still heard, and heard again when playing goes on.
"""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING

import numpy as np

from feltsense.errors import PlaybackError
from feltsense.playback.clock import SystemClock
from feltsense.playback.device_opening import open_output, silence_alsa
from feltsense.playback.port import OutputStatus
from feltsense.units import SAMPLE_RATE, Frames, frames

if TYPE_CHECKING:
    import simpleaudio
    from numpy.typing import NDArray

    from feltsense.playback.clock import Clock, Loop
    from feltsense.playback.port import Feed

_STEP = frames(250)
"""Frames collected at a time; as much silence ends a buffer."""

_LEAD = frames(30)
"""Silence before a buffer that begins with sound: devices alter their first few ms."""

_LONGEST = 60 * SAMPLE_RATE
"""Where no silence comes, a buffer ends here all the same."""

_TICK = 0.02
_TOO_EARLY = 0.5
"""Seconds before its time at which a buffer that is over tells of a lost device; one that plays so long is heard."""

_DRY = 0.1
"""Seconds without new sound after which a buffer is played without waiting for the silence that should end it."""

_RUN_OUT = 0.4
"""Seconds within which a stopped buffer is really silent."""

_STATUS = 2.0
"""Seconds in which the sound system has to say whether it works."""

_NAME = "simpleaudio"
_HOW_TO_GET_IT = "Run: pip install 'feltsense[simpleaudio]'; on Linux it is compiled and needs libasound2-dev."


class SimpleaudioOutput:
    """An output through simpleaudio."""

    name = _NAME

    def __init__(self, clock: "Clock") -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._feed: Feed | None = None
        self._loop: Loop | None = None
        self._channels = 1
        self._collected: list[NDArray[np.int16]] = []
        self._complete = False
        self._fresh_at = 0.0
        """When sound was collected last."""
        self._stops = 0
        """How often playing was stopped: a buffer that was being begun then is stopped too."""
        self._beginning = 0
        """Frames of the buffer that is being begun."""
        self._playing: simpleaudio.PlayObject | None = None
        self._running_out: simpleaudio.PlayObject | None = None
        self._began = 0.0
        self._length = 0
        self._free_at = 0.0
        """When the buffer before ended, or should have."""
        self._has_run = self._stalled = False

    def open(self, channels: int) -> None:
        """See whether there is a device, by playing nothing to it.

        Raises:
            PlaybackError: there is none, or simpleaudio cannot be used here.
        """
        require_simpleaudio()
        self._channels = channels
        self._play(np.zeros((frames(10), channels), np.int16))

    def start(self, feed: "Feed") -> None:
        """Begin to collect and play."""
        self._feed = feed
        self._loop = self._clock.start(_NAME, self._step)

    def running(self) -> bool:
        """Tell whether a buffer has been played, or half a second of one."""
        return self._has_run

    def stalled(self) -> bool:
        """Tell whether a buffer could not be played to its end."""
        return self._stalled

    def latency(self) -> Frames:
        """Return what is left of the buffer, and all that is collected."""
        with self._lock:
            return self._not_heard()

    @contextmanager
    def flush(self) -> Iterator[Frames]:
        """Stop the buffer; drop what is left of it, and all that is collected."""
        with self._lock:
            unheard = self._not_heard()
            self._stop()
            yield unheard

    def close(self) -> None:
        """Stop. It waits for what still runs out: simpleaudio must not outlive the interpreter."""
        if self._loop is not None:
            self._loop.stop(patience=0.1)
        with self._lock:
            self._stop()
        until = self._clock.now() + _RUN_OUT
        while self._running_out is not None and self._running_out.is_playing() and self._clock.now() < until:
            self._clock.sleep(0.01)

    # --- on a thread of its own -------------------------------------------------------------------------------------

    def _step(self) -> float | None:
        with self._lock:
            if self._feed is None or self._stalled:
                return None
            self._look_at_the_end()
            self._collect(self._feed)
            block, stops = self._due(), self._stops
        if block is not None:
            self._begin(block, stops)
        return _TICK

    def _begin(self, block: "NDArray[np.int16]", stops: int) -> None:
        """Play `block`. The lock is free meanwhile: a sound server that hangs keeps nobody else waiting."""
        try:
            playing = self._play(block)
        except PlaybackError:
            self._stalled = True
            return
        with self._lock:
            if stops == self._stops:
                self._playing, self._beginning = playing, 0
            else:
                playing.stop()
                self._running_out = playing

    # --- with the lock held -----------------------------------------------------------------------------------------

    def _look_at_the_end(self) -> None:
        if self._playing is not None:
            goes_on, left = self._playing.is_playing(), self._left()
            self._stalled = not goes_on and left > _TOO_EARLY * SAMPLE_RATE
            self._has_run |= not self._stalled and (not goes_on or self._length - left > _TOO_EARLY * SAMPLE_RATE)
            if not goes_on and not self._stalled:
                self._playing = None
        if self._running_out is not None and not self._running_out.is_playing():
            self._running_out = None

    def _collect(self, feed: "Feed") -> None:
        while not self._complete and (ready := feed.available()):
            block = feed.pull(min(ready, _STEP))
            silent = not block.any()
            sound_before = any(each.any() for each in self._collected)
            self._collected.append(block)
            self._complete = (silent and sound_before) or sum(map(len, self._collected)) >= _LONGEST
            self._fresh_at = self._clock.now()
        if not self._collected and self._playing is None:
            block = feed.pull(frames(round(_TICK * 1000)))  # it lets the feed know that time goes on
            if block.any():
                self._collected.append(block)  # the edge after sound that came to a stop

    def _due(self) -> "NDArray[np.int16] | None":
        """Return the buffer to be played now."""
        now = self._clock.now()
        dry = now - self._fresh_at >= _DRY
        if self._playing or self._running_out or not self._collected or not (self._complete or dry):
            return None
        block = np.concatenate(self._collected)
        block = block[self._late(block, now) :]
        self._collected, self._complete = [], False
        if not len(block):
            return None
        lead = _LEAD if block[:_LEAD].any() else 0
        self._began, self._length = now + lead / SAMPLE_RATE, len(block)
        self._beginning = len(block)
        self._free_at = self._began + len(block) / SAMPLE_RATE
        return np.concatenate([np.zeros_like(block, shape=(lead, self._channels)), block])

    def _late(self, block: "NDArray[np.int16]", now: float) -> int:
        """Return how much silence to leave out at the front, because the buffer before took longer than it sounds."""
        late = round((now - self._free_at) * SAMPLE_RATE)
        if not 0 < late < _STEP:
            return 0
        silence = int(np.argmax(block.any(axis=1))) if block.any() else len(block)
        return min(late, silence)

    def _not_heard(self) -> Frames:
        return Frames(self._left() + sum(map(len, self._collected)))

    def _left(self) -> int:
        if self._playing is None:
            return self._beginning
        heard = round((self._clock.now() - self._began) * SAMPLE_RATE)
        return max(0, self._length - max(0, heard))

    def _stop(self) -> None:
        if self._playing is not None:
            self._playing.stop()
            self._running_out = self._playing
        self._playing = None
        self._stops += 1
        self._beginning = 0
        self._collected, self._complete = [], False
        self._free_at = 0.0

    def _play(self, block: "NDArray[np.int16]") -> "simpleaudio.PlayObject":
        import simpleaudio  # noqa: PLC0415 - optional
        from simpleaudio._simpleaudio import SimpleaudioError  # noqa: PLC0415 - optional

        silence_alsa()
        try:
            return simpleaudio.play_buffer(block.tobytes(), self._channels, 2, SAMPLE_RATE)
        except SimpleaudioError as error:
            raise PlaybackError("No loudspeaker or headphones were found.", "Playing goes on without sound.") from error


def require_simpleaudio() -> None:
    """Raise if simpleaudio cannot be used here.

    Raises:
        PlaybackError: with what to do.
    """
    if sys.version_info >= (3, 12):
        message = f"simpleaudio crashes Python 3.12 and later, and this is {sys.version_info[0]}.{sys.version_info[1]}."
        raise PlaybackError(message, "Use --output miniaudio, or Python 3.11.")
    if find_spec(_NAME) is None:
        raise PlaybackError("The optional package simpleaudio is not installed.", _HOW_TO_GET_IT)


def simpleaudio_status() -> OutputStatus:
    """Return whether simpleaudio can be used here and finds a device."""
    summary = "plays whole buffers to the system's loudspeaker"
    try:
        output = open_output(lambda: SimpleaudioOutput(SystemClock()), channels=1, patience=_STATUS)
    except PlaybackError as error:
        return OutputStatus(_NAME, works=False, summary=summary, reason=f"{error.message} {error.hint}".strip())
    output.close()
    return OutputStatus(_NAME, works=True, summary=summary)
