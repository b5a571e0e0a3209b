"""L24: wounded parts, met alone."""

from collections.abc import Iterator

from feltsense.check.context import LintContext
from feltsense.check.pattern import Pattern, pattern
from feltsense.check.rule import Finding, Rule
from feltsense.script.diagnostics import Severity

_PART = (
    r"(?:(?:your|the|that|an?|this) (?:\w+ )?inner (?:child|kid|boy|girl|baby|infant)|(?:your|the|that"
    r"|this) (?:much )?(?:younger|little|child|childhood|small|wounded|baby) self|little you|(?:the|that"
    r"|your) (?:\w+ )?(?:little |small |wounded |hurt |lonely |frightened |scared |abandoned |sad )+(?:child"
    r"|girl|boy|one|part)|(?:the|that) child (?:inside|within|in|you (?:were|once were|used to be))"
    r"|the exiled? (?:part|one)?|your exiles?|wounded parts?)"
)
_MET = pattern(
    r"(?:meet|find|greet|see|visit|invite|call|embrace|hold|hug|comfort|picture|imagine|visuali[sz]e|speak (?:to"
    r"|with)|talk (?:to|with)|listen to|ask|tell|approach|go to|connect with|reach out to|rescue|heal|reparent"
    rf"|let|bring|welcome|notice|sit (?:down )?(?:with|beside)) {_PART}",
    r"ask (?:the|that|this|your) (?:\w+ )?(?:child|girl|boy|part) (?:what|why|who|when|how) (?:\w+ )?(?:happened"
    r"|hurt|did|old)",
    r"(?:see|picture|imagine|visuali[sz]e|remember) yourself as (?:a|the|that) (?:\w+ )?(?:child|baby|girl|boy"
    r"|infant|toddler)",
    r"go back to (?:your|the|early) (?:\w+ )?(?:childhood|infancy)",
    r"(?:when|what) (?:was|did) (?:the|that|your) (?:inner |little |younger )child",
)
_SUPPOSED = Pattern(r"\b(?:if|whenever|should you|in case|may have|might have)\b[^,;:.\n]*$")


def look(reading: LintContext) -> Iterator[Finding]:
    """Yield each meeting with a wounded or younger part."""
    for hit in reading.said(_MET):
        if not _SUPPOSED.search(hit.before):
            yield Finding(hit, f"«{hit.text}» meets a part that needs a practitioner.")


RULE = Rule(
    code="L24",
    severity=Severity.ERROR,
    finds="meet your inner child, ask the child what happened",
    why="Wounded parts need somebody who is there. A recording cannot stay with what comes up.",
    better="Perhaps notice the part that protects you, and thank it.",
    look=look,
)
