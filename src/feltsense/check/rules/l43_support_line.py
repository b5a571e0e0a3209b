"""L43: nothing shown says where to find support."""

from collections.abc import Iterator

from feltsense.check.lint_context import LintContext
from feltsense.check.rule import Finding, Rule, RuleLanguage
from feltsense.script.diagnostics import Severity


def _find(context: LintContext) -> Iterator[Finding]:
    """Yield the front matter when it names no support."""
    if context.front.tier >= 2 and context.long_versions and not context.structure.support.search(context.shown_text):
        yield Finding(
            context.front_matter_line("cautions", "next_step", "tier", "title"),
            "Nothing that is shown says where support is.",
        )


RULE = Rule(
    code="L43",
    severity=Severity.WARNING,
    finds="tier 2–3 without a support line in what is shown",
    why="What goes inward can stir something up when nobody is near. Where help is has to be known before.",
    better="Add to the cautions: if this stirs up too much, talk with someone you trust, or call a helpline.",
    find=_find,
    language=RuleLanguage.STRUCTURE,
)
