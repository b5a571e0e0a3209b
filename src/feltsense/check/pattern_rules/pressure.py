"""Words that command, hurry, grade or suggest. Records; see `rule.py`."""

from feltsense.check.pattern import pattern
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
            pattern(rf"(?:just|simply) (?:{VERBS}|don't|do not|keep on|calm)(?! (?:is|was|of|by)\b)"),
            "«{words}» makes little of what may be hard.",
            unless_before=_INVITED_OR_SOFTENED,
        ),
        Phrasing(
            pattern(
                r"all you(?:'ve| have)? (?:have|need|got) to do|all (?:that|there) (?:is|is needed|you need)? ?to "
                r"do is",
                r"(?:it's|this is|that's|it is) (?:really |so |very |quite |all )?(?:easy|simple|that simple"
                r"|that easy)(?! to (?!do\b))",
                r"nothing (?:could be )?(?:easier|simpler)|(?:it|this) couldn't be (?:easier|simpler)",
                r"anyone can do (?:this|it)",
            ),
            "«{words}» makes little of what may be hard.",
            use=Use.UNCONDITIONAL,
        ),
    ),
)

_MUST = r"(?:must|should|ought to|need to|have to|have got to|got to)"
_ADVERBS = r"(?:also |now |really |always |still |only |both |all |just |simply |first |then )?"
_SUPPOSED_DUTY = LazyPattern(
    r"\b(?:if|when|whenever|wherever|what|whatever|which|whichever|how|where|who|anything|everything|something"
    r"|all|until|unless|than|because|before|after|things|whether|wherever|parts?|as (?:much|long|often|far"
    r"|slow\w*|little)(?: as)?)\s(?:that\s)?$"
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
            pattern(
                rf"(?:you|we)(?:'ll|'ve| will)? {_ADVERBS}{_MUST}(?: not)?(?! be (?:tired|proud)| say\b| admit)",
                r"you(?:'re| are) (?:now )?(?:supposed|required|obliged|expected) to|you(?:'d| had) better",
                r"(?:it's|it is) (?:important|essential|necessary|crucial|vital) (?:that you|to|for you to)",
                r"(?:you|we) (?:mustn't|shouldn't|can't afford to)",
            ),
            "«{words}» lays a duty on the listener.",
            in_questions=False,
            unless_before=_SUPPOSED_DUTY,
            unless_after=_DENIED_DUTY,
        ),
        Phrasing(
            pattern(
                r"your (?:\w+ ){1,2}(?:should|must|needs? to|ought to)",
                r"(?:this|it|that) should (?:feel|not feel|be felt|be (?:warm|heavy|calm|easy|pleasant))",
            ),
            "«{words}» lays a duty on the listener.",
            in_questions=False,
            unless_before=_SUPPOSED_DUTY,
            unless_after=_DENIED_DUTY,
        ),
        Phrasing(
            pattern(r"(?:make|be) (?:\w+ )?(?:sure|certain)|ensure|see to it that|don't forget to"),
            "«{words}» lays a duty on the listener.",
            use=Use.ORDERED,
        ),
    ),
)

