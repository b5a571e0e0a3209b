"""People taken for granted: families, partners, those who did harm. Records; see `rule.py`."""

from feltsense.check.pattern import Kinds, kind, pattern, words
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
            Kinds(
                kind(
                    "blame forgive grudge resentment",
                    r"forgive(?! (?:yourself|me|us)\b)(?: (?:them|him|her|everyone|everybody|all|those|whoever|the"
                    r"|your|anyone|people)(?: \w+){0,2})?|(?:let go of|release) (?:your |the |all |any"
                    r" )*(?:resentment|grudges?|blame)",
                ),
                kind(
                    "peace reconcile",
                    r"make peace with (?:them|him|her|your|those|everyone)|reconcile with",
                ),
                kind(
                    "abused abuser beat betrayed broke bull enem failed fallen fell harmed hurt least left let "
                    "mean rejected tormentor whom worst wronged & apologi arms back bless bow door embrace "
                    "embracing extend forgiving give good heart hold hug invite love make offer pardon pray send "
                    "smile thank wish wrap",
                    r"(?:send|offer|give|wish|extend|embrace|hug|hold|thank|love|bless|invite|wrap|bow to|smile at"
                    r"|pray for|make up with|imagine (?:bowing|hugging|embracing|forgiving|thanking)|open (?:your"
                    r" (?:heart|arms|door)) to|apologi[sz]e to|pardon|go back to|see the good"
                    rf" in)\b[^\n.;]{{0,50}}\b{_HARMER}",
                ),
                kind(
                    "anger apologi bitterness grudge pardon quarrel resentment sorry",
                    r"(?:say sorry|apologi[sz]e) to (?:him|her|them)|let (?:your|the|all|any) (?:\w+ )?(?:anger"
                    r"|resentment|grudges?|bitterness|quarrel)\b[^\n,;:]{0,30} go|pardon (?:him|her|them|the one"
                    r"|those|everyone)",
                ),
                kind(
                    "peace",
                    r"make peace(?=[.!])",
                ),
                kind(
                    "argument feud grudge quarrel",
                    r"(?:put|leave) (?:the|your|that|all) (?:quarrel|feud|grudge|argument)s? behind",
                ),
                kind(
                    "invite let welcome & back",
                    r"(?:let|welcome|invite) (?:him|her|them|your \w+) back in(?:to)?",
                ),
                kind(
                    "reconciled",
                    r"be reconciled with",
                ),
                kind(
                    "arms & open",
                    r"open your arms to (?:him|her|them)",
                ),
                kind(
                    "forgive love",
                    r"find it in (?:your heart|yourself) to forgive|(?:send|offer) (?:\w+ )?(?:forgiveness|love) to"
                    rf" your {_RELATIVES}",
                ),
            ),
            "«{words}» asks for what may be neither safe nor owed.",
            use=Use.ORDERED,
        ),
        Phrasing(
            Kinds(
                kind(
                    "abuse beat betrayed broke bull enem failed fallen fell harmed hurt least left let mean rejected"
                    " tormentor"
                    " whom wronged & bless embrace forgive hug love offer send thank wish",
                    rf"{_HARMER}\b[^\n.;]{{0,20}}\band (?:then )?(?:send|forgive|love|thank|embrace|wish|bless|offer"
                    r"|hug)",
                ),
                kind(
                    "bygones",
                    r"let bygones be bygones",
                ),
                kind(
                    "forgive",
                    r"(?:you|we) (?:now |can now |will |already )*forgive (?:them|him|her|it all|those|everyone|your"
                    r" \w+|the \w+)",
                ),
                kind(
                    "forgive make peace reconcile & time",
                    r"time to (?:forgive(?! yourself\b)|make peace|make up|be reconciled|reconcile)",
                ),
                kind(
                    "after & all",
                    rf"{_RELATIVES}\b[^\n,;]{{0,12}} after all",
                ),
                kind(
                    "best families family forgive hurt meant thicker",
                    rf"(?:begin|start) with the one (?:you can|who)\b[^\n]{{0,20}}\b(?:forgive|hurt)|(?:they|he|she"
                    rf"|{_RELATIVES}|everyone) (?:only |all |just |was |were )*(?:did|doing) (?:the|their|his|her)"
                    rf" (?:very )?best|(?:they|he|she|{_RELATIVES}) (?:only |all |just )?meant well|thicker than"
                    r" water|families make up|family is family",
                ),
                kind(
                    "get have & one",
                    rf"you (?:only |will )?(?:have|get) (?:only )?one {_RELATIVES}",
                ),
                kind(
                    "abuser bully enemy tormentor",
                    r"your (?:tormentor|abuser|enemy|bully)(?:,? too,?)? (?:wants|suffers|is|was|needs|deserves|did)",
                ),
            ),
            "«{words}» asks for what may be neither safe nor owed.",
            use=Use.UNCONDITIONAL,
        ),
        Phrasing(
            Kinds(
                kind(
                    "call contact email go hug message phone reach ring talk tell text turn visit write & brother"
                    " boyfriend dad daughter ex family father folks girlfriend grand husband in-laws mom mother mum"
                    " parent"
                    " partner relatives sibling sister son wife",
                    r"(?:call|phone|ring|text|message|contact|visit|write to|reach out to|turn to|go to|talk to"
                    rf"|email|tell|hug) (?:your|the) (?:own |old |dear |best )*{_RELATIVES}",
                ),
                kind(
                    "dad home mom mum & call message phone ring text",
                    r"(?:call|phone|ring|text|message) (?:mum|mom|mummy|dad|daddy|home)",
                ),
                kind(
                    "call letter message note text & dad mom mum your",
                    rf"(?:one|a) (?:quick )?(?:call|text|message|note|letter) to (?:your {_RELATIVES}|mum|mom|dad)",
                ),
                kind(
                    "family member relative",
                    r"(?:call|phone|ring|text|message|contact|visit|write to|reach out to|talk to) (?:an? |some"
                    r" )(?:\w+ )?(?:relatives?|family member|member of your family)",
                ),
                kind(
                    "reach & out",
                    r"reach out to (?:an? |your )(?:estranged|lost|ex) ?\w*",
                ),
                kind(
                    "make & with",
                    r"make up with your \w+",
                ),
                kind(
                    "home & christmas holidays them your",
                    r"go (?:back )?home (?:for|to) (?:the holidays|your|them|christmas)",
                ),
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
            Kinds(
                kind(
                    "behind & figure man person presence somebody someone stranger woman",
                    r"(?:imagine|picture|feel|sense|visuali[sz]e) (?:that )?(?:somebody|someone|(?:a"
                    r"|the) (?:\w+ )?(?:figure"
                    r"|presence|man|woman|person|stranger)) (?:is |who is )?(?:standing |sitting |coming |right "
                    r"|just |close )*"
                    r"behind you",
                ),
                kind(
                    "father mom mother mum parent & arms embrace heartbeat hug lap love voice womb",
                    r"(?:like a |as a |its |a |only a )(?:baby in its )?(?:mother|mum|mom|parent|father)'s (?:\w+"
                    r" )?(?:arms|lap|love|womb|embrace|hug|voice|heartbeat)",
                ),
                kind(
                    "father mother parent",
                    r"as only a (?:mother|parent|father) (?:can|could|does)",
                ),
                kind(
                    "dad family father grandma husband lover mom mother mum parent partner spouse wife & carr "
                    "cradl cuddl gaz held hold hug kiss look rock smil tuck wait wav",
                    rf"(?:your {_FAMILY}|mum|mom|mummy|dad|daddy)(?: (?!or\b|who\b)[\w']+){{0,5}} (?:hold(?:s|ing)?"
                    r"|held|hug\w*|tuck\w*|kiss\w*|rock\w*|cuddl\w*|carr(?:y|ies|ied|ying)|cradl\w*|(?:smil|look|gaz"
                    r"|wav)\w* (?:at|upon)|wait\w* for) you",
                ),
                kind(
                    "birth bore carried rocked sang shares tucked waits",
                    r"(?:who|that|they|she|he|somebody) (?:once |always |first )*(?:tucked you in|carried you|sang"
                    r" you|bore you|gave birth to you|shares your bed|waits for you at home|rocked you)",
                ),
                kind(
                    "carried held rocked & arms breast hands lap",
                    r"(?:arms|hands|lap|breast) that (?:first |once )?(?:held|rocked|carried) you",
                ),
                kind(
                    "lap",
                    r"lap you sat on",
                ),
                kind(
                    "were & cared carefree carried cosy cozy happy held loved peace safe snug warm",
                    r"(?:held|loved|safe|snug|cosy|cozy|carefree|happy|warm|carried|cared for|at"
                    r" peace)\b[^\n.;]{0,30} (?:when|as|like) you were (?:very |so |still )?(?:small|little|young|a"
                    r" (?:\w+ )?(?:child|baby|kid|girl|boy|toddler)|born|five|six|seven)",
                ),
                kind(
                    "were & when",
                    r"when you were (?:very |so |still )?(?:small|little|a (?:\w+ )?(?:child|baby|kid|girl"
                    r"|boy))\b[^\n.;]{0,40} (?:held|loved|safe|snug|cosy|cozy|warm|carefree|all was well)",
                ),
                kind(
                    "childhood family slept youth",
                    r"(?:home|house|bed|bedroom|kitchen|garden|room|street|smells?|summers?|christmas|sundays) of"
                    r" your (?:\w+ )?(?:childhood|youth)|the bed you slept in|(?:recall|remember|picture|imagine"
                    r"|think of) (?:an? |the |your )(?:\w+ )?family (?:dinner|meal|table|gathering)s?",
                ),
                kind(
                    "home & feel imagine picture place remember think",
                    r"(?:think of|picture|imagine|remember|feel|place is|place:) home(?=[.,:;!]| with)",
                ),
                kind(
                    "honeymoon lullab wedding",
                    r"(?:lullab(?:y|ies) (?:your|she|he|they)|your (?:wedding[ -]day|honeymoon))",
                ),
                kind(
                    "dad family father grandma husband lover mom mother mum parent partner spouse wife & arms "
                    "care embrace eyes heartbeat hug kindness kiss kitchen lap love smile touch voice warmth",
                    rf"your {_FAMILY}(?:'s|s') (?:\w+ )?{_LOVE}",
                ),
                kind(
                    "dad family father grandma husband lover mom mother mum parent partner spouse wife & arms "
                    "care embrace kindness love touch warmth",
                    rf"(?:love|warmth|kindness|care|arms|embrace|touch) (?:of|from) your {_FAMILY}",
                ),
                kind(
                    "dad family father grandma husband lover mom mother mum parent partner spouse wife & your",
                    r"(?:imagine|picture|remember|think of|see|feel|let|hear|visuali[sz]e) (?:that )?your"
                    rf" {_FAMILY}(?: \w+){{0,3}}? (?:holding|hold|holds|hug\w*|embrac\w*|comfort\w*|lov\w*|smil\w*"
                    r"|beside|near|with you|is here|kissing|rock\w*)",
                ),
                kind(
                    "dad family father grandma husband lover mom mother mum parent partner spouse wife & adore "
                    "care held holds love protect there",
                    rf"your {_FAMILY} (?:\w+ )?(?:loves?|loved|adores?|holds|held|is (?:always )?there for|has always"
                    r" loved|cares? (?:for|about)|protects?|protected) you",
                ),
                kind(
                    "childhood family grew parental parents'",
                    r"(?:your|the) (?:childhood|family|parents'|parental) (?:home|house|bedroom|bed|garden|kitchen"
                    r"|room)(?! (?:has|is (?:on|at|down|near)|on the)\b)|the (?:home|house) (?:where )?you grew"
                    r" up(?: in)?",
                ),
                kind(
                    "baby child mother's",
                    r"(?:safe|loved|warm|held|carefree|happy) (?:as|like) (?:you were|when you were|you felt) (?:as"
                    r" )?a (?:child|baby)|back (?:at|in) your mother's|in your mother's womb",
                ),
            ),
            "«{words}» may not have been kind.",
            in_questions=False,
            unless_before=LazyPattern(r"\b(?:if|whether|unless|when)\b[^,;:.\n]*$"),
            unless_in_sentence=pattern(r"or|someone|anyone|whoever|for some"),
        ),
    ),
)


RULES = (_L35, _L36)
