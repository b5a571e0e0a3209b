"""Several exercises in a row as one timeline, a chapter each."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from typing import TypeVar

from feltsense.timeline.model import (
    BellEvent,
    BreathEvent,
    Chapter,
    SilenceEvent,
    SoundEvent,
    SpeechEvent,
    Timeline,
)
from feltsense.units import Frames

AnEvent = TypeVar("AnEvent", SpeechEvent | SilenceEvent, BreathEvent | BellEvent | SoundEvent)


def joined_timeline(parts: Sequence[Timeline], titles: Sequence[str]) -> Timeline:
    """Return `parts` one after the other.

    Args:
        parts: at least one. A single one keeps its own chapters.
        titles: of the chapters, one for each part.
    """
    if len(parts) == 1:
        return parts[0]
    offsets = [0, *accumulate(part.length for part in parts)]
    moved = list(zip(parts, offsets, strict=False))
    return Timeline(
        slug="+".join(part.slug for part in parts),
        script_sha256=hashlib.sha256("".join(part.script_sha256 for part in parts).encode()).hexdigest(),
        voice=", ".join(dict.fromkeys(part.voice for part in parts)),
        length=Frames(offsets[-1]),
        chapters=tuple(Chapter(title, Frames(offset)) for title, offset in zip(titles, offsets, strict=False)),
        tiles=tuple(_later(tile, offset) for part, offset in moved for tile in part.tiles),
        overlays=tuple(_later(overlay, offset) for part, offset in moved for overlay in part.overlays),
    )


def _later(event: AnEvent, offset: int) -> AnEvent:
    return replace(event, start=Frames(event.start + offset))
