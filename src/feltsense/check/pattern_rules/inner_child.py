"""Wounded and younger parts. Records; see `rule.py`."""

from feltsense.check.pattern import Kinds, kind
from feltsense.check.rule import PatternRule, Phrasing
from feltsense.script.diagnostics import Severity
from feltsense.script.lazy_pattern import LazyPattern

_WOUNDED_PART = (
    r"(?:(?:your|the|that|an?|this) (?:\w+ )?inner (?:child|kid|boy|girl|baby|infant)|(?:your|the|that|this) (?:much"
    r" )?(?:younger|little|child|childhood|small|wounded|baby) self|little you|(?:the|that|your) (?:\w+ )?(?:little "
    r"|small |wounded |hurt |lonely |frightened |scared |abandoned |sad )+(?:child|girl|boy|one|part)|(?:the|that)"
    r" child (?:inside|within|in|you (?:were|once were|used to be))|the exiled? (?:part|one)?|your exiles?|wounded"
    r" parts?)"
)
_L24 = PatternRule(
    code="L24",
    severity=Severity.ERROR,
    finds="meet your inner child, ask the child what happened",
    why="Wounded parts need somebody who is there. A recording cannot stay with what comes up.",
    better="Perhaps notice the part that protects you, and thank it.",
    phrasings=(
        Phrasing(
            Kinds(
                kind(
                    "abandoned child exile frightened hurt inner little lonely sad scared self small wounded",
                    r"(?:meet|find|greet|see|visit|invite|call|embrace|hold|hug|comfort|picture|imagine|visuali[sz]e"
                    r"|speak (?:to|with)|talk (?:to|with)|listen to|ask|tell|approach|go to|connect with|reach out"
                    r" to|rescue|heal|reparent|let|bring|welcome|notice|sit (?:down )?(?:with|beside))"
                    rf" {_WOUNDED_PART}",
                ),
                kind(
                    "ask & did happened hurt old",
                    r"ask (?:the|that|this|your) (?:\w+ )?(?:child|girl|boy|part) (?:what|why|who|when|how) (?:\w+"
                    r" )?(?:happened|hurt|did|old)",
                ),
                kind(
                    "baby boy child girl infancy infant toddler",
                    r"(?:see|picture|imagine|visuali[sz]e|remember) yourself as (?:a|the|that) (?:\w+ )?(?:child|baby"
                    r"|girl|boy|infant|toddler)|go back to (?:your|the|early) (?:\w+ )?(?:childhood|infancy)|(?:when"
                    r"|what) (?:was|did) (?:the|that|your) (?:inner |little |younger )child",
                ),
            ),
            "«{words}» meets a part that needs a practitioner.",
            unless_before=LazyPattern(r"\b(?:if|whenever|should you|in case|may have|might have)\b[^,;:.\n]*$"),
        ),
    ),
)


RULES = (_L24,)
