"""The steps in which keys change how loud a practice is, the same in every player."""

LOUDER = 0.1
"""One step of the volume, which goes from 0 to 1."""

BACKGROUNDS: tuple[tuple[float | None, str], ...] = (
    (0.0, "background as it was made"),
    (-6.0, "background softer"),
    (-12.0, "background much softer"),
    (None, "background off"),
    (6.0, "background louder"),
)
"""What one key goes through, in dB, with what is said of it."""


def next_background(now: float | None) -> tuple[float | None, str]:
    """Return the level of the background after `now`, and what is said of it; the first where `now` is none of them."""
    levels = [level for level, _ in BACKGROUNDS]
    return BACKGROUNDS[(levels.index(now) + 1) % len(levels) if now in levels else 0]
