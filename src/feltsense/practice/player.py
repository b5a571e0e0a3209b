"""One exercise on its way to the ear: where it is, and where keys lead."""

from typing import TYPE_CHECKING

from feltsense.playback import navigation
from feltsense.script.options import OFF
from feltsense.timeline.playhead import Playhead, PlayheadState
from feltsense.units import Frames

if TYPE_CHECKING:
    from collections.abc import Callable

    from feltsense.mix.prepare import PreparedAudio
    from feltsense.playback.transport import Transport
    from feltsense.timeline.model import Timeline


class ExercisePlayer:
    """A performance and the transport that plays it."""

    def __init__(self, performance: "PreparedAudio", transport: "Transport") -> None:
        self.performance = performance
        self.transport = transport
        self.moments = Playhead(performance.timeline)

    @property
    def timeline(self) -> "Timeline":
        """What is played."""
        return self.performance.timeline

    @property
    def position(self) -> Frames:
        """The frame that is being heard."""
        return self.transport.position

    def moment(self) -> PlayheadState:
        """Return what is going on at the frame that is being heard."""
        return self.moments.at(self.position)

    @property
    def paused(self) -> bool:
        """Tell whether playing stands still by the listener's wish."""
        return self.transport.state.value == "paused"  # by its value: its type would load all of playback

    def toggle(self) -> None:
        """Pause, or go on."""
        self.transport.toggle()

    def next_phrase(self) -> None:
        """Go to the next phrase, if there is one."""
        self._go(navigation.next_phrase)

    def previous_phrase(self) -> None:
        """Go to the start of this phrase; near its start, to the one before."""
        self._go(navigation.previous_phrase)

    def next_section(self) -> None:
        """Go to the next section, if there is one."""
        self._go(navigation.next_section)

    def previous_section(self) -> None:
        """Go to the start of this section; near its start, to the one before."""
        self._go(navigation.previous_section)

    def section(self, number: int) -> None:
        """Go to section `number`, counted from 0; where there is none, stay."""
        if 0 <= number < len(self.timeline.chapters):
            self._seek(navigation.section_start(self.timeline, number))

    def skip(self, seconds: float) -> None:
        """Go so many seconds on, or back."""
        self._seek(navigation.skip_seconds(self.timeline, self.position, seconds))

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

    def _go(self, way: "Callable[[Timeline, Frames], Frames | None]") -> None:
        frame = way(self.timeline, self.position)
        if frame is not None:
            self._seek(frame)

    def _seek(self, frame: Frames) -> None:
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
