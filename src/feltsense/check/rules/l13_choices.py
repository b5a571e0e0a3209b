"""L13: a long stretch without a choice."""

from collections.abc import Iterator

from feltsense.check.context import LintContext
from feltsense.check.rule import Finding, Rule
from feltsense.check.wording import gives_choice
from feltsense.script.diagnostics import Severity

_MOST = 120 * 1.05
"""Seconds; lengths are estimated."""


def look(reading: LintContext) -> Iterator[Finding]:
    """Yield what is heard when two minutes have gone by without a choice."""
    if reading.front.tier < 2:
        return
    for take in reading.whole:
        last = 0.0
        for heard in take.heard:
            if gives_choice(heard.sentence.plain):
                last = heard.end
            elif heard.start > last + _MOST:
                yield Finding(heard.sentence, "Up to here, more than two minutes have gone by without a choice.")
                last = heard.end


RULE = Rule(
    code="L13",
    severity=Severity.WARNING,
    finds="tier 2–3: over 120 seconds without a choice or exit line",
    why="Inside, it is easy to forget that one may leave. A reminder every two minutes keeps the door open.",
    better="Still with this, or back to your feet: both are fine.",
    look=look,
)
