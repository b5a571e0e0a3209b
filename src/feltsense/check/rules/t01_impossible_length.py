"""T01: a length that cannot be met."""

from collections.abc import Iterator

from feltsense.check.lint_context import LintContext
from feltsense.check.rule import Finding, Rule, RuleLanguage
from feltsense.script.diagnostics import Severity
from feltsense.timeline.expand import TooLongError

_SLACK = 0.08


def _find(context: LintContext) -> Iterator[Finding]:
    """Yield each offered length that is out of reach by more than the estimate may be off."""
    for version in context.versions:
        timeline = version.timeline
        if version.length_error is None or isinstance(version.length_error, TooLongError) or not context.sentences:
            continue
        wanted = (version.minutes or 0.0) * 60
        if timeline is None or abs(version.length - wanted) > wanted * _SLACK:
            yield Finding(
                context.front_matter_line("minutes"),
                f"By estimate: {version.length_error.message}",
                version.length_error.hint,
            )


RULE = Rule(
    code="T01",
    severity=Severity.WARNING,
    finds="an offered length that the script cannot last",
    why="What is offered has to be kept: a render of this length will be refused.",
    better="Let more pauses stretch, as in [pause 10s to 40s], or offer another length.",
    find=_find,
    language=RuleLanguage.ANY,
)
