"""A soft disc out of half blocks: two square dots a cell, its edge blended so that it grows without steps.

From one size to the next only its edge changes, so only that is drawn anew: see `changed_cells`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, hypot, sqrt

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.geometry import Region
from textual.strip import Strip

_LEAST, _PER_DOT = 0.22, 3
"""How large it is when the breath is out, of its full size; and how many sizes there are to a dot."""

_SHADES = 24
"""Shades from its middle to its rim."""

_SOFT = 8
"""Shades of an edge."""


@dataclass(frozen=True, slots=True)
class DiscSpace:
    """The cells that a disc is drawn into, in the middle of `width`, and its colours."""

    width: int
    rows: int
    glow: str
    line: str
    """Of the faint ring where it is full."""
    ground: str

    @property
    def columns(self) -> int:
        """As wide as it gets."""
        return min(self.width, 2 * self.rows)

    @property
    def left(self) -> int:
        """The first of these columns."""
        return (self.width - self.columns) // 2

    @property
    def most(self) -> float:
        """The radius of the full disc, in dots."""
        return min(self.columns, self.rows * 2) / 2 - 0.5

    @property
    def steps(self) -> int:
        """So many sizes can be told apart, besides the smallest."""
        return ceil(self.most * (1 - _LEAST) * _PER_DOT)

    def radius(self, step: int) -> float:
        """Return the radius at a size from 0 to `steps`, in dots."""
        return self.most * (_LEAST + (1 - _LEAST) * step / self.steps) - 0.5


@lru_cache(maxsize=512)
def disc(step: int, space: DiscSpace) -> tuple[Strip, ...]:
    """Return the rows of `space` with a disc of size `step`, 0 to `space.steps`, and a faint ring where it is full."""
    radius, short = space.radius(step), space.columns // 2
    above = []
    for upper, lower in _quarter(space):
        left = list(zip(_painted(upper, radius, space), _painted(lower, radius, space), strict=True))
        above.append([*left, *left[short - 1 :: -1]])
    below = [[(lower, upper) for upper, lower in row] for row in above[space.rows // 2 - 1 :: -1]]
    return tuple(_strip(row, space) for row in (*above, *below))


@lru_cache(maxsize=512)
def changed_cells(before: int, after: int, space: DiscSpace) -> tuple[Region, ...]:
    """Return where a disc of one size differs from that of another: its edge, left and right in each row."""
    return tuple(_changed_cells(before, after, space))


def _changed_cells(before: int, after: int, space: DiscSpace) -> Iterator[Region]:
    inner, outer = sorted((space.radius(before), space.radius(after)))
    middle = space.left + space.columns / 2
    for row in range(space.rows):
        near, far = sorted(abs(y - (space.rows - 0.5)) for y in (2 * row, 2 * row + 1))
        reach = (outer + 1) ** 2 - near**2
        if reach <= 0:
            continue
        out, within = sqrt(reach), sqrt(max(0.0, max(0.0, inner - 1) ** 2 - far**2))
        first = max(0, int(middle - out) - 1)
        until = min(space.width, int(middle - within) + 1)
        if within < 2:
            yield Region(first, row, min(space.width, ceil(middle + out) + 1) - first, 1)
        else:
            yield Region(first, row, until - first, 1)
            start = max(0, int(middle + within) - 1)
            yield Region(start, row, min(space.width, ceil(middle + out) + 1) - start, 1)


@dataclass(frozen=True, slots=True)
class _Dot:
    """A place of a disc, with its colour when the disc covers it and when it does not."""

    far: float
    """From the middle."""
    ring: int
    shade: int
    lit: str
    bare: str


@lru_cache(maxsize=4)
def _quarter(space: DiscSpace) -> tuple[tuple[tuple[_Dot, ...], tuple[_Dot, ...]], ...]:
    """Return the upper and the lower dots of each row of the left upper quarter; the others mirror it."""
    middle = (space.columns - 1) / 2, space.rows - 0.5
    most = space.most

    def dot(x: int, y: int) -> _Dot:
        far = hypot(x - middle[0], y - middle[1])
        ring = round(max(0.0, 1 - abs(far - most)) * 0.4 * _SOFT)
        shade = round((1 - 0.35 * min(1.0, far / max(most, 1.0)) ** 2) * _SHADES)
        return _Dot(far, ring, shade, _blended(space, ring, _SOFT, shade), _blended(space, ring, 0, shade))

    half = (space.columns + 1) // 2
    return tuple(
        (tuple(dot(x, 2 * row) for x in range(half)), tuple(dot(x, 2 * row + 1) for x in range(half)))
        for row in range((space.rows + 1) // 2)
    )


def _painted(dots: tuple[_Dot, ...], radius: float, space: DiscSpace) -> Iterator[str]:
    """Yield the colour of each dot under a disc of that radius."""
    inner, outer = radius - 0.5, radius + 0.5
    for dot in dots:
        if dot.far <= inner:
            yield dot.lit
        elif dot.far >= outer:
            yield dot.bare
        else:
            yield _blended(space, dot.ring, round((outer - dot.far) * _SOFT), dot.shade)


@lru_cache(maxsize=2048)
def _blended(space: DiscSpace, ring: int, inside: int, shade: int) -> str:
    """Return the colour of a dot: the ground, a part of the ring's over it, and a part of the disc's over both."""
    behind = Color.parse(space.ground).blend(Color.parse(space.line), ring / _SOFT)
    return behind.blend(Color.parse(space.glow), inside / _SOFT * shade / _SHADES).hex


def _strip(dots: list[tuple[str, str]], space: DiscSpace) -> Strip:
    """Return a row of cells; each shows its upper and its lower dot. Like neighbours share a segment."""
    segments = [_segment(space.left, space.ground, space.ground)] if space.left else []
    start = 0
    for place in range(1, len(dots) + 1):
        if place == len(dots) or dots[place] != dots[start]:
            segments.append(_segment(place - start, *dots[start]))
            start = place
    right = space.width - space.left - space.columns
    if right:
        segments.append(_segment(right, space.ground, space.ground))
    return Strip(segments, space.width)


def _segment(count: int, upper: str, lower: str) -> Segment:
    return Segment((" " if upper == lower else "▀") * count, _style(upper, lower))


@lru_cache(maxsize=2048)
def _style(upper: str, lower: str) -> Style:
    return Style(color=upper, bgcolor=lower)
