"""One length of a script on its estimated timeline: sentences, silences, and how long a silence may be."""

import bisect
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from feltsense.check.sentences import Sentence
from feltsense.check.structure_in_languages import structure_words
from feltsense.check.structure_words import StructureWords
from feltsense.errors import TimelineError
from feltsense.script.model import Exercise, FrontMatter, Phrase
from feltsense.timeline.compose import compose
from feltsense.timeline.estimate import ExpectedSpeech
from feltsense.timeline.expand import SectionStart, Step, expand
from feltsense.timeline.lengths import possible_lengths
from feltsense.timeline.measure import Measures, measure
from feltsense.timeline.model import SilenceEvent, SpeechEvent, Timeline
from feltsense.timeline.section_lengths import SectionRoom, section_rooms, starts_of_sections
from feltsense.units import SAMPLE_RATE, frames

_SOUND_FILE = frames(20_000)
"""What a sound file without a written length is taken for; nothing is opened for a check."""


@dataclass(frozen=True, slots=True)
class TimedSentence:
    """A sentence and when it is heard, in seconds."""

    sentence: Sentence
    start: float
    end: float
    silence_after: float
    """Until the next sentence, breath word or sound."""
    last: bool
    """Whether nothing is said after it."""


@dataclass(frozen=True, slots=True)
class SilentStretch:
    """A silence between two things that are heard, paced breath aside; seconds."""

    start: float
    length: float
    line: int
    """Of the source, where it begins."""
    elastic: bool
    before: tuple[Sentence, ...]
    """The last two sentences before it."""


class VersionView:
    """A script in one of its lengths.

    Args:
        exercise: the script.
        minutes: the length; None for its natural one.
        sentences: all of the script.
        expected: how long an utterance is.
    """

    def __init__(
        self, exercise: Exercise, minutes: float | None, sentences: Sequence[Sentence], expected: ExpectedSpeech
    ) -> None:
        self.exercise = exercise
        self._measures = Measures(expected, lambda _play: _SOUND_FILE)
        self.minutes = minutes
        self.length_error: TimelineError | None = None
        """Why the length cannot be met, if so; the nearest possible one is used instead."""
        self._laid_out_at = minutes
        self._by_phrase = {id(phrase): sentence for sentence in sentences for phrase in sentence.phrases}

    def __contains__(self, sentence: Sentence) -> bool:
        return sentence.number in self._places

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """What is heard, in order; what is repeated stands there once."""
        found = (self._by_phrase[id(step)] for step in self._plan if isinstance(step, Phrase))
        return tuple({sentence.number: sentence for sentence in found}.values())

    @cached_property
    def _plan(self) -> tuple[Step, ...]:
        try:
            return expand(self.exercise, self.minutes).steps
        except TimelineError:  # `length_error` tells it
            return ()

    @cached_property
    def _places(self) -> dict[int, int]:
        return {sentence.number: place for place, sentence in enumerate(self.sentences)}

    def around(self, sentence: Sentence, before: int, after: int) -> tuple[Sentence, ...]:
        """Return `sentence` with so many sentences heard before and after it."""
        place = self._places[sentence.number]
        return self.sentences[max(0, place - before) : place + after + 1]

    @cached_property
    def opening(self) -> frozenset[Sentence]:
        """What is heard in the first 90 seconds, where people settle in; never the last quarter of a short one."""
        return frozenset(self.heard_before(min(90.0, self.length * 0.75)))

    def heard_before(self, seconds: float) -> list[Sentence]:
        """Return the sentences that begin in the first `seconds`."""
        return [timed.sentence for timed in self.timed_sentences if timed.start < seconds]

    @cached_property
    def timeline(self) -> Timeline | None:
        """The estimated timeline; None where there is nothing to lay out."""
        try:
            return compose(self.exercise, self.minutes, self._measures)
        except TimelineError as error:
            self.length_error = error
        return self._nearest()

    @cached_property
    def section_rooms(self) -> tuple[tuple[SectionStart, SectionRoom], ...]:
        """Each section that is heard, with how long it can last; nothing where there is nothing to lay out."""
        if self.timeline is None:  # it decides in which length that is
            return ()
        parts = measure(expand(self.exercise, self._laid_out_at), self._measures).parts
        return tuple(zip(starts_of_sections(parts), section_rooms(parts), strict=True))

    def _nearest(self) -> Timeline | None:
        try:
            ranges = possible_lengths(self.exercise, self._measures)
            wanted = (self.minutes or 0.0) * 60 * SAMPLE_RATE
            ends = [end for low, high in ranges for end in (low, high) if end > 0]
            near = min(ends, key=lambda end: abs(end - wanted), default=None)
            if near is None:
                return None
            self._laid_out_at = near / (60 * SAMPLE_RATE)
            return compose(self.exercise, self._laid_out_at, self._measures)
        except TimelineError as error:  # a breath word that no length makes room for
            self.length_error = error
            return None

    @property
    def label(self) -> str:
        """Words that name this length behind a statement, with a space before them; empty for the natural length."""
        return "" if self.minutes is None else f" in the version of {self.minutes:g} minutes"

    @property
    def length(self) -> float:
        """Seconds; 0 where there is nothing to lay out."""
        return self.timeline.length / SAMPLE_RATE if self.timeline else 0.0

    @cached_property
    def timed_sentences(self) -> tuple[TimedSentence, ...]:
        """Each sentence with its time, in order, repeats and all."""
        spoken = self._spoken()
        found = []
        for place, (sentence, start, end, next_start) in enumerate(spoken):
            found.append(TimedSentence(sentence, start, end, next_start - end, place + 1 == len(spoken)))
        return tuple(found)

    def _spoken(self) -> list[tuple[Sentence, float, float, float]]:
        """Return each sentence with its start, its end, and the start of what is heard next."""
        rows: list[tuple[Sentence, float, float, float]] = []
        if self.timeline is None:
            return []
        audible = _audible(self.timeline)  # it decides in which length the phrases are looked for
        waiting = deque(step for step in expand(self.exercise, self._laid_out_at).steps if isinstance(step, Phrase))
        for start, length, event in audible:
            if rows:
                rows[-1] = (*rows[-1][:3], min(rows[-1][3], start))
            phrase = waiting[0] if waiting else None
            if (
                phrase
                and isinstance(event, SpeechEvent)
                and (event.text, event.line) == (phrase.text, phrase.span.line)
            ):
                waiting.popleft()
                sentence = self._by_phrase[id(phrase)]
                goes_on = rows and rows[-1][0] is sentence and phrase is not sentence.phrases[0]
                begin = rows.pop()[1] if goes_on else start
                rows.append((sentence, begin, start + length, self.length))
        return rows

    @cached_property
    def silences(self) -> tuple[SilentStretch, ...]:
        """Every silence, neighbouring ones as one, head and tail left out; none where a background is alone."""
        if self.timeline is None or not _audible(self.timeline):
            return ()
        found: list[SilentStretch] = []
        run: list[SilenceEvent] = []
        for tile in _silence_tiles(self.timeline):
            if tile is not None:
                run.append(tile)
            elif run:
                found.append(self._silence(run))
                run = []
        return tuple(found)

    def _silence(self, run: Sequence[SilenceEvent]) -> SilentStretch:
        start = run[0].start / SAMPLE_RATE
        length = sum(tile.length for tile in run) / SAMPLE_RATE
        said = bisect.bisect_left(self.timed_sentences, start, key=lambda timed: timed.start)
        before = tuple(timed.sentence for timed in self.timed_sentences[max(0, said - 2) : said])
        return SilentStretch(start, length, run[0].line, any(tile.elastic for tile in run), before)


