"""A version on its way into time: some parts have their places, and the next silence is decided from what is known."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from feltsense.timeline.expand import SectionStart
from feltsense.timeline.fit import Elastic
from feltsense.timeline.layout import Layout
from feltsense.timeline.measure import Gap, MeasuredPhrase, MeasuredSilence, MeasuredVersion, Part
from feltsense.timeline.section_groups import SHARED, SectionGroup, fixed_frames, grouped
from feltsense.timeline.section_lengths import SectionRoom, section_targets
from feltsense.timeline.speech_ahead import SpeechAhead
from feltsense.units import Frames, frames_of_minutes
from feltsense.voice.port import SpeechInfo, Utterance

AHEAD = 4
"""Phrases after a silence that are measured before it is decided."""

_TRUST = 0.1
"""How far off the expectation of all speech may be; nearer to a limit than that, everything is measured first."""

_MOST_PENDING = 40
"""Sections that may be decided late; with more of them, everything is measured first."""


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
    number: int = SHARED
    """The group of the section under way; the head is the first one's."""
    begun: int = 0
    """Sections whose start has its place."""
    start: int = 0
    """The frame where the section under way begins."""
    least_left: int = 0
    """Frames still to come of all that is neither speech nor a silence of a section without a wish, at their least."""
    pending: tuple[int, ...] = ()
    """Where a length of the whole is wanted, sections so near to a limit that they are decided when they come up."""
    reserved: int = 0
    """Frames of those sections still to begin that have a target, where a length of the whole is wanted."""

    @classmethod
    def of(cls, version: MeasuredVersion, expected: Callable[[Utterance], SpeechInfo]) -> "LayoutProgress":
        """Return a version of which nothing has its place.

        Args:
            version: its parts; the lengths of phrases in it may be expectations, but for the words of a breath.
            expected: how long a phrase is expected to be.
        """
        contents = grouped(version.parts)
        minutes = version.version.minutes
        contents.groups[SHARED].decided = minutes is None
        order = (part.utterance for part in version.parts if isinstance(part, MeasuredPhrase) and not part.timed)
        return cls(
            version.parts,
            None if minutes is None else frames_of_minutes(minutes),
            SpeechAhead.of(contents.said, expected, order),
            contents.groups,
            contents.sections,
            number=contents.sections[0] if contents.sections else SHARED,
            least_left=sum(each.fixed_left + (each.silences.floors if each.wish else 0) for each in contents.groups),
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
        return self.layout.cursor + self.least_left + self.groups[SHARED].silences.written

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
        fixed = fixed_frames(part)
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
        numbers = range(SHARED + 1, len(self.groups))
        shared, rooms = self._section_room(SHARED), {each: self._section_room(each) for each in numbers}
        reach = [shared, *(room.widened(self._unsure(each)) for each, room in rooms.items())]
        targets = section_targets(reach, wanted - done)
        self._set_targets({each: targets[each] for each in numbers})
        self.groups[SHARED].decided = True
        self.pending = tuple(each for each in numbers if not self._is_sure(each, rooms[each], targets[each]))
        for each in self.pending:
            self.groups[each].decided = False
        return len(self.pending) <= _MOST_PENDING and self._is_shared_sure(wanted)

    def _set_targets(self, targets: Mapping[int, int | None]) -> None:
        """Decide how long sections with a wish are to last; None for one that is fitted with the others."""
        for number, target in targets.items():
            self.groups[number].target, self.groups[number].decided = target, True
        self._share([number for number, target in targets.items() if target is None])
        self.pending = tuple(number for number in self.pending if number not in targets)
        self.reserved = sum(self.groups[number].target or 0 for number in self.sections[self.begun :])

    def _begin(self, section: SectionStart) -> None:
        self.number = self.sections[self.begun]
        self.begun += 1
        self.start = self.layout.open_chapter(section.title)
        if self.wanted is not None:
            self.reserved -= self.groups[self.number].target or 0

    def _needed_to_decide(self) -> tuple[Utterance, ...]:
        """Return the phrases that are to be measured before it is known how long the section under way is to last."""
        number = self.number
        if self.wanted is not None and not self.causal:
            return self.speech.next(None)
        if self.groups[number].decided:
            return ()
        is_known = self.wanted is None and self.causal
        is_sure = is_known and self._section_room(number).is_sure(self._unsure(number))
        return () if is_sure else self.speech.next(None, number)

    def _needed_to_fit(self, elastic: Elastic) -> tuple[Utterance, ...]:
        """Return the phrases that are to be measured before a silence of the section under way is decided."""
        number, silences = self.number, self.groups[self.number].silences
        room = self._room(number)
        if room is None:
            return ()
        group = None if self.pending and number == SHARED else number
        ahead = self.speech.next(None if silences.left == 1 else AHEAD, group)
        unsure = self._unsure(number)
        if not ahead and unsure and silences.leeway(elastic, room) < unsure:
            return self.speech.next(None, group)
        return ahead

    def _silence(self, elastic: Elastic) -> Frames:
        """Decide the length of the next silence, `elastic`."""
        if not self.groups[self.number].decided:
            self._decide()
        elif self.pending and not self.speech.next(None):
            self._set_targets({number: self._section_room(number).wished for number in self.pending})
        number = self.number  # a section whose wish cannot be met is one of the others from now on
        group, room = self.groups[number], self._room(number)
        if room is None and number != SHARED:
            room = group.natural_left
        length = group.silences.take(elastic, room, self.layout.cursor)
        group.natural_left -= length
        self.least_left -= elastic.floor if number != SHARED else 0
        return length

    def _decide(self) -> None:
        if self.wanted is not None and not self.causal:
            self.plan()
            return
        if self.wanted is not None:
            self._set_targets({self.number: self._section_room(self.number).wished})
            return
        group = self.groups[self.number]
        group.target, group.decided = self._section_room(self.number).target, True
        group.natural_left = group.silences.written

    def _room(self, number: int) -> int | None:
        """Return the frames for the elastic silences left in a group, as far as is known; None for those written."""
        group = self.groups[number]
        if number == SHARED:
            return None if self.wanted is None else self._shared_room(self.wanted)
        target = group.target if group.decided else self._section_room(number).target
        if target is None:
            return None
        return self.start + target - self.layout.cursor - group.fixed_left - self.speech.left(number)

    def _shared_room(self, wanted: int) -> int:
        return wanted - self.layout.cursor - self.reserved - self.groups[SHARED].fixed_left - self.speech.left(SHARED)

    def _section_room(self, number: int) -> SectionRoom:
        """Return how long the sections of a group can last, as far as is known: those with their places left out."""
        group = self.groups[number]
        elapsed = self.layout.cursor - self.start if number == self.number != SHARED else 0
        said = elapsed + group.fixed_left + self.speech.left(number)
        silences = group.silences
        return SectionRoom(said + silences.floors, said + silences.written, said + silences.ceilings, group.wish)

    def _unsure(self, number: int) -> float:
        """Return how far off the expectation of the speech in a group may be.

        More in a section with a wish, which is short: by a phrase, and by what the voice differs from other voices.
        What is not decided for such sections yet is made good by the others.
        """
        unknown = self.speech.unknown(number)
        if number == SHARED:
            return _TRUST * unknown + sum(2 * self._unsure(pending) for pending in self.pending)
        return _TRUST * (unknown + min(unknown, self.speech.longest[number])) + self.speech.drift(number)

    def _is_sure(self, number: int, room: SectionRoom, target: int | None) -> bool:
        """Tell whether a section with a wish can last `target` even if its speech differs, or is one of the others."""
        unsure = self._unsure(number)
        if target is None:
            return True
        is_reachable = room.is_reachable(unsure) and room.is_reachable(-unsure)
        return is_reachable and room.shortest + unsure <= target <= room.longest - unsure

    def _is_shared_sure(self, wanted: int) -> bool:
        unsure, silences = self._unsure(SHARED), self.groups[SHARED].silences
        return silences.floors + unsure <= self._shared_room(wanted) <= silences.ceilings - unsure

    def _share(self, numbers: Sequence[int]) -> None:
        """Fit the sections of these groups together with those that have no wish."""
        if not numbers:
            return
        shared, groups = self.groups[SHARED], [self.groups[number] for number in numbers]
        shared.silences = shared.silences.joined(group.silences for group in groups)
        shared.fixed_left += sum(group.fixed_left for group in groups)
        self.speech.join(numbers)
        joined = set(numbers)
        self.sections = [SHARED if number in joined else number for number in self.sections]
        for number in numbers:
            self.groups[number] = SectionGroup.empty()
        self.number = SHARED if self.number in joined else self.number
