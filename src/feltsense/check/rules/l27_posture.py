"""L27: one posture named as the only one."""

from collections.abc import Iterator

from feltsense.check.imperatives import is_imperative
from feltsense.check.lint_context import LintContext
from feltsense.check.pattern import Kinds, kind, pattern
from feltsense.check.rule import Finding, Rule
from feltsense.check.sentences import Hit
from feltsense.check.wording import CONDITIONAL, INVITATION
from feltsense.script.diagnostics import Severity
from feltsense.script.lazy_pattern import LazyPattern

_HOW = (
    r"(?:down|up|upright|comfortably|tall|straight|still|back|cross-legged|criss|quietly|in|on|with|flat|as|into|like"
    r"|face|beside|fully)\b"
)
_POSTURE = Kinds(
    kind(
        "kneel lie sit stand",
        rf"(?:sit|lie|stand|kneel)(?= {_HOW}|[.,!]|$)(?! (?:with|beside) (?:it|that|this|the feeling|whatever"
        rf"|what)\b)(?: down|"
        r" up| upright| tall| back)?(?: comfortably| straight| cross-legged)?(?: on (?:your|the|a) \w+)?",
    ),
    kind(
        "chair lie lying posture seat sit & choose find take",
        r"(?:find|take|choose) (?:yourself )?(?:a|your) (?:\w+ )?(?:seat|seated (?:position|posture)|sitting"
        r" (?:position|posture)|lying (?:position|posture)|chair|place to sit|place to lie down)",
    ),
    kind(
        "chair cross-legged position seat & come get move settle",
        r"(?:come|get|move|settle) (?:in)?to (?:a|your) (?:\w+ )?(?:seat|seated position|sitting position|lying"
        r" position|chair|cross-legged \w+)",
    ),
    kind(
        "lying seated sitting standing & back comfortably down tall upright",
        r"(?:sitting|seated|lying|standing) (?:comfortably|upright|down|tall|on your back)(?=,| in| on| with)",
    ),
    kind(
        "recline",
        r"recline(?! (?:if|as)\b)(?: fully| back)?",
    ),
    kind(
        "lean & back",
        r"lean back in(?:to)? (?:your|the|a) \w+",
    ),
    kind(
        "legs & cross fold tuck",
        r"(?:fold|cross|tuck|uncross) (?:your|the) (?:arms and )?legs",
    ),
    kind(
        "horizontal",
        r"(?:get|go) horizontal",
    ),
    kind(
        "spread stretch & out",
        r"(?:stretch|spread) (?:yourself )?out (?:on|flat|at full|along)",
    ),
    kind(
        "straighten",
        r"straighten (?:your|the) (?:back|spine)",
    ),
    kind(
        "hold keep & back body head neck spine trunk",
        r"(?:keep|hold) (?:your|the) (?:back|spine|head|neck|trunk|body) (?:\w+ and )?(?:straight|upright|tall|erect"
        r"|vertical|long|still and straight)",
    ),
    kind(
        "yourself & place",
        r"place yourself (?:supine|prone|on)",
    ),
    kind(
        "pose position posture & take",
        r"take the (?:\w+ ){0,2}(?:posture|position|pose)",
    ),
    kind(
        "flat",
        r"(?:with )?both feet flat on the (?:floor|ground)",
    ),
    kind(
        "legs & cross",
        r"cross your legs",
    ),
)
_STATED = Kinds(
    kind(
        "seated standing upright",
        r"(?:must|should|please|have to|to) (?:be|remain|stay) (?:seated|standing|upright)",
    ),
    kind(
        "everyone everybody",
        r"(?:everyone|everybody),? (?:please )?(?:stand|sit|kneel|lie)(?: down| up)?",
    ),
    kind(
        "arrow erect mountain straight tall tree upright vertical & back spine torso upper",
        r"(?:your |the )?(?:back|spine|upper body|torso)s? (?:is |to |are |be |kept |should |must |stays? |perfectly"
        r" )*(?:straight|upright|erect|vertical|tall|like (?:a |an )?(?:tree|arrow|mountain)s?|an arrow)",
    ),
    kind(
        "shoulders & back",
        r"shoulders back",
    ),
    kind(
        "chin",
        r"chin (?:in|level|tucked(?: in)?|slightly tucked)",
    ),
    kind(
        "chest",
        r"chest (?:up|open|lifted|out)(?=[,.;!])",
    ),
    kind(
        "flat",
        r"feet flat",
    ),
    kind(
        "legs & apart extended open straight stretched uncrossed",
        r"legs (?:fall |falling )?(?:open|apart|extended|straight|stretched out|uncrossed)",
    ),
    kind(
        "child's corpse crossed lotus mountain prone savasana shavasana slouch supine",
        r"nothing crossed|no slouching|(?:don't|do not|never) slouch|(?:half|full) lotus|lotus (?:posture|position"
        r"|pose|seat)|(?:corpse|mountain|child's) pose|savasana|shavasana|supine|prone(?! to)",
    ),
    kind(
        "knees & this",
        r"this on (?:your|our) knees",
    ),
    kind(
        "feet, & all everyone now please",
        r"on your feet, (?:please|everyone|now|all)",
    ),
    kind(
        "floor lying makes seated sitting standing upright & only proper",
        r"(?:only|proper) (?:works |be done |do this |place |position |posture |seat |way )+(?:for this |to (?:do"
        r"|practi[sc]e) (?:this )?)?(?:is |when )?(?:lying|sitting|seated|standing|upright|makes|the floor)",
    ),
    kind(
        "only & place position posture",
        r"the only (?:place|position|posture) for this",
    ),
    kind(
        "bottom onto",
        r"onto the (?:floor|mat|carpet) with you|bottoms? on the (?:carpet|floor|mat)",
    ),
    kind(
        "ceiling",
        r"crown to ceiling",
    ),
)
"""Postures that are named without a verb, or as what has to be."""
_IF = LazyPattern(r"\W*(?:and |but )?if\b")
_VERB = r"(?:sit|stand|lie|kneel|slouch|sprawl|pace|recline|perch|hang over)"
_SOMEBODY = LazyPattern(r"\b(?:someone|somebody|people|person|he|she|they)\b[^,;:.\n]*$")
"""Whose posture it is, where it is not the listener's."""
_TAKEN = LazyPattern(r"find|take|choose|come|get|move|settle|sitting|seated|lying|standing|both|with")
_OTHERS = pattern(
    r"or|any (?:position|posture|way|seat|chair|spot)|however|whatever (?:position|posture|way)|wherever",
    r"as you (?:like|please|are|wish)|a position (?:that|which)|either|another position|changing position",
    r"leaning|lean(?! back)|if you (?:can|prefer|are able)|comfortable for you|your own way|stay as you are|whichever"
    r"|any other|just as (?:good|well)|suits|instead|is fine|are fine|some (?:people|bodies)|others",
    r"(?:slouch|lean|ly|stand|sprawl|walk)ing(?:'s| is| are)(?: as)? (?:welcome|okay|allowed)|if you trust",
    rf"{_VERB}(?: \w+){{0,4}}, {_VERB}",
)


def _find(context: LintContext) -> Iterator[Finding]:
    """Yield each posture that the opening asks for with no other one nearby."""
    for hit in _asked(context):
        early = any(hit.sentence in version.opening for version in context.versions)
        denied = (
            context.is_denied(hit)
            or context.is_reported(hit)
            or hit.sentence.question
            or _IF.match(hit.sentence.plain)
            or _SOMEBODY.search(hit.before)
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
