"""L12: nobody has said that one may stop."""

from collections.abc import Iterator

from feltsense.check.context import LintContext
from feltsense.check.rule import Finding, Rule
from feltsense.check.wording import lets_leave
from feltsense.script.diagnostics import Severity

_WITHIN = 60.0


def look(reading: LintContext) -> Iterator[Finding]:
    """Yield the opening when no length of the script says within a minute that one may stop or skip."""
    for take in reading.whole:
        early = [heard.sentence for heard in take.heard if heard.start < _WITHIN]
        if early and not any(lets_leave(sentence.plain) for sentence in early):
            yield Finding(early[0], "Nothing in the first minute says that one may stop or skip.")


RULE = Rule(
    code="L12",
    severity=Severity.ERROR,
    finds="no line about stopping or skipping in the first 60 seconds",
    why="People stay with what they can leave. The way out has to be known before anything asks for trust.",
    better="You can pause or stop whenever you want; nothing is lost.",
    look=look,
)
