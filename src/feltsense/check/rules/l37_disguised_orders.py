"""L37: orders in the form of a wish: “I want you to”, and “allow yourself to” again and again."""

from collections.abc import Iterator

from feltsense.check.lint_context import LintContext
from feltsense.check.pattern import pattern
from feltsense.check.rule import Finding, Rule
from feltsense.script.diagnostics import Severity

_MAX_ALLOWED = 2
"""How often “allow yourself to” may be heard."""

_WANT = pattern(
    r"i(?:'d| would)? (?:want|like|need|love|ask|encourage|urge|'ll ask)(?: for)? (?:you|each of you"
    r"|everyone)(?: all)? (?:now |just |all |simply )?to(?! (?:be|have|know|feel (?:loved|welcome|at home))\b)",
    r"i am (?:now )?(?:going to )?ask(?:ing)? you to|i'm (?:now )?(?:going to )?ask(?:ing)? you to",
    r"what i want you to do|you will now",
)
_ALLOW = pattern(r"allow(?:ing)? (?:yourself|your (?:\w+ )?\w+) to|give yourself permission to|permit yourself to")


def _find(context: LintContext) -> Iterator[Finding]:
    """Yield each “I want you to”, and from the third on each “allow yourself to” of a version."""
    for hit in context.assertions(_WANT):
        if not hit.sentence.question:
            yield Finding(hit, f"«{hit.text}» is an order in disguise.")
    allowed = list(context.assertions(_ALLOW))
    for version in context.versions:
        timed = [hit for hit in allowed if hit.sentence in version]
        for hit in timed[_MAX_ALLOWED:]:
            yield Finding(
                hit, f"«{hit.text}» is said for the third time or more.", "Your shoulders can be as they are."
            )


RULE = Rule(
    code="L37",
    severity=Severity.WARNING,
    finds="I want you to, I’d like you to; “allow yourself to” three times or more",
    why="The voice’s wish takes the place of the listener’s own. It is an order in a soft coat.",
    better="One option is to feel your feet.",
    find=_find,
)
