"""A script read while it is being written: what is found in it, what is heard in it, and how it lies in time."""

from dataclasses import dataclass
from functools import lru_cache

from feltsense.authoring.text import as_written
from feltsense.authoring.trial import AS_IT_IS, Tries
from feltsense.check.checker import check
from feltsense.errors import TimelineError
from feltsense.script.diagnostics import Diagnostic, Severity
from feltsense.script.model import Bell, Breath, Exercise, Phrase, Play
from feltsense.timeline.estimate import estimate
from feltsense.timeline.lengths import Range, possible
from feltsense.timeline.measure import Measures
from feltsense.timeline.report import Overview, overview
from feltsense.units import Frames, frames

_UNKNOWN_FILE = frames(20_000)
"""What a sound file is taken for: nothing is opened while somebody types."""


def _file(_play: Play) -> Frames:
    return _UNKNOWN_FILE


MEASURES = Measures(lru_cache(maxsize=4096)(estimate), _file)
"""Most phrases are the same from one key to the next."""

Heard = Phrase | Breath | Bell
"""What can be heard by itself."""


@dataclass(frozen=True, slots=True)
class Study:
    """What is known of a text."""

    lines: tuple[str, ...] = ("",)
    """The text that was read, as it is edited."""
    exercise: Exercise | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    """In source order."""
    overview: Overview | None = None
    """None where it cannot be laid out as wanted."""
    ranges: tuple[Range, ...] = ()
    """The lengths that it can have."""
    refused: str = ""
    """Why it cannot be laid out."""

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """What keeps it from being heard as a whole: the format's errors, and they alone."""
        return tuple(d for d in self.diagnostics if d.severity is Severity.ERROR and d.code.startswith("S"))


def study(text: str, slug: str, tries: Tries = AS_IT_IS) -> Study:
    """Return what is known of `text`. Never raises; takes about a tenth of a second for 400 lines.

    Args:
        text: as it is edited.
        slug: the exercise's name.
        tries: the length and pace that it is laid out in.
    """
    checked = check(as_written(text), slug)
    exercise = tries.on(checked.parsed.exercise)
    lines = tuple(text.split("\n"))
    try:
        ranges = possible(exercise, MEASURES)
    except TimelineError as error:
        return Study(lines, exercise, checked.diagnostics, refused=error.message)
    try:
        whole = overview(exercise, tries.minutes, MEASURES)
    except TimelineError as error:
        return Study(lines, exercise, checked.diagnostics, ranges=ranges, refused=error.message)
    return Study(lines, exercise, checked.diagnostics, whole, ranges)


def heard_at(exercise: Exercise, line: int, column: int) -> Heard | None:
    """Return what is heard at a place: what begins there or last before it on its line, else what comes next.

    Args:
        exercise: the script.
        line: from 1.
        column: from 1.
    """
    nodes = sorted(
        (node for node in exercise.walk() if isinstance(node, Heard)),
        key=lambda node: (node.span.line, node.span.column),
    )
    here = [node for node in nodes if node.span.line == line]
    before = [node for node in here if node.span.column <= column]
    after = (node for node in nodes if node.span.line > line)
    return next(iter(before[-1:] or here[:1]), None) or next(after, None) or next(iter(nodes[-1:]), None)
