"""L15: a silence that is longer than the limits."""

from collections.abc import Iterator

from feltsense.check.lint_context import LintContext
from feltsense.check.rule import Finding, Rule, RuleLanguage
from feltsense.check.version import exceeds, is_announced, silence_limit
from feltsense.script.diagnostics import Severity


def _find(context: LintContext) -> Iterator[Finding]:
    """Yield each silence that is longer than its tier, its practice and its announcement allow."""
    for version in context.versions:
        for silence in version.silences:
            most = silence_limit(context.front, silence, groups=context.groups)
            if exceeds(silence, most):
                where = version.label if silence.elastic else ""
                kind = "announced" if is_announced(silence, context.structure) else "unannounced"
                message = (
                    f"This {kind} silence lasts about {silence.length:.0f} seconds{where}; {most:.0f} is the limit."
                )
                yield Finding(context.line_span(silence.line), message)


RULE = Rule(
    code="L15",
    severity=Severity.ERROR,
    finds="silence longer than is kind: 20 s (tier 2–3) or 30 s (tier 1) unannounced, a minute announced",
    why="In a long silence people are alone with what comes, and do not know whether the voice has stopped for good.",
    better="Still here, no rush.",
    find=_find,
    language=RuleLanguage.ANY,
)
