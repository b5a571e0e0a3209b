"""Going on where a practice was cut off: which one that is, and at which section it begins. Pure."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from feltsense.errors import FeltsenseError, TimelineError
from feltsense.journal.model import Outcome, Practice
from feltsense.practice.options import PracticeChoice
from feltsense.practice.safety import rose, suggest_tier_one
from feltsense.script.model import Exercise
from feltsense.timeline.compose import compose
from feltsense.timeline.estimate import estimates_of
from feltsense.timeline.measure import Measures
from feltsense.timeline.model import Timeline
from feltsense.units import SAMPLE_RATE, Frames, frames
from feltsense.voice.timings import timing_of

RECENT = timedelta(days=3)
"""Later than this, what went before is too far away to go on from it."""

AMONG = 20
"""So many of the newest practices are looked at for one to go on with."""

LEAST_HEARD_MS = 60_000

_SOUND_FILE = frames(10_000)
"""How long a sound file of a script is taken to be."""


@dataclass(frozen=True, slots=True)
class GoingOn:
    """A practice that was cut off, as it is offered again."""

    slug: str
    title: str
    minutes: float | None
    """The length that was asked for; None for the exercise's own."""
    section: int
    """Where it begins, from 0; never the first."""
    section_title: str

    @property
    def choice(self) -> PracticeChoice:
        """Return what is practised then."""
        return PracticeChoice(self.slug, self.minutes, from_section=self.section)


def find_going_on(
    newest_first: Sequence[Practice], now: datetime, load: Callable[[str], Exercise], began_s: Mapping[str, float]
) -> GoingOn | None:
    """Return the practice to go on with, as it is offered; None where there is none.

    Args:
        newest_first: the newest practices.
        now: the local time.
        load: returns an exercise by its slug, or raises a `FeltsenseError`.
        began_s: as in `Settings.began_s`.
    """
    practice = cut_off(newest_first, now)
    if practice is None:
        return None
    try:
        return going_on(practice, load(practice.slug), began_s)
    except FeltsenseError:
        return None  # its script is gone, or has errors now


def cut_off(newest_first: Sequence[Practice], now: datetime) -> Practice | None:
    """Return the practice to go on with; None where there is none.

    It ended early or was interrupted, lately and after a minute or more, and was not begun anew since. What has
    stirred something up is not offered again, nor what “ground me now” has ended; nor is an inner exercise where the
    last practice has.
    """
    outward_only = suggest_tier_one(newest_first)
    begun_anew = set()
    for practice in newest_first:
        if now - practice.began_at > RECENT:
            return None
        if practice.slug in begun_anew or not practice.heard_ms:
            continue
        begun_anew.add(practice.slug)
        unfinished = practice.ended is not Outcome.WHOLE and practice.heard_ms >= LEAST_HEARD_MS
        left_for_good = rose(practice) or practice.rescued_at_ms is not None
        if unfinished and not practice.damaged and not left_for_good and not (outward_only and practice.inner):
            return practice
    return None


def going_on(practice: Practice, exercise: Exercise, began_s: Mapping[str, float]) -> GoingOn | None:
    """Return how a practice that was cut off goes on: at the start of the section that was heard last.

    None where its script has changed since, or where it was cut off in the first section or in the last.

    Args:
        practice: what was cut off.
        exercise: its script as it is now.
        began_s: where the last practice of an exercise began, in seconds, as in `Settings.began_s`.
    """
    if practice.script_sha256 != exercise.sha256:
        return None
    minutes = None if practice.asked_ms is None else practice.asked_ms / 60_000
    timeline = _expected(exercise, minutes)
    if timeline is None:
        return None
    reached = (practice.heard_ms / 1000 + began_s.get(practice.slug, 0.0)) * SAMPLE_RATE
    if practice.length_ms:
        reached *= timeline.length / (practice.length_ms / 1000 * SAMPLE_RATE)
    section = _section_at(reached, (chapter.start for chapter in timeline.chapters))
    if not 0 < section < len(timeline.chapters) - 1:
        return None
    title = timeline.chapters[section].title
    return GoingOn(practice.slug, exercise.front.title, minutes, section, title) if title else None


def _section_at(frame: float, starts: Iterable[Frames]) -> int:
    return bisect_right(list(starts), frame) - 1


def _expected(exercise: Exercise, minutes: float | None) -> Timeline | None:
    """Return the timeline as it is expected to be; the asked length is met exactly, so it is nearly the one heard."""
    try:
        return compose(exercise, minutes, Measures(estimates_of(timing_of(exercise.front)), lambda _: _SOUND_FILE))
    except TimelineError:
        return None
