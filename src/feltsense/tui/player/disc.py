"""A soft disc out of half blocks: two square dots a cell, its edge blended so that it grows without steps."""

from functools import lru_cache
from math import hypot

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip

STEPS = 160
"""As many sizes as there are; each is drawn once."""


@lru_cache(maxsize=2 * STEPS)
def disc(step: int, columns: int, rows: int, glow: str, line: str, ground: str) -> tuple[Strip, ...]:
    """Return `rows` strips of `columns` with a disc of size `step` of `STEPS`, and a faint ring where it is full.

    Args:
        step: 0 to `STEPS`; at 0 a small disc is left.
        columns: as wide as the space.
        rows: as high.
        glow: the disc's colour.
        line: the ring's.
        ground: the colour behind.
    """
    most = min(columns, rows * 2) / 2 - 0.5
    radius = most * (0.22 + 0.78 * step / STEPS) - 0.5
    colours = Color.parse(glow), Color.parse(line), Color.parse(ground)
    middle = (columns - 1) / 2, rows - 0.5

    def dot(x: int, y: int) -> str:
        far = hypot(x - middle[0], y - middle[1])
        ring = max(0.0, 1 - abs(far - most)) * 0.4
        inside = min(1.0, max(0.0, radius - far + 0.5))
        depth = 1 - 0.35 * min(1.0, far / max(radius, 1.0)) ** 2
        return colours[2].blend(colours[1], ring).blend(colours[0], inside * depth).hex

    return tuple(_strip([(dot(x, 2 * row), dot(x, 2 * row + 1)) for x in range(columns)]) for row in range(rows))


def _strip(dots: list[tuple[str, str]]) -> Strip:
    """Return a row of cells; each shows its upper and its lower dot. Like neighbours share a segment."""
    segments: list[Segment] = []
    start = 0
    for place in range(1, len(dots) + 1):
        if place == len(dots) or dots[place] != dots[start]:
            segments.append(_segment(place - start, *dots[start]))
            start = place
    return Strip(segments, len(dots))


def _segment(count: int, upper: str, lower: str) -> Segment:
    text = " " if upper == lower else "▀"
    return Segment(text * count, Style(color=upper, bgcolor=lower))