def _silence_tiles(timeline: Timeline) -> Iterator[SilenceEvent | None]:
    """Yield each silence that nothing sounds in, head and tail left out, and None for all else and at the end."""
    busy = deque((overlay.start, overlay.start + overlay.length) for overlay in timeline.overlays if overlay.length)
    until = 0
    for tile in timeline.tiles:
        while busy and busy[0][0] <= tile.start:
            until = max(until, busy.popleft()[1])
        silent = isinstance(tile, SilenceEvent) and tile.line > 0 and tile.start >= until
        yield tile if silent and isinstance(tile, SilenceEvent) else None
    yield None


def _audible(timeline: Timeline) -> list[tuple[float, float, object]]:
    """Return start, length and event of all that is heard and no background, in order."""
    tiles = [tile for tile in timeline.tiles if isinstance(tile, SpeechEvent)]
    overlays = [overlay for overlay in timeline.overlays if overlay.length]
    events = sorted((*overlays, *tiles), key=lambda event: event.start)
    return [(event.start / SAMPLE_RATE, event.length / SAMPLE_RATE, event) for event in events]


_UNANNOUNCED = {1: 30.0, 2: 20.0, 3: 20.0}
"""Seconds by tier, when nobody has said that it will be quiet."""

_ANNOUNCED = 60.0
_ANNOUNCED_IN = {"nature": 90.0, "journalling": 300.0}
"""Seconds when it has been said; longer with open eyes outdoors, and with a pen in the hand."""
_ANNOUNCED_IN_GROUPS = 300.0
"""… in a room where somebody is there."""

_REMEMBERED = 256
"""Sentences: each version of a script has most of them, and one sentence may hold many silences."""
_ESTIMATE_SLACK = 1.05
"""An estimate may be off by so much in a silence that stretches."""


def is_announced(silence: SilentStretch, words: StructureWords) -> bool:
    """Tell whether one of the two sentences before a silence says that it will be quiet, or what it is for."""
    said = [sentence.plain for sentence in silence.before]
    return any(_announces(each, words) for each in said) or any(_names_length(each, words) for each in said[-1:])


@lru_cache(maxsize=_REMEMBERED)
def _announces(sentence: str, words: StructureWords) -> bool:
    return words.quiet.search(sentence) is not None


@lru_cache(maxsize=_REMEMBERED)
def _names_length(sentence: str, words: StructureWords) -> bool:
    return words.duration.search(sentence) is not None


def silence_limit(front: FrontMatter, silence: SilentStretch, *, groups: bool = False) -> float:
    """Return how many seconds `silence` may last, for one listener alone or for groups."""
    words = structure_words(front.language)
    if words is None or is_announced(silence, words):
        return max(_ANNOUNCED_IN.get(front.practice, _ANNOUNCED), _ANNOUNCED_IN_GROUPS if groups else 0.0)
    return _UNANNOUNCED[front.tier]


def exceeds(silence: SilentStretch, seconds: float) -> bool:
    """Tell whether a silence is longer than that, even if the estimate is a little off."""
    return silence.length > seconds * (_ESTIMATE_SLACK if silence.elastic else 1.0) + 0.05
