"""L14: the length or a silence that is not announced."""

from collections.abc import Iterator

from feltsense.check.lint_context import LintContext
from feltsense.check.own_wording import QUIET, own_wording
from feltsense.check.rule import Finding, Rule, RuleLanguage
from feltsense.check.version import exceeds, is_announced, silence_limit
from feltsense.script.diagnostics import Severity

_OPENING_S = 60.0
_SURPRISING_S = 20.0


def _find(context: LintContext) -> Iterator[Finding]:
    """Yield an opening that names no length, and each unannounced silence that is within the limits of L15."""
    outdoors = context.front.practice == "nature"  # eyes open, and much to look at
    better = own_wording(QUIET, "About half a minute of quiet; the voice will be back.", context.front.language)
    for version in context.long_versions:
        early = version.heard_before(_OPENING_S)
        if early and not any(sentence.has(context.structure.length) for sentence in early):
            yield Finding(early[0], "The opening does not say how long this takes.")
        for silence in version.silences:
            surprising = (
                not outdoors and exceeds(silence, _SURPRISING_S) and not is_announced(silence, context.structure)
            )
            if surprising and not exceeds(silence, silence_limit(context.front, silence, groups=context.groups)):
                message = f"This silence of about {silence.length:.0f} seconds is not announced."
                yield Finding(context.line_span(silence.line), message, better)


RULE = Rule(
    code="L14",
    severity=Severity.WARNING,
    finds="the opening does not say how long; silences over 20 seconds unannounced",
    why=(
        "Who knows how long it lasts can stay. Unannounced, half a minute of silence raises the question whether it"
        " has stopped."
    ),
    better="This takes about six minutes, with two quiet moments.",
    find=_find,
    language=RuleLanguage.STRUCTURE,
)
