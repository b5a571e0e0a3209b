"""People taken for granted: families, partners, those who did harm. Records; see `rule.py`."""

from feltsense.check.pattern import pattern, words
from feltsense.check.rule import PatternRule, Phrasing, Use
from feltsense.script.diagnostics import Severity
from feltsense.script.lazy_pattern import LazyPattern

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


RULES = (_L35, _L36)
