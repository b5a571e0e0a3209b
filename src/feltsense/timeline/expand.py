"""From an exercise to the flat list of steps of one version: blocks unfolded, automatic silences put in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from feltsense.errors import TimelineError
from feltsense.script.automatic import AUTOMATIC_AFTER, AUTOMATIC_BEFORE_SECTION, AUTOMATIC_CEILING, AUTOMATIC_FLOOR
from feltsense.script.diagnostics import Span
from feltsense.script.model import (
    Bell,
    Breath,
    Close,
    Exercise,
    Node,
    Note,
    Phrase,
    Play,
    Repeat,
    Section,
    Silence,
    SilenceKind,
    SoundscapeCue,
    Version,
    WishedLength,
)
from feltsense.units import Ms

PACING = {"brisk": 0.6, "gentle": 1.0, "spacious": 1.6}
"""What each pacing multiplies the automatic silences by."""

_AFTER_BELL = 3000
"""Long enough for the strike to soften before the voice goes on; the ring itself goes on beneath it."""

MAX_HOURS = 24
"""Of any version; more than that is a mistake in its repeats."""
_MAX_MS = MAX_HOURS * 3_600_000


@dataclass(frozen=True, slots=True)
class SectionStart:
    """A chapter begins here."""

    title: str
    span: Span
    wish: WishedLength | None = None
    """How long it should last."""


Step = SectionStart | Phrase | Silence | Breath | Bell | SoundscapeCue | Play
_Lasting = Phrase | Breath | Play


@dataclass(frozen=True, slots=True)
class ExpandedVersion:
    """One version of an exercise, before anything is measured."""

    exercise: Exercise
    minutes: float | None
    """The length that it has to meet; None for its natural one."""
    steps: tuple[Step, ...]
    """In order."""

    @property
    def has_wishes(self) -> bool:
        """Tell whether any section has a length of its own to meet."""
        return any(isinstance(step, SectionStart) and step.wish for step in self.steps)


class TooLongError(TimelineError):
    """A version that lasts longer than `MAX_HOURS`.

    Args:
        slug: of the exercise.
        line: where it passes them.
    """

    def __init__(self, slug: str, line: int) -> None:
        message = f"Line {line}: here “{slug}” passes {MAX_HOURS} hours, the longest that an exercise can last."
        super().__init__(message, "Repeat fewer times, or make several scripts of it.")
        self.line = line


def default_minutes(exercise: Exercise, minutes: float | None) -> float | None:
    """Return the asked length, else the first one that the script offers, else None for its natural length."""
    if minutes is not None:
        return minutes
    return exercise.front.minutes[0] if exercise.front.minutes else None


def expand(exercise: Exercise, minutes: float | None) -> ExpandedVersion:
    """Return the version that belongs to a length.

    Args:
        exercise: parsed without errors.
        minutes: None for the first length that the script offers, else its natural one: the shortest version.

    Raises:
        TooLongError: it would last longer than `MAX_HOURS`, by its pauses and by its words at the script's pace.
        TimelineError: it is a background alone, and there is no length for it.
    """
    meant = default_minutes(exercise, minutes)
    steps = [step for section in exercise.sections for step in _heard(section, meant or 0.0)]
    if all(isinstance(step, SectionStart | SoundscapeCue) for step in steps) and _has_background(exercise, steps):
        steps = _background_alone(exercise, steps, meant)
    whole = tuple(_with_automatic(steps, PACING[exercise.front.pacing]))
    _refuse_too_long(exercise, whole)
    return ExpandedVersion(exercise, meant, whole)


def _has_background(exercise: Exercise, steps: Sequence[Step]) -> bool:
    return bool(exercise.front.soundscape) or any(isinstance(step, SoundscapeCue) and step.name for step in steps)


def _background_alone(exercise: Exercise, steps: list[Step], minutes: float | None) -> list[Step]:
    """Return the steps of a version without anything but a background: a chapter, and one silence that fills it."""
    span = steps[-1].span if steps else Span(max(1, exercise.front.soundscape_line), 1, 2)
    if minutes is None:
        message = f"“{exercise.slug}” is a background and nothing else, and has no length."
        raise TimelineError(message, "Write how long it lasts in its front matter, as in “minutes: 10”.")
    start = [] if steps else [SectionStart(exercise.front.title, span)]
    filling = Silence(SilenceKind.ELASTIC, Ms(round(minutes * 60_000)), Ms(0), Ms(_MAX_MS), span)
    return [*start, *steps, filling]


def _refuse_too_long(exercise: Exercise, steps: Sequence[Step]) -> None:
    """Raise `TooLongError` where the steps pass `MAX_HOURS` at their natural length; nothing is spoken for it."""
    total = 0
    for step in steps:
        match step:
            case Silence():
                total += step.base
            case Breath():
                total += step.rounds * sum(phase.length for phase in step.phases)
            case Phrase():
                total += len(step.text.split()) * 60_000 // exercise.front.pace
            case Play():
                total += step.length or 0
            case _:
                pass
        if total > _MAX_MS:
            raise TooLongError(exercise.slug, step.span.line)


def _heard(section: Section, minutes: float) -> list[Step]:
    """Return a section's steps behind its start; nothing when this version leaves it empty."""
    steps = list(_unfold(section.body, minutes))
    return [SectionStart(section.title, section.span, section.wish), *steps] if steps else []


