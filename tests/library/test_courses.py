"""Courses: every exercise is there, they begin outside and rise gently, and nobody is hurried."""

import re
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from feltsense.errors import LibraryError
from feltsense.library.catalogue import list_exercises
from feltsense.library.courses import (
    Course,
    course_to_go_on_with,
    course_under_way,
    courses,
    find_course,
    next_in_course,
)
from feltsense.system.paths import Workspace

ENTRIES = {entry.slug: entry for entry in list_exercises(Workspace(Path("/nowhere"))).entries}
NOW = datetime(2026, 11, 24, 22, 40, tzinfo=UTC)
PATHWAYS = {"authentic-self", "vulnerability", "community", "nature", "self-compassion", "stories", "therapy"}
HURRYING = re.compile(r"\b(must|should|have to|every day|daily|days?|week|streak|missed|keep up|goal|complete|just)\b")

each = pytest.mark.parametrize("course", courses(), ids=lambda course: course.name)


def test_there_is_one_course_for_each_pathway() -> None:
    assert sorted(course.pathway for course in courses()) == sorted(PATHWAYS)
    assert len({course.name for course in courses()} | {course.title for course in courses()}) == 2 * len(PATHWAYS)


@each
def test_its_exercises_are_there_and_most_are_of_its_pathway(course: Course) -> None:
    slugs = [step.exercise for step in course.steps]
    assert set(slugs) <= ENTRIES.keys()
    assert len(set(slugs)) == len(slugs) >= 3
    assert 2 * sum(ENTRIES[slug].front.pathway == course.pathway for slug in slugs) > len(slugs)


@each
def test_it_begins_outside_and_rises_gently(course: Course) -> None:
    tiers = [ENTRIES[step.exercise].front.tier for step in course.steps]
    assert tiers[0] == 1
    assert all(0 <= later - earlier <= 1 for earlier, later in pairwise(tiers))


@each
def test_its_words_are_plain_and_hurry_nobody(course: Course) -> None:
    for words in (course.about, *(step.why for step in course.steps)):
        assert len(words) <= 70
        assert words.endswith(".")
        assert not HURRYING.search(words.replace("your day", "").replace("have to go", ""))


def test_every_exercise_of_the_pathways_is_in_some_course_or_stands_by_itself() -> None:
    in_courses = {step.exercise for course in courses() for step in course.steps}
    english = {slug: entry for slug, entry in ENTRIES.items() if entry.language == "en"}
    left = {slug for slug, entry in english.items() if entry.front.pathway in PATHWAYS and slug not in in_courses}
    assert left == {"after-scrolling"}


def test_what_comes_next_follows_from_what_was_heard_in_any_order() -> None:
    course = find_course("letting-somebody-closer")
    first, second, third, fourth = course.steps
    assert next_in_course(course, ()) is first
    assert next_in_course(course, {first.exercise}) is second
    assert next_in_course(course, {first.exercise, third.exercise}) is second
    assert next_in_course(course, {first.exercise, second.exercise, third.exercise}) is fourth
    assert next_in_course(course, {step.exercise for step in course.steps}) is None


def test_a_course_is_found_by_name_or_title() -> None:
    assert find_course(" A Kinder VOICE ").name == "kinder-voice"
    assert find_course("kinder-voice").title == "A kinder voice"
    with pytest.raises(LibraryError) as raised:
        find_course("kindr-voice")
    assert raised.value.hint == "Did you mean kinder-voice?"
    with pytest.raises(LibraryError) as raised:
        find_course("zzz")
    assert raised.value.hint == "feltsense courses shows all of them."


def test_a_course_is_under_way_once_something_of_it_alone_was_heard() -> None:
    assert course_under_way({}) is None
    assert course_under_way({"feet-on-the-floor": NOW, "self-compassion-break": NOW, "after-scrolling": NOW}) is None
    both = {"one-tree": NOW, "two-hands": NOW - timedelta(days=1), "feet-on-the-floor": NOW + timedelta(days=1)}
    assert course_under_way(both) is find_course("under-the-sky")
    assert course_under_way({**both, "sit-spot": NOW, "river-walk": NOW}) is find_course("kinder-voice")


def test_one_goes_on_with_what_was_heard_last() -> None:
    assert course_to_go_on_with({}) is courses()[0]
    assert course_to_go_on_with({"one-tree": NOW}).name == "under-the-sky"
    both = {"feet-on-the-floor": NOW, "before-a-first-session": NOW - timedelta(days=3)}
    assert course_to_go_on_with(both).name == "beginning-therapy"
    trees = dict.fromkeys(("one-tree", "sit-spot", "river-walk"), NOW)
    assert course_to_go_on_with(trees) is courses()[0]
    assert course_to_go_on_with(dict.fromkeys(ENTRIES, NOW)) is courses()[0]
