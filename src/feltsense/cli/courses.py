"""`feltsense courses`: a few exercises in a row, whenever somebody likes."""

from collections.abc import Container, Iterable, Mapping
from datetime import datetime
from typing import Any

import click

from feltsense.cli.output import Styled, echo, echo_json
from feltsense.cli.practised import asked_of_journal
from feltsense.cli.wrapping import beside_or_below, wrap_text
from feltsense.library.courses import Course, CourseStep, course_to_go_on_with, courses, find_course, next_in_course

_AS_JSON = click.option("--json", "as_json", is_flag=True, help="For programs: JSON on standard output.")
_ALL_HEARD = "You have been through all of it. Each can be heard again, whenever you like."


@click.group(invoke_without_command=True)
@_AS_JSON
@click.pass_context
def command(ctx: click.Context, *, as_json: bool) -> None:
    """Show small courses: a few exercises in a row, whenever you like.

    There is one along each of the seven pathways. Half an exercise is enough, and nobody keeps a tally.
    """
    if ctx.invoked_subcommand is not None:
        return
    heard = _heard()
    if as_json:
        echo_json([_record(course, heard) for course in courses()])
        return
    for course in courses():
        _show_head(course, course.name)
        step = next_in_course(course, heard)
        if step is None:
            echo(wrap_text(_ALL_HEARD, "  "))
        else:
            _echo_lines(beside_or_below("  Next:", f"feltsense play {step.exercise}", gap=" "))
        echo()


@command.command("show", short_help="Show one course.")
@click.argument("name")
@_AS_JSON
def show_(name: str, *, as_json: bool) -> None:
    """Show the exercises of one course, and why each stands there."""
    course, heard = find_course(name), _heard()
    if as_json:
        echo_json(_record(course, heard))
        return
    _show_head(course)
    upcoming = next_in_course(course, heard)
    for number, step in enumerate(course.steps, 1):
        sign = ", next" if step is upcoming else ", heard" if step.exercise in heard else ""
        echo(f"\n{number:2}  {step.exercise}{sign}")
        echo(wrap_text(step.why, "    "))
    if upcoming is None:
        echo("\n", wrap_text(_ALL_HEARD))


@command.command("next", short_help="Show what comes next in a course.")
@click.argument("name", required=False)
@_AS_JSON
def next_(name: str | None, *, as_json: bool) -> None:
    """Show what comes next: in the course called NAME, else in the one that you heard last."""
    heard = _heard()
    course = find_course(name) if name else course_to_go_on_with(heard)
    step = next_in_course(course, heard)
    if as_json:
        echo_json({"course": course.name, "next": step and _step_record(step, heard)})
        return
    echo(Styled(course.title, bold=True))
    if step is None:
        echo(wrap_text(_ALL_HEARD, "  "))
        return
    echo(wrap_text(step.why, "  "))
    _echo_lines(beside_or_below("", f"feltsense play {step.exercise}"))


def _show_head(course: Course, name: str = "") -> None:
    """Print the title of a course, with the name that commands ask for where it is given, and what it is about."""
    title, *below = beside_or_below(course.title, name) if name else [course.title]
    echo(Styled(course.title, bold=True), title.removeprefix(course.title))
    _echo_lines(below)
    echo(wrap_text(course.about, "  "))


def _echo_lines(lines: Iterable[str]) -> None:
    for line in lines:
        echo(line)


def _heard() -> Mapping[str, datetime]:
    """Return when half of each exercise or more was heard last, by its slug."""
    return asked_of_journal(lambda journal: journal.last_times().heard, {})


def _record(course: Course, heard: Container[str]) -> dict[str, Any]:
    step = next_in_course(course, heard)
    return {
        "name": course.name,
        "pathway": course.pathway,
        "title": course.title,
        "about": course.about,
        "steps": [_step_record(each, heard) for each in course.steps],
        "next": step and step.exercise,
    }


def _step_record(step: CourseStep, heard: Container[str]) -> dict[str, Any]:
    return {"exercise": step.exercise, "why": step.why, "heard": step.exercise in heard}
