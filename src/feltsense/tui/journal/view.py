"""Practices as the journal screen shows them: a line each, and dots for many. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from feltsense.journal.insight import DRIFT, check_in_change
from feltsense.journal.model import Field, Practice
from feltsense.journal.practice_page import distress_columns, practice_page
from feltsense.system.printable import shortened
from feltsense.tui.widgets.lines import Line
from feltsense.tui.widgets.text import Paragraph
from feltsense.units import clock_of_ms

SHOWN = 30
"""So many of the newest practices are in the picture."""

_TITLE = 32
_ROOMY = 64
_BESIDE = 22
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
    distress = distress_columns(practice)
    return (
        (f"{when}   ", "$hush"),
        (f"{shortened(practice.title, title):<{title}}  ", "$soft"),
        (f"{clock_of_ms(practice.heard_ms):>6}   ", "$hush"),
        (f"{distress.before:>2} {distress.change} {distress.after:<2}", "$ink"),
    )


def practice_paragraphs(practice: Practice) -> tuple[Paragraph, ...]:
    """Return all of a practice."""
    return tuple(Paragraph("\n".join(block.lines), block.head) for block in practice_page(practice))


def chart_data(newest_first: Sequence[Practice]) -> ChartData:
    """Return the distress before and after of the newest practices, the oldest of them first."""
    dots = check_in_change(list(reversed(newest_first[:SHOWN]))).dots
    return ChartData(tuple(dot.before for dot in dots), tuple(dot.after for dot in dots))


def change_sentences(newest_first: Sequence[Practice], *, drift: bool) -> tuple[str, ...]:
    """Return what can honestly be said of so many practices; with `drift` first what such numbers cannot tell."""
    ordered = list(reversed(newest_first))
    found = check_in_change(ordered), check_in_change(ordered, Field.CONNECTION)
    said = tuple(sentence for each in found if each.pairs for sentence in each.sentences())
    return (DRIFT, *said) if said and drift else said
