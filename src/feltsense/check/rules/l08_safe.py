"""L08: safety, promised."""

from collections.abc import Iterator

from feltsense.check.context import LintContext
from feltsense.check.pattern import Pattern, pattern
from feltsense.check.rule import Finding, Rule
from feltsense.check.wording import CONDITIONAL
from feltsense.script.diagnostics import Severity

_VERY = r"(?:completely |perfectly |totally |absolutely |always |now |entirely |truly |very |quite )*"
_PROMISED = pattern(
    rf"you(?:'re| are)(?: all)? (?:\w+ and )?{_VERY}(?:safe|protected|out of danger|secure|in no danger)(?! (?:to"
    r"|enough to) (?:stop|move|leave))",
    rf"(?:this|here|it)(?:'s| is) (?:all )?{_VERY}(?:an? )?(?:\w+ )?(?:safe)(?: (?:space|place|room|container"
    r"|haven))?(?! (?:to|for you to) (?:stop|skip|move|leave|pause|open))",
    rf"you(?:'re| are) {_VERY}in (?:a|your) safe (?:space|place)|your (?:body|mind) is {_VERY}safe",
    r"everything is safe|all is (?:safe|well)|you can be sure that you are safe|you will be (?:safe|protected)",
    r"we are safe here",
)
_NOTHING = pattern(
    r"(?:nothing|nobody|no one|no-one|no harm) (?:here |bad |in this \w+ )*(?:can|could|will|is going to"
    r"|is able to|would) (?:ever )?(?:hurt|harm|touch|reach|get|happen to|come to|threaten|disturb)(?: \w+)?",
    r"there(?:'s| is) (?:nothing|no reason) to (?:fear|be afraid(?: of)?|be scared(?: of)?|worry about)",
    r"no danger here",
)
_SUPPOSED = Pattern(r"\b(?:check|sure|feels?|unless|wish|may|make|somewhere|place)\b[^,;:.\n]*$")


def look(reading: LintContext) -> Iterator[Finding]:
    """Yield each promise of safety."""
    for hit in reading.said(_PROMISED, firmly=True):
        if not _SUPPOSED.search(hit.before):
            yield Finding(hit, f"«{hit.text}» promises what nobody can know.")
    for hit in reading.find(_NOTHING):
        if not (reading.is_reported(hit) or CONDITIONAL.search(hit.before)):
            yield Finding(hit, f"«{hit.text}» promises what nobody can know.")


RULE = Rule(
    code="L08",
    severity=Severity.ERROR,
    finds="you are safe, nothing can hurt you",
    why=(
        "We cannot know. For someone who is not safe, or was not when told so, the promise is a reason to stop"
        " listening."
    ),
    better="Is there anything here that needs your attention?",
    look=look,
)