_QUITE = r"(?:very |perfectly |completely |as |so |totally |absolutely |quite )?"
_MOVING_ALLOWED = pattern(r"or|if you|unless|too long")
_L06 = PatternRule(
    code="L06",
    severity=Severity.ERROR,
    finds="stay still, don’t move, resist the urge",
    why="Movement regulates: a body that may move can stay with more. To hold still is what fear does.",
    better="Moving or stretching is welcome at any time.",
    phrasings=(
        Phrasing(
            pattern(
                rf"(?:stay|keep|hold|remain|sit|lie|stand|be|become) {_QUITE}(?:still|motionless)(?! (?:with|in "
                r"touch|aware"
                r"|here|able|connected))",
                r"(?:keep|hold) (?:your|the|yourself) ?(?:whole |entire )?(?:body|hands?|legs?|feet|head|arms?|self"
                rf"|\w+)? ?{_QUITE}(?:still|motionless)",
                r"resist (?:the|any|every|all)(?: \w+)? (?:urges?|impulses?|temptations?|need|itch|desire) to (?:move"
                r"|scratch|shift|fidget|stretch|adjust|change|stop|open)",
                r"resist (?:moving|scratching|fidgeting|the (?:urge|itch|impulse)(?=[.,]|$))",
            ),
            "«{words}» takes away what regulates.",
            use=Use.ORDERED,
            unless_after=_MOVING_ALLOWED,
        ),
        Phrasing(
            pattern(
                r"(?:do not|don't|never|try not to|avoid) (?:move|moving|fidget\w*|scratch\w*|shift\w*|stir"
                r"|wriggle)(?! (?:the|it|them|anything|on|away from the question|ahead|too|so|faster|to the next)\b)",
                r"no (?:moving|fidgeting|movement)(?=[.!,]|$| (?:now|please|from here))",
                r"refrain from (?:moving|fidgeting|scratching|any movement)|avoid any movement",
            ),
            "«{words}» takes away what regulates.",
            use=Use.ORDERED,
            unless_after=_MOVING_ALLOWED,
        ),
        Phrasing(
            pattern(r"without (?:moving|any movement|stirring) (?:a muscle|at all|your body|anything)"),
            "«{words}» takes away what regulates.",
            unless_after=_MOVING_ALLOWED,
        ),
    ),
)

_BIG = (
    r"(?:deep|deeper|big|bigger|huge|full|large|really deep|very deep|long deep|nice deep|slow deep"
    r"|deep cleansing|cleansing)"
)
_L30 = PatternRule(
    code="L30",
    severity=Severity.WARNING,
    finds="take a deep breath, fill your lungs completely",
    why="A deep breath on command is soon too much: dizziness and tingling feel like the start of panic.",
    better="One slightly slower breath out, if that is comfortable.",
    phrasings=(
        Phrasing(
            pattern(
                r"(?:take|taking|have|draw|drawing|with) (?:in )?(?:a |an |another |one |two |three |five |ten |a "
                r"few |some "
                r"|several |your |more |last |final |the )*(?:(?:nice|long|slow|very"
                rf"|really),? )*{_BIG},? (?:\w+ )?(?:breaths?|inhalations?|inhales?)",
                rf"(?:a|another|one|one more|three) {_BIG} (?:breath|inhale|inhalation|breaths)(?: in)?",
                r"(?:breathe|inhale|breathing|inhaling) (?:in )?(?:very |really |as )?(?:deeply|deep|deeper|fully"
                r"|completely"
                r"|all the way in)(?: as you can)?",
                r"fill(?:ing)? (?:up )?your (?:lungs|chest|belly|whole body)(?: \w+)?(?: with (?:air|breath))?",
                r"(?:deeply|fully) (?:breathe|inhale) in|as (?:deep|deeply|much air|big|full) as you can",
                r"until your lungs are (?:full|empty)",
            ),
            "«{words}» invites over-breathing.",
            unless_before=LazyPattern(r"\b(?:if|when|whenever|should)\b[^,;:.\n]*$"),
            unless_after=LazyPattern(
                r"\A(?:(?: in)? (?:may|might|can|could) (?:come|arrive|happen|show)|(?: in)? (?:comes|happens"
                r"|arrives)|,? is not)"
            ),
        ),
    ),
)

