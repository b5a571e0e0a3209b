"""L13: a long stretch without a choice."""

from collections.abc import Iterator

from feltsense.check.lint_context import LintContext
from feltsense.check.rule import Finding, Rule, RuleLanguage
from feltsense.script.diagnostics import Severity

_MAX_S = 120 * 1.05
"""Seconds; lengths are estimated."""


def _find(context: LintContext) -> Iterator[Finding]:
    """Yield what is heard when two minutes have gone by without a choice."""
    if context.front.tier < 2:
        return
    for version in context.long_versions:
        last = 0.0
        for timed in version.timed_sentences:
            if context.structure.offers_choice(timed.sentence.plain):
                last = timed.end
            elif timed.start > last + _MAX_S:
                yield Finding(timed.sentence, "Up to here, more than two minutes have gone by without a choice.")
                last = timed.end


RULE = Rule(
    code="L13",
    severity=Severity.WARNING,
    finds="tier 2–3: over 120 seconds without a choice or exit line",
    why="Inside, it is easy to forget that one may leave. A reminder every two minutes keeps the door open.",
    better="Still with this, or back to your feet: both are fine.",
    find=_find,
    language=RuleLanguage.STRUCTURE,
)
