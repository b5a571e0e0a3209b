"""People taken for granted: families, partners, those who did harm. Records; see `rule.py`."""

from feltsense.check.pattern import pattern, words
from feltsense.check.rule import PatternRule, Phrasing, Use
from feltsense.script.diagnostics import Severity
from feltsense.script.lazy_pattern import LazyPattern

_RELATIVES = words(
    "mother mum mom mummy father dad parents parent family ex partner husband wife sister brother siblings son"
    " daughter grandmother grandfather in-laws boyfriend girlfriend relatives folks"
)
_HARMED = (
    r"(?:hurt|harmed|wronged|abused|left|betrayed|bullied|beat|broke your|rejected|was mean|were mean|let you down"
    r"|failed you|you (?:fell|have fallen) out with|you can least)"
)
_HARMER = (
    r"(?:(?:those|them|him|her|person|people|ones?|man|woman|kid|everyone|anyone|someone|whoever|all)(?: (?:who|that))?"
    rf" (?:has |have |had |ever |once |most |deeply |so )*{_HARMED}|those with whom you|your (?:enem(?:y|ies)"
    r"|tormentors?|abusers?|bull(?:y|ies)|worst enemy))"
)
_L35 = PatternRule(
    code="L35",
    severity=Severity.ERROR,
    finds="forgive them, call your mother",
    why="Parents, partners and family may be the ones who hurt. Forgiving, too, is nobody’s duty.",
    better="It could be someone who has usually been kind to you.",
    phrasings=(
        Phrasing(
            pattern(
                r"forgive(?! (?:yourself|me|us)\b)(?: (?:them|him|her|everyone|everybody|all|those|whoever|the|your"
                r"|anyone|people)(?: \w+){0,2})?",
                r"(?:let go of|release) (?:your |the |all |any )*(?:resentment|grudges?|blame)",
                r"make peace with (?:them|him|her|your|those|everyone)|reconcile with",
                r"(?:send|offer|give|wish|extend|embrace|hug|hold|thank|love|bless|invite|wrap|bow to|smile at|pray"
                r" for|make up with|imagine (?:bowing|hugging|embracing|forgiving|thanking)|open (?:your (?:heart"
                r"|arms|door)) to|apologi[sz]e"
                rf" to|pardon|go back to|see the good in)\b[^\n.;]{{0,50}}\b{_HARMER}",
                r"(?:say sorry|apologi[sz]e) to (?:him|her|them)|let (?:your|the|all|any) (?:\w+ )?(?:anger"
                r"|resentment|grudges?|bitterness|quarrel)\b[^\n,;:]{0,30} go|pardon (?:him|her|them|the one|those"
                r"|everyone)|make peace(?=[.!])|(?:put|leave) (?:the|your|that|all) (?:quarrel|feud|grudge"
                r"|argument)s? behind|(?:let|welcome|invite) (?:him|her|them|your \w+) back in(?:to)?|be reconciled"
                r" with|open your arms to (?:him|her|them)",
                r"find it in (?:your heart|yourself) to forgive|(?:send|offer) (?:\w+ )?(?:forgiveness|love) to "
                rf"your {_RELATIVES}",
            ),
            "«{words}» asks for what may be neither safe nor owed.",
            use=Use.ORDERED,
        ),
        Phrasing(
            pattern(
                r"(?:you|we) (?:now |can now |will |already )*forgive (?:them|him|her|it all|those|everyone|your \w+"
                r"|the \w+)|time to (?:forgive(?!"
                rf" yourself\b)|make peace|make up|be reconciled|reconcile)|{_RELATIVES}\b[^\n,;]{{0,12}} after all|"
                r"(?:begin|start) with the one (?:you can|who)\b[^\n]{0,20}\b(?:forgive|hurt)",
                rf"(?:they|he|she|{_RELATIVES}|everyone) (?:only |all |just |was |were )*(?:did|doing) (?:the|their"
                rf"|his|her) (?:very )?best|(?:they|he|she|{_RELATIVES}) (?:only |all |just )?meant well|thicker than"
                r" water|families make up|family is family|you (?:only |will )?(?:have|get) (?:only )?one"
                rf" {_RELATIVES}|your (?:tormentor|abuser|enemy|bully)(?:,? too,?)? (?:wants"
                r"|suffers|is|was|needs|deserves|did)",
                needs="forgive|peace|make up|reconcil|after all|best|meant|thicker|families|family is|one|tormentor"
                "|abuser|enemy"
                "|bully",
            ),
            "«{words}» asks for what may be neither safe nor owed.",
            use=Use.UNCONDITIONAL,
        ),
        Phrasing(
            pattern(
                r"(?:call|phone|ring|text|message|contact|visit|write to|reach out to|turn to|go to|talk to|email|tell"
                rf"|hug) (?:your|the) (?:own |old |dear |best )*{_RELATIVES}",
                r"(?:call|phone|ring|text|message) (?:mum|mom|mummy|dad|daddy|home)|(?:one|a) (?:quick )?(?:call"
                rf"|text|message|note|letter) to (?:your {_RELATIVES}|mum|mom|dad)|(?:call|phone|ring|text|message"
                r"|contact|visit|write to|reach out to|talk to) (?:an? |some )(?:\w+ )?(?:relatives?|family member"
                r"|member of your family)|reach out to (?:an? |your )(?:estranged|lost|ex) ?\w*|make up with your \w+"
                r"|go (?:back )?home (?:for|to) (?:the holidays|your|them|christmas)",
            ),
            "«{words}» takes for granted that this person is safe.",
            in_questions=False,
            unless_before=LazyPattern(r"\b(?:if|when|whether|as you would|unless)\b[^;:.\n]*$"),
            unless_in_sentence=pattern(
                r"friends?|neighbou?rs?|someone|anyone|somebody|whoever|a person|pets?|helpline|colleague"
            ),
            better="someone who has usually been kind to you",
        ),
    ),
)

