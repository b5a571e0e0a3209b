"""A figure of twelve regions, drawn in dots, with their names beside. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from feltsense.journal.wording import ALL_PLACES, NO_REGION, PLACES
from feltsense.tui.widgets.lines import Line, line_width

_DRAWN = (
    "        ⣰⣶⣶⣆        ",
    "        ⣿⣿⣿⣿        ",
    "        ⠙⣿⣿⠋        ",
    "     ⣀⣠⣤⣤⣿⣿⣤⣤⣄⣀     ",
    "    ⢘⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⡃    ",
    "    ⣿⡿⢸⣿⣿⣿⣿⣿⣿⡇⢿⣿    ",
    "   ⢸⣿⠃ ⣿⣿⣿⣿⣿⣿ ⠘⣿⡇   ",
    "   ⣿⡏ ⢸⣿⣿⣿⣿⣿⣿⡇ ⢹⣿   ",
    "  ⢸⣿⠆ ⠸⣿⣿⡟⢻⣿⣿⠇ ⠰⣿⡇  ",
    "       ⣿⣿⡇⢸⣿⣿       ",
    "       ⣿⣿⡇⢸⣿⣿       ",
    "       ⢹⣿⡇⢸⣿⡏       ",
    "       ⢸⣿⡇⢸⣿⡇       ",
    "      ⠾⣿⡿⠆⠰⢿⣿⠷      ",
)
_REGIONS = (
    "........hhhh........",
    "........hffh........",
    "........ffff........",
    ".....ssssttssss.....",
    "....ssccccccccss....",
    "....aakcccccckaa....",
    "...aaa.kbbbbk.aaa...",
    "...aa.kbbbbbbk.aa...",
    "..HHH.pppppppp.HHH..",
    ".......llllll.......",
    ".......llllll.......",
    ".......llllll.......",
    ".......llllll.......",
    "......FFFFFFFF......",
)
"""Which region each cell belongs to; the letters are those of `_LETTERS`."""


_LETTERS = dict(zip("hftcsaHbkplF", PLACES, strict=True))
_LEFT = {0: "head", 3: "throat", 5: "arms", 7: "back", 9: "hands", 13: "feet"}
_RIGHT = {1: "face", 3: "shoulders", 5: "chest", 7: "belly", 9: "hips", 11: "legs"}
"""Row → the name that stands beside it."""

SIDE = 14
"""Columns for the names on each side."""

_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The bits of a cell's dots, row by row."""
_FIRST = 0x2800
_SIZES = (2, 1.5, 1)
"""How many times as large it may be, the largest first."""


@dataclass(frozen=True, slots=True)
class Figure:
    """The figure in one size, and where everything of it stands."""

    drawn: tuple[str, ...]
    regions: tuple[str, ...]
    left: Mapping[int, str]
    """Row → the name that stands there."""
    right: Mapping[int, str]

    @property
    def rows(self) -> int:
        """How high it is, with what can be said of no region below it."""
        return len(self.drawn) + 1

    @property
    def columns(self) -> int:
        """How wide it is, with the names beside it."""
        return len(self.drawn[0]) + 2 * SIDE

    def lines(self, chosen: str | None) -> tuple[Line, ...]:
        """Return it with its names, `chosen` lit and marked."""
        return (*(self._row(number, chosen) for number in range(len(self.drawn))), _no_regions(chosen))

    def region_at(self, x: int, row: int) -> str | None:
        """Return what is drawn at column `x` of `row`: a name, or a place on the figure."""
        if row == len(self.drawn):
            return self._no_region_at(x)
        if x < SIDE:
            return self.left.get(row)
        if x >= self.columns - SIDE:
            return self.right.get(row)
        letter = self.regions[row][x - SIDE] if 0 <= row < len(self.drawn) else "."
        return _LETTERS.get(letter)

    def _row(self, number: int, chosen: str | None) -> Line:
        cells = zip(self.drawn[number], self.regions[number], strict=True)
        drawn = [(dots, _style(_LETTERS.get(letter), chosen)) for dots, letter in cells]
        left, right = self.left.get(number, ""), self.right.get(number, "")
        return (_name(left, chosen, ">"), *drawn, _name(right, chosen, "<"))

    def _no_region_at(self, x: int) -> str | None:
        line = _no_regions(None)
        at = x - (self.columns - line_width(line)) // 2
        for text, _ in line:
            if 0 <= at < len(text):
                return text.strip() or None
            at -= len(text)
        return None


