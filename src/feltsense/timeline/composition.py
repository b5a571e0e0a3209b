"""Composition: a version laid out part after part, each silence decided when it comes up.

Not all speech has to be measured before the first part has its place: of what follows a silence, the next few phrases
are, and the rest is expected. So an exercise can be heard while its end is still being spoken. It depends on nothing
but lengths, so the file of an exercise has the same frames as what is heard.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from feltsense.timeline.expand import SectionStart
from feltsense.timeline.fit import SilenceFit
from feltsense.timeline.measure import Gap, MeasuredPhrase, MeasuredSilence, MeasuredVersion, Measures, Part
from feltsense.timeline.model import Chapter, Overlay, SilenceEvent, SpeechEvent, Tile, Timeline
from feltsense.timeline.speech_ahead import SpeechAhead
from feltsense.units import Frames, frames_of_minutes
from feltsense.voice.port import SpeechInfo, Utterance

AHEAD = 4
"""Phrases after a silence that are measured before it is decided."""

_TRUST = 0.1
"""How far off the expectation of all speech may be; nearer to a limit than that, everything is measured first."""


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
class _Progress:
    """A version, some parts of which have their places."""

    parts: Sequence[Part]
    """All, in order."""
    wanted: Frames | None
    speech: SpeechAhead
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
        """The phrases that are to be measured next, before the next part has its place."""
        match self.parts[self.next]:
            case MeasuredPhrase(utterance=utterance, timed=False) if utterance not in self.speech.known:
                return (utterance,)
            case MeasuredSilence(elastic=elastic) if self.wanted is not None:
                all_needed = not self.causal or self.silences.left == 1
                ahead = self.speech.next(None if all_needed else AHEAD)
                unsure = _TRUST * self.speech.unknown
                if not ahead and unsure and self.silences.leeway(elastic, self._left(self.wanted)) < unsure:
                    return self.speech.next(None)
                return ahead
            case _:
                return ()

    def advance(self, measure: Callable[[Utterance], SpeechInfo]) -> bool:
        """Give the next part its place, measuring what must be measured before; False when there is none."""
        if self.next == len(self.parts):
            return False
        while needed := self.needed:
            self.speech.learn(needed, measure)
        part = self.parts[self.next]
        self.next += 1
        self.fixed_left -= _fixed(part)
        match part:
            case MeasuredPhrase():
                self.layout.add_phrase(part, part.spoken if part.timed else self.speech.say(part.utterance))
            case Gap():
                self.layout.add_silence(part.length, part.line, elastic=False)
            case MeasuredSilence():
                room = None if self.wanted is None else self._left(self.wanted)
                length = self.silences.take(part.elastic, room, self.layout.cursor)
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
            SpeechAhead.of(version.parts, measures.expected),
            SilenceFit(version.elastics),
            sum(map(_fixed, version.parts)),
        )
        speech = self._progress.speech
        speech.learn(speech.next(measures.first), measures.speech)
        self._progress.causal = causal and self._progress.is_trusted()

    @property
    def causal(self) -> bool:
        """False where all phrases are measured before the first silence is decided: the length is near a limit."""
        return self._progress.causal

    @property
    def phrases(self) -> tuple[Utterance, ...]:
        """All that is to be measured, in order."""
        return self._progress.speech.order

    @property
    def needed(self) -> tuple[Utterance, ...]:
        """The phrases that are to be measured next, before the next part has its place; none when all have."""
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

    @property
    def excess(self) -> int:
        """Frames that all takes, once everything has its place, over the length that was to be met; below 0 for less.

        It is 0 but for a voice that is far from what is expected.
        """
        wanted = self._progress.wanted
        return self.settled - wanted if self.done and wanted is not None else 0

    def learn(self) -> None:
        """Measure what is needed next."""
        self._progress.speech.learn(self.needed, self._measure)

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
