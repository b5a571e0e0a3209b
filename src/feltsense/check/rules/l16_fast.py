"""L16: too fast."""

from collections.abc import Iterator

from feltsense.check.context import LintContext
from feltsense.check.rule import Finding, Rule
from feltsense.script.diagnostics import Severity

_PACE = 135
_SLACK = 1.1
_MOST = {"body-scan": 60, "self-compassion": 60, "focusing": 50, "parts": 50, "loving-kindness": 50}
_OTHERS = 75
"""Words a minute, silences counted in. Paced breathing has its own measure."""


def look(reading: LintContext) -> Iterator[Finding]:
    """Yield a pace, or words over the whole, above what the practice asks for."""
    front = reading.front
    if front.pace > _PACE * _SLACK:
        message = f"{front.pace} words a minute is faster than most people can follow inwards; {_PACE} is fast enough."
        yield Finding(reading.key("pace"), message, "Take a pace from 105 to 135.")
    most = _MOST.get(front.practice, _OTHERS)
    for take in reading.whole:
        words = sum(heard.sentence.words for heard in take.heard) * 60 / take.length
        if front.practice != "breath" and words > most * _SLACK:
            message = f"About {words:.0f} words a minute over the whole{take.named}; up to {most} suit this practice."
            yield Finding(reading.key("minutes"), message)


RULE = Rule(
    code="L16",
    severity=Severity.WARNING,
    finds="faster than the targets by a tenth or more",
    why="Words that come too fast are one load more. Sensing needs time between them.",
    better="Take a sentence out, or give it longer pauses.",
    look=look,
    english=False,
)
