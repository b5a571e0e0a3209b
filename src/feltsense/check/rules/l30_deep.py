"""L30: over-breathing."""

from collections.abc import Iterator

from feltsense.check.context import LintContext
from feltsense.check.pattern import Pattern, pattern
from feltsense.check.rule import Finding, Rule
from feltsense.script.diagnostics import Severity

_BIG = (
    r"(?:deep|deeper|big|bigger|huge|full|large|really deep|very deep|long deep|nice deep|slow deep"
    r"|deep cleansing|cleansing)"
)
_DEEP = pattern(
    r"(?:take|taking|have|draw|drawing|with) (?:in )?(?:a |an |another |one |two |three |five |ten |a few |some "
    r"|several |your |more |last |final |the )*(?:(?:nice|long|slow|very"
    rf"|really),? )*{_BIG},? (?:\w+ )?(?:breaths?|inhalations?|inhales?)",
    rf"(?:a|another|one|one more|three) {_BIG} (?:breath|inhale|inhalation|breaths)(?: in)?",
    r"(?:breathe|inhale|breathing|inhaling) (?:in )?(?:very |really |as )?(?:deeply|deep|deeper|fully|completely"
    r"|all the way in)(?: as you can)?",
    r"fill(?:ing)? (?:up )?your (?:lungs|chest|belly|whole body)(?: \w+)?(?: with (?:air|breath))?",
    r"(?:deeply|fully) (?:breathe|inhale) in|as (?:deep|deeply|much air|big|full) as you can",
    r"until your lungs are (?:full|empty)",
)
_BY_ITSELF = Pattern(
    r"(?: in)? (?:may|might|can|could) (?:come|arrive|happen|show)|(?: in)? (?:comes|happens|arrives)|,? is not"
)
_SUPPOSED = Pattern(r"\b(?:if|when|whenever|should)\b[^,;:.\n]*$")


def look(reading: LintContext) -> Iterator[Finding]:
    """Yield each call for big breaths."""
    for hit in reading.said(_DEEP):
        if not (_BY_ITSELF.match(hit.after) or _SUPPOSED.search(hit.before)):
            yield Finding(hit, f"«{hit.text}» invites over-breathing.")


RULE = Rule(
    code="L30",
    severity=Severity.WARNING,
    finds="take a deep breath, fill your lungs completely",
    why="A deep breath on command is soon too much: dizziness and tingling feel like the start of panic.",
    better="One slightly slower breath out, if that is comfortable.",
    look=look,
)
