"""How practices look in a terminal: a line each, or one on a page. No meaning by colour."""

from collections.abc import Iterator

from feltsense.journal.heard import heard
from feltsense.journal.insight import in_words, symbol
from feltsense.journal.model import Practice, TooMuch
from feltsense.system.printable import printable, printable_line
from feltsense.units import clock_of_ms

_TITLE = 28
_TOO_MUCH = {TooMuch.NO: "no", TooMuch.BIT: "a bit", TooMuch.YES: "yes"}


def line(practice: Practice) -> str:
    """Return a practice in at most 80 columns: number, when, what, how long, distress before and after."""
    title = printable_line(practice.title)
    title = title if len(title) <= _TITLE else f"{title[: _TITLE - 1]}…"
    before, after = practice.before.distress, practice.after.distress
    change = symbol(None if before is None or after is None else after - before)
    said = f"{_said(before):>2} → {_said(after):>2} {change}"
    heard_for = clock_of_ms(practice.heard_ms)
    return f"{practice.id:>6}  {practice.began_at:%Y-%m-%d %H:%M}  {title:{_TITLE}} {heard_for:>6}  {said}"


def page(practice: Practice) -> Iterator[str]:
    """Return all of a practice, line by line."""
    yield f"{printable_line(practice.title)}  ({printable_line(practice.slug)})"
    yield f"{practice.began_at:%A, %d %B %Y, %H:%M}"
    yield heard(practice)
    if practice.rescued_at_ms is not None:
        yield f"“Ground me now” at {clock_of_ms(practice.rescued_at_ms)}."
    yield from map(printable, in_words(practice.before, practice.after))
    if practice.after.too_much is not None:
        yield f"Too much: {_TOO_MUCH[practice.after.too_much]}."
    for note in (practice.before.note, practice.after.note):
        if note:
            yield f"Your line: {printable(note)}"


def _said(number: int | None) -> str:
    return "–" if number is None else str(number)
