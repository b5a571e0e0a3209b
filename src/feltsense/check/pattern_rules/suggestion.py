"""What a listener feels, said or suggested to them. Records; see `rule.py`."""

from feltsense.check.pattern import Kinds, kind, words
from feltsense.check.rule import PatternRule, Phrasing, Use
from feltsense.check.wording import INVITATION
from feltsense.script.diagnostics import Severity
from feltsense.script.lazy_pattern import LazyPattern

_FEELINGS = words(
    "calm calmer relaxed peaceful serene tranquil content contented rested refreshed happy happier joyful loved"
    " lovable connected grounded centred centered secure lighter better wonderful great whole healed lonely sad"
    " anxious tense afraid scared angry numb empty ashamed rejected abandoned sleepy drowsy"
)
_STATES = words(
    "calm calmer relaxed peaceful serene tranquil content rested refreshed happy joyful grounded centred"
    " centered healed lonely sad anxious tense afraid ashamed sleepy drowsy"
)
_DEGREES = words(
    "deeply completely fully totally very so much more now truly really becoming getting growing already just and warm"
)
_L07 = PatternRule(
    code="L07",
    severity=Severity.WARNING,
    finds="feelings as fact: you feel calm, you are now deeply relaxed",
    why="It contradicts whoever is numb or distressed right now, and then the voice is no company any more.",
    better="There may be a little more ease, or not.",
    phrasings=(
        Phrasing(
            Kinds(
                kind(
                    "feel sense & you",
                    r"you (?:now |already |begin to |start to |can |truly |really |also )?(?:feel|sense)(?:"
                    rf" yourself)? ?(?:{_DEGREES} )*(?:{_FEELINGS}|at (?:peace|ease|home)|a (?:deep |great |profound"
                    r" )?(?:sense|feeling|wave) of \w+)",
                ),
                kind(
                    "afraid anxious ashamed calm centered centred content drowsy ease grounded happy healed joyful"
                    " lonely peace refreshed relaxed rested sad serene sleepy tense tranquil & are you're",
                    rf"you(?:'re| are) (?:now )?(?:feeling )?(?:{_DEGREES} )*(?:{_STATES}|at (?:peace|ease))(?!"
                    r" because)",
                ),
                kind(
                    "feeling & are you're",
                    rf"you(?:'re| are) (?:\w+ )?feeling (?:{_DEGREES} )*{_FEELINGS}",
                ),
                kind(
                    "afraid anxious ashamed calm centered centred content drowsy ease grounded happy healed joyful"
                    " light lonely loose peace quiet refreshed relaxed rested sad serene sleepy still tense tranquil"
                    " & body breath heart mind muscles shoulders",
                    r"your (?:whole |entire )?(?:body|mind|heart|muscles|shoulders|breath) (?:is|are|feels?|becomes?"
                    rf"|grows?) (?:{_DEGREES} )*(?:{_STATES}|quiet|still|loose|light|at (?:peace|ease))",
                ),
                kind(
                    "fills floods flows spreads stress surrounds tension washes worries",
                    r"(?:a wave of |a deep )?(?:peace|calm|love|joy|relaxation|serenity) (?:now )?(?:fills|flows"
                    r" through|washes over|spreads through|floods|surrounds) (?:you|your)|all (?:your )?(?:worries"
                    r"|tension|stress) (?:is|are) (?:gone|leaving|melting)",
                ),
            ),
            "«{words}» states as a fact what may not be felt.",
            use=Use.UNCONDITIONAL,
            unless_before=LazyPattern(
                r"\b(?:that|so that|notice if|as if|as though|a time|someone|people|who|because|so)\b[^,;:\n]*$"
            ),
            unless_in_sentence=INVITATION,
        ),
        Phrasing(
            Kinds(
                kind(
                    "yourself & feel",
                    rf"feel yourself (?:becom|gett|grow)ing (?:{_DEGREES} )*{_FEELINGS}",
                ),
                kind(
                    "notice & how",
                    rf"notice how (?:{_DEGREES} )*{_FEELINGS} you (?:are|feel)",
                ),
                kind(
                    "let melt relax release releasing & feel",
                    r"feel (?:your|the) (?:whole |entire )?(?:\w+ )(?:relax|relaxing|melt|melting|let go|letting go"
                    r"|release|releasing)",
                ),
            ),
            "«{words}» states as a fact what may not be felt.",
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
            Kinds(
                kind(
                    "calmer deeper drowsier heavier lighter looser relaxed sleepier softer warmer & and",
                    r"(?P<more>deeper|heavier|sleepier|drowsier|lighter|calmer|softer|looser|warmer|more relaxed)(?:"
                    r" still)?,? and (?P=more)",
                ),
                kind(
                    "deeper,",
                    r"deeper, deeper",
                ),
                kind(
                    "more & calm deeply drowsy ease heavy relaxed sleepy tired",
                    r"more and more (?:relaxed|drowsy|sleepy|deeply|tired|heavy|at ease|calm)",
                ),
                kind(
                    "deeper heavier & ever",
                    r"ever (?:deeper|heavier)",
                ),
                kind(
                    "count & backward down from",
                    r"i(?:'ll| will|'m going to| am going to| shall)? (?:now )?(?:count|counting|be counting) (?:you"
                    r" )?(?:down|backwards?|from (?:ten|five|twenty|three|10|5|20|3))",
                ),
                kind(
                    "each every & count number step",
                    r"(?:with|on|at) (?:each|every) (?:number|count|step)(?: down)?,? (?:you|your)",
                ),
                kind(
                    "when & get reach say",
                    r"when i (?:reach|get to|say) (?:one|zero|the number)",
                ),
                kind(
                    "reach & time",
                    r"by the time i reach",
                ),
                kind(
                    "becoming feeling getting growing & drowsy heavy sleepy tired",
                    r"(?:you(?:'re| are)|your \w+ (?:is|are)|eyelids are) (?:getting |growing |becoming |feeling"
                    r" )(?:very |so |more )*(?:sleepy|drowsy|heavy|tired)",
                ),
                kind(
                    "deep drift fall trance",
                    r"(?:sink|sinking|drift|drifting|fall|falling|drop|dropping) (?:down )?(?:even )?(?:deep|deeper"
                    r"|deeply) (?:and|into|down|asleep|still|now)|(?:fall|drift|drifting|falling) (?:off )?(?:in)?to"
                    r" (?:a )?(?:deep |peaceful )*sleep|(?:go|going|take you) (?:even )?deeper(?=[.!,]|$| (?:and|into"
                    r" (?:relaxation|trance|sleep|calm)))|deep trance",
                ),
                kind(
                    "count & the",
                    r"on the count of",
                ),
                kind(
                    "count & when",
                    r"when i count",
                ),
                kind(
                    "deeper",
                    r"sink(?:ing)? (?:even )?deeper(?=[.!,]|$)",
                ),
            ),
            "«{words}» is hypnotic suggestion.",
            in_questions=False,
            unless_before=LazyPattern(r"\b(?:if|when you|whether|may|might|could)\b[^,;:.\n]*$"),
        ),
    ),
)


RULES = (
    _L07,
    _L38,
)
