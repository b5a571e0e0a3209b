"""What is asked of `feltsense phone` and of `feltsense share` alike: which exercises are meant, and how they sound."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import click

from feltsense.care.helplines import guess_region
from feltsense.cli.options import (
    all_option,
    discreet_option,
    minutes_option,
    names_argument,
    soundscape_option,
    voice_option,
)
from feltsense.library.catalogue import slugs
from feltsense.library.courses import Course, find_course
from feltsense.system.paths import Workspace, data_home
from feltsense.system.settings import load_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from feltsense.phone.model import PhoneRequest

_Command = TypeVar("_Command", bound="Callable[..., Any]")

_OPTIONS = (
    names_argument,
    all_option,
    click.option("--course", metavar="NAME", help="The exercises of a course: feltsense courses."),
    minutes_option,
    voice_option,
    soundscape_option,
    discreet_option,
)


def choice_options(command: _Command) -> _Command:
    """Have a command ask for exercises; all but `names`, `every` and `course` are for `PhoneChoice.request`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@dataclass(frozen=True, slots=True)
class PhoneChoice:
    """The exercises that are meant."""

    workspace: Workspace
    names: tuple[str, ...]
    course: Course | None
    """The course that some of them are of."""
    alone: bool
    """Whether all are of it."""

    def expect_any(self, hint: str, *, every: bool) -> None:
        """See that there are some.

        Args:
            hint: what to write where nothing was named.
            every: whether all there are were asked for.

        Raises:
            click.UsageError: there are none.
        """
        if not self.names:
            raise click.UsageError("There are no exercises here. feltsense new begins one." if every else hint)

    def request(self, *, discreet: bool | None, **asked: Any) -> "PhoneRequest":
        """Return what is to be made of them; what was not said is as in the settings."""
        from feltsense.phone.model import PhoneRequest  # noqa: PLC0415 - slow to load, and not needed for help

        settings = load_settings(data_home())
        return PhoneRequest(
            self.workspace,
            self.names,
            discreet=settings.discreet_names if discreet is None else discreet,
            album=self.course.title if self.course and self.alone else "",
            course=self.course.name if self.course else "",
            region=settings.region or guess_region(),
            **asked,
        )


def phone_choice(workspace: Workspace, names: tuple[str, ...], course: str | None, *, every: bool) -> PhoneChoice:
    """Return the exercises that are named, those of a course, and where `every` is set all there are.

    Raises:
        FeltsenseError: there is no such course.
    """
    found = find_course(course) if course else None
    steps = [step.exercise for step in found.steps] if found else []
    wanted = (*names, *steps, *(slugs(workspace) if every else ()))
    return PhoneChoice(workspace, wanted, found, alone=not names and not every)
