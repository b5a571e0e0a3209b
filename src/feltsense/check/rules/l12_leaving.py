"""L12: nobody has said that one may stop."""

from collections.abc import Iterator

from feltsense.check.lint_context import LintContext
from feltsense.check.rule import Finding, Rule
from feltsense.check.wording import offers_exit
from feltsense.script.diagnostics import Severity

_WITHIN = 60.0


def _find(context: LintContext) -> Iterator[Finding]:
    """Yield the opening when no length of the script says within a minute that one may stop or skip."""
    for version in context.long_versions:
        early = [timed.sentence for timed in version.timed_sentences if timed.start < _WITHIN]
        if early and not any(offers_exit(sentence.plain) for sentence in early):
            yield Finding(early[0], "Nothing in the first minute says that one may stop or skip.")


RULE = Rule(
    code="L12",
    severity=Severity.ERROR,
    finds="no line about stopping or skipping in the first 60 seconds",
    why="People stay with what they can leave. The way out has to be known before anything asks for trust.",
    better="You can pause or stop whenever you want; nothing is lost.",
    find=_find,
)
