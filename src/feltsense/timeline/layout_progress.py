"""A version on its way into time: some parts have their places, and the next silence is decided from what is known."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from feltsense.script.model import WishedLength
from feltsense.timeline.expand import SectionStart
from feltsense.timeline.fit import Elastic, SilenceFit
from feltsense.timeline.measure import Gap, MeasuredPhrase, MeasuredSilence, MeasuredVersion, Part
from feltsense.timeline.model import Chapter, Overlay, SilenceEvent, SpeechEvent, Tile
from feltsense.timeline.section_lengths import SectionRoom, section_targets
from feltsense.timeline.speech_ahead import SpeechAhead
from feltsense.units import Frames, frames_of_minutes
from feltsense.voice.port import SpeechInfo, Utterance

AHEAD = 4
"""Phrases after a silence that are measured before it is decided."""

_TRUST = 0.1
"""How far off the expectation of all speech may be; nearer to a limit than that, everything is measured first."""

_SHARED = 0
"""The group of all sections that have no wished length; each other group is a section that has one."""


@dataclass(slots=True)
class Layout:
    """Events as they are placed one behind the other."""

    cursor: int = 0
    tiles: list[Tile] = field(default_factory=list)
    overlays: list[Overlay] = field(default_factory=list)
    chapters: list[Chapter] = field(default_factory=list)

    def copy(self) -> "Layout":
        """Return another one with the same events."""
        return Layout(self.cursor, [*self.tiles], [*self.overlays], [*self.chapters])

    def add_phrase(self, phrase: MeasuredPhrase, spoken: SpeechInfo) -> None:
        """Place a phrase."""
        start = Frames(self.cursor)
        event = SpeechEvent(start, spoken.length, phrase.utterance, phrase.utterance.text, spoken.words, phrase.line)
        self.tiles.append(event)
        self.cursor += spoken.length

    def add_silence(self, length: Frames, line: int, *, elastic: bool) -> None:
        """Place a silence, if it has a length."""
        if length:
            self.tiles.append(SilenceEvent(Frames(self.cursor), length, elastic, line))
            self.cursor += length

    def add_overlay(self, overlay: Overlay) -> None:
        """Place what lies over the tiles, and takes no time of its own."""
        self.overlays.append(replace(overlay, start=Frames(self.cursor + overlay.start)))

    def open_chapter(self, title: str) -> int:
        """Begin a chapter, and return the frame where it does; the head belongs to the first."""
        start = self.cursor if self.chapters else 0
        self.chapters.append(Chapter(title, Frames(start)))
        return start


@dataclass(slots=True)
class SectionGroup:
    """Sections whose silences are fitted together."""

    silences: SilenceFit
    """Those still to come."""
    fixed_left: int
    """Frames of all that is still to come and neither speech nor elastic."""
    wish: WishedLength | None
    target: int | None = None
    """Frames that a section with a wish is to last; None where its silences are as written."""
    decided: bool = False
    """Whether the target is final."""
    natural_left: int = 0
    """Where there is no target, frames that the silences still to come last in all, so that nothing of it is lost."""

    def copy(self) -> "SectionGroup":
        """Return another one like it."""
        return replace(self, silences=self.silences.copy())


@dataclass(slots=True)
class LayoutProgress:
    """A version, some parts of which have their places."""

    parts: Sequence[Part]
    """All, in order."""
    wanted: Frames | None
    speech: SpeechAhead
    groups: list[SectionGroup]
    sections: Sequence[int]
    """The group of each section, in order."""
    layout: Layout = field(default_factory=Layout)
    next: int = 0
    causal: bool = True
    """False to measure everything before the first silence is decided."""
    number: int = _SHARED
    """The group of the section under way; the head is the first one's."""
    begun: int = 0
    """Sections whose start has its place."""
    start: int = 0
    """The frame where the section under way begins."""
    least_left: int = 0
    """Frames still to come of all that is neither speech nor a silence of a section without a wish, at their least."""
    reserved: int = 0
    """Frames of those sections still to begin that have a target, where a length of the whole is wanted."""

    @classmethod
    def of(cls, version: MeasuredVersion, expected: Callable[[Utterance], SpeechInfo]) -> "LayoutProgress":
        """Return a version of which nothing has its place.

        Args:
            version: its parts; the lengths of phrases in it may be expectations, but for the words of a breath.
            expected: how long a phrase is expected to be.
        """
        starts = [part for part in version.parts if isinstance(part, SectionStart)]
        wishes = [None, *(start.wish for start in starts if start.wish)]
        numbers = count(_SHARED + 1)
        sections = [next(numbers) if start.wish else _SHARED for start in starts]
        contents = _contents(version.parts, sections, len(wishes))
        minutes = version.version.minutes
        groups = [
            SectionGroup(SilenceFit(each.elastics), each.fixed, wish)
            for each, wish in zip(contents, wishes, strict=True)
        ]
        groups[_SHARED].decided = minutes is None
        order = (part.utterance for part in version.parts if isinstance(part, MeasuredPhrase) and not part.timed)
        return cls(
            version.parts,
            None if minutes is None else frames_of_minutes(minutes),
            SpeechAhead.of([each.said for each in contents], expected, order),
            groups,
            sections,
            number=sections[0] if sections else _SHARED,
            least_left=sum(group.fixed_left + (group.silences.floors if group.wish else 0) for group in groups),
        )

    def copy(self) -> "LayoutProgress":
        """Return another one that has come as far."""
        groups = [group.copy() for group in self.groups]
        return replace(self, layout=self.layout.copy(), speech=self.speech.copy(), groups=groups)

    @property
    def done(self) -> bool:
        """Whether everything has its place."""
        return self.next == len(self.parts)

    @property
    def shortest(self) -> int:
        """Frames that the whole lasts at least: the length that is wanted, else as if no more were said."""
        if self.wanted is not None:
            return self.wanted
        return self.layout.cursor + self.least_left + self.groups[_SHARED].silences.written

    @property
    def needed(self) -> tuple[Utterance, ...]:
        """The phrases that are to be measured next, before the next part has its place."""
        match self.parts[self.next]:
            case MeasuredPhrase(utterance=utterance, timed=False) if utterance not in self.speech.known:
                return (utterance,)
            case MeasuredSilence(elastic=elastic):
                return self._needed_to_decide() or self._needed_to_fit(elastic)
            case _:
                return ()

    def advance(self, measure: Callable[[Utterance], SpeechInfo]) -> bool:
        """Give the next part its place, measuring what must be measured before; False when there is none."""
        if self.done:
            return False
        while needed := self.needed:
            self.speech.learn(needed, measure)
        part = self.parts[self.next]
        self.next += 1
        number = self.number
        fixed = _fixed(part)
        self.groups[number].fixed_left -= fixed
        self.least_left -= fixed
        match part:
            case MeasuredPhrase():
                self.layout.add_phrase(part, part.spoken if part.timed else self.speech.say(part.utterance, number))
            case Gap():
                self.layout.add_silence(part.length, part.line, elastic=False)
            case MeasuredSilence():
                self.layout.add_silence(self._silence(part.elastic), part.line, elastic=True)
            case SectionStart():
                self._begin(part)
            case _:
                self.layout.add_overlay(part)
        return True

    def plan(self) -> bool:
        """Decide how long the sections with a wish are to last for the length that is wanted.

        Return whether all is met even if the speech comes out rather longer or shorter than expected.
        """
        wanted = self.wanted
        assert wanted is not None  # noqa: S101 - else each section is decided when it comes up
        number = self.number
        done = self.layout.cursor - (self.layout.cursor - self.start if number else 0)
        rooms = [self._section_room(each) for each in range(len(self.groups))]
        targets = section_targets(rooms, wanted - done)
        trusted = all(self._is_sure(each, rooms[each], targets[each]) for each in range(1, len(rooms)))
        self._share([each for each in range(1, len(rooms)) if targets[each] is None])
        for group, target in zip(self.groups, targets, strict=True):
            group.target, group.decided = target, True
        self.reserved = sum(targets[each] or 0 for each in self.sections[self.begun :])
        return trusted and self._is_shared_sure(wanted)

    def _begin(self, section: SectionStart) -> None:
        self.number = self.sections[self.begun]
        self.begun += 1
        self.start = self.layout.open_chapter(section.title)
        if self.wanted is not None:
            self.reserved -= self.groups[self.number].target or 0

    def _needed_to_decide(self) -> tuple[Utterance, ...]:
        """Return the phrases that are to be measured before it is known how long the section under way is to last."""
        number = self.number
        if self.wanted is not None:
            return () if self.causal else self.speech.next(None)
        if self.groups[number].decided:
            return ()
        is_sure = self.causal and self._section_room(number).is_sure(self._unsure(number))
        return () if is_sure else self.speech.next(None, number)

    def _needed_to_fit(self, elastic: Elastic) -> tuple[Utterance, ...]:
        """Return the phrases that are to be measured before a silence of the section under way is decided."""
        number, silences = self.number, self.groups[self.number].silences
        room = self._room(number)
        if room is None:
            return ()
        ahead = self.speech.next(None if silences.left == 1 else AHEAD, number)
        unsure = self._unsure(number)
        if not ahead and unsure and silences.leeway(elastic, room) < unsure:
            return self.speech.next(None, number)
        return ahead

    def _silence(self, elastic: Elastic) -> Frames:
        """Decide the length of the next silence, `elastic`."""
        if not self.groups[self.number].decided:
            self._decide()
        number = self.number  # a section whose wish cannot be met is one of the others from now on
        group, room = self.groups[number], self._room(number)
        if room is None and number != _SHARED:
            room = group.natural_left
        length = group.silences.take(elastic, room, self.layout.cursor)
        group.natural_left -= length
        self.least_left -= elastic.floor if number != _SHARED else 0
        return length

    def _decide(self) -> None:
        if self.wanted is not None:
            self.plan()
            return
        group = self.groups[self.number]
        group.target, group.decided = self._section_room(self.number).target, True
        group.natural_left = group.silences.written

    def _room(self, number: int) -> int | None:
        """Return the frames for the elastic silences left in a group, as far as is known; None for those written."""
        group = self.groups[number]
        if number == _SHARED:
            return None if self.wanted is None else self._shared_room(self.wanted)
        target = group.target if group.decided else self._section_room(number).target
        if target is None:
            return None
        return self.start + target - self.layout.cursor - group.fixed_left - self.speech.left(number)

    def _shared_room(self, wanted: int) -> int:
        return wanted - self.layout.cursor - self.reserved - self.groups[_SHARED].fixed_left - self.speech.left(_SHARED)

    def _section_room(self, number: int) -> SectionRoom:
        """Return how long the sections of a group can last, as far as is known: those with their places left out."""
        group = self.groups[number]
        elapsed = self.layout.cursor - self.start if number == self.number != _SHARED else 0
        said = elapsed + group.fixed_left + self.speech.left(number)
        silences = group.silences
        return SectionRoom(said + silences.floors, said + silences.written, said + silences.ceilings, group.wish)

    def _unsure(self, number: int) -> float:
        """Return how far off the expectation of the speech in a group may be.

        More in a section with a wish, which is short: by a phrase, and by what the voice differs from other voices.
        """
        unknown = self.speech.unknown(number)
        if number == _SHARED:
            return _TRUST * unknown
        return _TRUST * (unknown + min(unknown, self.speech.longest[number])) + self.speech.drift(number)

    def _is_sure(self, number: int, room: SectionRoom, target: int | None) -> bool:
        """Tell whether a section with a wish lasts `target` even if its speech differs; None: that it cannot be met."""
        unsure = self._unsure(number)
        if target is None:
            return room.is_sure(unsure)
        return room.shortest + unsure <= target <= room.longest - unsure

    def _is_shared_sure(self, wanted: int) -> bool:
        unsure, silences = self._unsure(_SHARED), self.groups[_SHARED].silences
        return silences.floors + unsure <= self._shared_room(wanted) <= silences.ceilings - unsure

    def _share(self, numbers: Sequence[int]) -> None:
        """Fit the sections of these groups together with those that have no wish."""
        if not numbers:
            return
        shared, groups = self.groups[_SHARED], [self.groups[number] for number in numbers]
        shared.silences = shared.silences.joined(group.silences for group in groups)
        shared.fixed_left += sum(group.fixed_left for group in groups)
        self.speech.join(numbers)
        joined = set(numbers)
        self.sections = [_SHARED if number in joined else number for number in self.sections]
        for number in numbers:
            self.groups[number] = SectionGroup(SilenceFit(()), 0, None)
        self.number = _SHARED if self.number in joined else self.number


@dataclass(slots=True)
class _Contents:
    """What is in a group."""

    said: list[Utterance] = field(default_factory=list)
    elastics: list[Elastic] = field(default_factory=list)
    fixed: int = 0


def _contents(parts: Iterable[Part], sections: Sequence[int], groups: int) -> list[_Contents]:
    """Return what is in each group; what stands before the first section belongs to it."""
    found = [_Contents() for _ in range(groups)]
    here, begun = found[sections[0] if sections else _SHARED], 0
    for part in parts:
        if isinstance(part, MeasuredPhrase) and not part.timed:
            here.said.append(part.utterance)
        elif isinstance(part, MeasuredSilence):
            here.elastics.append(part.elastic)
        elif isinstance(part, SectionStart):
            here, begun = found[sections[begun]], begun + 1
        else:
            here.fixed += _fixed(part)
    return found


def _fixed(part: Part) -> int:
    """Return the frames that a part takes whatever else does: a gap, and the word that a breath has room for."""
    match part:
        case Gap():
            return part.length
        case MeasuredPhrase():
            return part.spoken.length if part.timed else 0
        case _:
            return 0
