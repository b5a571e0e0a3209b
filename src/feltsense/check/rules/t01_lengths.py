"""T01: a length that cannot be met."""

from collections.abc import Iterator

from feltsense.check.context import LintContext
from feltsense.check.rule import Finding, Rule
from feltsense.script.diagnostics import Severity

_SLACK = 0.08


def look(reading: LintContext) -> Iterator[Finding]:
    """Yield each offered length that is out of reach by more than the estimate may be off."""
    for take in reading.takes:
        timeline = take.timeline
        if take.refused is None or not reading.sentences:
            continue
        wanted = (take.minutes or 0.0) * 60
        if timeline is None or abs(take.length - wanted) > wanted * _SLACK:
            yield Finding(reading.key("minutes"), f"By estimate: {take.refused.message}", take.refused.hint)


RULE = Rule(
    code="T01",
    severity=Severity.WARNING,
    finds="an offered length that the script cannot last",
    why="What is offered has to be kept: a render of this length will be refused.",
    better="Let more pauses stretch, as in [pause 10s to 40s], or offer another length.",
    look=look,
    english=False,
)
