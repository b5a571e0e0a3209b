"""L38: suggestion."""

from collections.abc import Iterator

from feltsense.check.context import LintContext
from feltsense.check.pattern import Pattern, pattern
from feltsense.check.rule import Finding, Rule
from feltsense.script.diagnostics import Severity

_SUGGESTED = pattern(
    r"(?P<more>deeper|heavier|sleepier|drowsier|lighter|calmer|softer|looser|warmer"
    r"|more relaxed)(?: still)?,? and (?P=more)",
    r"deeper, deeper|more and more (?:relaxed|drowsy|sleepy|deeply|tired|heavy|at ease|calm)",
    r"ever (?:deeper|heavier)",
    r"i(?:'ll| will|'m going to| am going to| shall)? (?:now )?(?:count|counting|be counting) (?:you )?(?:down"
    r"|backwards?|from (?:ten|five|twenty|three|10|5|20|3))",
    r"(?:with|on|at) (?:each|every) (?:number|count|step)(?: down)?,? (?:you|your)",
    r"when i (?:reach|get to|say) (?:one|zero|the number)|by the time i reach",
    r"(?:you(?:'re| are)|your \w+ (?:is|are)|eyelids are) (?:getting |growing |becoming |feeling )(?:very |so "
    r"|more )*(?:sleepy|drowsy|heavy|tired)",
    r"(?:sink|sinking|drift|drifting|fall|falling|drop|dropping) (?:down )?(?:even )?(?:deep|deeper"
    r"|deeply) (?:and|into|down|asleep|still|now)",
    r"(?:fall|drift|drifting|falling) (?:off )?(?:in)?to (?:a )?(?:deep |peaceful )*sleep",
    r"(?:go|going|take you) (?:even )?deeper(?=[.!,]|$| (?:and|into (?:relaxation|trance|sleep|calm)))",
    r"deep trance",
    r"when i count|on the count of|sink(?:ing)? (?:even )?deeper(?=[.!,]|$)",
)
_SUPPOSED = Pattern(r"\b(?:if|when you|whether|may|might|could)\b[^,;:.\n]*$")


def look(reading: LintContext) -> Iterator[Finding]:
    """Yield each suggestion that deepens by itself."""
    for hit in reading.said(_SUGGESTED):
        if not (hit.sentence.question or _SUPPOSED.search(hit.before)):
            yield Finding(hit, f"«{hit.text}» is hypnotic suggestion.")


RULE = Rule(
    code="L38",
    severity=Severity.WARNING,
    finds="deeper and deeper, heavier and heavier, countdown to sleep",
    why="It takes the steering wheel away. Who has been overpowered notices that first.",
    better="There may be a little more weight in the chair, if it’s there.",
    look=look,
)
