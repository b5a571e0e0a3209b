"""T03: a version that is longer than any exercise can be."""

from collections.abc import Iterator

from feltsense.check.lint_context import LintContext
from feltsense.check.rule import Finding, Rule, RuleLanguage
from feltsense.script.diagnostics import Severity
from feltsense.timeline.expand import TooLongError


def _find(context: LintContext) -> Iterator[Finding]:
    """Yield the line where a version passes the longest length that is laid out."""
    for version in context.versions:
        version.timeline  # noqa: B018 - laying it out finds the error
        error = version.length_error
        if isinstance(error, TooLongError):
            yield Finding(context.line_span(error.line), error.message.partition(": ")[2], error.hint)


RULE = Rule(
    code="T03",
    severity=Severity.ERROR,
    finds="a script that lasts longer than 24 hours",
    why="Its repeats multiply to more than anybody listens to; it is neither shown nor rendered.",
    better="Repeat fewer times, or make several scripts of it.",
    find=_find,
    language=RuleLanguage.ANY,
)
