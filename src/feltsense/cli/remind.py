"""`feltsense remind`: a reminder for the phone's own calendar, where somebody asks for one."""

from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from feltsense.cli.output import echo
from feltsense.cli.wrapping import wrap_text
from feltsense.errors import RenderError, reason_of

if TYPE_CHECKING:
    from feltsense.practice.reminder import Reminder, Weekday

_SUFFIX = ".ics"
_LARGEST = 10_000
"""Bytes that are read of a file to see whether it is ours; ours are much smaller."""


class TimeOfDay(click.ParamType[time]):
    """A time by the clock on the wall."""

    name = "time"

    def convert(self, value: str | time, param: click.Parameter | None, ctx: click.Context | None) -> time:
        """Return it."""
        from feltsense.practice.reminder import time_of_day  # noqa: PLC0415 - not needed for help

        try:
            return value if isinstance(value, time) else time_of_day(value)
        except ValueError:
            self.fail(f"“{value}” is no time of day; 22:30 is one.", param, ctx)


class DaysOfWeek(click.ParamType["tuple[Weekday, ...]"]):
    """Days of the week."""

    name = "days"

    def convert(
        self, value: "str | tuple[Weekday, ...]", param: click.Parameter | None, ctx: click.Context | None
    ) -> "tuple[Weekday, ...]":
        """Return them."""
        from feltsense.practice.reminder import days_of_week  # noqa: PLC0415 - not needed for help

        try:
            return value if isinstance(value, tuple) else days_of_week(value)
        except ValueError as error:
            self.fail(f"“{error}” is no day; mon,thu are two, or daily.", param, ctx)


class ShownWords(click.ParamType[str]):
    """A few words that a phone can show."""

    name = "text"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return them."""
        from feltsense.practice.reminder import LONGEST_WORDS, shown_words  # noqa: PLC0415 - not needed for help

        try:
            return shown_words(value)
        except ValueError:
            self.fail(f"One line of at most {LONGEST_WORDS} letters can be shown.", param, ctx)


@click.command(short_help="Make a reminder for the calendar of your phone.")
@click.option("--at", type=TimeOfDay(), required=True, help="When, by the clock on the wall: 22:30.")
@click.option("--days", type=DaysOfWeek(), default="daily", show_default=True, help="Which: mon,thu or weekdays.")
@click.option("--words", type=ShownWords(), default="A quiet moment", show_default=True, help="What the phone shows.")
@click.option(
    "-o", "--out", "output", type=click.Path(path_type=Path, dir_okay=False, readable=False), required=True,
    help="The FILE.ics to make.",
)  # fmt: skip
def command(at: time, days: "tuple[Weekday, ...]", words: str, output: Path) -> None:
    """Make a reminder for the calendar of your phone, as a file to open there.

    What it shows says nothing of what it is for. Nothing else ever reminds you, and it does not mind being passed over.
    Made again into the same file, it takes the place of the one before in most calendars.
    """
    from feltsense.practice.reminder import calendar_file, made_anew, new_reminder  # noqa: PLC0415 - as above
    from feltsense.system.files import atomic_write  # noqa: PLC0415 - as above

    if output.suffix.lower() != _SUFFIX:
        raise click.UsageError(f"A file for calendars ends in {_SUFFIX}: -o {output.stem or 'quiet'}{_SUFFIX}")
    reminder = new_reminder(at, days, _now(), words)
    try:
        before = _there(output)
        if before is not None:
            reminder = made_anew(reminder, before)
        atomic_write(output, calendar_file(reminder), private=True)
    except OSError as error:
        raise RenderError(
            f"{output} cannot be written: {reason_of(error)}.", "Choose another place with -o."
        ) from error
    echo(output)
    told = f"“{reminder.words}”, {reminder.when()}, from {reminder.first.day} {reminder.first:%B} on."
    echo(wrap_text(told), err=True)
    echo(wrap_text("Open the file on the phone to add it. To end it, delete the event there.", "  "), err=True)


def _now() -> datetime:
    return datetime.now().astimezone()


def _there(path: Path) -> "Reminder | None":
    """Return the reminder that is at `path` already; None for nothing.

    Raises:
        RenderError: there is something that we did not make, or that was changed since.
        OSError: it cannot be read.
    """
    from feltsense.practice.reminder import reminder_in  # noqa: PLC0415 - not needed for help
    from feltsense.system.files import open_regular  # noqa: PLC0415 - as above

    try:
        with open_regular(path) as file:
            content = file.read(_LARGEST + 1)
    except FileNotFoundError:
        return None
    found = reminder_in(content)
    if found is None:
        raise RenderError(
            f"{path} is there already. It is no reminder of feltsense, or was changed since, and stays as it is.",
            "Choose another name with -o, or move it away.",
        )
    return found
