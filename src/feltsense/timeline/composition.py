"""Composition: a version laid out part after part, each silence decided when it comes up.

Not all speech has to be measured before the first part has its place: of what follows a silence, the next few phrases
are, and the rest is expected. So an exercise can be heard while its end is still being spoken. It depends on nothing
but lengths, so the file of an exercise has the same frames as what is heard.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from feltsense.timeline.expand import SectionStart
from feltsense.timeline.fit import SilenceFit
from feltsense.timeline.measure import Gap, MeasuredPhrase, MeasuredSilence, MeasuredVersion, Measures, Part
from feltsense.timeline.model import Chapter, Overlay, SilenceEvent, SpeechEvent, Tile, Timeline
from feltsense.units import SAMPLE_RATE, Frames, frames_of_minutes
from feltsense.voice.port import SpeechInfo, Utterance

AHEAD = 4
"""Phrases after a silence that are measured before it is decided."""

_TRUST = 0.1
"""How far off the expectation of all speech may be; nearer to a limit than that, everything is measured first."""

_DAMPING = 9 * SAMPLE_RATE
"""Frames of speech that count as being as long as expected, so that the first phrases do not say too much."""


@dataclass(slots=True)
class _Layout:
    """Events as they are placed one behind the other."""

    cursor: int = 0
    tiles: list[Tile] = field(default_factory=list)
    overlays: list[Overlay] = field(default_factory=list)
    chapters: list[Chapter] = field(default_factory=list)

    def copy(self) -> "_Layout":
        return _Layout(self.cursor, [*self.tiles], [*self.overlays], [*self.chapters])

    def add_phrase(self, phrase: MeasuredPhrase, spoken: SpeechInfo) -> None:
        start = Frames(self.cursor)
        event = SpeechEvent(start, spoken.length, phrase.utterance, phrase.utterance.text, spoken.words, phrase.line)
        self.tiles.append(event)
        self.cursor += spoken.length

    def add_silence(self, length: Frames, line: int, *, elastic: bool) -> None:
        if length:
            self.tiles.append(SilenceEvent(Frames(self.cursor), length, elastic, line))
            self.cursor += length

    def add_overlay(self, overlay: Overlay) -> None:
        self.overlays.append(replace(overlay, start=Frames(self.cursor + overlay.start)))

    def open_chapter(self, title: str) -> None:
        start = self.cursor if self.chapters else 0  # the head belongs to the first chapter
        self.chapters.append(Chapter(title, Frames(start)))


@dataclass(slots=True)
class _Speech:
    """What is known and what is expected of the speech that is still to come."""

    waiting: Counter[Utterance]
    """How often each phrase will still be said."""
    order: tuple[Utterance, ...]
    """All phrases, in the order in which they are first said."""
    expected: dict[Utterance, Frames]
    known: dict[Utterance, SpeechInfo] = field(default_factory=dict)
    """The first ones of the order, measured."""
    begun: set[Utterance] = field(default_factory=set)
    """Those that were said at least once."""
    known_left: int = 0
    """Frames of all that is known and still to be said."""
    expected_left: int = 0
    """Frames that all that is not known was expected to take."""
    known_once: int = _DAMPING
    expected_once: int = _DAMPING
    """Frames of what is known, each phrase once, as it is and as it was expected."""

    @classmethod
    def of(cls, parts: Iterable[Part], expected: Callable[[Utterance], SpeechInfo]) -> "_Speech":
        """Return the speech of a version of which nothing is known yet."""
        waiting = Counter(part.utterance for part in parts if isinstance(part, MeasuredPhrase) and not part.timed)
        lengths = {each: expected(each).length for each in waiting}
        left = sum(lengths[each] * count for each, count in waiting.items())
        return cls(waiting, tuple(waiting), lengths, expected_left=left)

    def copy(self) -> "_Speech":
        return replace(self, waiting=Counter(self.waiting), known={**self.known}, begun={*self.begun})

    @property
    def unknown(self) -> int:
        """Frames that all that is still to be said and not known is expected to take."""
        return round(self.expected_left * self.known_once / self.expected_once)

    @property
    def left(self) -> int:
        """Frames that all that is still to be said takes, known or expected."""
        return self.known_left + self.unknown

    def expect(self, utterance: Utterance) -> SpeechInfo:
        """Return what a phrase is expected to be, from its text and from how those before it came out."""
        length = max(1, round(self.expected[utterance] * self.known_once / self.expected_once))
        return SpeechInfo(Frames(length), (), 0.0)

    def next(self, ahead: int | None) -> tuple[Utterance, ...]:
        """Return those of the next `ahead` phrases that are not known; None for all."""
        return self.order[len(self.known) : None if ahead is None else len(self.begun) + ahead]

    def learn(self, ahead: int | None, measure: Callable[[Utterance], SpeechInfo]) -> None:
        """Have the next `ahead` phrases measured that were not said yet; None for all."""
        for utterance in self.next(ahead):
            spoken = self.known[utterance] = measure(utterance)
            expected, count = self.expected[utterance], self.waiting[utterance]
            self.known_left += spoken.length * count
            self.expected_left -= expected * count
            self.known_once += spoken.length
            self.expected_once += expected

    def say(self, utterance: Utterance, measure: Callable[[Utterance], SpeechInfo]) -> SpeechInfo:
        """Return how the next phrase is said; it is no longer to come."""
        if utterance not in self.known:
            self.learn(1, measure)
        self.begun.add(utterance)
        self.waiting[utterance] -= 1
        self.known_left -= self.known[utterance].length
        return self.known[utterance]


@dataclass(slots=True)
class _Progress:
    """A version, some parts of which have their places."""

    parts: Sequence[Part]
    """All, in order."""
    wanted: Frames | None
    speech: _Speech
    silences: SilenceFit
    fixed_left: int
    """Frames of all that is still to come and neither speech nor elastic."""
    layout: _Layout = field(default_factory=_Layout)
    next: int = 0
    causal: bool = True

    def copy(self) -> "_Progress":
        layout, speech, silences = self.layout.copy(), self.speech.copy(), self.silences.copy()
        return replace(self, layout=layout, speech=speech, silences=silences)

    @property
    def needed(self) -> tuple[Utterance, ...]:
        """The phrases that are to be measured before the next part has its place."""
        match self.parts[self.next]:
            case MeasuredPhrase(utterance=utterance, timed=False) if utterance not in self.speech.known:
                return (utterance,)
            case MeasuredSilence() if self.wanted is not None:
                return self.speech.next(None if self._needs_all else AHEAD)
            case _:
                return ()

    @property
    def _needs_all(self) -> bool:
        return not self.causal or self.silences.left == 1

    def advance(self, measure: Callable[[Utterance], SpeechInfo]) -> bool:
        """Give the next part its place, measuring what must be measured before; False when there is none."""
        if self.next == len(self.parts):
            return False
        part = self.parts[self.next]
        self.next += 1
        self.fixed_left -= _fixed(part)
        match part:
            case MeasuredPhrase():
                spoken = part.spoken if part.timed else self.speech.say(part.utterance, measure)
                self.layout.add_phrase(part, spoken)
            case Gap():
                self.layout.add_silence(part.length, part.line, elastic=False)
            case MeasuredSilence():
                length = self.silences.take(part.elastic, self._room(measure), self.layout.cursor)
                self.layout.add_silence(length, part.line, elastic=True)
            case SectionStart():
                self.layout.open_chapter(part.title)
            case _:
                self.layout.add_overlay(part)
        return True

    def is_trusted(self) -> bool:
        """Tell whether the length can be met even if the speech comes out rather longer or shorter than expected."""
        if self.wanted is None:
            return True
        unsure = _TRUST * self.speech.unknown
        return self.silences.floors + unsure <= self._left(self.wanted) <= self.silences.ceilings - unsure

    def _room(self, measure: Callable[[Utterance], SpeechInfo]) -> int | None:
        """Return the frames for the next elastic silence and all after it."""
        if self.wanted is None:
            return None
        self.speech.learn(AHEAD, measure)
        self.causal = self.causal and self.is_trusted()
        if self._needs_all:
            self.speech.learn(None, measure)
        return self._left(self.wanted)

    def _left(self, wanted: int) -> int:
        """Return the frames that are left for elastic silences, as far as is known and expected."""
        return wanted - self.layout.cursor - self.fixed_left - self.speech.left


class Composition:
    """A version that is being laid out.

    Args:
        version: its parts; the lengths of phrases in it may be expectations, but for the words of a breath.
        measures: what measures each phrase before it has its place, and what expects it until then.
        causal: False to measure every phrase before the first silence is decided.
    """

    def __init__(self, version: MeasuredVersion, measures: Measures, *, causal: bool = True) -> None:
        self._exercise = version.version.exercise
        self._measure = measures.speech
        minutes = version.version.minutes
        self._progress = _Progress(
            version.parts,
            None if minutes is None else frames_of_minutes(minutes),
            _Speech.of(version.parts, measures.expected),
            SilenceFit(version.elastics),
            sum(map(_fixed, version.parts)),
        )
        self._progress.speech.learn(measures.first, measures.speech)
        self._progress.causal = causal and self._progress.is_trusted()

    @property
    def causal(self) -> bool:
        """False once all phrases are measured before the next silence is decided: the length is near a limit."""
        return self._progress.causal

    @property
    def phrases(self) -> tuple[Utterance, ...]:
        """All that is to be measured, in order."""
        return self._progress.speech.order

    @property
    def needed(self) -> tuple[Utterance, ...]:
        """The phrases that are to be measured before the next part has its place; none when all have."""
        return () if self.done else self._progress.needed

    @property
    def done(self) -> bool:
        """Whether everything has its place."""
        return self._progress.next == len(self._progress.parts)

    @property
    def settled(self) -> Frames:
        """The frame up to which everything has its place for good."""
        return Frames(self._progress.layout.cursor)

    @property
    def shortest(self) -> Frames:
        """How long the whole lasts at least: the length that is to be met, else as if no more were said."""
        progress = self._progress
        if progress.wanted is not None:
            return progress.wanted
        return Frames(progress.layout.cursor + progress.fixed_left + progress.silences.written)

    def advance(self) -> bool:
        """Give the next part its place, measuring what must be measured before; False when there is none."""
        return self._progress.advance(self._measure)

    def finish(self) -> Timeline:
        """Give all parts that are left their places, and return the timeline."""
        while self.advance():
            pass
        return self._timeline(self._progress.layout)

    def draft(self) -> Timeline:
        """Return the timeline as things stand: what has no place yet is where it is expected."""
        rest = self._progress.copy()
        while rest.advance(rest.speech.expect):
            pass
        return self._timeline(rest.layout)

    def _timeline(self, layout: _Layout) -> Timeline:
        exercise = self._exercise
        return Timeline(
            exercise.slug,
            exercise.sha256,
            exercise.front.voice,
            Frames(layout.cursor),
            tuple(layout.chapters),
            tuple(layout.tiles),
            tuple(sorted(layout.overlays, key=lambda overlay: overlay.start)),
        )


def _fixed(part: Part) -> int:
    """Return the frames that a part takes whatever else does: a gap, and the word that a breath has room for."""
    match part:
        case Gap():
            return part.length
        case MeasuredPhrase():
            return part.spoken.length if part.timed else 0
        case _:
            return 0
