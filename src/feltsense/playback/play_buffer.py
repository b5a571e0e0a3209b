"""The play buffer: holds the sound that comes next, and hands it to the output, frame by frame.

The read-ahead thread fills it, the output pulls from it, the transport controls it. What the output gets is the source
sample for sample, but for short fades:

- A pause, a seek and an underrun fade out over the `FADE_FRAMES` frames that would have come next, without moving on.
- Every start fades in over `FADE_FRAMES` frames; after a pause over the same ones, so that nothing is left out. The
  very first frame of a source needs no fade: it is played as it is.
- A change of volume is a ramp of `VOLUME_RAMP` frames. At any volume but 1 every sample is multiplied and rounded.
- A device that has just been opened gets `LEAD_IN` frames of silence first, because it alters its first few ms.
"""

import threading
from typing import TYPE_CHECKING

import numpy as np

from feltsense.playback.fade import GainRamp
from feltsense.playback.position_history import PositionHistory
from feltsense.playback.ring_buffer import RingBuffer
from feltsense.playback.sleep_timer import SleepTimer
from feltsense.units import SAMPLE_RATE, Frames, frames

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from feltsense.mix.port import PlayableSource

FADE_FRAMES = frames(6)
VOLUME_RAMP = frames(20)
LEAD_IN = frames(30)

_AHEAD = 4 * SAMPLE_RATE
"""Frames held at most."""

_SMALLEST, _LARGEST = frames(50), SAMPLE_RATE // 2
"""Frames asked for at a time: few when little is there, so that the first sound comes soon."""

_RISE = frames(1000)
"""From a fade that is called off back to the volume."""

_GRACE = frames(250)
"""Silence after a start or seek that is no underrun yet."""


