"""Wounded and younger parts. Records; see `rule.py`."""

from feltsense.check.pattern import Kinds, gap, kind
from feltsense.check.rule import PatternRule, Phrasing, Use
from feltsense.script.diagnostics import Severity
from feltsense.script.lazy_pattern import LazyPattern

_WOUNDED_PART = (
    r"(?:(?:your|the|that|an?|this) (?:\w+ )?inner (?:child|kid|boy|girl|baby|infant)|(?:your|the|that|this) (?:much"
    r" )?(?:younger|little|child|childhood|small|wounded|baby) self|little you|(?:the|that|your) (?:\w+ )?(?:little "
    r"|small |wounded |hurt |lonely |frightened |scared |abandoned |sad )+(?:child|girl|boy|one|part)|(?:the|that)"
    r" child (?:inside|within|in|you (?:were|once were|used to be))|the exiled? (?:part|one)?|your exiles?|wounded"
    r" parts?)"
)
_AGE = r"(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})"
_CHILD = (
    rf"(?:inner (?:child|kid|boy|girl|baby)|{_AGE}-year-old(?: you| self| in you)?|(?:tiny|little|small|young|younger"
    r"|earlier"
    r"|childhood|past|wounded) version of you(?:rself)?|version of you from|younger (?:you|self|selves)|you from"
    r" (?:back then|before|years ago|your childhood)|smallest you|tiny you|the (?:one|you|child|kid|boy|girl|baby"
    r"|person|little one|small one|young one)"
    r" (?:that |who )?you (?:once )?(?:were|used to be)(?: back then| once| at \w+)?|(?:child|kid|girl|boy|baby"
    r"|infant|one|person)"
    r" (?:inside|in|within) you|(?:abandoned|wounded|frightened|scared|crying|hurt|lost|forgotten|lonely|hidden"
    r"|neglected) (?:child|kid|girl|boy|little one|baby)|little (?:girl|boy|child|kid|one) (?:who|is|inside|hiding"
    r"|under|that nobody)|kid in the playground)"
)
_GO_TO = (
    r"(?:meet|find|greet|see|visit|invite|call|embrace|hold|hug|comfort|picture|imagine|visuali[sz]e|speak|talk"
    r"|listen|ask|tell|approach|go|connect|reconnect|reach|rescue|heal|let|bring|welcome|sit|gather|carry|lift|pick"
    r"|take|wrap|rock|soothe|protect|kneel|bend|look|write|give|draw|promise|apologi[sz]e|forgive|love|save|walk"
    r"|knock|wave|smile|return|dry|befriend|face)"
)
_L24 = PatternRule(
    code="L24",
    severity=Severity.ERROR,
    finds="meet your inner child, ask the child what happened",
    why="Wounded parts need somebody who is there. A recording cannot stay with what comes up.",
    better="Perhaps notice the part that protects you, and thank it.",
    phrasings=(
        Phrasing(
            Kinds(
                kind(
                    "abandoned child exile frightened hurt inner little lonely sad scared self small wounded",
                    r"(?:meet|find|greet|see|visit|invite|call|embrace|hold|hug|comfort|picture|imagine|visuali[sz]e"
                    r"|speak (?:to|with)|talk (?:to|with)|listen to|ask|tell|approach|go to|connect with|reach out"
                    r" to|rescue|heal|reparent|let|bring|welcome|notice|sit (?:down )?(?:with|beside))"
                    rf" {_WOUNDED_PART}",
                ),
                kind(
                    "ask & did happened hurt old",
                    r"ask (?:the|that|this|your) (?:\w+ )?(?:child|girl|boy|part) (?:what|why|who|when|how) (?:\w+"
                    r" )?(?:happened|hurt|did|old)",
                ),
                kind(
                    "baby boy child girl infancy infant toddler",
                    r"(?:see|picture|imagine|visuali[sz]e|remember) yourself as (?:a|the|that) (?:\w+ )?(?:child|baby"
                    r"|girl|boy|infant|toddler)|go back to (?:your|the|early) (?:\w+ )?(?:childhood|infancy)|(?:when"
                    r"|what) (?:was|did) (?:the|that|your) (?:inner |little |younger )child",
                ),
            ),
            "«{words}» meets a part that needs a practitioner.",
            unless_before=LazyPattern(r"\b(?:if|whenever|should you|in case|may have|might have)\b[^,;:.\n]*$"),
        ),
        Phrasing(
            Kinds(
                kind(
                    "-year-old abandoned crying forgotten frightened from hidden hurt inner little lonely lost"
                    " neglected playground scared smallest tiny used version were wounded you",
                    rf"{_GO_TO} {gap(5)}{_CHILD}",
                ),
                kind(
                    "afraid asks comes cries crying hides hiding lives lonely longs looks need reaches runs scared"
                    " speaks still waited waiting waits want wished & -year-old abandoned crying forgotten frightened"
                    " from hidden hurt inner little lonely lost neglected playground scared smallest tiny used"
                    " version were wounded you",
                    rf"{_CHILD}(?: \w+){{0,3}}? (?:needs?|waits|is waiting|has waited|has been waiting|wants?|cries"
                    r"|is crying|is hiding|hides|asks|speaks|is (?:afraid|lonely|scared|still)|looks up|longs|lives"
                    r"|comes|runs|reaches|had wished)",
                ),
                kind(
                    "draw find greet imagine look meet picture remember see think visuali & you",
                    r"(?:see|picture|imagine|visuali[sz]e|remember|think of|find|meet|look at|draw|greet) (?:you"
                    rf"|yourself)(?: \w+){{0,2}}? (?:at|as|aged|when you were|back when)(?: \w+){{0,3}}? (?:{_AGE}"
                    r"|child|kid|baby|toddler|boy|girl|little|small|young|younger|infant|teen\w*|schoolchild|newborn)",
                ),
                kind(
                    "are you're & again and now once your & you",
                    rf"you(?:'re| are) (?:{_AGE}(?: years old)?|a (?:\w+ )?(?:child|boy|girl|kid|baby)|little|small"
                    r"|that (?:child|boy|girl|kid))(?: again| once more| now|, and|, your)",
                ),
                kind(
                    "baby boy child girl kid & you",
                    r"(?:that|this|the) (?:\w+ )?(?:child|boy|girl|kid|baby) is you",
                ),
                kind(
                    "back & age being day time when year",
                    r"back (?:in time )?(?:to|into) (?:when|the time|a time|the day|the year|the age|being|age|the"
                    rf" days)(?: when| of)?(?: you were)? (?:about |only |just |a )?(?:{_AGE}|little|small|young"
                    r"|child|kid|boy|girl|baby|teenager|in (?:school|kindergarten|nursery))",
                ),
                kind(
                    "childhood earliest infancy memory nursery school",
                    r"(?:go|return|travel|step|walk|drift|journey|float|sink|come) (?:back )?(?:in)?to (?:your|the)"
                    r" (?:\w+ )?(?:childhood|nursery|infancy|earliest \w+|first memory|first school)(?! (?:home"
                    r"|house))|(?:recall|remember|bring up|think of|call up) (?:your|the) (?:earliest|first|oldest)"
                    r" (?:childhood )?memory",
                ),
                kind(
                    "old & how & child fear feeling one pain part sadness",
                    r"how old is (?:this|that|the) (?:feeling|part|sadness|fear|pain|child|one)",
                ),
                kind(
                    "age & that",
                    r"(?:go|travel|return) to that age",
                ),
                kind(
                    "age & that",
                    r"be that age",
                ),
                kind(
                    "shrink younger",
                    r"younger and younger|shrink[^.\n]{0,30}(?:size you|child|small again)",
                ),
                kind(
                    "again & child little small",
                    r"(?:become|be) (?:small|little|a child|that child) again",
                ),
                kind(
                    "father mother parent",
                    r"the (?:parent|mother|father) (?:that |who )?(?:you|she|he|they|this|it)(?: \w+){0,4} (?:never"
                    r" had|needed|longed for)|(?:be|become) (?:a|the|your own) (?:loving |good |kind )?(?:parent"
                    r"|mother|father) (?:to|of|for) (?:yourself|that|this|the)|re-?parent(?:ing)?",
                ),
                kind(
                    "ask & afraid dared did feel happened hurt need never saw through",
                    r"ask (?:her|him|them|the (?:little|small|young) one) (?:\w+ )?(?:what|why|who|how) (?:\w+"
                    r" ){0,3}?(?:happened|saw|went through|never|dared|hurt|did|afraid|needs?|feel|feels)",
                ),
                kind(
                    "fault",
                    r"(?:it )?(?:wasn't|was not) (?:her|his) fault",
                ),
                kind(
                    "image photo picture & you",
                    rf"(?:photo|picture|photograph|image) of (?:you|yourself)(?: \w+){{0,2}} (?:as an? (?:\w+"
                    rf" )?(?:child|baby|kid|boy|girl)|at (?:age |the age of )?{_AGE}|in your (?:first|early)|when you"
                    r" were)",
                ),
            ),
            "«{words}» meets a part that needs a practitioner.",
            use=Use.UNREPORTED,
            unless_before=LazyPattern(
                r"\b(?:needn't|not|never|nobody|no|don't|rather than|without|something|people|some)\b[^,;:.\n]*$"
            ),
        ),
    ),
)


RULES = (_L24,)
