"""L36: people and places taken for kind."""

from collections.abc import Iterator

from feltsense.check.context import LintContext
from feltsense.check.pattern import Pattern, pattern
from feltsense.check.rule import Finding, Rule
from feltsense.script.diagnostics import Severity

_KIN = (
    r"(?:mother|mum|mom|mummy|mommy|father|dad|daddy|parents?|family|grandmother|grandma|grandfather|partner"
    r"|husband|wife|spouse|lover)"
)
_LOVE = r"(?:love|arms|embrace|hug|hugs|voice|smile|warmth|kindness|lap|touch|kiss|kitchen|heartbeat|care|eyes)"
_TAKEN = pattern(
    rf"your {_KIN}(?:'s|s') (?:\w+ )?{_LOVE}",
    rf"(?:love|warmth|kindness|care|arms|embrace|touch) (?:of|from) your {_KIN}",
    r"(?:imagine|picture|remember|think of|see|feel|let|hear"
    rf"|visuali[sz]e) (?:that )?your {_KIN}(?: \w+){{0,3}}? (?:holding|hold|holds|hug\w*|embrac\w*|comfort\w*"
    r"|lov\w*|smil\w*|beside|near|with you|is here|kissing|rock\w*)",
    rf"your {_KIN} (?:\w+ )?(?:loves?|loved|adores?|holds|held|is (?:always )?there for|has always loved"
    r"|cares? (?:for|about)|protects?|protected) you",
    r"(?:your|the) (?:childhood|family|parents'|parental) (?:home|house|bedroom|bed|garden|kitchen|room)",
    r"the (?:home|house) (?:where )?you grew up(?: in)?",
    r"(?:safe|loved|warm|held|carefree|happy) (?:as|like) (?:you were|when you were|you felt) (?:as )?a (?:child"
    r"|baby)",
    r"back (?:at|in) your mother's|in your mother's womb",
)
_SUPPOSED = Pattern(r"\b(?:if|whether|unless|when)\b[^,;:.\n]*$")
_OTHERS = pattern(r"or|someone|somebody|anyone|whoever")


def look(reading: LintContext) -> Iterator[Finding]:
    """Yield each person or place of the listener’s life that is taken for safe."""
    for hit in reading.said(_TAKEN):
        if not (hit.sentence.question or _SUPPOSED.search(hit.before) or _OTHERS.search(hit.sentence.plain)):
            yield Finding(hit, f"«{hit.text}» may not have been kind.")


RULE = Rule(
    code="L36",
    severity=Severity.WARNING,
    finds="your mother’s love, your partner, your childhood home as safe",
    why="For many, home was not kind, and love came with a price. What feels safe is theirs to choose.",
    better="Think of a person, animal or place that feels kind.",
    look=look,
)
