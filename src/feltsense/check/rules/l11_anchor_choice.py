"""L11: no choice of anchor."""

from collections.abc import Iterator

from feltsense.check.lint_context import LintContext
from feltsense.check.rule import Finding, Rule
from feltsense.check.wording import CHOOSING, anchors_in
from feltsense.script.diagnostics import Severity

_WITHIN_S = 90.0


def _find(context: LintContext) -> Iterator[Finding]:
    """Yield the opening of each version that offers no choice of anchors within 90 seconds."""
    for version in context.long_versions:
        early = version.heard_before(_WITHIN_S)
        pairs = zip(early, [*early[1:], None], strict=False)
        if early and not any(_offers(first.plain, second.plain if second else "") for first, second in pairs):
            yield Finding(early[0], "In the first 90 seconds nothing is offered to come back to.")


def _offers(first: str, second: str) -> bool:
    """Tell whether two sentences together offer a choice between two anchors."""
    text = f"{first} {second}"
    return len(anchors_in(text)) > 1 and CHOOSING.search(text) is not None


RULE = Rule(
    code="L11",
    severity=Severity.WARNING,
    finds="no choice of anchor in the first 90 seconds",
    why="Before anything is felt, there has to be a place to go back to, and one’s own choice of it.",
    better="You could choose feet, hands, or a sound to come back to.",
    find=_find,
)