_L31 = PatternRule(
    code="L31",
    severity=Severity.WARNING,
    finds="good job, perfect, correctly, the right way, empty your mind",
    why="Where something can be done right, it can be done wrong. Praise from a recording is given to nobody.",
    better="However that was, you were here for it.",
    phrasings=(
        Phrasing(
            pattern(
                r"(?:good|great|excellent|wonderful|nice|amazing|fantastic|brilliant|beautiful) (?:job|work|effort)",
                r"^well done|bravo",
                r"you(?:'re| are) doing (?:so |really |very |just )?(?:it )?(?:great|well|fine|perfectly|right|amazing"
                r"|wonderfully|good)",
                r"you did (?:it|well|great|that well)",
                r"^(?:perfect|excellent|very good|that's it|good|great|wonderful|fantastic|lovely)(?=[.!](?:\s|$)|$)",
                r"(?:that's|that is|that was|this is) (?:perfect|excellent|very good)|correctly",
                r"the (?:right|correct|proper) (?:way|posture|technique)(?! round)|do (?:it|this) (?:right|properly)",
                r"(?:breathe|sit|do (?:it|this|that)|feel|move|stand) (?:\w+ )?perfectly|in the correct",
                r"i(?:'m| am) proud of you|congratulations|you (?:have )?succeeded|if you do (?:it|this) right",
                r"^(?:that's right|nicely done|beautifully done)(?=[.!])|you(?:'ve| have) done (?:so "
                r")?(?:brilliantly|well|great)",
            ),
            "«{words}» makes failing possible.",
            in_questions=False,
            unless_before=LazyPattern(r"\b(?:if|whether|as if|when|nobody|about)\b[^,;:.\n]*$"),
        ),
        Phrasing(
            pattern(
                r"keep (?:your|the) (?:mind|head) (?:empty|clear|blank|quiet|still)",
                r"(?:empty|clear|quiet|quieten|silence|still|blank) (?:out )?(?:your|the) (?:mind|thoughts|head"
                r"|thinking)",
                r"stop thinking|think (?:of|about) nothing|(?:let|make) your mind (?:go |become |be )?(?:blank"
                r"|empty|silent)",
                r"push (?:away|out) (?:all |your |any )*thoughts|banish (?:all |your )*thoughts|don't think|do not "
                r"think",
                r"push (?:all |your |any |those |the )*thoughts (?:away|aside|out)",
            ),
            "«{words}» makes failing possible.",
            use=Use.ORDERED,
        ),
    ),
)

_L38 = PatternRule(
    code="L38",
    severity=Severity.WARNING,
    finds="deeper and deeper, heavier and heavier, countdown to sleep",
    why="It takes the steering wheel away. Who has been overpowered notices that first.",
    better="There may be a little more weight in the chair, if it’s there.",
    phrasings=(
        Phrasing(
            pattern(
                r"(?P<more>deeper|heavier|sleepier|drowsier|lighter|calmer|softer|looser|warmer"
                r"|more relaxed)(?: still)?,? and (?P=more)",
                r"deeper, deeper|more and more (?:relaxed|drowsy|sleepy|deeply|tired|heavy|at ease|calm)",
                r"ever (?:deeper|heavier)",
                r"i(?:'ll| will|'m going to| am going to| shall)? (?:now )?(?:count|counting|be counting) (?:you "
                r")?(?:down"
                r"|backwards?|from (?:ten|five|twenty|three|10|5|20|3))",
                r"(?:with|on|at) (?:each|every) (?:number|count|step)(?: down)?,? (?:you|your)",
                r"when i (?:reach|get to|say) (?:one|zero|the number)|by the time i reach",
                r"(?:you(?:'re| are)|your \w+ (?:is|are)|eyelids are) (?:getting |growing |becoming |feeling "
                r")(?:very |so "
                r"|more )*(?:sleepy|drowsy|heavy|tired)",
                r"(?:sink|sinking|drift|drifting|fall|falling|drop|dropping) (?:down )?(?:even )?(?:deep|deeper"
                r"|deeply) (?:and|into|down|asleep|still|now)",
                r"(?:fall|drift|drifting|falling) (?:off )?(?:in)?to (?:a )?(?:deep |peaceful )*sleep",
                r"(?:go|going|take you) (?:even )?deeper(?=[.!,]|$| (?:and|into (?:relaxation|trance|sleep|calm)))",
                r"deep trance",
                r"when i count|on the count of|sink(?:ing)? (?:even )?deeper(?=[.!,]|$)",
            ),
            "«{words}» is hypnotic suggestion.",
            in_questions=False,
            unless_before=LazyPattern(r"\b(?:if|when you|whether|may|might|could)\b[^,;:.\n]*$"),
        ),
    ),
)


RULES = (_L04, _L05, _L06, _L30, _L31, _L38)