class PlayBuffer:
    """The sound between source and output: fits `Feed`. Safe to use from several threads; nothing in it blocks.

    Args:
        source: what is played; only its length and channels are looked at here.
    """

    def __init__(self, source: "PlayableSource") -> None:
        self._source = source
        self._channels = source.channels
        self._lock = threading.Lock()
        self._ring = RingBuffer(_AHEAD, source.channels)
        self._filling = 0
        """How often the ring was emptied: what was read for an earlier filling is not taken."""
        self._waiting = False
        """True while the source is being changed and nothing of it is wanted."""
        self._trace = PositionHistory()
        self._cursor = 0
        """The next frame of the source to be handed out: the ring's first."""
        self._gain = GainRamp(1.0)
        """The volume, and the fade to the end."""
        self._rise = GainRamp(1.0)
        """The fades at both ends of a run of sound."""
        self._rolling = False
        self._sounding = False
        """True when the last frame handed out was sound, so that a fade is needed before silence."""
        self._edge = self._silence(0)
        """What is left of a fade-out."""
        self._lead = 0
        self._volume = 1.0
        self._ending: int | None = None
        """Frames until a fade to the end is over."""
        self._timer = SleepTimer()
        self._over: int | None = None
        """How much will have been handed out in all when playing has come to its end, the last edge included."""
        self._missing = 0
        """Frames of silence since the last start or seek because sound was not there."""
        self._sounded = self._starved = False

    @property
    def length(self) -> Frames:
        """Frames of the source, as far as it knows."""
        return self._source.length

    # --- for the output ---------------------------------------------------------------------------------------------

    def pull(self, count: int) -> "NDArray[np.int16]":
        """Return the next `count` frames to be heard, shape (count, channels); what is not there is silence."""
        block = self._silence(count)
        with self._lock:
            self._finish_at_the_end()  # the source may have become shorter than where somebody went
            at = self._skip_lead(count)
            at += self._play_edge(block[at:])
            at += self._play_ring(block[at:])
            if at < count and self._sounding:
                self._cut()
                at += self._play_edge(block[at:])
            self._stand(count - at)
        return block

    def available(self) -> int:
        """Return how many frames can be pulled at once without a gap; 0 while nothing is to be heard."""
        with self._lock:
            sound = self._available()
            return len(self._edge) + (self._lead + sound if sound else 0)

    # --- for the read-ahead thread ----------------------------------------------------------------------------------

    def next_read(self) -> tuple[int, int, int] | None:
        """Return (filling, start, stop): the frames to read next; None when the buffer is full enough."""
        with self._lock:
            start = self._cursor + self._ring.filled
            count = min(max(self._ring.filled, _SMALLEST), _LARGEST)
            if self._waiting or self._ring.space < count or start >= self.length:
                return None
            return self._filling, start, min(start + count, self.length)

    def write(self, filling: int, block: "NDArray[np.int16]") -> None:
        """Append what was read for `filling`; it is dropped if a seek has come since."""
        with self._lock:
            if filling == self._filling:
                self._ring.write(block)

    # --- for the transport ------------------------------------------------------------------------------------------

    def start_output(self) -> None:
        """Hand out sound from the cursor on."""
        with self._lock:
            self._rolling = True
            self._missing, self._sounded = 0, False
            self._finish_at_the_end()

    def pause(self) -> None:
        """Hand out silence; the cursor stays where it is."""
        with self._lock:
            self._rolling = False

    def seek(self, frame: int) -> None:
        """Move the cursor."""
        with self._lock:
            if self._sounding:
                self._cut()
            self._go_to(frame)

    def discard_ahead(self, keep: int) -> Frames:
        """Drop what was read ahead, but for the next `keep` frames, and read nothing until `resume_reading`.

        Returns the first frame that will be read anew; what comes before it is heard as it was read.
        """
        with self._lock:
            self._waiting = True
            self._filling += 1
            self._ring.keep(keep)
            return Frames(self._cursor + self._ring.filled)

    def resume_reading(self) -> None:
        """Read on, after `discard_ahead`."""
        with self._lock:
            self._waiting = False

    def set_volume(self, volume: float) -> None:
        """Move along a ramp to the factor `volume`, 0 to 1; not while a fade to the end is under way."""
        with self._lock:
            self._volume = volume
            if self._ending is None:
                self._gain.glide(volume, VOLUME_RAMP if self._sounding else 0)

    def fade(self, length: int) -> None:
        """Fade to silence within `length` frames; then it is over."""
        with self._lock:
            self._timer = SleepTimer()
            self._ending = max(FADE_FRAMES, length)
            self._gain.glide(0.0, self._ending)

    def set_timer(self, length: int | None, fade: int) -> None:
        """Have it be over after `length` frames of sound, of which the last `fade` frames fade; None for never.

        A fade that the timer has begun goes back to the volume.
        """
        with self._lock:
            if self._timer.fading:
                self._ending = None
                self._gain.glide(self._volume, _RISE)
            self._timer = SleepTimer(length, fade)

    @property
    def timer_left(self) -> Frames | None:
        """Frames of sound until the timer has it be over; None without a timer."""
        left = self._timer.left
        return None if left is None else Frames(left)

    @property
    def timed_out(self) -> bool:
        """Tell whether it was the timer that ended it."""
        return self._over is not None and self._timer.left == 0

    def finish(self) -> None:
        """End at once, after a short fade if sound is being handed out."""
        with self._lock:
            self._timer = SleepTimer()
            self._ending = 0
            if self._sounding:
                self._cut()
            else:
                self._finish()

    def device_opened(self) -> None:
        """Begin anew with silence for a device that has just been opened."""
        with self._lock:
            self._lead = LEAD_IN
            self._break_off()

    def rewind(self, unheard: int) -> None:
        """Go back by the last `unheard` frames handed out, which the output has dropped."""
        with self._lock:
            if unheard:
                before = self._cursor
                self._go_to(self._trace.position(unheard))
                self._timer.give_back(min(unheard, before - self._cursor))
            self._break_off()

    # --- state ------------------------------------------------------------------------------------------------------

    def position(self, unheard: int) -> Frames:
        """Return the frame that is heard when the last `unheard` frames handed out are still to come."""
        with self._lock:
            return self._trace.position(unheard)

    def finished(self, unheard: int) -> bool:
        """Tell whether playing came to its end and all of it has been heard."""
        with self._lock:
            return self._over is not None and self._trace.out - unheard >= self._over

    def drained(self, unheard: int) -> bool:
        """Tell whether all that was read has been heard, and playing waits for more."""
        with self._lock:
            waits = self._rolling and self._over is None and not self._available()
            return waits and self._trace.position(unheard) >= self._cursor

    def has_sounded(self) -> bool:
        """Tell whether sound has been handed out since the last start or seek."""
        with self._lock:
            return self._sounded

    def is_silent(self) -> bool:
        """Tell whether silence is being handed out, and no fade is left."""
        with self._lock:
            return not self._sounding and not len(self._edge)

    def take_underrun(self) -> Frames | None:
        """Return the frame of a new underrun; at most one between two starts or seeks."""
        with self._lock:
            told, self._starved = self._starved, False
            return Frames(self._cursor) if told else None

    # --- with the lock held -----------------------------------------------------------------------------------------

    def _silence(self, count: int) -> "NDArray[np.int16]":
        return np.zeros((count, self._channels), np.int16)

    def _available(self) -> int:
        """Return the frames that can be handed out now; until the source's end, enough is held back for a fade."""
        if not self._rolling or self._over is not None:
            return 0
        at_the_end = self._cursor + self._ring.filled >= self.length
        available = self._ring.filled if at_the_end else max(0, self._ring.filled - FADE_FRAMES)
        if not self._sounding and available < min(FADE_FRAMES, self.length - self._cursor):
            return 0  # a start with less would only make one fade after another
        return available if self._ending is None else min(available, self._ending)

    def _skip_lead(self, count: int) -> int:
        skipped = min(count, self._lead)
        self._lead -= skipped
        self._trace.stand(skipped)
        return skipped

    def _play_edge(self, out: "NDArray[np.int16]") -> int:
        count = min(len(out), len(self._edge))
        out[:count] = self._edge[:count]
        self._edge = self._edge[count:]
        self._trace.stand(count)
        return count

    def _play_ring(self, out: "NDArray[np.int16]") -> int:
        """Hand out sound, in as many runs as it takes: one ends where the timer begins to fade."""
        at = 0
        while at < len(out) and (count := self._play_run(out[at:])):
            at += count
        return at

    def _play_run(self, out: "NDArray[np.int16]") -> int:
        if self._ending is None and self._timer.due:
            self._ending = self._timer.begin_fade()
            self._gain.glide(0.0, self._ending)
        count = self._timer.until_fade(min(len(out), self._available()))
        if not count:
            return 0
        self._timer.take(count)
        if not self._sounding:
            self._sounding = self._sounded = True
            self._rise.glide(1.0, FADE_FRAMES, start=0.0 if self._cursor else 1.0)
        self._ring.read(out[:count])
        self._shape(out[:count])
        self._cursor += count
        self._trace.move(count)
        if self._ending is not None:
            self._ending -= count
        self._finish_at_the_end()
        return count

    def _shape(self, out: "NDArray[np.int16]") -> None:
        """Apply volume and fades; where both are 1, the samples stay as they are."""
        gain, rise = self._gain.take(len(out)), self._rise.take(len(out))
        if gain is not None or rise is not None:
            out[:] = np.rint(out * (1.0 if gain is None else gain) * (1.0 if rise is None else rise))

    def _cut(self) -> None:
        """Make the next frames a fade-out, without moving the cursor.

        A fade to the end that was asked for is over then; one of the timer goes on with the sound.
        """
        edge = self._silence(min(FADE_FRAMES, self._ring.filled))
        self._ring.peek(edge)
        self._rise.glide(0.0, len(edge))
        self._shape(edge)
        self._edge = edge
        self._sounding = False
        if self._ending is not None and not self._timer.fading:
            self._finish()

    def _break_off(self) -> None:
        """Drop a fade-out under way: nobody would hear it."""
        self._edge = self._silence(0)
        self._sounding = False
        if self._over is not None:
            self._over = min(self._over, self._trace.out)

    def _stand(self, count: int) -> None:
        """Account for `count` frames of silence at the end of a block."""
        self._trace.stand(count)
        if not self._rolling or self._over is not None:
            return
        grace = 0 if self._sounded else _GRACE
        self._starved |= self._missing <= grace < self._missing + count
        self._missing += count

    def _go_to(self, frame: int) -> None:
        self._cursor = max(0, min(frame, self.length))
        self._filling += 1
        self._ring.clear()
        self._trace.jump(self._cursor)
        self._sounding = self._sounded = False
        self._missing = 0
        self._over = None
        self._finish_at_the_end()

    def _finish_at_the_end(self) -> None:
        if self._ending == 0 or (self._rolling and self._cursor >= self.length):
            self._finish()

    def _finish(self) -> None:
        self._sounding = False
        if self._over is None:
            self._over = self._trace.out + len(self._edge)
