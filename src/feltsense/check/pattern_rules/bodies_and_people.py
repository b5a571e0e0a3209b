"""Bodies, abilities and people taken for granted. Records; see `rule.py`."""

from feltsense.check.pattern import pattern, words
from feltsense.check.rule import PatternRule, Phrasing, Use
from feltsense.script.diagnostics import Severity
from feltsense.script.lazy_pattern import LazyPattern

_BODY_PARTS = words(
    "heart chest belly stomach abdomen breastbone sternum face cheek cheeks throat neck forehead solar breast"
    " ribs hips head tummy lower"
)
_YOUR = r"(?:your |the |both |each |one |a |that |those |of )*(?:\w+ )?"
_L25 = PatternRule(
    code="L25",
    severity=Severity.WARNING,
    finds="touch (hand on heart, belly) with no alternative",
    why="Touch may be charged, and a hand on the heart is not kind to everyone.",
    better="A hand could rest on your chest, or hold a cushion, or there is no touch at all.",
    phrasings=(
        Phrasing(
            pattern(
                rf"(?:place|put|rest|lay|bring|set|hold|press|move|let|cup|keep|raise) {_YOUR}(?:hands?|palms?|fingers?"
                rf"|fingertips)(?: \w+){{0,3}}? (?:on|to|onto|over|upon|against|around|at) {_YOUR}{_BODY_PARTS}",
                r"(?:hands?|palms?) (?:\w+ )?(?:rests?|resting|lies|lying|goes|placed|could rest|can rest|might "
                r"rest|on|over"
                rf"|is) (?:on |over )?(?:your |the ){_BODY_PARTS}",
                r"(?:hug|embrace|stroke|caress|cradle|rock and hold|squeeze|hold) yourself",
                r"(?:wrap|put|fold|place) (?:both |your |the )*arms around (?:yourself|you|your)",
                rf"(?:stroke|touch|caress|massage|cup|hold|pat|tap|rub) (?:your|the) (?:own )?(?:{_BODY_PARTS}"
                r"|arms?|shoulders?"
                r"|legs?|thighs?|skin|body)",
                r"(?:give|offer) yourself a (?:\w+ )?(?:hug|embrace|touch)|butterfly hug",
            ),
            "«{words}» leaves no way to do without touch.",
            unless_nearby=pattern(
                r"or|no touch|not touch\w*|without (?:any )?touch\w*|instead|cushion|if touch|skip this",
                r"leave (?:this|it) out|touch is (?:optional|not)|no hand",
            ),
            nearby=(1, 2),
        ),
    ),
)

_OTHER_ABILITIES = pattern(
    r"or|if you (?:can|see|hear|walk|are able)|if (?:seeing|hearing|walking|looking|that) (?:is|works)|whichever",
    r"whatever sense|instead|another sense|any sense|one hand|in your own way|wheel\w*|either",
)
_L28 = PatternRule(
    code="L28",
    severity=Severity.WARNING,
    finds="look, hear, walk, both hands with no alternative",
    why="Abilities differ. Whoever cannot see, hear, walk or use both hands is left out by an order to.",
    better="Take in five things you can see, or touch, or hear.",
    phrasings=(
        Phrasing(
            pattern(
                r"look (?:around|about|at|out|up|over|across|outside|through|to the|for)(?! (?:how|what|whether"
                r"|yourself|it"
                r"|this|that|your (?:life|day|week|thoughts))\b)",
                r"watch (?:the|a|how the)",
                r"listen (?:to|for|out)(?! (?:yourself|your (?:body|breath|heart|feet|hands|needs)|what (?:your|it)|it"
                r"|that part|this|the (?:body|feeling|answer|part))\b)",
                r"gaze (?:at|out|into)",
                r"(?:walk|stroll|jog|run)(?= (?:slowly|around|to|for|on|outside|a|along|across|into|up|down|through"
                r"|forward)\b|[.!,]|$)",
                r"(?:stand|get) up and walk",
                r"(?:use|bring|put|place|raise|lift|rub|press|hold|cup|clap|stretch out) (?:up "
                r"|out )?both (?:of your )?(?:hands|arms|feet|legs|palms)",
                r"go for a walk|take a walk",
            ),
            "«{words}» leaves out whoever cannot.",
            use=Use.ORDERED,
            unless_nearby=_OTHER_ABILITIES,
            nearby=(1, 1),
        ),
        Phrasing(
            pattern(
                r"(?:things?|colou?rs?|objects?|sounds?|shapes?|items?) (?:that )?(?:you |which you )?(?:can |could "
                r"|are able to )?(?:see|hear)(?:ing)?",
                r"what (?:do|can) you (?:see|hear)|with both (?:hands|feet)|(?:as|while) you walk",
            ),
            "«{words}» leaves out whoever cannot.",
            unless_nearby=_OTHER_ABILITIES,
            nearby=(1, 1),
        ),
    ),
)

