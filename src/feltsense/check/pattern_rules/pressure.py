"""Words that command, hurry, grade or suggest. Records; see `rule.py`."""

from feltsense.check.pattern import Kinds, kind
from feltsense.check.rule import PatternRule, Phrasing, Use
from feltsense.check.wording import INVITATION, VERBS
from feltsense.script.diagnostics import Severity
from feltsense.script.lazy_pattern import LazyPattern

_INVITED_OR_SOFTENED = LazyPattern(
    rf"{INVITATION.pattern}|(?:(?:\b(?:to|or|you|you've|have|has|had|i|we|they|it|is|are|was|were|that|who|not)"
    r"|n't)\s(?:now\s)?$)"
)
_L04 = PatternRule(
    code="L04",
    severity=Severity.WARNING,
    finds="just, simply, all you have to do",
    why="It belittles what is hard: whoever cannot “just” do it has failed at something easy.",
    better="See whether it can be here, as much as is okay.",
    phrasings=(
        Phrasing(
            Kinds(
                kind(
                    "just simply",
                    rf"(?:just|simply) (?:{VERBS}|don't|do not|keep on|calm)(?! (?:is|was|of|by)\b)",
                ),
            ),
            "«{words}» makes little of what may be hard.",
            unless_before=_INVITED_OR_SOFTENED,
        ),
        Phrasing(
            Kinds(
                kind(
                    "got have need & all & you",
                    r"all you(?:'ve| have)? (?:have|need|got) to do",
                ),
                kind(
                    "all & that there",
                    r"all (?:that|there) (?:is|is needed|you need)? ?to do is",
                ),
                kind(
                    "easy simple",
                    r"(?:it's|this is|that's|it is) (?:really |so |very |quite |all )?(?:easy|simple|that simple|that"
                    r" easy)(?! to (?!do\b))",
                ),
                kind(
                    "couldn't easier simpler",
                    r"nothing (?:could be )?(?:easier|simpler)|(?:it|this) couldn't be (?:easier|simpler)",
                ),
                kind(
                    "anyone & can",
                    r"anyone can do (?:this|it)",
                ),
            ),
            "«{words}» makes little of what may be hard.",
            use=Use.UNCONDITIONAL,
        ),
    ),
)

_MUST = r"(?:must|should|ought to|need to|have to|have got to|got to)"
_ADVERBS = r"(?:also |now |really |always |still |only |both |all |just |simply |first |then )?"
_SUPPOSED_DUTY = LazyPattern(
    r"\b(?:if|when|whenever|wherever|what|whatever|which|whichever|how|where|who|anything|everything|something|all"
    r"|until|unless|than|because|before|after|things|whether|wherever|parts?|as (?:much|long|often|far|slow\w*"
    r"|little)(?: as)?)\s(?:that\s)?$"
)
_DENIED_DUTY = LazyPattern(r"\A(?:\s(?:do|feel|be|have|hold|fix|change|know|understand|say)?\s?(?:nothing|no)\b)")
_L05 = PatternRule(
    code="L05",
    severity=Severity.ERROR,
    finds="must, should, need to, have to, make sure, as a duty",
    why="Duty is what many listeners are already full of. An offer can be declined.",
    better="You can stay with it, or come back to your feet.",
    phrasings=(
        Phrasing(
            Kinds(
                kind(
                    "got have must need ought should",
                    rf"(?:you|we)(?:'ll|'ve| will)? {_ADVERBS}{_MUST}(?: not)?(?! be (?:tired|proud)| say\b| admit)",
                ),
                kind(
                    "better crucial essential expected important necessary obliged required supposed vital",
                    r"you(?:'re| are) (?:now )?(?:supposed|required|obliged|expected) to|you(?:'d| had) better"
                    r"|(?:it's|it is) (?:important|essential|necessary|crucial|vital) (?:that you|to|for you to)",
                ),
                kind(
                    "afford mustn't shouldn't",
                    r"(?:you|we) (?:mustn't|shouldn't|can't afford to)",
                ),
            ),
            "«{words}» lays a duty on the listener.",
            in_questions=False,
            unless_before=_SUPPOSED_DUTY,
            unless_after=_DENIED_DUTY,
        ),
        Phrasing(
            Kinds(
                kind(
                    "must need ought should & your",
                    r"your (?:\w+ ){1,2}(?:should|must|needs? to|ought to)",
                ),
                kind(
                    "should & calm easy feel felt heavy pleasant warm",
                    r"(?:this|it|that) should (?:feel|not feel|be felt|be (?:warm|heavy|calm|easy|pleasant))",
                ),
            ),
            "«{words}» lays a duty on the listener.",
            in_questions=False,
            unless_before=_SUPPOSED_DUTY,
            unless_after=_DENIED_DUTY,
        ),
        Phrasing(
            Kinds(
                kind(
                    "see & that",
                    r"see to it that",
                ),
                kind(
                    "certain forget sure",
                    r"(?:make|be) (?:\w+ )?(?:sure|certain)|ensure|don't forget to",
                ),
            ),
            "«{words}» lays a duty on the listener.",
            use=Use.ORDERED,
        ),
    ),
)


RULES = (_L04, _L05)
