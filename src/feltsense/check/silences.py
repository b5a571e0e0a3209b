"""How long a silence may be, by what is known to whoever sits in it."""

from feltsense.check.pattern import pattern
from feltsense.check.version import Quiet
from feltsense.script.model import FrontMatter

UNANNOUNCED = {1: 30.0, 2: 20.0, 3: 20.0}
"""Seconds by tier, when nobody has said that it will be quiet."""

ANNOUNCED = 60.0
ANNOUNCED_IN = {"nature": 90.0, "journalling": 300.0}
"""Seconds when it has been said; longer with open eyes outdoors, and with a pen in the hand."""

_QUIET = pattern(
    r"quiet|silences?|silent|silently|wordless|without words|no words|voice|bell|(?:be|comes?) back|for a while",
    r"until|(?:in )?your own time|take your time|time to (?:write|draw|walk)|write|writing",
)
_TIME = pattern(r"minutes?|seconds")
"""Right before a silence it says how long that is; earlier, how long the whole is."""
_STRETCHED = 1.05
"""An estimate may be off by so much in a silence that stretches."""


def is_announced(quiet: Quiet) -> bool:
    """Tell whether one of the two sentences before a silence says that it will be quiet, or what it is for."""
    said = quiet.before
    return any(sentence.has(_QUIET) for sentence in said) or any(sentence.has(_TIME) for sentence in said[-1:])


def limit(front: FrontMatter, quiet: Quiet) -> float:
    """Return how many seconds `quiet` may last."""
    if is_announced(quiet) or not front.language.lower().startswith("en"):
        return ANNOUNCED_IN.get(front.practice, ANNOUNCED)
    return UNANNOUNCED[front.tier]


def exceeds(quiet: Quiet, seconds: float) -> bool:
    """Tell whether a silence is longer than that, even if the estimate is a little off."""
    return quiet.length > seconds * (_STRETCHED if quiet.elastic else 1.0) + 0.05
