"""Small courses: a few exercises in a row along one of the seven pathways. What comes next follows from what was heard.

Nothing is kept of a course, no date and no count. Half a practice counts, and each exercise can be heard at any time.
"""

import tomllib
from collections import Counter
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from functools import cache
from importlib import resources

from feltsense.errors import LibraryError


@dataclass(frozen=True, slots=True)
class CourseStep:
    """One exercise of a course."""

    exercise: str
    """Its slug."""
    why: str
    """Why it stands there, in a sentence."""


@dataclass(frozen=True, slots=True)
class Course:
    """A few exercises in a row."""

    name: str
    """As commands ask for it."""
    pathway: str
    """As scripts say it."""
    title: str
    about: str
    """In a sentence."""
    steps: tuple[CourseStep, ...]


@cache
def courses() -> tuple[Course, ...]:
    """Return all courses, in the order in which they are shown."""
    read = tomllib.loads((resources.files(__package__) / "courses.toml").read_text("utf-8"))
    return tuple(
        Course(**{**each, "steps": tuple(CourseStep(**step) for step in each["steps"])}) for each in read["course"]
    )


def find_course(name: str) -> Course:
    """Return the course called so, by its name or title, in any case.

    Raises:
        LibraryError: there is none.
    """
    asked = name.strip().casefold()
    known = {called.casefold(): course for course in courses() for called in (course.title, course.name)}
    if asked in known:
        return known[asked]
    near = get_close_matches(asked, known, n=1, cutoff=0.5)
    hint = f"Did you mean {known[near[0]].name}?" if near else "feltsense courses shows all of them."
    raise LibraryError(f"There is no course called “{name}”.", hint)


def next_in_course(course: Course, heard: Container[str]) -> CourseStep | None:
    """Return the first step that was not heard yet; None where all were.

    Args:
        course: a course.
        heard: slugs of exercises of which half or more was heard.
    """
    return next((step for step in course.steps if step.exercise not in heard), None)


def course_under_way(last_heard: Mapping[str, datetime]) -> Course | None:
    """Return the course that was heard last and has something new; None where none was begun.

    Exercises that stand in several courses begin none of them.

    Args:
        last_heard: when half of each exercise or more was heard last, by its slug.
    """
    counts = Counter(step.exercise for course in courses() for step in course.steps)
    heard = {
        max(times): course
        for course in courses()
        if next_in_course(course, last_heard)
        and (times := [last_heard[slug] for slug in _slugs(course) if slug in last_heard and counts[slug] == 1])
    }
    return heard[max(heard)] if heard else None


def course_to_go_on_with(last_heard: Mapping[str, datetime]) -> Course:
    """Return the course that is under way; else the first that has something new; else the first of all."""
    new = (course for course in courses() if next_in_course(course, last_heard))
    return course_under_way(last_heard) or next(new, courses()[0])


def _slugs(course: Course) -> Iterator[str]:
    return (step.exercise for step in course.steps)