def _unfold(body: Sequence[Node], minutes: float) -> Iterator[Step]:
    for node in body:
        match node:
            case Note():
                continue
            case Repeat():
                for _ in range(node.times):
                    yield from _unfold(node.body, minutes)
            case Version():
                if (node.at_least is None or minutes >= node.at_least) and (
                    node.at_most is None or minutes <= node.at_most
                ):
                    yield from _unfold(node.body, minutes)
            case _:
                yield node


def _with_automatic(steps: Sequence[Step], scale: float) -> Iterator[Step]:
    """Put in the silences that nobody wrote.

    What stands between two lasting steps is a gap. A written silence in it replaces the automatic ones; else one
    stands at its start, by how the last phrase closed, and one after a bell.
    """
    before: _Lasting | None = None
    gap: list[Step] = []
    for step in steps:
        if isinstance(step, Phrase | Breath | Play):
            yield from _filled(before, gap, scale, last=False)
            yield step
            before, gap = step, []
        else:
            gap.append(step)
    yield from _filled(before, gap, scale, last=True)


def _filled(before: _Lasting | None, gap: Sequence[Step], scale: float, *, last: bool) -> Iterator[Step]:
    if any(isinstance(step, Silence) for step in gap):
        yield from gap
        return
    cut = max((place + 1 for place, step in enumerate(gap) if isinstance(step, Bell)), default=0)
    if before is not None and (cut or not last):
        base = AUTOMATIC_BEFORE_SECTION if _has_section(gap[:cut] or gap) else _after(before)
        if base:
            yield _automatic(before.span, base * scale)
    yield from gap[:cut]
    if cut:
        base = AUTOMATIC_BEFORE_SECTION if _has_section(gap[cut:]) else _AFTER_BELL
        yield _automatic(gap[cut - 1].span, base * scale, _strikes(gap))
    yield from gap[cut:]


def _has_section(steps: Sequence[Step]) -> bool:
    return any(isinstance(step, SectionStart) for step in steps)


def _after(before: _Lasting) -> int:
    return AUTOMATIC_AFTER.get(before.close, 0) if isinstance(before, Phrase) else AUTOMATIC_AFTER[Close.PARAGRAPH]


def _strikes(gap: Sequence[Step]) -> int:
    """Return the milliseconds from the first strike of the gap's bells to the last."""
    return sum((step.times - 1) * step.every for step in gap if isinstance(step, Bell))


def _automatic(span: Span, base: float, fixed: int = 0) -> Silence:
    """Return an elastic silence of `base` milliseconds, with a part before it that does not stretch."""
    return Silence(
        SilenceKind.AUTOMATIC,
        Ms(fixed + round(base)),
        Ms(fixed + round(base * AUTOMATIC_FLOOR)),
        Ms(fixed + round(base * AUTOMATIC_CEILING)),
        span,
    )
