"""Practices as the journal screen shows them: a line each, one on a page, and dots for many. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from feltsense.journal.heard import heard
from feltsense.journal.insight import DRIFT, change, in_words, symbol
from feltsense.journal.model import Field, Practice, TooMuch
from feltsense.tui.widgets.lines import Line
from feltsense.tui.widgets.reading import Paragraph
from feltsense.units import clock_of_ms

SHOWN = 30
"""So many of the newest practices are in the picture."""

_TITLE = 32
_ROOMY = 64
_BESIDE = 22
"""Columns of a line besides when and title."""

_TOO_MUCH = {TooMuch.NO: "no", TooMuch.BIT: "a bit", TooMuch.YES: "yes"}


@dataclass(frozen=True, slots=True)
class Picture:
    """Numbers before and after, the oldest first; None where nothing was said."""

    before: tuple[int | None, ...] = ()
    after: tuple[int | None, ...] = ()


def row(practice: Practice, columns: int) -> Line:
    """Return a practice in one line of `columns`: when, what, distress before and after."""
    before, after = practice.before.distress, practice.after.distress
    sign = symbol(None if before is None or after is None else after - before)
    when = f"{practice.began_at:%d %b %Y  %H:%M}" if columns >= _ROOMY else f"{practice.began_at:%d %b %y}"
    title = max(8, min(_TITLE, columns - len(when) - _BESIDE))
    cut = practice.title if len(practice.title) <= title else f"{practice.title[: title - 1]}…"
    return (
        (f"{when}   ", "$hush"),
        (f"{cut:<{title}}  ", "$soft"),
        (f"{clock_of_ms(practice.heard_ms):>6}   ", "$hush"),
        (f"{_said(before):>2} {sign} {_said(after):<2}", "$ink"),
    )


def page(practice: Practice) -> tuple[Paragraph, ...]:
    """Return all of a practice."""
    return tuple(_page(practice))


def picture(newest_first: Sequence[Practice]) -> Picture:
    """Return the distress before and after of the newest practices, the oldest of them first."""
    dots = change(list(reversed(newest_first[:SHOWN]))).dots
    return Picture(tuple(dot.before for dot in dots), tuple(dot.after for dot in dots))


def sentences(newest_first: Sequence[Practice], *, drift: bool) -> tuple[str, ...]:
    """Return what can honestly be said of so many practices; with `drift` first what such numbers cannot tell."""
    ordered = list(reversed(newest_first))
    found = change(ordered), change(ordered, Field.CONNECTION)
    said = tuple(sentence for each in found if each.pairs for sentence in each.sentences())
    return (DRIFT, *said) if said and drift else said


def _page(practice: Practice) -> Iterable[Paragraph]:
    about = [
        f"{practice.began_at:%A, %d %B %Y, %H:%M}",
        heard(practice),
    ]
    if practice.rescued_at_ms is not None:
        about.append(f"“Ground me now” at {clock_of_ms(practice.rescued_at_ms)}.")
    yield Paragraph("\n".join(about), practice.title)
    yield Paragraph("\n".join(in_words(practice.before, practice.after)))
    if practice.after.too_much is not None:
        yield Paragraph(f"Too much: {_TOO_MUCH[practice.after.too_much]}.")
    for note in (practice.before.note, practice.after.note):
        if note:
            yield Paragraph(note, "Your line")


def _said(number: int | None) -> str:
    return "–" if number is None else str(number)
