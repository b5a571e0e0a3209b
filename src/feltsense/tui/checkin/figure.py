"""A figure of twelve regions, drawn in dots, with their names beside. Pure."""

from collections.abc import Sequence

from feltsense.journal.wording import PLACES
from feltsense.tui.widgets.lines import Line

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
ROWS = len(_DRAWN)
COLUMNS = len(_DRAWN[0])
SIDE = 14
"""Columns for the names on each side."""

_LEFT = {0: "head", 3: "throat", 5: "arms", 7: "back", 9: "hands", 13: "feet"}
_RIGHT = {1: "face", 3: "shoulders", 5: "chest", 7: "belly", 9: "hips", 11: "legs"}
"""Row → the name that stands beside it."""


def figure_lines(chosen: str | None) -> tuple[Line, ...]:
    """Return the figure with its names, `chosen` lit and marked."""
    return tuple(_row(number, chosen) for number in range(ROWS))


def region_at(x: int, row: int) -> str | None:
    """Return the region drawn at column `x` of `row`: a name, or a place on the figure."""
    if x < SIDE:
        return _LEFT.get(row)
    if x >= SIDE + COLUMNS:
        return _RIGHT.get(row)
    letter = _REGIONS[row][x - SIDE] if 0 <= row < ROWS else "."
    return _LETTERS.get(letter)


def moved(chosen: str | None, across: int, down: int) -> str:
    """Return the region that an arrow leads to from `chosen`: down or up a column of names, or over to the other."""
    if chosen is None:
        return "chest"
    here, other = (_LEFT, _RIGHT) if chosen in _LEFT.values() else (_RIGHT, _LEFT)
    row = next(row for row, name in here.items() if name == chosen)
    if down:
        names = list(here.values())
        return names[max(0, min(len(names) - 1, names.index(chosen) + down))]
    wanted = other if (across > 0) == (here is _LEFT) else here
    return chosen if wanted is here else other[min(other, key=lambda place: (abs(place - row), place))]


def lettered(chosen: str | None, letter: str, names: Sequence[str] = PLACES) -> str | None:
    """Return the next of `names` after `chosen` that starts with `letter`; None when there is none."""
    fitting = [name for name in names if name.startswith(letter.lower())]
    if not fitting:
        return None
    return fitting[(fitting.index(chosen) + 1) % len(fitting)] if chosen in fitting else fitting[0]


def _row(number: int, chosen: str | None) -> Line:
    left, right = _LEFT.get(number, ""), _RIGHT.get(number, "")
    cells = zip(_DRAWN[number], _REGIONS[number], strict=True)
    drawn = [(dots, _style(_LETTERS.get(letter), chosen)) for dots, letter in cells]
    return (_name(left, chosen, ">"), *drawn, _name(right, chosen, "<"))


def _name(name: str, chosen: str | None, side: str) -> tuple[str, str]:
    lit = bool(name) and name == chosen
    text = (f"{name} ▸" if side == ">" else f"◂ {name}") if lit else f"{name}  " if side == ">" else f"  {name}"
    return (f"{text:{side}{SIDE}}", "bold $ink" if lit else "$soft")


def _style(region: str | None, chosen: str | None) -> str:
    return "$glow" if chosen is not None and region == chosen else "$line"
