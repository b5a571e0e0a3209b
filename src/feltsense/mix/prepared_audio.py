"""Audio that is ready to be heard, as a whole or while its end is still being spoken."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from feltsense.errors import ScriptError, SoundError
from feltsense.mix.background import END
from feltsense.mix.mixer import Mix
from feltsense.script.model import Exercise
from feltsense.timeline.composition import Composition
from feltsense.timeline.model import Timeline
from feltsense.timeline.rest import Rest, with_rest
from feltsense.timeline.utterances import line_of_utterance
from feltsense.units import Frames
from feltsense.voice.synthesiser import PhraseError, Synthesiser

SPEAKING = 2
"""Threads that speak: more gain nothing, and each takes memory."""

_NEWS = 32
"""Into so many pieces, at most, what nobody waits for is told."""
_STEPS = 16
"""Such a part of the way to what is waited for is worth telling."""

Progress = Callable[[int, int], None]
"""Told how many phrases of how many are spoken, from the calling thread."""


def _nothing() -> None:
    pass


class PreparedAudio:
    """An exercise in one length, with its sound.

    Args:
        timeline: what is heard when.
        mix: its sound.
        files: the sound files that it is made of.
    """

    def __init__(self, timeline: Timeline, mix: Mix, files: tuple[Path, ...] = ()) -> None:
        self.timeline = timeline
        """As far as is known: what was not spoken yet is where it is expected."""
        self.own_length = timeline.length
        """Frames without a background that goes on behind it."""
        self._lock = threading.Lock()
        """Held while more is laid out or told."""
        self._own = timeline
        self._rest: Rest | None = None
        self._told = timeline.length
        """The frame of its own up to which it is known."""
        self.settled = timeline.length
        """The frame up to which it is known."""
        self.on_settled: Callable[[], None] = _nothing
        """Called when more of it is known, before anybody can hear that. It returns soon."""
        self.mix = mix
        self.files = files

    @property
    def excess(self) -> int:
        """Frames that it is longer than planned, below 0 for shorter; 0 as long as that is not known."""
        return 0

    @property
    def rest(self) -> Rest | None:
        """The background that goes on behind it; None for none."""
        return self._rest

    def follow_with(self, rest: Rest | None) -> None:
        """Have a background go on when the voice has ended; None for nothing. Safe while others read.

        What was read from the end of the voice on has to be read anew. A background that has to be decoded is opened
        first; see `Mix.open_soundscape`.

        Raises:
            SoundError: there is no such background; nothing is changed.
        """
        with self._lock:
            before, self._rest = self._rest, rest
            try:
                self._place(self._own)
            except SoundError:
                self._rest = before
                raise
            self._settle()

    def _place(self, own: Timeline) -> None:
        """Put everything where it is now known or expected to be."""
        timeline = own if self._rest is None else with_rest(own, self._rest)
        self.mix.expect(timeline)
        self._own, self.own_length, self.timeline = own, own.length, timeline

    def _settle(self) -> None:
        """Let everything be heard as far as it is known; at its end, what goes on behind it too."""
        self.settled = self.timeline.length if self._told >= self.own_length else self._told
        self.on_settled()
        self.mix.settle(self.settled)

    def finish(self, progress: Progress) -> None:
        """Speak all that is not spoken yet; here, all is.

        Args:
            progress: told how many phrases of how many are spoken.
        """


class StreamedAudio(PreparedAudio):
    """An exercise that can be heard while it is being spoken: by whoever calls `finish`, on a thread of their own.

    Args:
        exercise: it, with options applied.
        speaker: of its voice.
        composition: its layout, nothing of it laid out yet.
        mix: makes the mix of a timeline that is settled up to a frame.
        files: the sound files that it is made of.
    """

    def __init__(
        self,
        exercise: Exercise,
        speaker: Synthesiser,
        composition: Composition,
        mix: Callable[[Timeline, Frames], Mix],
        files: tuple[Path, ...],
    ) -> None:
        self._exercise = exercise
        self._speaker = speaker
        self._composition = composition
        self._lay_out()
        timeline = composition.draft()
        super().__init__(timeline, mix(timeline, self._readable), files)
        self.settled = self._told = self._readable
        self.mix.on_wait = self._tell_behind

    @property
    def excess(self) -> int:
        """Frames that it is longer than planned, below 0 for shorter; 0 as long as that is not known."""
        return self._composition.excess

    def finish(self, progress: Progress) -> None:
        """Speak what is not spoken yet, and give everything its place, from beginning to end.

        Args:
            progress: told how many phrases of how many are spoken; what it raises ends this.

        Raises:
            FeltsenseError: a phrase that cannot be spoken, with its line. Who reads the mix goes on waiting until
                `mix.fail` is called.
        """

        def spoken(done: int, total: int) -> None:
            progress(done, total)
            self._go_on()

        with told_by_line(self._exercise):
            for phrase in self._composition.needed:  # alone, and so at once
                self._speaker.measure(phrase)
            self._go_on()
            try:
                self._speaker.prepare(self._composition.phrases, SPEAKING, spoken)
            except Exception:
                self._go_on()  # what was spoken before it can be heard
                self._tell()
                raise
            while not self._composition.done:  # what else it needs, such as a phrase that was deleted meanwhile
                self._composition.learn()
                self._go_on()

    @property
    def _readable(self) -> Frames:
        """The frame up to which the mix will not change: the end, which fades, is known when all else is."""
        composition = self._composition
        if composition.done:
            return composition.settled
        return Frames(max(0, min(composition.settled, composition.shortest - END)))

    def _go_on(self) -> None:
        """Lay out all that needs no more speech than there is, and tell it where that is of use."""
        with self._lock:
            self._lay_out()
            awaited = self.mix.wanted > 0 and self._is_of_use(self.mix.wanted - 1)
            much = self._readable - self.settled > self.timeline.length // _NEWS
        if awaited or much or self._composition.done:
            self._tell()

    def _tell_behind(self, frame: int) -> None:
        """Tell what is settled, if that is of use to who waits for what is behind a frame."""
        with self._lock:
            of_use = self._is_of_use(frame)
        if of_use:
            self._tell()

    def _is_of_use(self, frame: int) -> bool:
        """Tell whether something behind `frame` is settled, or a good part of the way there.

        The latter because a section may begin sooner than was expected. Not with every phrase, as all is laid out as it
        is expected each time.
        """
        ahead = self._readable - self.settled
        return ahead > 0 and (self._readable > frame or ahead > (frame - self.settled) // _STEPS)

    def _lay_out(self) -> None:
        composition = self._composition
        while not composition.done and all(map(self._speaker.is_spoken, composition.needed)):
            if composition.needed:
                composition.learn()
            else:
                composition.advance()

    def _tell(self) -> None:
        """Have the timeline and the mix know what is settled."""
        with self._lock:
            settled = self._readable
            if settled > self._told:
                self._told = settled
                self._place(self._composition.draft())
                self._settle()


@contextmanager
def told_by_line(exercise: Exercise) -> Iterator[None]:
    """Tell a phrase that cannot be spoken by its place in the script."""
    try:
        yield
    except PhraseError as error:
        where = f"{exercise.slug}, line {line_of_utterance(exercise, error.utterance)}"
        raise ScriptError(f"{where}: {error.message}", error.hint) from error
