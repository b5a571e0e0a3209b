"""A figure of twelve regions, drawn in half blocks, with their names beside. Pure."""

from collections.abc import Sequence

from feltsense.tui.widgets.lines import Line

REGIONS = (
    "head", "face", "throat", "chest", "shoulders", "arms", "hands", "belly", "back", "hips", "legs", "feet",
)  # fmt: skip
"""In the words of the check-in."""

_FIGURE = """
........hhhh........
.......hhhhhh.......
.......hffffh.......
.......hffffh.......
........ffff........
.........tt.........
.......ssttss.......
....ssssssssssss....
...ssssccccccssss...
...aa.cccccccc.aa...
...aa.cccccccc.aa...
...aa.kcccccck.aa...
..aa..kbbbbbbk..aa..
..aa..kbbbbbbk..aa..
..HH..kbbbbbbk..HH..
..HH..pppppppp..HH..
......pppppppp......
......pppppppp......
......lll..lll......
......lll..lll......
......lll..lll......
......lll..lll......
......lll..lll......
......lll..lll......
.....FFFF..FFFF.....
.....FFFF..FFFF.....
""".split()  # noqa: SIM905 - a picture
"""Two dots a cell: rows come in pairs."""

_LETTERS = dict(zip("hftcsaHbkplF", REGIONS, strict=True))
ROWS = len(_FIGURE) // 2
COLUMNS = len(_FIGURE[0])
SIDE = 14
"""Columns for the names on each side."""

_LEFT = {0: "head", 2: "throat", 4: "arms", 6: "back", 7: "hands", 12: "feet"}
_RIGHT = {1: "face", 3: "shoulders", 5: "chest", 6: "belly", 8: "hips", 10: "legs"}
"""Row → the name that stands beside it."""


def lines_of(chosen: str | None) -> tuple[Line, ...]:
    """Return the figure with its names, `chosen` lit and marked."""
    return tuple(_row(number, chosen) for number in range(ROWS))


def region_at(x: int, row: int) -> str | None:
    """Return the region drawn at column `x` of `row`: a name, or a place on the figure."""
    if x < SIDE:
        return _LEFT.get(row)
    if x >= SIDE + COLUMNS:
        return _RIGHT.get(row)
    dots = {_FIGURE[2 * row][x - SIDE], _FIGURE[2 * row + 1][x - SIDE]} - {"."} if 0 <= row < ROWS else set()
    return _LETTERS[min(dots)] if dots else None


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


def lettered(chosen: str | None, letter: str, names: Sequence[str] = REGIONS) -> str | None:
    """Return the next of `names` after `chosen` that starts with `letter`; None when there is none."""
    fitting = [name for name in names if name.startswith(letter.lower())]
    if not fitting:
        return None
    return fitting[(fitting.index(chosen) + 1) % len(fitting)] if chosen in fitting else fitting[0]


def _row(number: int, chosen: str | None) -> Line:
    left, right = _LEFT.get(number, ""), _RIGHT.get(number, "")
    drawn = [
        _cell(upper, lower, chosen) for upper, lower in zip(_FIGURE[2 * number], _FIGURE[2 * number + 1], strict=True)
    ]
    return (_name(left, chosen, ">"), *drawn, _name(right, chosen, "<"))


def _name(name: str, chosen: str | None, side: str) -> tuple[str, str]:
    lit = bool(name) and name == chosen
    text = (f"{name} ▸" if side == ">" else f"◂ {name}") if lit else f"{name}  " if side == ">" else f"  {name}"
    return (f"{text:{side}{SIDE}}", "bold $ink" if lit else "$soft")


def _cell(upper: str, lower: str, chosen: str | None) -> tuple[str, str]:
    colours = [_colour(dot, chosen) for dot in (upper, lower)]
    if colours[0] == colours[1]:
        return ("█", colours[0]) if colours[0] else (" ", "")
    if not colours[1]:
        return ("▀", colours[0])
    return ("▄", f"{colours[1]} on {colours[0]}" if colours[0] else colours[1])


def _colour(dot: str, chosen: str | None) -> str:
    if dot == ".":
        return ""
    return "$glow" if _LETTERS[dot] == chosen else "$line"
