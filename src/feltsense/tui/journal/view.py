"""Practices as the journal screen shows them: a line each, and dots for many. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from feltsense.journal.insight import DRIFT
from feltsense.journal.model import Field, Practice
from feltsense.journal.practice_page import before_and_after, heard, practice_page
from feltsense.journal.summary import JournalSummary
from feltsense.system.printable import shortened
from feltsense.tui.widgets.lines import Line
from feltsense.tui.widgets.text import Paragraph

SHOWN = 30
"""So many of the newest practices are in the picture."""

_TITLE = 32
_ROOMY = 64
_BESIDE = 28
"""Columns of a line besides when and title."""


@dataclass(frozen=True, slots=True)
class ChartData:
    """Numbers before and after, the oldest first; None where nothing was said."""

    before: tuple[int | None, ...] = ()
    after: tuple[int | None, ...] = ()


def practice_row(practice: Practice, columns: int) -> Line:
    """Return a practice in one line of `columns`: when, what, how long, distress before and after."""
    when = f"{practice.began_at:%d %b %Y  %H:%M}" if columns >= _ROOMY else f"{practice.began_at:%d %b %y}"
    title = max(8, min(_TITLE, columns - len(when) - _BESIDE))
    return (
        (f"{when}   ", "$hush"),
        (f"{shortened(practice.title, title):<{title}}  ", "$soft"),
        (f"{heard(practice):>10}   ", "$hush"),
        (f"{before_and_after(practice, Field.DISTRESS):>7}", "$ink"),
    )


def practice_paragraphs(practice: Practice) -> tuple[Paragraph, ...]:
    """Return all of a practice."""
    return tuple(Paragraph("\n".join(block.lines), block.head) for block in practice_page(practice))


def chart_data(newest_first: Sequence[Practice]) -> ChartData:
    """Return the distress before and after of the newest practices, the oldest of them first."""
    shown = [each for each in reversed(newest_first[:SHOWN]) if each.played]
    return ChartData(tuple(each.before.distress for each in shown), tuple(each.after.distress for each in shown))


def change_sentences(summary: JournalSummary, *, drift: bool) -> tuple[str, ...]:
    """Return what can honestly be said of all practices; with `drift` first what such numbers cannot tell."""
    said = summary.sentences()
    return (DRIFT, *said) if said and drift else said
