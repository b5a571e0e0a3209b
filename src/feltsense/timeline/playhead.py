"""What is going on at one frame of a timeline: what captions, breath pacers and progress bars show."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from feltsense.script.model import PhaseKind
from feltsense.timeline.model import BreathEvent, Chapter, SilenceEvent, SoundEvent, SpeechEvent, Timeline
from feltsense.units import Frames


@dataclass(frozen=True, slots=True)
class BreathState:
    """The part of a breath that is under way."""

    phase: PhaseKind
    round: int
    """From 1."""
    rounds: int
    done: float
    """How much of the phase is over, from 0 to 1."""
    left: Frames
    length: Frames
    full: bool
    """True when a hold is one with the breath in; True for in, False for out."""
    number: int
    """Which phase of the timeline it is, from 0: tells one phase from the next."""


@dataclass(frozen=True, slots=True)
class PlayheadState:
    """What is going on at one frame."""

    position: Frames
    length: Frames
    """Of the whole."""
    section: int
    """From 0."""
    title: str
    """The section's; where only a background is heard, how that is called."""
    phrase: SpeechEvent | None
    """The phrase that is being spoken or was spoken last; a breath's own words do not count. None before the first."""
    before: SpeechEvent | None
    """The phrase before that."""
    spoken: int
    """How many words of the phrase have begun."""
    quiet: Frames
    """Until something is heard again, be it voice, breath, bell or sound; 0 while something is.

    In the quiet that nothing follows it is all that is left. A background that goes on is no sound of its own; one that
    changes is heard.
    """
    gap: Frames
    """How long that quiet is from its beginning to its end; 0 while something is heard."""
    breath: BreathState | None
    resting: bool = False
    """True when only a background is heard, by itself."""

    @property
    def left(self) -> Frames:
        """Until the end."""
        return Frames(self.length - self.position)

    @property
    def speaking(self) -> bool:
        """Tell whether something is heard."""
        return self.quiet == 0


class Playhead:
    """Looks up what is going on at a frame; made once for a timeline."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self._breaths = [event for event in timeline.overlays if isinstance(event, BreathEvent)]
        self._breath_starts = [event.start for event in self._breaths]
        self._full = _fullness(self._breaths)
        said = [tile for tile in timeline.tiles if isinstance(tile, SpeechEvent)]
        self._phrases = [tile for tile in said if self._breath_number(tile.start) is None]
        self._phrase_starts = [tile.start for tile in self._phrases]
        self._chapter_starts = [chapter.start for chapter in timeline.chapters]
        heard = sorted(_heard(timeline))
        self._heard_starts = [start for start, _ in heard]
        self._heard_until = list(accumulate((end for _, end in heard), max))
        """For each, the frame from which on all that has begun so far is over."""

    @property
    def chapters(self) -> Sequence[Chapter]:
        """The sections that are heard."""
        return self.timeline.chapters

    def at(self, position: int) -> PlayheadState:
        """Return what is going on at frame `position`; outside the timeline, at its first or last."""
        here = Frames(max(0, min(position, self.timeline.length)))
        section = max(0, bisect_right(self._chapter_starts, here) - 1)
        number = bisect_right(self._phrase_starts, here) - 1
        phrase = self._phrases[number] if number >= 0 else None
        quiet, gap = self._quiet(here)
        resting = self.timeline.rest is not None and here >= self.timeline.rest
        return PlayheadState(
            position=here,
            length=self.timeline.length,
            section=section,
            title=self.timeline.chapters[-1 if resting else section].title if self.timeline.chapters else "",
            phrase=phrase,
            before=self._phrases[number - 1] if number > 0 else None,
            spoken=_begun(phrase, here),
            quiet=quiet,
            gap=gap,
            breath=self._breath(here),
            resting=resting,
        )

    def _quiet(self, here: Frames) -> tuple[Frames, Frames]:
        """Return how long it is until something is heard, and how long that quiet is as a whole; zeros within sound."""
        begun = bisect_right(self._heard_starts, here)
        since = self._heard_until[begun - 1] if begun else 0
        if here < since:
            return Frames(0), Frames(0)
        following = self._heard_starts[begun] if begun < len(self._heard_starts) else self.timeline.length
        return Frames(following - here), Frames(following - since)

    def _breath_number(self, at: int) -> int | None:
        number = bisect_right(self._breath_starts, at) - 1
        if number < 0 or at >= self._breaths[number].start + self._breaths[number].length:
            return None
        return number

    def _breath(self, here: Frames) -> BreathState | None:
        number = self._breath_number(here)
        if number is None:
            return None
        event = self._breaths[number]
        gone = here - event.start
        return BreathState(
            phase=event.phase,
            round=event.round,
            rounds=event.rounds,
            done=gone / event.length,
            left=Frames(event.length - gone),
            length=event.length,
            full=self._full[number],
            number=number,
        )


def _heard(timeline: Timeline) -> Iterable[tuple[int, int]]:
    """Yield where each thing that is heard starts and ends; a bell and a change of background are moments."""
    background: str | None = None
    for event in (*timeline.tiles, *timeline.overlays):
        match event:
            case SilenceEvent():
                continue
            case SoundEvent() if event.soundscape:
                changes, background = event.name != background, event.name
                if not changes or not event.start:
                    continue
        yield event.start, event.start + event.length


def _begun(phrase: SpeechEvent | None, here: Frames) -> int:
    """Return how many words of `phrase` have begun at frame `here`."""
    if phrase is None:
        return 0
    return sum(phrase.start + word.start <= here for word in phrase.words)


def _fullness(breaths: Sequence[BreathEvent]) -> list[bool]:
    """Return for each phase whether the breath is in at its end; a hold keeps what was before it."""
    full, found = False, []
    for event in breaths:
        full = full if event.phase is PhaseKind.HOLD else event.phase is PhaseKind.IN
        found.append(full)
    return found
