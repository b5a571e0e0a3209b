"""The picture in a file: one quiet family look, drawn here, a form and a palette for each practice.

Two or three flat tones, a soft light, one form. It is seen small, in the dark, on a phone's lock screen.
"""

import io
import math
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from feltsense.render.cover_forms import FORMS, rings

if TYPE_CHECKING:
    from numpy.typing import NDArray

SIZE = 1000
"""Pixels a side."""

_OVER = 2
"""The form is drawn this many times larger and scaled down, so that its edges are smooth."""

_QUALITY = 88
_TITLE_PX = 58
_MARGIN = 84
_WRAP = 18


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours from the top of the ground to its foot, and that of the form."""

    top: str
    foot: str
    form: str
    ink: str = "#f6efe4"


_DUSK = Palette("#2f3e46", "#5b7a78", "#e9d8b4")
_PALETTES = {
    "grounding": Palette("#3b3a36", "#7a6a52", "#e6cfa3"),
    "orienting": Palette("#2d4a55", "#7fa3a0", "#f3e2bf"),
    "breath": Palette("#33506b", "#8fb1bd", "#eef1e6"),
    "body-scan": Palette("#3d3550", "#8a7596", "#f0dcc9"),
    "self-compassion": Palette("#5a3b44", "#b5838d", "#ffe5d4"),
    "loving-kindness": Palette("#5c4033", "#c08a6b", "#ffe8c9"),
    "focusing": Palette("#27413c", "#6f9283", "#f1e3bd"),
    "parts": Palette("#36404f", "#7d8ca3", "#ecd9c6"),
    "reframing": Palette("#443a4f", "#98809a", "#f2dfb8"),
    "rehearsal": Palette("#314a4a", "#8aa58b", "#f7e3c0"),
    "journalling": Palette("#4a4136", "#a08a6c", "#f5ead2"),
    "nature": Palette("#2c4433", "#7c9a6d", "#efe6bd"),
}


def draw_cover(practice: str, title: str) -> bytes:
    """Return a JPEG of `SIZE` pixels a side, at most 200 kB: the form of `practice`, and the title below it.

    A title in a script that the drawing font lacks is left out.
    """
    palette = _PALETTES.get(practice, _DUSK)
    picture = _ground(palette)
    veil = Image.new("L", (SIZE * _OVER, SIZE * _OVER), 0)
    FORMS.get(practice, rings)(ImageDraw.Draw(veil), SIZE * _OVER)
    mask = veil.resize((SIZE, SIZE), Image.Resampling.LANCZOS)
    picture.paste(Image.new("RGB", (SIZE, SIZE), palette.form), mask=mask)
    _write(picture, title, palette.ink)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return out.getvalue()


def _ground(palette: Palette) -> Image.Image:
    """Return the ground: from one tone to another, with a soft light above the middle."""
    top, foot = (np.array(_rgb(tone), np.float32) for tone in (palette.top, palette.foot))
    rows = np.linspace(0, 1, SIZE, dtype=np.float32)[:, None, None]
    eased = rows * rows * (3 - 2 * rows)
    tones = top * (1 - eased) + foot * eased
    light = _light()[:, :, None] * 26
    return Image.fromarray(np.clip(tones + light + _grain()[:, :, None], 0, 255).astype(np.uint8), "RGB")


def _light() -> "NDArray[np.float32]":
    y, x = np.mgrid[0:SIZE, 0:SIZE].astype(np.float32) / SIZE
    glow: NDArray[np.float32] = np.exp(-((x - 0.5) ** 2 + (y - 0.42) ** 2) / 0.09)
    return glow


def _grain() -> "NDArray[np.float32]":
    """Return the faintest noise, always the same: it keeps smooth tones from showing bands."""
    noise: NDArray[np.float32] = np.random.default_rng(7).normal(0, 1.1, (SIZE, SIZE)).astype(np.float32)
    return noise


def _rgb(tone: str) -> tuple[int, int, int]:
    return int(tone[1:3], 16), int(tone[3:5], 16), int(tone[5:7], 16)


def _write(picture: Image.Image, title: str, ink: str) -> None:
    if not title or not all(_drawable(char) for char in title):
        return
    draw, lines = ImageDraw.Draw(picture), _lines(title)
    size = _TITLE_PX if len(lines) < 3 else _TITLE_PX * 3 // 4
    widest = max(draw.textlength(line, font=_font(size)) for line in lines)
    size = int(size * min(1.0, (SIZE - 2 * _MARGIN) / widest))
    font = _font(size)
    top = SIZE - _MARGIN - round(len(lines) * size * 1.25)
    for number, line in enumerate(lines):
        left = (SIZE - draw.textlength(line, font=font)) / 2
        draw.text((left, top + number * size * 1.25), line, fill=ink, font=font)


@cache
def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)


def _drawable(char: str) -> bool:
    return ord(char) < 0x180 or char in "–—‘’“”…"


def _lines(title: str) -> list[str]:
    """Return the title in up to four lines of about the same length."""
    words, wanted = title.split(), min(4, math.ceil(len(title) / _WRAP))
    lines: list[str] = []
    aim = len(title) / wanted
    for word in words:
        if lines and (len(lines[-1]) + len(word) / 2 < aim or len(lines) == wanted):
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return [line if len(line) <= 34 else line[:33] + "…" for line in lines]
