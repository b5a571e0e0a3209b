"""How practices look in a terminal: a line each, or one on a page. No meaning by colour."""

from collections.abc import Iterator

from feltsense.journal.model import Practice
from feltsense.journal.practice_page import distress_columns, practice_page
from feltsense.system.printable import printable, printable_line, shortened
from feltsense.units import clock_of_ms

_TITLE = 28


def practice_line(practice: Practice) -> str:
    """Return a practice in at most 80 columns: number, when, what, how long, distress before and after."""
    title = shortened(printable_line(practice.title), _TITLE)
    distress = distress_columns(practice)
    heard = clock_of_ms(practice.heard_ms)
    return (
        f"{practice.id:>6}  {practice.began_at:%Y-%m-%d %H:%M}  {title:{_TITLE}} {heard:>6}  "
        f"{distress.before:>2} → {distress.after:>2} {distress.change}"
    )


def page_lines(practice: Practice) -> Iterator[str]:
    """Yield all of a practice, line by line."""
    title, *blocks = practice_page(practice)
    yield f"{printable_line(title.head)}  ({printable_line(practice.slug)})"
    yield from title.lines
    for block in blocks:
        for line in block.lines:
            yield printable(f"{block.head}: {line}" if block.head else line)
