"""From before to after, as a stroke on a scale: where it began, a line, and a tip where it ended. Pure."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from feltsense.journal.wording import HIGHEST, LOWEST
from feltsense.tui.widgets.lines import Line, Piece

BEFORE, LOWER, HIGHER, SAME, AFTER_ALONE = "•", "◂", "▸", "●", "◦"
_LINE, _TICK = "─", "·"
_TICKS = (LOWEST, (LOWEST + HIGHEST) // 2, HIGHEST)


def stroke_width(step: int) -> int:
    """Return how many columns a scale takes with so many columns from a number to the next."""
    return (HIGHEST - LOWEST) * step + 1


def stroke(before: int | None, after: int | None, step: int = 1) -> Line:
    """Return a scale with what was said on it; each number has a column of its own.

    Args:
        before: the number before; None where nothing was said.
        after: the number after.
        step: columns from a number to the next.
    """
    cells: list[Piece] = [(" ", "$line")] * stroke_width(step)
    for tick in _TICKS:
        cells[tick * step] = (_TICK, "$line")
    if before is not None and after is not None:
        first, last = sorted((before, after))
        for column in range(first * step, last * step):
            cells[column] = (_LINE, "$soft")
    if before is not None:
        cells[before * step] = (BEFORE, "$soft")
    if after is not None:
        cells[after * step] = (_tip(before, after), "bold $glow")
    return tuple(_joined(cells))


def scale_line(step: int = 1) -> Line:
    """Return the numbers above such scales; the last one is a column wider than the scale."""
    text = "".join(f"{tick:<{step * 5}}" for tick in _TICKS).rstrip()
    return ((text, "$hush"),)


def _joined(cells: Iterable[Piece]) -> Iterator[Piece]:
    """Yield cells with those of one style as one piece: fewer pieces are drawn sooner."""
    for style, alike in groupby(cells, key=itemgetter(1)):
        yield "".join(text for text, _ in alike), style


def _tip(before: int | None, after: int) -> str:
    if before is None:
        return AFTER_ALONE
    return LOWER if after < before else HIGHER if after > before else SAME
