"""The forms on the covers: one for each practice, drawn as light (0 to 255) on a square veil."""

import math
from collections.abc import Callable

from PIL.ImageDraw import ImageDraw

Form = Callable[[ImageDraw, int], None]
"""Draws on a veil of so many pixels a side."""

_X, _Y = 0.5, 0.42
"""The middle of every form, as a part of the side."""


def _circle(draw: ImageDraw, side: int, x: float, y: float, radius: float, light: int) -> None:
    draw.ellipse([(x - radius) * side, (y - radius) * side, (x + radius) * side, (y + radius) * side], fill=light)


def _ring(draw: ImageDraw, side: int, radius: float, width: float, light: int) -> None:
    box = [(_X - radius) * side, (_Y - radius) * side, (_X + radius) * side, (_Y + radius) * side]
    draw.ellipse(box, outline=light, width=max(1, round(width * side)))


def rings(draw: ImageDraw, side: int) -> None:
    """A stone in still water."""
    _circle(draw, side, _X, _Y, 0.055, 235)
    for number, radius in enumerate((0.12, 0.185, 0.25)):
        _ring(draw, side, radius, 0.006, 170 - 45 * number)


def _ground_line(draw: ImageDraw, side: int) -> None:
    """Grounding: something round and heavy, at rest on the earth."""
    _circle(draw, side, _X, _Y, 0.16, 225)
    for number, half in enumerate((0.30, 0.23, 0.15)):
        y = _Y + 0.175 + number * 0.03
        draw.line(
            [((_X - half) * side, y * side), ((_X + half) * side, y * side)], fill=200 - 55 * number, width=side // 160
        )


def _horizon(draw: ImageDraw, side: int) -> None:
    """Orienting: a low sun, and the line that the eyes find."""
    draw.pieslice(_box(side, _X, _Y + 0.09, 0.17), 180, 360, fill=225)
    for number, half in enumerate((0.34, 0.25, 0.16)):
        y = _Y + 0.115 + number * 0.038
        draw.line(
            [((_X - half) * side, y * side), ((_X + half) * side, y * side)], fill=190 - 50 * number, width=side // 170
        )


def _box(side: int, x: float, y: float, radius: float) -> list[float]:
    return [(x - radius) * side, (y - radius) * side, (x + radius) * side, (y + radius) * side]


def _swell(draw: ImageDraw, side: int) -> None:
    """Breath: one wave, in and out, fading."""
    for number in range(5):
        y, light = _Y - 0.10 + number * 0.055, 225 - number * 42
        draw.line([_on_wave(side, y, n / 160) for n in range(161)], fill=light, width=side // 110, joint="curve")


def _on_wave(side: int, y: float, along: float) -> tuple[float, float]:
    rise = 0.05 * math.sin(2 * math.pi * along) * math.sin(math.pi * along)
    return (0.2 + 0.6 * along) * side, (y - rise) * side


def _lying(draw: ImageDraw, side: int) -> None:
    """Body scan: soft weights, one after the other, from head to feet."""
    for x, radius, light in (
        (0.27, 0.052, 235),
        (0.40, 0.082, 200),
        (0.545, 0.07, 165),
        (0.665, 0.054, 130),
        (0.76, 0.04, 100),
    ):
        _circle(draw, side, x, _Y, radius, light)


def _held(draw: ImageDraw, side: int) -> None:
    """Self-compassion: something small, held."""
    draw.pieslice(_box(side, _X, _Y - 0.02, 0.22), 0, 180, fill=150)
    _circle(draw, side, _X, _Y - 0.055, 0.095, 240)


def _overlap(draw: ImageDraw, side: int) -> None:
    """Loving-kindness: two circles that touch."""
    _circle(draw, side, _X - 0.085, _Y, 0.145, 140)
    _ring_at(draw, side, _X + 0.085, _Y, 0.145)


def _ring_at(draw: ImageDraw, side: int, x: float, y: float, radius: float) -> None:
    draw.ellipse(_box(side, x, y, radius), outline=235, width=side // 110)


def _spiral(draw: ImageDraw, side: int) -> None:
    """Focusing: going round something that is not clear yet."""
    points = []
    for n in range(400):
        turn = n / 400 * 3.1 * 2 * math.pi
        radius = 0.02 + 0.19 * n / 400
        points.append(((_X + radius * math.cos(turn)) * side, (_Y + radius * math.sin(turn)) * side))
    draw.line(points, fill=215, width=side // 115, joint="curve")


def _arches(draw: ImageDraw, side: int) -> None:
    """Parts: doors within doors."""
    for radius, light in ((0.2, 80), (0.145, 135), (0.09, 220)):
        left, right, top, foot = _X - radius, _X + radius, _Y - radius * 0.6, _Y + 0.2
        draw.pieslice([left * side, (top - radius) * side, right * side, (top + radius) * side], 180, 360, fill=light)
        draw.rectangle([left * side, top * side, right * side, foot * side], fill=light)


def _turned(draw: ImageDraw, side: int) -> None:
    """Reframing: the same moon, seen from the other side."""
    _circle(draw, side, _X, _Y, 0.19, 225)
    _circle(draw, side, _X + 0.085, _Y - 0.04, 0.165, 0)


def _stepping(draw: ImageDraw, side: int) -> None:
    """Rehearsal: stones across, the first one near."""
    for number, (x, y, size) in enumerate(
        ((0.30, 0.55, 0.075), (0.45, 0.455, 0.058), (0.575, 0.375, 0.044), (0.675, 0.31, 0.033))
    ):
        box = [(x - size) * side, (y - size * 0.5) * side, (x + size) * side, (y + size * 0.5) * side]
        draw.ellipse(box, fill=230 - number * 38)


def _pages(draw: ImageDraw, side: int) -> None:
    """Journalling: lines on a page, the last one not finished."""
    draw.rounded_rectangle([0.33 * side, 0.2 * side, 0.67 * side, 0.64 * side], side // 60, fill=70)
    for number, end in enumerate((0.61, 0.59, 0.61, 0.49)):
        y = 0.29 + number * 0.082
        draw.line([(0.39 * side, y * side), (end * side, y * side)], fill=230, width=side // 130)


def _leaf(draw: ImageDraw, side: int) -> None:
    """Nature: a leaf."""
    edge = [(t / 100, 0.11 * math.sin(math.pi * t / 100) ** 0.9) for t in range(101)]
    points = [_on_leaf(side, along, out) for along, out in edge] + [
        _on_leaf(side, along, -out) for along, out in edge[::-1]
    ]
    draw.polygon(points, fill=205)
    draw.line([_on_leaf(side, -0.14, 0.0), _on_leaf(side, 0.86, 0.0)], fill=90, width=side // 180)


def _on_leaf(side: int, along: float, out: float) -> tuple[float, float]:
    """Return a point of the leaf: along its vein from 0 to 1, and out from it."""
    length, lean = 0.46, math.radians(-58)
    x = _X + (along - 0.5) * length * math.cos(lean) - out * math.sin(lean)
    y = _Y + (along - 0.5) * length * math.sin(lean) + out * math.cos(lean)
    return x * side, y * side


FORMS: dict[str, Form] = {
    "grounding": _ground_line,
    "orienting": _horizon,
    "breath": _swell,
    "body-scan": _lying,
    "self-compassion": _held,
    "loving-kindness": _overlap,
    "focusing": _spiral,
    "parts": _arches,
    "reframing": _turned,
    "rehearsal": _stepping,
    "journalling": _pages,
    "nature": _leaf,
}
