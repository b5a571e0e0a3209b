"""What stands above the list of all exercises: what was practised lately, and courses with what comes next. Pure."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from feltsense.library.courses import Course, CourseStep, course_under_way, courses, next_in_course

if TYPE_CHECKING:
    from feltsense.library.catalogue import Entry

LATELY = 3
"""So many of those practised last are shown."""


@dataclass(frozen=True, slots=True)
class CourseAhead:
    """A course in which something is still to be heard."""

    course: Course
    step: CourseStep
    """What comes next in it."""
    entry: "Entry"
    """The exercise of that step."""
    under_way: bool
    """Whether it is the one that was heard last."""

    @property
    def words(self) -> str:
        """What comes next, and why."""
        return f"{self.entry.front.title}. {self.step.why}"


def practised_lately(
    by_slug: "Mapping[str, Entry]", last: Mapping[str, datetime], above: Collection[str]
) -> "list[Entry]":
    """Return the exercises that were practised last, the newest first, but for those that stand above anyway.

    Args:
        by_slug: all exercises.
        last: when each was practised last, by its slug.
        above: slugs of those that stand above.
    """
    newest_first = sorted((slug for slug in last if slug in by_slug), key=last.__getitem__, reverse=True)
    return [by_slug[slug] for slug in newest_first if slug not in above][:LATELY]


def courses_ahead(by_slug: "Mapping[str, Entry]", heard: Mapping[str, datetime]) -> Iterator[CourseAhead]:
    """Yield the courses in which something is still to be heard, and is there.

    Args:
        by_slug: all exercises.
        heard: when half of each or more was heard last, by its slug.
    """
    current = course_under_way(heard)
    for course in courses():
        step = next_in_course(course, heard)
        if step is not None and step.exercise in by_slug:
            yield CourseAhead(course, step, by_slug[step.exercise], course is current)
