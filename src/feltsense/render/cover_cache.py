"""Covers, drawn once: drawing takes as long as some sentences, and loads Pillow."""

import importlib.metadata
from functools import partial
from pathlib import Path

from feltsense.render.cache import RenderCache


def cover_of(practice: str, title: str, cache: RenderCache | None) -> bytes:
    """Return the cover of a practice with a title, from the cache where it was drawn before."""
    if cache is None:
        return _drawn(practice, title)
    sources = [Path(__file__).with_name(name).read_bytes() for name in ("cover.py", "cover_forms.py")]
    maker = ["cover", practice, title, *(importlib.metadata.version(name) for name in ("pillow", "numpy"))]
    return cache.get_or_make(maker, sources, partial(_drawn, practice, title))


def _drawn(practice: str, title: str) -> bytes:
    from feltsense.render.cover import draw_cover  # noqa: PLC0415 - loads Pillow, which a cached cover does without

    return draw_cover(practice, title)
