"""A version with every part measured, and its silences still elastic: what is left is to place them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from feltsense.errors import TimelineError
from feltsense.script.model import Bell, Breath, FrontMatter, Phrase, Play, Silence, SoundscapeCue
from feltsense.timeline.estimate import estimate_speech
from feltsense.timeline.expand import ExpandedVersion, SectionStart, Step
from feltsense.timeline.fit import Elastic
from feltsense.timeline.model import BellEvent, BreathEvent, Overlay, SoundEvent
from feltsense.timeline.utterances import breath_word, utterance_for
from feltsense.units import Frames, frames
from feltsense.voice.port import SpeechInfo, Utterance

HEAD = frames(700)
TAIL = frames(3000)
"""Quiet before the first step and after the last; both count towards the length."""


@dataclass(frozen=True, slots=True)
class Measures:
    """How long things last that only others know."""

    speech: Callable[[Utterance], SpeechInfo]
    """An utterance spoken (`Speaker.measure`), or estimated."""
    file: Callable[[Play], Frames]
    """A sound file that is played whole."""
    expected: Callable[[Utterance], SpeechInfo] = estimate_speech
    """How long an utterance is expected to be, from its text alone. Only its length is used."""
    first: int = 0
    """So many phrases are measured before anything is laid out: for a voice that the expectation was not fitted to."""


@dataclass(frozen=True, slots=True)
class MeasuredPhrase:
    """A piece of speech."""

    utterance: Utterance
    spoken: SpeechInfo
    line: int
    timed: bool = False
    """True for a word of a breath: the time that it lies in is the breath's."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A silence that does not stretch."""

    length: Frames
    line: int


@dataclass(frozen=True, slots=True)
class MeasuredSilence:
    """A silence that does."""

    elastic: Elastic
    line: int


Part = MeasuredPhrase | Gap | MeasuredSilence | Overlay | SectionStart
"""An overlay's `start` is counted from its own place until it is laid out."""


@dataclass(frozen=True, slots=True)
class MeasuredVersion:
    """A version and its parts in order, head and tail included."""

    version: ExpandedVersion
    parts: tuple[Part, ...]

    @property
    def elastics(self) -> tuple[Elastic, ...]:
        """The silences that may stretch, in order."""
        return tuple(part.elastic for part in self.parts if isinstance(part, MeasuredSilence))

    @property
    def fixed(self) -> int:
        """Frames of all that does not stretch."""
        said = sum(part.spoken.length for part in self.parts if isinstance(part, MeasuredPhrase))
        return said + sum(part.length for part in self.parts if isinstance(part, Gap))

    @property
    def shortest(self) -> int:
        """Frames with every silence at its floor."""
        return self.fixed + sum(e.floor for e in self.elastics)

    @property
    def longest(self) -> int:
        """Frames with every silence at its ceiling."""
        return self.fixed + sum(e.ceiling for e in self.elastics)


def measure(version: ExpandedVersion, measures: Measures) -> MeasuredVersion:
    """Return a version with everything in it measured.

    Raises:
        TimelineError: a breath word does not fit its phase.
    """
    parts: list[Part] = [Gap(HEAD, 0)]
    front = version.exercise.front
    if front.soundscape:
        parts.insert(0, SoundEvent(Frames(0), Frames(0), front.soundscape, soundscape=True, line=front.soundscape_line))
    measured: dict[int, tuple[Part, ...]] = {}
    for step in version.steps:
        if id(step) not in measured:  # what is repeated is measured once
            measured[id(step)] = tuple(_parts(front, step, measures))
        parts.extend(measured[id(step)])
    parts.append(Gap(TAIL, 0))
    return MeasuredVersion(version, tuple(parts))


def _parts(front: FrontMatter, step: Step, measures: Measures) -> Iterator[Part]:
    match step:
        case SectionStart():
            yield step
        case Phrase():
            asked = utterance_for(front, step.text)
            yield MeasuredPhrase(asked, measures.speech(asked), step.span.line)
        case Silence():
            yield _silence(step)
        case Breath():
            yield from _breath(front, step, measures)
        case Bell():
            for strike in range(step.times):
                yield BellEvent(frames(strike * step.every), Frames(0), step.low, step.span.line)
        case SoundscapeCue():
            yield SoundEvent(Frames(0), Frames(0), step.name, soundscape=True, line=step.span.line)
        case Play():
            length = measures.file(step) if step.length is None else frames(step.length)
            yield SoundEvent(Frames(0), length, step.file, soundscape=False, line=step.span.line)
            yield Gap(length, step.span.line)


def _silence(step: Silence) -> Gap | MeasuredSilence:
    if step.floor == step.ceiling:
        return Gap(frames(step.base), step.span.line)
    return MeasuredSilence(Elastic(frames(step.base), frames(step.floor), frames(step.ceiling)), step.span.line)


def _breath(front: FrontMatter, step: Breath, measures: Measures) -> Iterator[Part]:
    """Yield each phase at its offset from the breath's own start, so that no rounding and no voice adds up."""
    offset_ms = 0
    for turn in range(step.rounds):
        for phase in step.phases:
            begin = frames(offset_ms)
            offset_ms += phase.length
            length = Frames(frames(offset_ms) - begin)
            word = breath_word(front, step, phase.kind, turn)
            line = step.span.line
            yield BreathEvent(Frames(0), length, phase.kind, turn + 1, step.rounds, tone=word is None, line=line)
            yield from _phase_filled(word, length, line, measures)


def _phase_filled(
    word: Utterance | None, length: Frames, line: int, measures: Measures
) -> Iterator[MeasuredPhrase | Gap]:
    """Fill a phase with its word, if it has one, and silence."""
    if word is None:
        yield Gap(length, line)
        return
    spoken = measures.speech(word)
    if spoken.length > length:
        raise TimelineError(
            f"Line {line}: the word “{word.text}” takes longer than its part of the breath.",
            "Give that part more seconds, or write “with tones” at the end of the breath cue.",
        )
    yield MeasuredPhrase(word, spoken, line, timed=True)
    if spoken.length < length:
        yield Gap(Frames(length - spoken.length), line)
