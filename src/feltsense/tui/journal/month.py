"""A month of small cells: which days have practices. It counts nothing in a row, and no gaps."""

import calendar
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from feltsense.tui.widgets.lines import Line, content

if TYPE_CHECKING:
    from collections.abc import Mapping

    from feltsense.journal.queries import DayCounts

_CELL = 4
_DAYS = 7
_WIDTH = _CELL * _DAYS
PRACTISED, CHECKED_IN = "•", "◦"
_LEGEND = f" {CHECKED_IN} checked in only"
_MOST_WEEKS = 6
_PIECES = 3
"""Pieces of a day."""
_HEAD = 2
"""Lines above the first week."""


@dataclass(frozen=True, slots=True)
class MonthDays:
    """A month and what was done in it."""

    first: date
    days: "Mapping[date, DayCounts]" = field(default_factory=dict)

    @property
    def last(self) -> date:
        """The last day of the month."""
        return self.first.replace(day=calendar.monthrange(self.first.year, self.first.month)[1])

    def weeks(self) -> list[list[int]]:
        """Return its weeks, from Monday on; 0 where a day belongs to another month."""
        return calendar.Calendar().monthdayscalendar(self.first.year, self.first.month)


def month_lines(month: MonthDays, marked: date | None) -> tuple[Line, ...]:
    """Return a month in lines: its name, the days of the week, a line a week, and what a rare sign means.

    That stands in the last week where it has room, so that no month has more than eight lines.
    """
    name = f"{month.first:%B %Y}"
    names = "".join(f"{calendar.day_abbr[day][:2]:>3} " for day in range(_DAYS))
    head: Line = ((" ‹ ", "$soft"), (f"{name:^{_WIDTH - 6}}", "bold $ink"), (" › ", "$soft"))
    weeks = [_week(month, week, marked) for week in month.weeks()]
    if any(not done.practices for day, done in month.days.items() if month.first <= day <= month.last):
        if len(weeks) == _MOST_WEEKS:
            days = sum(bool(number) for number in month.weeks()[-1])
            weeks[-1] = (*weeks[-1][: days * _PIECES], (_LEGEND, "$hush"))
        else:
            weeks.append(((" " + _LEGEND, "$hush"),))
    return (head, ((names, "$hush"),), *weeks)


def _week(month: MonthDays, week: list[int], marked: date | None) -> Line:
    return tuple(piece for number in week for piece in _cell(month, number, marked))


def _cell(month: MonthDays, number: int, marked: date | None) -> Line:
    """Return a day: a mark, its number, and a dot where something was done: shapes, not colours alone."""
    if number == 0:
        return ((" " * _CELL, ""),)
    day = month.first.replace(day=number)
    done = month.days.get(day)
    dot = " " if done is None else PRACTISED if done.practices else CHECKED_IN
    mark = "▸" if day == marked else " "
    return ((mark, "$glow"), (f"{number:>2}", "$hush" if done is None else "bold $ink"), (dot, "$glow"))


class MonthView(Widget):
    """Shows a month. A click on a day, or on an arrow beside its name, is passed on."""

    ALLOW_SELECT = False
    DEFAULT_CSS: ClassVar[str] = f"""
    MonthView {{ width: {_WIDTH}; height: 8; text-wrap: nowrap; }}
    """

    @dataclass
    class DayClicked(Message):
        """A day was clicked."""

        day: date

    @dataclass
    class Turned(Message):
        """An arrow was clicked."""

        by: int

    month: MonthDays | None = None
    marked: date | None = None

    def show(self, month: MonthDays, marked: date | None) -> None:
        """Show `month` with one day marked."""
        self.month, self.marked = month, marked
        self.refresh()

    def render(self) -> Content:
        """Return what is drawn."""
        return content(month_lines(self.month, self.marked)) if self.month else Content("")

    def on_click(self, event: events.Click) -> None:
        """Pass on what was clicked."""
        if self.month is None:
            return
        event.stop()
        if event.y == 0:
            self.post_message(self.Turned(-1 if event.x < _WIDTH // 2 else 1))
        elif day := self._day_at(event.x, event.y - _HEAD):
            self.post_message(self.DayClicked(day))

    def _day_at(self, x: int, y: int) -> date | None:
        weeks = self.month.weeks() if self.month else []
        if self.month is None or not (0 <= y < len(weeks) and 0 <= x < _WIDTH):
            return None
        number = weeks[y][x // _CELL]
        return self.month.first.replace(day=number) if number else None


def month_away(first: date, by: int) -> date:
    """Return the first day of the month before (−1) or after (1)."""
    return ((first - timedelta(days=1)) if by < 0 else (first + timedelta(days=31))).replace(day=1)
