"""L28: one sense or limb, as the only one."""

from collections.abc import Iterator

from feltsense.check.context import LintContext
from feltsense.check.pattern import pattern
from feltsense.check.rule import Finding, Rule
from feltsense.script.diagnostics import Severity

_SENSES = pattern(
    r"look (?:around|about|at|out|up|over|across|outside|through|to the|for)(?! (?:how|what|whether|yourself|it"
    r"|this|that|your (?:life|day|week|thoughts))\b)",
    r"watch (?:the|a|how the)",
    r"listen (?:to|for|out)(?! (?:yourself|your (?:body|breath|heart|feet|hands|needs)|what (?:your|it)|it"
    r"|that part|this|the (?:body|feeling|answer|part))\b)",
    r"gaze (?:at|out|into)",
    r"(?:walk|stroll|jog|run)(?= (?:slowly|around|to|for|on|outside|a|along|across|into|up|down|through"
    r"|forward)\b|[.!,]|$)",
    r"(?:stand|get) up and walk",
    r"(?:use|bring|put|place|raise|lift|rub|press|hold|cup|clap|stretch out) (?:up "
    r"|out )?both (?:of your )?(?:hands|arms|feet|legs|palms)",
    r"go for a walk|take a walk",
)
_THINGS = pattern(
    r"(?:things?|colou?rs?|objects?|sounds?|shapes?|items?) (?:that )?(?:you |which you )?(?:can |could "
    r"|are able to )?(?:see|hear)(?:ing)?",
    r"what (?:do|can) you (?:see|hear)|with both (?:hands|feet)|(?:as|while) you walk",
)
_OTHERWISE = pattern(
    r"or|if you (?:can|see|hear|walk|are able)|if (?:seeing|hearing|walking|looking|that) (?:is|works)|whichever",
    r"whatever sense|instead|another sense|any sense|one hand|in your own way|wheel\w*|either",
)


def look(reading: LintContext) -> Iterator[Finding]:
    """Yield each order that one ability alone can follow, without another way beside it."""
    for hit in (*reading.orders(_SENSES), *reading.said(_THINGS)):
        if reading.lacks(hit.sentence, _OTHERWISE, before=1, after=1):
            yield Finding(hit, f"«{hit.text}» leaves out whoever cannot.")


RULE = Rule(
    code="L28",
    severity=Severity.WARNING,
    finds="look, hear, walk, both hands with no alternative",
    why="Abilities differ. Whoever cannot see, hear, walk or use both hands is left out by an order to.",
    better="Take in five things you can see, or touch, or hear.",
    look=look,
)
