"""L39: leaving the body."""

from collections.abc import Iterator

from feltsense.check.context import LintContext
from feltsense.check.pattern import Pattern, pattern
from feltsense.check.rule import Finding, Rule
from feltsense.script.diagnostics import Severity

_GONE = pattern(
    r"(?:float|floating|drift|drifting|fly|flying) (?:\w+ )?(?:away|up|out|above|off|upwards?|weightless(?:ly)?"
    r"|in space)(?! (?:and down|the (?:street|road)))",
    r"(?:leave|leaving|exit|step out of|stepping out of|move out of|rise out of|rise above|rising above|out of"
    r"|outside of|outside) (?:of )?(?:your|the|this) (?:physical )?body(?! (?:alone|out))",
    r"(?:your|the) (?:\w+ )?(?:body|bodies|self|edges|boundaries|borders|outline|skin|arms|legs|hands"
    r"|limbs) (?:(?:is|are|begins?|starts?|slowly|gently|can|will|may|might|could|all|now|to) )*(?:dissolv\w+"
    r"|disappear\w*|vanish\w*|fad(?:e|es|ing)(?: away)?|evaporat\w+|blur\w*|melts? away|melting away)",
    r"(?:dissolve|disappear|vanish|evaporate|become nothing|become weightless)(?: (?:into|away|completely|slowly"
    r"|in))?(?= |[.!,]|$)(?! (?:the|a|any) (?:knot|sugar|salt))",
    r"(?:look(?:ing)? down|see|watch|view) (?:at |on |upon )?(?:yourself|your body) from (?:above|outside"
    r"|the ceiling|afar|a distance)",
    r"lose (?:all |any )?(?:sense|awareness|feeling) of your body|you (?:no longer have|have no) (?:a )?body",
    r"(?:become|becoming|merge|merging|you are) (?:one )?with (?:the universe|everything|all that is|the light"
    r"|the sky|the cosmos)",
    r"(?:you(?:'re| are)|yourself|your body) (?:now )?float(?:s|ing)?(?: (?:on|above|in|like|freely|through))?",
)
_THING = Pattern(
    r"\b(?:if|some|another|others|thoughts?|clouds?|lea(?:f|ves)|sounds?|boats?|balloons?|birds?|feathers?"
    r"|words?|worr(?:y|ies)|smoke|mist|fog|snow|steam|sugar|tablet|it|they|them|image|picture|petals?|ice"
    r"|tension|knots?)\b[^.;\n]*$"
)


def look(reading: LintContext) -> Iterator[Finding]:
    """Yield each image of leaving or losing the body."""
    for hit in reading.said(_GONE):
        if not _THING.search(hit.before):
            yield Finding(hit, f"«{hit.text}» leads out of the body.")


RULE = Rule(
    code="L39",
    severity=Severity.WARNING,
    finds="float away, leave your body, dissolve",
    why="For whoever dissociates it is no image but what happens to them. It leads away from what helps.",
    better="You might feel the edges of your body against the chair.",
    look=look,
)
