"""What the journal's screen shows, read at once: a month, and what all practices say together."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from feltsense.journal.summary import JournalSummary, summarise
from feltsense.tui.journal.month import MonthDays, month_away

if TYPE_CHECKING:
    from feltsense.journal.model import PracticeFilter
    from feltsense.journal.queries import PracticeQueries


@dataclass(frozen=True, slots=True)
class JournalContents:
    """What is read from the journal when it is opened, or another part of it is looked at."""

    summary: JournalSummary
    month: MonthDays
    """The month of the newest practice."""


def read_contents(journal: "PracticeQueries", chosen: "PracticeFilter") -> JournalContents:
    """Return what can be said of the practices that are meant. Slow.

    Raises:
        JournalError: the journal cannot be read.
    """
    summary = summarise(journal, chosen)
    newest = summary.totals.last or date.today()  # noqa: DTZ011 - any month will do for an empty journal
    return JournalContents(summary, read_month(journal, newest, chosen))


def read_month(journal: "PracticeQueries", day: date, chosen: "PracticeFilter") -> MonthDays:
    """Return the month of a day. Slow.

    Raises:
        JournalError: the journal cannot be read.
    """
    month = MonthDays(day.replace(day=1))
    return replace(month, days=journal.days(month.first, month.last, chosen))


def row_of_month(journal: "PracticeQueries", month: MonthDays, by: int, chosen: "PracticeFilter") -> int:
    """Return the row of the newest practice of the nearest month before (−1) or after (1) that has one. Slow.

    Where none has, the row of the first practice of all, or of the newest of the month itself.

    Raises:
        JournalError: the journal cannot be read.
    """
    if by < 0:
        return journal.row_of(MonthDays(month_away(month.first, by)).last, chosen)
    later = journal.next_day(month.last, chosen)
    return journal.row_of(month.last if later is None else MonthDays(later.replace(day=1)).last, chosen)
