"""From words a minute to what an engine is told, and what is left to do afterwards."""

from dataclasses import dataclass

PACE_VERSION = "1"
"""Part of the voice's identity: raise it when anything here or in `system_stretch.py` changes the pace."""

_WPM_PER_RATE, _WPM_MORE = 1.305, 1.9
"""espeak's rate is a name only. Measured with en-US on 40 sentences of 8 to 13 words, each trimmed by `finish`, at
rates from 80 to 200: words a minute are the rate times the first, plus the second. Versions 1.51 and 1.52 agree."""

_LEAST_RATE = 85
"""espeak's slowest; whatever is asked for below sounds like this."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a pace is reached."""

    rate: int
    """In the engine's own unit."""
    stretch: float = 1.0
    """How much longer the sound is made afterwards, where the engine cannot speak as slowly as asked."""


def setting(driver: str, pace: int) -> Setting:
    """Return how `driver`, by pyttsx3's name for it, speaks `pace` words a minute."""
    if driver != "espeak":
        return Setting(pace)
    rate = round((pace - _WPM_MORE) / _WPM_PER_RATE)
    if rate >= _LEAST_RATE:
        return Setting(rate)
    return Setting(_LEAST_RATE, (_LEAST_RATE * _WPM_PER_RATE + _WPM_MORE) / pace)
