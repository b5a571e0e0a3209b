"""L27: one posture named as the only one."""

from collections.abc import Iterator

from feltsense.check.imperatives import is_imperative
from feltsense.check.lint_context import LintContext
from feltsense.check.pattern import pattern
from feltsense.check.rule import Finding, Rule
from feltsense.check.wording import INVITATION, NEGATED
from feltsense.script.diagnostics import Severity
from feltsense.script.lazy_pattern import LazyPattern

_HOW = (
    r"(?:down |up |upright |comfortably |tall |straight |still |back |cross-legged |quietly |in |on |with |flat "
    r"|as |into )"
)
_POSTURE = pattern(
    rf"(?:sit|lie|stand|kneel)(?= {_HOW}|[.,!]|$)(?! with (?:it|that|this|the feeling|whatever|what)\b)(?: down"
    r"| up| upright| tall| back)?(?: comfortably| straight| cross-legged)?(?: on (?:your|the|a) \w+)?",
    r"(?:find|take|choose) (?:yourself )?(?:a|your) (?:\w+ )?(?:seat|seated (?:position|posture)"
    r"|sitting (?:position|posture)|lying (?:position|posture)|chair|place to sit|place to lie down)",
    r"(?:come|get|move|settle) (?:in)?to (?:a|your) (?:\w+ )?(?:seat|seated position|sitting position"
    r"|lying position|chair|cross-legged \w+)",
    r"(?:sitting|seated|lying|standing) (?:comfortably|upright|down|tall|on your back)(?=,| in| on| with)",
    r"(?:with )?both feet flat on the (?:floor|ground)|cross your legs",
)
_TAKEN = LazyPattern(r"find|take|choose|come|get|move|settle|sitting|seated|lying|standing|both|with")
_OTHERS = pattern(
    r"or|any (?:position|posture|way)|however|whatever (?:position|posture|way)|wherever",
    r"as you (?:like|please|are|wish)|a position (?:that|which)|either|another position|changing position",
    r"lean\w*|if you (?:can|prefer|are able)|comfortable for you|your own way|stay as you are",
)


def _find(context: LintContext) -> Iterator[Finding]:
    """Yield each posture that the opening asks for with no other one nearby."""
    for hit in context.matches(_POSTURE):
        early = any(hit.sentence in version.opening for version in context.versions)
        taken = _TAKEN.match(hit.text.lower()) and not INVITATION.search(hit.sentence.plain)
        asked = taken or is_imperative(hit.sentence, hit.start)
        denied = NEGATED.search(hit.before) or context.is_reported(hit) or hit.sentence.question
        if early and asked and not denied and context.lacks_nearby(hit.sentence, _OTHERS):
            yield Finding(hit, f"«{hit.text}» is the only posture that is named.")


RULE = Rule(
    code="L27",
    severity=Severity.WARNING,
    finds="one posture as the only one",
    why="Bodies differ. Whoever cannot sit like that has failed before it begins.",
    better="You could be sitting, standing, lying or leaning.",
    find=_find,
)
