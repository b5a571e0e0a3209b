"""L44: promised effects."""

from collections.abc import Iterator

from feltsense.check.context import LintContext
from feltsense.check.pattern import Pattern, pattern
from feltsense.check.rule import Finding, Rule
from feltsense.check.wording import NEGATED
from feltsense.script.diagnostics import Severity

_THIS = r"(?:this|it|that|these|the)(?: \w+)?(?: \w+)?"
_PROMISE = pattern(
    rf"{_THIS} (?:will|is going to|is guaranteed to) (?:(?!not )\w+ )?(?:take away|remove|make you|help you|calm"
    r"|relax|fix|solve|erase|end|free you|soothe|transform|change your|ease|lift your|bring you (?:peace|calm"
    r"|joy)|leave you|dissolve|heal|cure|stop the|melt|wash)",
    r"(?:by|at|before|after) (?:the end|the time (?:we|you) (?:finish|are done))?(?: of)? ?(?:this|these|the"
    r"|it)?(?: \w+)?(?: \w+)?,? ?(?:you(?:'ll| will)|you are going to) (?:feel|be|have|find|no longer|sleep"
    r"|never)",
    r"you(?:'ll| will) (?:soon |immediately |instantly |definitely |always |never again |surely )*(?:feel|be"
    r"|find yourself|become|sleep) (?:much |so |a lot |completely |deeply |more |far |very )*(?:better|calm"
    r"|calmer|relaxed|peaceful|refreshed|happy|happier|connected|loved|lighter|rested|free|whole|at peace"
    r"|less alone)",
    r"guarantee[ds]?|you(?:'ll| will) never (?:again )?feel",
    r"your (?:\w+ )?(?:loneliness|anxiety|pain|worries|stress|sadness) (?:will|is going to) (?:\w+ )?(?:go"
    r"|disappear|vanish|be gone|melt|dissolve|end|leave)",
    r"works (?:every time|for everyone|within minutes|instantly)",
)
_SUPPOSED = Pattern(r"\b(?:if|whether|when|may|might|nobody)\b[^,;:.\n]*$")


def look(reading: LintContext) -> Iterator[Finding]:
    """Yield each promised effect."""
    for hit in reading.said(_PROMISE):
        if not (hit.sentence.question or _SUPPOSED.search(hit.before)):
            yield Finding(hit, f"«{hit.text}» promises an effect.")
    for key, text in reading.labels:
        for match in _PROMISE.finditer(text):
            if not NEGATED.search(text[: match.start()]):
                yield Finding(reading.key(key), f"«{match[0]}» in the {key} promises an effect.")


RULE = Rule(
    code="L44",
    severity=Severity.NOTE,
    finds="this will take away, by the end you will",
    why="What is promised and does not come is the listener’s failure once more.",
    better="Some people notice a change, some don’t.",
    look=look,
)
