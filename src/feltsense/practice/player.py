"""One exercise on its way to the ear: where it is, and where keys lead."""

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from feltsense.errors import PlaybackError
from feltsense.playback import navigation
from feltsense.script.options import OFF
from feltsense.timeline.playhead import Playhead, PlayheadState
from feltsense.units import SAMPLE_RATE, Frames, frames_of_minutes

if TYPE_CHECKING:
    from collections.abc import Callable

    from feltsense.mix.prepared_audio import PreparedAudio
    from feltsense.playback.transport import Transport
    from feltsense.timeline.model import Timeline
    from feltsense.timeline.rest import Rest

    _Starts = Callable[[Timeline], tuple[Frames, ...]]


_REST_FADE = 3.0
"""Seconds in which a background goes that is not to go on."""

_SOON = SAMPLE_RATE // 2
"""Frames from now on that stay as they are when a background is to follow: they may have been read already."""


class ExercisePlayer:
    """A performance and the transport that plays it."""

    def __init__(self, performance: "PreparedAudio", transport: "Transport") -> None:
        self.performance = performance
        self.transport = transport
        self._playhead = Playhead(performance.timeline)
        self._lock = threading.Lock()
        self._first_section = 0
        self._heading_for: tuple[_Starts, int] | None = None
        """Where a key leads that is not spoken yet: the starts, and which of them."""
        performance.on_settled = self._correct_seek

    @property
    def timeline(self) -> "Timeline":
        """What is played."""
        return self.performance.timeline

    @property
    def position(self) -> Frames:
        """The frame that is being heard."""
        return self.transport.position

    @property
    def reached(self) -> Frames:
        """The frame that it has got to; a background that goes on behind it is no part of it."""
        return min(self.position, self.performance.own_length)

    def moment(self) -> PlayheadState:
        """Return what is going on at the frame that is being heard."""
        timeline = self.timeline
        if self._playhead.timeline is not timeline:  # more of it is known
            self._playhead = Playhead(timeline)
        return self._playhead.at(self.position)

    @property
    def paused(self) -> bool:
        """Tell whether playing stands still by the listener's wish."""
        return self.transport.state.value == "paused"  # by its value: its type would load all of playback

    def close(self) -> None:
        """Stop at once, and let go of the loudspeaker. Calling it twice is fine."""
        self.transport.close()
        self.performance.mix.fail(PlaybackError("The practice was left."))  # nobody waits for what is not spoken

    def pause(self) -> None:
        """Pause; a second time changes nothing."""
        self.transport.pause()

    def toggle(self) -> None:
        """Pause, or go on."""
        self.transport.toggle()

    def next_phrase(self) -> None:
        """Go to the next phrase, if there is one."""
        self._go(navigation.next_phrase, navigation.phrase_starts)

    def previous_phrase(self) -> None:
        """Go to the start of this phrase; near its start, to the one before."""
        self._go(navigation.previous_phrase, navigation.phrase_starts)

    def next_section(self) -> None:
        """Go to the next section, if there is one."""
        self._go(navigation.next_section, navigation.section_starts)

    def previous_section(self) -> None:
        """Go to the start of this section; near its start, to the one before."""
        self._go(navigation.previous_section, navigation.section_starts)

    def section(self, number: int) -> None:
        """Go to section `number`, counted from 0; where there is none, stay."""
        with self._lock:
            starts = navigation.section_starts(self.timeline)
            if 0 <= number < len(starts):
                self._head_for(starts[number], navigation.section_starts)

    def begin_at_section(self, number: int) -> None:
        """Begin with section `number`, counted from 0; where there is none, at the start."""
        self._first_section = number if 0 < number < len(navigation.section_starts(self.timeline)) else 0
        if self._first_section:
            self.section(number)

    @property
    def began(self) -> Frames:
        """The frame at which it began, as far as is known."""
        return navigation.section_starts(self.timeline)[self._first_section] if self._first_section else Frames(0)

    def heard(self, at: Frames) -> Frames:
        """Return how much is heard by `at`: what lies before the beginning does not count."""
        return Frames(max(0, min(at, self.performance.own_length) - self.began))

    def skip(self, seconds: float) -> None:
        """Go so many seconds on, or back."""
        with self._lock:
            self._seek(navigation.skip_seconds(self.timeline, self._here(), seconds))

    def set_timer(self, minutes: float | None, fade: float) -> None:
        """Have it be over after so many minutes of sound, the last `fade` seconds of them fading; None for never."""
        self.transport.set_timer(None if minutes is None else minutes * 60, fade)

    @property
    def timer_left(self) -> float | None:
        """Seconds of sound until the timer has it be over; None without one."""
        left = self.transport.timer_left
        return None if left is None else left / SAMPLE_RATE

    def follow_with(self, name: str, title: str, minutes: float) -> None:
        """Have a background go on for so many minutes when the voice has ended; in that rest, from now on.

        In the rest, another background is crossed to. `OFF` for nothing; in the rest, it fades then and is over.

        Raises:
            SoundError: there is none of that name; nothing is changed.
        """
        if name == OFF:
            self._rest_with(None)
            return
        from feltsense.timeline.rest import Rest  # noqa: PLC0415 - not before the first frame

        self.performance.mix.open_soundscape(name)
        at = self.position
        length = Frames(max(0, at - self.performance.own_length) + frames_of_minutes(minutes))
        before = self.performance.rest
        if before is None or not self.resting:
            self._rest_with(Rest(name, title, length, at + _SOON))
        else:
            self._rest_with(replace(before, title=title, length=length))
            self.set_soundscape(name)

    def _rest_with(self, rest: "Rest | None") -> None:
        if rest is None and self.position >= self.performance.own_length:
            self.transport.end(_REST_FADE)
            return
        self.performance.follow_with(rest)
        self.transport.change_source(lambda _at: None)  # what was read ahead is read anew

    @property
    def in_rest(self) -> bool:
        """Tell whether the exercise is over and a background goes on."""
        return self.timeline.rest is not None and self.position >= self.performance.own_length

    @property
    def resting(self) -> bool:
        """Tell whether the last word is over and a background is heard by itself."""
        rest = self.timeline.rest
        return rest is not None and self.position >= rest

    @property
    def has_background(self) -> bool:
        """Tell whether a background lies beneath what is still to be heard, or goes on behind it."""
        return self.performance.mix.has_background(self.position)

    def set_background(self, level_db: float | None) -> None:
        """Glide the background to a level: 0 is as the script has it, None is off."""
        self.transport.change_source(lambda at: self.performance.mix.set_background(level_db, at))

    def set_soundscape(self, name: str) -> None:
        """Cross-fade to another background, to the end; `OFF` for none.

        Raises:
            SoundError: there is none of that name; nothing is changed.
        """
        chosen = None if name == OFF else name
        if chosen is not None:
            self.performance.mix.open_soundscape(chosen)  # before playing waits for it: a file takes a while
        self.transport.change_source(lambda at: self.performance.mix.set_soundscape(chosen, at))

    def _go(self, way: "Callable[[Timeline, Frames], Frames | None]", starts: "_Starts") -> None:
        with self._lock:
            frame = way(self.timeline, self._here())
            if frame is not None:
                self._head_for(frame, starts)

    def _correct_seek(self) -> None:
        """Go where a key led, now that more is known; called before what was waited for is heard."""
        with self._lock:
            if self._heading_for is not None and self._here() < self.performance.settled:
                self._seek(self._here())

    # --- with the lock held -----------------------------------------------------------------------------------------

    def _here(self) -> Frames:
        """Return the frame that is being heard, or the one that a key led to."""
        if self._heading_for is None:
            return self.position
        starts, number = self._heading_for
        there = starts(self.timeline)
        return there[min(number, len(there) - 1)]  # a silence between two breaths may come or go

    def _head_for(self, frame: Frames, starts: "_Starts") -> None:
        """Go to one of the starts; where it is only expected there, the way is corrected once it is known."""
        number = starts(self.timeline).index(frame)
        self._seek(frame)
        self._heading_for = (starts, number) if frame >= self.performance.settled else None

    def _seek(self, frame: Frames) -> None:
        self._heading_for = None
        self.performance.mix.settle_background()  # what was chosen since holds there too
        self.transport.seek(frame)


def expect_soundscape(name: str) -> None:
    """Make sure that there is a background of that name, or that it is `OFF`.

    Raises:
        SoundError: there is none.
    """
    from feltsense.mix.soundscapes.registry import soundscape  # noqa: PLC0415 - loads numpy

    if name != OFF:
        soundscape(name)
