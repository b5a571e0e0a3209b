"""L27: one posture named as the only one."""

from collections.abc import Iterator

from feltsense.check.imperatives import is_imperative
from feltsense.check.lint_context import LintContext
from feltsense.check.pattern import pattern
from feltsense.check.rule import Finding, Rule
from feltsense.check.sentences import Hit
from feltsense.check.wording import CONDITIONAL, INVITATION, NEGATED
from feltsense.script.diagnostics import Severity
from feltsense.script.lazy_pattern import LazyPattern

_HOW = (
    r"(?:down|up|upright|comfortably|tall|straight|still|back|cross-legged|criss|quietly|in|on|with|flat|as|into|like"
    r"|face|beside|fully)\b"
)
_POSTURE = pattern(
    rf"(?:sit|lie|stand|kneel)(?= {_HOW}|[.,!]|$)(?! with (?:it|that|this|the feeling|whatever|what)\b)(?: down"
    r"| up| upright| tall| back)?(?: comfortably| straight| cross-legged)?(?: on (?:your|the|a) \w+)?",
    r"(?:find|take|choose) (?:yourself )?(?:a|your) (?:\w+ )?(?:seat|seated (?:position|posture)|sitting (?:position"
    r"|posture)|lying (?:position|posture)|chair|place to sit|place to lie down)",
    r"(?:come|get|move|settle) (?:in)?to (?:a|your) (?:\w+ )?(?:seat|seated position|sitting position|lying position"
    r"|chair|cross-legged \w+)",
    r"(?:sitting|seated|lying|standing) (?:comfortably|upright|down|tall|on your back)(?=,| in| on| with)",
    r"recline(?! (?:if|as)\b)(?: fully| back)?|lean back in(?:to)? (?:your|the|a) \w+|(?:fold|cross|tuck|uncross)"
    r" (?:your|the) (?:arms and )?legs|(?:get|go) horizontal|(?:stretch|spread) (?:yourself )?out (?:on|flat|at full"
    r"|along)|straighten (?:your|the) (?:back|spine)",
    r"(?:keep|hold) (?:your|the) (?:back|spine|head|neck|trunk|body) (?:\w+ and )?(?:straight|upright|tall|erect"
    r"|vertical|long|still and straight)|place yourself (?:supine|prone|on)|take the (?:\w+ ){0,2}(?:posture|position"
    r"|pose)",
    r"(?:with )?both feet flat on the (?:floor|ground)|cross your legs",
)
_STATED = pattern(
    r"(?:your |the )?(?:back|spine|upper body|torso)s? (?:is |to |are |be |kept |should |must |stays? |perfectly"
    r" )*(?:straight|upright|erect|vertical|tall|like (?:a |an )?(?:tree|arrow|mountain)s?|an arrow)",
    r"shoulders back|chin (?:in|level|tucked(?: in)?|slightly tucked)|chest (?:up|open|lifted|out)(?=[,.;!])|feet"
    r" flat|legs (?:fall |falling )?(?:open|apart|extended|straight|stretched out|uncrossed)|nothing crossed",
    r"no slouching|(?:don't|do not|never) slouch|(?:half|full) lotus|lotus (?:posture|position|pose|seat)|(?:corpse"
    r"|mountain|child's) pose|savasana|shavasana|supine|prone(?! to)|this on (?:your|our) knees|on your feet,"
    r" (?:please|everyone|now|all)",
    r"(?:only|proper) (?:works |be done |do this |place |position |posture |seat |way )+(?:for this |to (?:do"
    r"|practi[sc]e) (?:this )?)?(?:is |when )?(?:lying|sitting|seated|standing|upright|makes|the floor)|the only"
    r" (?:place|position|posture) for this",
    r"onto the (?:floor|mat|carpet) with you|bottoms? on the (?:carpet|floor|mat)|crown to ceiling",
    needs="back|spine|body|torso|shoulder|chin|chest|feet|legs|arms|crossed|slouch|lie|lean|lotus|pose|position|asana"
    "|supine"
    "|prone|knees|only|proper|floor|mat|carpet|heels|full",
)
"""Postures that are named without a verb, or as what has to be."""
_IF = LazyPattern(r"\W*(?:and |but )?if\b")
_TAKEN = LazyPattern(r"find|take|choose|come|get|move|settle|sitting|seated|lying|standing|both|with")
_OTHERS = pattern(
    r"or|any (?:position|posture|way)|however|whatever (?:position|posture|way)|wherever",
    r"as you (?:like|please|are|wish)|a position (?:that|which)|either|another position|changing position",
    r"leaning|lean(?! back)|if you (?:can|prefer|are able)|comfortable for you|your own way|stay as you are|whichever"
    r"|any other|just as (?:good|well)|suits|instead|is fine|are fine|some (?:people|bodies)|others",
)


def _find(context: LintContext) -> Iterator[Finding]:
    """Yield each posture that the opening asks for with no other one nearby."""
    for hit in _asked(context):
        early = any(hit.sentence in version.opening for version in context.versions)
        denied = (
            NEGATED.search(hit.before)
            or context.is_reported(hit)
            or hit.sentence.question
            or _IF.match(hit.sentence.plain)
        )
        if early and not denied and context.lacks_nearby(hit.sentence, _OTHERS):
            yield Finding(hit, f"«{hit.text}» is the only posture that is named.")


def _asked(context: LintContext) -> Iterator[Hit]:
    """Yield where a posture is an order, or is taken for granted."""
    for hit in context.matches(_POSTURE):
        taken = _TAKEN.match(hit.text.lower()) and not INVITATION.search(hit.sentence.plain)
        if taken or is_imperative(hit.sentence, hit.start):
            yield hit
    for hit in context.matches(_STATED):
        if not (INVITATION.search(hit.sentence.plain) or CONDITIONAL.search(hit.before)):
            yield hit


RULE = Rule(
    code="L27",
    severity=Severity.WARNING,
    finds="one posture as the only one",
    why="Bodies differ. Whoever cannot sit like that has failed before it begins.",
    better="You could be sitting, standing, lying or leaning.",
    find=_find,
)
