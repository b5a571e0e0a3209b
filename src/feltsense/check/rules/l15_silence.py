"""L15: silence beyond the limits."""

from collections.abc import Iterator

from feltsense.check.context import LintContext
from feltsense.check.rule import Finding, Rule
from feltsense.check.silences import exceeds, is_announced, limit
from feltsense.script.diagnostics import Severity


def look(reading: LintContext) -> Iterator[Finding]:
    """Yield each silence that is longer than its tier, its practice and its announcement allow."""
    for take in reading.takes:
        for quiet in take.quiets:
            most = limit(reading.front, quiet)
            if exceeds(quiet, most):
                where = take.named if quiet.elastic else ""
                told = "announced" if is_announced(quiet) else "unannounced"
                message = f"This {told} silence lasts about {quiet.length:.0f} seconds{where}; {most:.0f} is the limit."
                yield Finding(reading.line(quiet.line), message)


RULE = Rule(
    code="L15",
    severity=Severity.ERROR,
    finds="silence longer than is kind: 20 s (tier 2–3) or 30 s (tier 1) unannounced, a minute announced",
    why="In a long silence people are alone with what comes, and do not know whether the voice has stopped for good.",
    better="Still here, no rush.",
    look=look,
    english=False,
)