def figure_for(columns: int, rows: int) -> Figure:
    """Return the largest figure that fits; the smallest where none does."""
    fitting = (figure_times(size) for size in _SIZES)
    return next((each for each in fitting if each.columns <= columns and each.rows <= rows), figure_times(1))


@cache
def figure_times(size: float) -> Figure:
    """Return the figure `size` times as large as it was drawn, dot by dot."""
    high, wide = int(len(_DRAWN) * size), int(len(_DRAWN[0]) * size)
    regions = ("".join(_REGIONS[int(y / size)][int(x / size)] for x in range(wide)) for y in range(high))
    drawn = ("".join(_cell(x, y, size) for x in range(wide)) for y in range(high))
    left, right = ({int(row * size): name for row, name in names.items()} for names in (_LEFT, _RIGHT))
    return Figure(tuple(drawn), tuple(regions), left, right)


def moved(chosen: str | None, across: int, down: int) -> str:
    """Return what an arrow leads to from `chosen`: down or up a column of names, or over to the other.

    Below both columns stands what can be said of no region.
    """
    if chosen is None:
        return "chest"
    if chosen in NO_REGION:
        at = max(0, min(len(NO_REGION) - 1, NO_REGION.index(chosen) + across))
        return _BOTTOM[at] if down < 0 else NO_REGION[at]
    here, other = (_LEFT, _RIGHT) if chosen in _LEFT.values() else (_RIGHT, _LEFT)
    row = next(row for row, name in here.items() if name == chosen)
    if down:
        names = list(here.values())
        at = names.index(chosen) + down
        return names[max(0, at)] if at < len(names) else NO_REGION[0 if here is _LEFT else -1]
    wanted = other if (across > 0) == (here is _LEFT) else here
    return chosen if wanted is here else other[min(other, key=lambda place: (abs(place - row), place))]


_BOTTOM = ("feet", "feet", "legs")
"""What stands above each of `NO_REGION`."""


def lettered(chosen: str | None, letter: str, names: Sequence[str] = ALL_PLACES) -> str | None:
    """Return the next of `names` after `chosen` that starts with `letter`; None when there is none."""
    fitting = [name for name in names if name.startswith(letter.lower())]
    if not fitting:
        return None
    return fitting[(fitting.index(chosen) + 1) % len(fitting)] if chosen in fitting else fitting[0]


def _cell(x: int, y: int, size: float) -> str:
    """Return the cell at `x`, `y` of the figure that is `size` times as large."""
    bits = sum(
        bit
        for row, both in enumerate(_DOTS)
        for column, bit in enumerate(both)
        if _is_dot(int((2 * x + column) / size), int((4 * y + row) / size))
    )
    return chr(_FIRST + bits) if bits else " "


def _is_dot(column: int, row: int) -> bool:
    """Tell whether the figure as it was drawn has a dot there."""
    cell = _DRAWN[row // 4][column // 2]
    return cell != " " and bool((ord(cell) - _FIRST) & _DOTS[row % 4][column % 2])


def _no_regions(chosen: str | None) -> Line:
    pieces = ((f"{'▸' if name == chosen else ' '} {name}", _name_style(name, chosen)) for name in NO_REGION)
    return tuple(piece for each in pieces for piece in (each, ("   ", "")))[:-1]


def _name(name: str, chosen: str | None, side: str) -> tuple[str, str]:
    lit = bool(name) and name == chosen
    text = (f"{name} ▸" if side == ">" else f"◂ {name}") if lit else f"{name}  " if side == ">" else f"  {name}"
    return (f"{text:{side}{SIDE}}", _name_style(name, chosen))


def _name_style(name: str, chosen: str | None) -> str:
    return "bold $ink" if name and name == chosen else "$soft"


def _style(region: str | None, chosen: str | None) -> str:
    lit = chosen is not None and (region == chosen or (chosen == "all over" and region is not None))
    return "$glow" if lit else "$line"
