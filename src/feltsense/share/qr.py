"""An address as a QR code for terminals: two modules in each character, in colours that no theme can turn round."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

BORDER = 2
"""Light modules around the code; without any, readers do not find it."""

BLACK, WHITE = 16, 231
"""Of the 256 colours of terminals: those that themes leave as they are."""

LOWER_HALF = "▄"
"""Its lower half has the foreground's colour. The upper half block does not reach the top of its cell in many fonts."""


class HalfBlocks(NamedTuple):
    """One character: whether the upper and the lower module are dark."""

    upper: bool
    lower: bool


QrRows = tuple[tuple[HalfBlocks, ...], ...]
"""A code in rows of characters, all of the same length."""


def qr_rows(text: str) -> QrRows:
    """Return a QR code of `text`. An address of up to 53 bytes has 33 × 17 characters."""
    import segno  # noqa: PLC0415 - not needed for help

    code = segno.make(text, micro=False, error="l", boost_error=False)
    modules = [tuple(map(bool, row)) for row in code.matrix_iter(border=BORDER)]
    modules += [(False,) * len(modules[0])] * (len(modules) % 2)
    return tuple(tuple(map(HalfBlocks, upper, lower)) for upper, lower in list(pairwise(modules))[::2])


def qr_lines(rows: QrRows) -> list[str]:
    """Return a code in lines that a terminal draws; all colours are in them, and end with each line."""
    return ["".join(_cells(row)) + "\x1b[0m" for row in rows]


def half_block(cell: HalfBlocks) -> tuple[str, int, int]:
    """Return a character, and the numbers of its foreground and background colour."""
    upper, lower = (BLACK if dark else WHITE for dark in cell)
    return " " if upper == lower else LOWER_HALF, lower, upper


def _cells(row: Sequence[HalfBlocks]) -> Iterator[str]:
    before: HalfBlocks | None = None
    for cell in row:
        character, foreground, background = half_block(cell)
        yield character if cell == before else f"\x1b[38;5;{foreground};48;5;{background}m{character}"
        before = cell