_FAMILY = (
    r"(?:mother|mum|mom|mummy|mommy|father|dad|daddy|parents?|family|grandmother|grandma|grandfather|partner|husband"
    r"|wife|spouse|lover)"
)
_LOVE = r"(?:love|arms|embrace|hug|hugs|voice|smile|warmth|kindness|lap|touch|kiss|kitchen|heartbeat|care|eyes)"
_L36 = PatternRule(
    code="L36",
    severity=Severity.WARNING,
    finds="your mother’s love, your partner, your childhood home as safe",
    why="For many, home was not kind, and love came with a price. What feels safe is theirs to choose.",
    better="Think of a person, animal or place that feels kind.",
    phrasings=(
        Phrasing(
            pattern(
                r"(?:like a |as a |its |a |only a )(?:baby in its )?(?:mother|mum|mom|parent|father)'s (?:\w+"
                r" )?(?:arms|lap|love|womb|embrace|hug|voice|heartbeat)|as only a (?:mother|parent|father) (?:can"
                r"|could|does)",
                rf"(?:your {_FAMILY}|mum|mom|mummy|dad|daddy)(?: (?!or\b|who\b)[\w']+){{0,5}} (?:hold(?:s|ing)?|held"
                r"|hug\w*|tuck\w*|kiss\w*|rock\w*|cuddl\w*|carr(?:y|ies|ied|ying)|cradl\w*|(?:smil|look|gaz|wav)\w*"
                r" (?:at|upon)|wait\w* for) you",
                r"(?:who|that|they|she|he|somebody) (?:once |always |first )*(?:tucked you in|carried you|sang you"
                r"|bore you|gave birth to you|shares your bed|waits for you at home|rocked you)|(?:arms|hands|lap"
                r"|breast) that (?:first |once )?(?:held|rocked|carried) you|lap you sat on",
                r"(?:held|loved|safe|snug|cosy|cozy|carefree|happy|warm|carried|cared for|at peace)\b[^\n.;]{0,30}"
                r" (?:when|as|like) you were (?:very |so |still )?(?:small|little|young|a (?:\w+ )?(?:child|baby|kid"
                r"|girl|boy|toddler)|born|five|six|seven)|when you were (?:very |so |still )?(?:small|little|a (?:\w+"
                r" )?(?:child|baby|kid|girl|boy))\b[^\n.;]{0,40} (?:held|loved|safe|snug|cosy|cozy|warm|carefree|all"
                r" was well)",
                r"(?:home|house|bed|bedroom|kitchen|garden|room|street|smells?|summers?|christmas|sundays) of your"
                r" (?:\w+ )?(?:childhood|youth)|the bed you slept in|(?:recall|remember|picture|imagine|think of)"
                r" (?:an? |the |your )(?:\w+ )?family (?:dinner|meal|table|gathering)s?|(?:think of|picture|imagine"
                r"|remember|feel|place is|place:) home(?=[.,:;!]| with)|(?:lullab(?:y|ies) (?:your|she|he|they)|your"
                r" (?:wedding[ -]day|honeymoon))",
                rf"your {_FAMILY}(?:'s|s') (?:\w+ )?{_LOVE}",
                rf"(?:love|warmth|kindness|care|arms|embrace|touch) (?:of|from) your {_FAMILY}",
                r"(?:imagine|picture|remember|think of|see|feel|let|hear"
                rf"|visuali[sz]e) (?:that )?your {_FAMILY}(?: \w+){{0,3}}? (?:holding|hold|holds|hug\w*|embrac\w*"
                r"|comfort\w*|lov\w*|smil\w*|beside|near|with you|is here|kissing|rock\w*)",
                rf"your {_FAMILY} (?:\w+ )?(?:loves?|loved|adores?|holds|held|is (?:always )?there for|has always loved"
                r"|cares? (?:for|about)|protects?|protected) you",
                r"(?:your|the) (?:childhood|family|parents'|parental) (?:home|house|bedroom|bed|garden|kitchen|room)",
                r"the (?:home|house) (?:where )?you grew up(?: in)?",
                r"(?:safe|loved|warm|held|carefree|happy) (?:as|like) (?:you were|when you were|you felt) (?:as )?a"
                r" (?:child|baby)",
                r"back (?:at|in) your mother's|in your mother's womb",
            ),
            "«{words}» may not have been kind.",
            in_questions=False,
            unless_before=LazyPattern(r"\b(?:if|whether|unless|when)\b[^,;:.\n]*$"),
            unless_in_sentence=pattern(r"or|someone|anyone|whoever|for some"),
        ),
    ),
)


RULES = (_L35, _L36)