_RELATIVES = words(
    "mother mum mom mummy father dad parents parent family ex partner husband wife sister brother siblings son"
    " daughter grandmother grandfather in-laws boyfriend girlfriend"
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
                r"|anyone"
                r"|people)(?: \w+){0,2})?",
                r"(?:let go of|release) (?:your |the |all |any )*(?:resentment|grudges?|blame)",
                r"make peace with (?:them|him|her|your|those|everyone)|reconcile with",
                r"(?:send|offer|give) (?:love|kindness|forgiveness|compassion) to (?:those|the (?:person|people|one)"
                r"|everyone|anyone) who (?:has |have )?(?:hurt|harmed|wronged|abused|left)",
                r"find it in (?:your heart|yourself) to forgive|(?:send|offer) (?:\w+ )?(?:forgiveness|love) to "
                rf"your {_RELATIVES}",
            ),
            "«{words}» asks for what may be neither safe nor owed.",
            use=Use.ORDERED,
        ),
        Phrasing(
            pattern(
                r"(?:call|phone|ring|text|message|contact|visit|write to|reach out to|turn to|go to|talk to|email|tell"
                rf"|hug) (?:your|the) (?:own |old |dear |best )*{_RELATIVES}",
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
    r"(?:mother|mum|mom|mummy|mommy|father|dad|daddy|parents?|family|grandmother|grandma|grandfather|partner"
    r"|husband|wife|spouse|lover)"
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
                rf"your {_FAMILY}(?:'s|s') (?:\w+ )?{_LOVE}",
                rf"(?:love|warmth|kindness|care|arms|embrace|touch) (?:of|from) your {_FAMILY}",
                r"(?:imagine|picture|remember|think of|see|feel|let|hear"
                rf"|visuali[sz]e) (?:that )?your {_FAMILY}(?: \w+){{0,3}}? (?:holding|hold|holds|hug\w*|embrac\w*"
                r"|comfort\w*"
                r"|lov\w*|smil\w*|beside|near|with you|is here|kissing|rock\w*)",
                rf"your {_FAMILY} (?:\w+ )?(?:loves?|loved|adores?|holds|held|is (?:always )?there for|has always loved"
                r"|cares? (?:for|about)|protects?|protected) you",
                r"(?:your|the) (?:childhood|family|parents'|parental) (?:home|house|bedroom|bed|garden|kitchen|room)",
                r"the (?:home|house) (?:where )?you grew up(?: in)?",
                r"(?:safe|loved|warm|held|carefree|happy) (?:as|like) (?:you were|when you were|you felt) (?:as "
                r")?a (?:child"
                r"|baby)",
                r"back (?:at|in) your mother's|in your mother's womb",
            ),
            "«{words}» may not have been kind.",
            in_questions=False,
            unless_before=LazyPattern(r"\b(?:if|whether|unless|when)\b[^,;:.\n]*$"),
            unless_in_sentence=pattern(r"or|someone|somebody|anyone|whoever"),
        ),
    ),
)

_L39 = PatternRule(
    code="L39",
    severity=Severity.WARNING,
    finds="float away, leave your body, dissolve",
    why="For whoever dissociates it is no image but what happens to them. It leads away from what helps.",
    better="You might feel the edges of your body against the chair.",
    phrasings=(
        Phrasing(
            pattern(
                r"(?:float|floating|drift|drifting|fly|flying) (?:\w+ )?(?:away|up|out|above|off|upwards?"
                r"|weightless(?:ly)?"
                r"|in space)(?! (?:and down|the (?:street|road)))",
                r"(?:leave|leaving|exit|step out of|stepping out of|move out of|rise out of|rise above|rising above"
                r"|out of"
                r"|outside of|outside) (?:of )?(?:your|the|this) (?:physical )?body(?! (?:alone|out))",
                r"(?:your|the) (?:\w+ )?(?:body|bodies|self|edges|boundaries|borders|outline|skin|arms|legs|hands"
                r"|limbs) (?:(?:is|are|begins?|starts?|slowly|gently|can|will|may|might|could|all|now|to) "
                r")*(?:dissolv\w+"
                r"|disappear\w*|vanish\w*|fad(?:e|es|ing)(?: away)?|evaporat\w+|blur\w*|melts? away|melting away)",
                r"(?:dissolve|disappear|vanish|evaporate|become nothing|become weightless)(?: (?:into|away"
                r"|completely|slowly"
                r"|in))?(?= |[.!,]|$)(?! (?:the|a|any) (?:knot|sugar|salt))",
                r"(?:look(?:ing)? down|see|watch|view) (?:at |on |upon )?(?:yourself|your body) from (?:above|outside"
                r"|the ceiling|afar|a distance)",
                r"lose (?:all |any )?(?:sense|awareness|feeling) of your body|you (?:no longer have|have no) (?:a "
                r")?body",
                r"(?:become|becoming|merge|merging|you are) (?:one )?with (?:the universe|everything|all that is"
                r"|the light"
                r"|the sky|the cosmos)",
                r"(?:you(?:'re| are)|yourself|your body) (?:now )?float(?:s|ing)?(?: (?:on|above|in|like|freely"
                r"|through))?",
            ),
            "«{words}» leads out of the body.",
            unless_before=LazyPattern(
                r"\b(?:if|some|another|others|thoughts?|clouds?|lea(?:f|ves)|sounds?|boats?|balloons?|birds?|feathers?"
                r"|words?|worr(?:y|ies)|smoke|mist|fog|snow|steam|sugar|tablet|it|they|them|image|picture|petals?|ice"
                r"|tension|knots?)\b[^.;\n]*$"
            ),
        ),
    ),
)


RULES = (_L25, _L28, _L35, _L36, _L39)
