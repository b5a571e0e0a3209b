"""L41: closed eyes or walking without a warning about driving and traffic."""

from collections.abc import Iterator

from feltsense.check.lint_context import LintContext
from feltsense.check.pattern import pattern
from feltsense.check.rule import Finding, Rule
from feltsense.script.diagnostics import Severity
from feltsense.script.lazy_pattern import LazyPattern

_CLOSED = pattern(
    r"eye(?:s|lids)\b[^\n]*\b(?:close|closed|closing|shut)",
    r"(?:close|closed|closing|shut)\b[^\n]*\b(?:eyes|eyelids)",
)
_WALK = pattern(
    r"(?:walk|stroll)(?= (?:slowly|on|along|at|a little|forward|as|for|until|toward|towards|with|to|down"
    r"|through the|around)\b|[.,]|$)",
    r"(?:start|begin|keep|go on) (?:to walk|walking)",
)
_WALKING = pattern(
    r"(?:as|while) you(?:'re| are)? walk(?:ing)?|your walking pace|keep walking|this walk|a walk of|on this walk",
)
_DRIVING = LazyPattern(r"\b(?:driv(?:e|es|ing)|at the wheel|steering wheel)\b")
_TRAFFIC = LazyPattern(r"\b(?:traffic|roads?|streets?|cars?|cross(?:ing)?)\b")
_EAR = LazyPattern(r"\b(?:ears?|earbuds?|earphones?|headphones?|volume|loudspeaker)\b")


def _find(context: LintContext) -> Iterator[Finding]:
    """Yield the warning that a script with closed eyes or walking lacks."""
    if not context.long_versions:
        return
    said = "\n".join((context.shown_text, *(sentence.plain for sentence in context.sentences)))
    place = context.front_matter_line("cautions", "title")
    walk = next(iter(context.imperatives(_WALK)), None) or next(context.assertions(_WALKING), None)
    if (walk or context.has(_CLOSED)) and not _DRIVING.search(said):
        yield Finding(
            place, "Eyes may close or one may walk, and nothing shown says “not while driving”.", "Not while driving."
        )
    elif walk and not (_TRAFFIC.search(said) and _EAR.search(said)):
        yield Finding(
            place,
            "This is a walk, and nothing says to mind the traffic and keep one ear free.",
            "Mind the traffic, and keep one ear free.",
        )


RULE = Rule(
    code="L41",
    severity=Severity.ERROR,
    finds="an eyes-closed or walking script without “not while driving”; a walk without traffic and one free ear",
    why="Somebody will start this in a car, or walk into a street with both ears covered.",
    better="Add to the cautions: not while driving. For a walk: mind the traffic, and keep one ear free.",
    find=_find,
)
