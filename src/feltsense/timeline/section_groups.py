"""The sections of a version in groups: those in one group are fitted together."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from feltsense.script.model import WishedLength
from feltsense.timeline.expand import SectionStart
from feltsense.timeline.fit import Elastic, SilenceFit
from feltsense.timeline.measure import Gap, MeasuredPhrase, MeasuredSilence, Part
from feltsense.voice.port import Utterance

SHARED = 0
"""The group of all sections that have no wished length; each other group is a section that has one."""


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

    @classmethod
    def empty(cls) -> "SectionGroup":
        """Return one without anything in it."""
        return cls(SilenceFit(()), 0, None)

    def copy(self) -> "SectionGroup":
        """Return another one like it."""
        return replace(self, silences=self.silences.copy())


@dataclass(frozen=True, slots=True)
class GroupedParts:
    """A version in groups."""

    groups: list[SectionGroup]
    said: Sequence[Sequence[Utterance]]
    """By group, the phrases that are said in it."""
    sections: Sequence[int]
    """The group of each section, in order."""


@dataclass(slots=True)
class _Contents:
    """What is in a group."""

    said: list[Utterance] = field(default_factory=list)
    elastics: list[Elastic] = field(default_factory=list)
    fixed: int = 0


def grouped(parts: Sequence[Part]) -> GroupedParts:
    """Return a version in groups; what stands before its first section belongs to that."""
    starts = [part for part in parts if isinstance(part, SectionStart)]
    wishes = [None, *(start.wish for start in starts if start.wish)]
    numbers = count(SHARED + 1)
    sections = [next(numbers) if start.wish else SHARED for start in starts]
    contents = [_Contents() for _ in wishes]
    here, begun = contents[sections[0] if sections else SHARED], 0
    for part in parts:
        if isinstance(part, MeasuredPhrase) and not part.timed:
            here.said.append(part.utterance)
        elif isinstance(part, MeasuredSilence):
            here.elastics.append(part.elastic)
        elif isinstance(part, SectionStart):
            here, begun = contents[sections[begun]], begun + 1
        else:
            here.fixed += fixed_frames(part)
    groups = [SectionGroup(SilenceFit(c.elastics), c.fixed, wish) for c, wish in zip(contents, wishes, strict=True)]
    return GroupedParts(groups, [each.said for each in contents], sections)


def fixed_frames(part: Part) -> int:
    """Return the frames that a part takes whatever else does: a gap, and the word that a breath has room for."""
    match part:
        case Gap():
            return part.length
        case MeasuredPhrase():
            return part.spoken.length if part.timed else 0
        case _:
            return 0
