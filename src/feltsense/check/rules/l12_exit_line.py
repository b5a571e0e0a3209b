"""L12: no line about stopping or skipping near the start."""

from collections.abc import Iterator

from feltsense.check.lint_context import LintContext
from feltsense.check.rule import Finding, Rule, RuleLanguage
from feltsense.script.diagnostics import Severity

_WITHIN_S = 60.0


def _find(context: LintContext) -> Iterator[Finding]:
    """Yield the opening of each version that does not say within a minute that the listener may stop or skip."""
    for version in context.long_versions:
        early = version.heard_before(_WITHIN_S)
        if early and not any(context.structure.offers_exit(sentence.plain) for sentence in early):
            yield Finding(early[0], "Nothing in the first minute says that one may stop or skip.")


RULE = Rule(
    code="L12",
    severity=Severity.ERROR,
    finds="no line about stopping or skipping in the first 60 seconds",
    why="People stay with what they can leave. The way out has to be known before anything asks for trust.",
    better="You can pause or stop whenever you want; nothing is lost.",
    find=_find,
    language=RuleLanguage.STRUCTURE,
)
