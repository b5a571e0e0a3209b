"""L04: what is hard, made small."""

from collections.abc import Iterator

from feltsense.check.context import LintContext
from feltsense.check.pattern import Pattern, pattern
from feltsense.check.rule import Finding, Rule
from feltsense.check.wording import INVITED, NEGATED, VERBS
from feltsense.script.diagnostics import Severity

_JUST = pattern(rf"(?:just|simply) (?:{VERBS}|don't|do not|keep on|calm)(?! (?:is|was|of|by)\b)")
_SOFTENED = Pattern(
    r"(?:\b(?:to|or|you|you've|have|has|had|i|we|they|it|is|are|was|were|that|who|not)|n't)\s(?:now\s)?$"
)
"""“To just sit”, “or just listen”, “you just sat down”: no order, or another way out."""

_EASY = pattern(
    r"all you(?:'ve| have)? (?:have|need|got) to do|all (?:that|there) (?:is|is needed|you need)? ?to do is",
    r"(?:it's|this is|that's|it is) (?:really |so |very |quite |all )?(?:easy|simple|that simple"
    r"|that easy)(?! to (?!do\b))",
    r"nothing (?:could be )?(?:easier|simpler)|(?:it|this) couldn't be (?:easier|simpler)",
    r"anyone can do (?:this|it)",
)


def look(reading: LintContext) -> Iterator[Finding]:
    """Yield each “just” or “simply” before a verb that orders, and each claim that it is easy."""
    for hit in reading.find(_JUST):
        soft = INVITED.search(hit.before) or _SOFTENED.search(hit.before)
        if not (soft or NEGATED.search(hit.before) or reading.is_reported(hit)):
            yield Finding(hit, f"«{hit.text}» makes little of what may be hard.")
    for hit in reading.said(_EASY, firmly=True):
        yield Finding(hit, f"«{hit.text}» makes little of what may be hard.")


RULE = Rule(
    code="L04",
    severity=Severity.WARNING,
    finds="just, simply, all you have to do",
    why="It belittles what is hard: whoever cannot “just” do it has failed at something easy.",
    better="See whether it can be here, as much as is okay.",
    look=look,
)
