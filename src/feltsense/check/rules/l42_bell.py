"""L42: a bell out of the quiet. That a bell is softer than the voice is seen to where it is made (`mix/bell.py`)."""

from collections.abc import Iterator

from feltsense.check.context import LintContext
from feltsense.check.pattern import pattern
from feltsense.check.rule import Finding, Rule
from feltsense.check.version import Quiet, Take
from feltsense.script.diagnostics import Severity
from feltsense.timeline.model import BellEvent
from feltsense.units import SAMPLE_RATE

_LONG = 10.0
_SOON = 2.2
_ANNOUNCED = pattern(r"bells?|chimes?|gong|bowl|rings?|ringing|tone")


def look(reading: LintContext) -> Iterator[Finding]:
    """Yield each bell that breaks a long silence unannounced."""
    for take in reading.takes:
        bells = [event for event in take.timeline.overlays if isinstance(event, BellEvent)] if take.timeline else []
        for bell in bells:
            quiet = _broken(take, bell.start / SAMPLE_RATE)
            if quiet and not bell.low and not any(sentence.has(_ANNOUNCED) for sentence in quiet.before):
                message = f"This bell comes unannounced out of a long silence{take.named}."
                yield Finding(reading.line(bell.line), message)


def _broken(take: Take, at: float) -> Quiet | None:
    """Return the long silence that something heard at this second comes out of, if any."""
    for quiet in take.quiets:
        end = quiet.start + quiet.length
        if quiet.start <= at <= end + _SOON and min(at, end) - quiet.start > _LONG:
            return quiet
    return None


RULE = Rule(
    code="L42",
    severity=Severity.WARNING,
    finds="a bell within 2 s after a silence over 10 s that is neither low nor announced",
    why="After a long quiet a sudden sound startles, and whoever startles easily loses the rest.",
    better="Write [bell low], or say beforehand that a bell will sound.",
    look=look,
)
