"""How long things last, without speaking: for tables and checks that should not wait for a voice."""

from functools import partial
from pathlib import Path

from feltsense.script.model import Play
from feltsense.timeline.estimate import estimate
from feltsense.timeline.measure import Measures
from feltsense.units import Frames


def estimated(slug: str, folder: Path) -> Measures:
    """Return measures for a script in `folder`: speech by its spelling, sound files by what they say of themselves."""
    return Measures(estimate, partial(_file_length, slug, folder))


def _file_length(slug: str, folder: Path, play: Play) -> Frames:
    from feltsense.mix.assets import AssetResolver  # noqa: PLC0415 - slow to load, and needed for sound files only

    return AssetResolver(slug, folder).quick_length(play)
