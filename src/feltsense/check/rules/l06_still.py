"""L06: movement, forbidden."""

from collections.abc import Iterator

from feltsense.check.context import LintContext
from feltsense.check.pattern import pattern
from feltsense.check.rule import Finding, Rule
from feltsense.script.diagnostics import Severity

_QUITE = r"(?:very |perfectly |completely |as |so |totally |absolutely |quite )?"
_STILL = pattern(
    rf"(?:stay|keep|hold|remain|sit|lie|stand|be|become) {_QUITE}(?:still|motionless)(?! (?:with|in touch|aware"
    r"|here|able|connected))",
    r"(?:keep|hold) (?:your|the|yourself) ?(?:whole |entire )?(?:body|hands?|legs?|feet|head|arms?|self"
    rf"|\w+)? ?{_QUITE}(?:still|motionless)",
    r"resist (?:the|any|every|all)(?: \w+)? (?:urges?|impulses?|temptations?|need|itch|desire) to (?:move"
    r"|scratch|shift|fidget|stretch|adjust|change|stop|open)",
    r"resist (?:moving|scratching|fidgeting|the (?:urge|itch|impulse)(?=[.,]|$))",
)
_NO_MOVE = pattern(
    r"(?:do not|don't|never|try not to|avoid) (?:move|moving|fidget\w*|scratch\w*|shift\w*|stir"
    r"|wriggle)(?! (?:the|it|them|anything|on|away from the question|ahead|too|so|faster|to the next)\b)",
    r"no (?:moving|fidgeting|movement)(?=[.!,]|$| (?:now|please|from here))",
    r"refrain from (?:moving|fidgeting|scratching|any movement)|avoid any movement",
)
_WITHOUT = pattern(r"without (?:moving|any movement|stirring) (?:a muscle|at all|your body|anything)")
_CHOICE = pattern(r"or|if you|unless|too long")


def look(reading: LintContext) -> Iterator[Finding]:
    """Yield each order to keep still."""
    for hit in (*reading.orders(_STILL), *reading.orders(_NO_MOVE), *reading.said(_WITHOUT)):
        if not _CHOICE.search(hit.after):
            yield Finding(hit, f"«{hit.text}» takes away what regulates.")


RULE = Rule(
    code="L06",
    severity=Severity.ERROR,
    finds="stay still, don’t move, resist the urge",
    why="Movement regulates: a body that may move can stay with more. To hold still is what fear does.",
    better="Moving or stretching is welcome at any time.",
    look=look,
)
