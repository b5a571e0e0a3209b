"""L01: closed eyes asked for, and no other way of having them."""

from collections.abc import Iterator

from feltsense.check.context import LintContext
from feltsense.check.eyes import CHOICE, closing
from feltsense.check.rule import Finding, Rule
from feltsense.script.diagnostics import Severity


def look(reading: LintContext) -> Iterator[Finding]:
    """Yield each asking without an open or soft gaze within two sentences."""
    for hit in closing(reading):
        if reading.lacks(hit.sentence, CHOICE):
            yield Finding(hit, f"«{hit.text}» is asked for, and nothing says that eyes may stay open.")


RULE = Rule(
    code="L01",
    severity=Severity.ERROR,
    finds="closed eyes asked for, with no open or soft gaze offered within two sentences",
    why="Closing the eyes removes exits. Many people feel safer when they can see the door.",
    better="Your eyes can be open, resting low, or closed.",
    look=look,
)
