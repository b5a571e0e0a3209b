"""L05: duties laid on the listener."""

from collections.abc import Iterator

from feltsense.check.context import LintContext
from feltsense.check.pattern import Pattern, pattern
from feltsense.check.rule import Finding, Rule
from feltsense.script.diagnostics import Severity

_MUST = r"(?:must|should|ought to|need to|have to|have got to|got to)"
_OFTEN = r"(?:also |now |really |always |still |only |both |all |just |simply |first |then )?"
_DUTY = pattern(
    rf"(?:you|we)(?:'ll|'ve| will)? {_OFTEN}{_MUST}(?: not)?(?! be (?:tired|proud)| say\b| admit)",
    r"you(?:'re| are) (?:now )?(?:supposed|required|obliged|expected) to|you(?:'d| had) better",
    r"(?:it's|it is) (?:important|essential|necessary|crucial|vital) (?:that you|to|for you to)",
    r"(?:you|we) (?:mustn't|shouldn't|can't afford to)",
)
_EXPECTED = pattern(
    r"your (?:\w+ ){1,2}(?:should|must|needs? to|ought to)",
    r"(?:this|it|that) should (?:feel|not feel|be felt|be (?:warm|heavy|calm|easy|pleasant))",
)
_SURE = pattern(r"(?:make|be) (?:\w+ )?(?:sure|certain)|ensure|see to it that|don't forget to")
_THOUGHT_OF = Pattern(
    r"\b(?:if|when|whenever|wherever|what|whatever|which|whichever|how|where|who|anything|everything|something"
    r"|all|until|unless|than|because|before|after|things|whether|wherever|parts?|as (?:much|long|often|far"
    r"|slow\w*|little)(?: as)?)\s(?:that\s)?$"
)
_DENIED_AFTER = Pattern(r"\s(?:do|feel|be|have|hold|fix|change|know|understand|say)?\s?(?:nothing|no)\b")


def look(reading: LintContext) -> Iterator[Finding]:
    """Yield each duty that the script itself lays on the listener."""
    for pattern_ in (_DUTY, _EXPECTED):
        for hit in reading.said(pattern_):
            if not (hit.sentence.question or _THOUGHT_OF.search(hit.before) or _DENIED_AFTER.match(hit.after)):
                yield Finding(hit, f"«{hit.text}» lays a duty on the listener.")
    for hit in reading.orders(_SURE):
        yield Finding(hit, f"«{hit.text}» lays a duty on the listener.")


RULE = Rule(
    code="L05",
    severity=Severity.ERROR,
    finds="must, should, need to, have to, make sure, as a duty",
    why="Duty is what many listeners are already full of. An offer can be declined.",
    better="You can stay with it, or come back to your feet.",
    look=look,
)
