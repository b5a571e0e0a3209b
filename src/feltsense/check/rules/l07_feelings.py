"""L07: feelings stated as facts."""

from collections.abc import Iterator

from feltsense.check.context import LintContext
from feltsense.check.pattern import Pattern, pattern, words
from feltsense.check.rule import Finding, Rule
from feltsense.check.wording import INVITED
from feltsense.script.diagnostics import Severity

_FEELINGS = words(
    "calm calmer relaxed peaceful serene tranquil content contented rested refreshed happy happier joyful loved"
    " lovable connected grounded centred centered secure lighter better wonderful great whole healed lonely sad"
    " anxious tense afraid scared angry numb empty ashamed rejected abandoned sleepy drowsy"
)
_STATES = words(
    "calm calmer relaxed peaceful serene tranquil content rested refreshed happy joyful grounded centred"
    " centered healed lonely sad anxious tense afraid ashamed sleepy drowsy"
)
_VERY = words(
    "deeply completely fully totally very so much more now truly really becoming getting growing already just and warm"
)
_FELT = pattern(
    r"you (?:now |already |begin to |start to |can |truly |really |also )?(?:feel"
    rf"|sense)(?: yourself)? ?(?:{_VERY} )*(?:{_FEELINGS}|at (?:peace|ease|home)|a (?:deep |great "
    r"|profound )?(?:sense|feeling|wave) of \w+)",
    rf"you(?:'re| are) (?:now )?(?:feeling )?(?:{_VERY} )*(?:{_STATES}|at (?:peace|ease))(?! because)",
    rf"you(?:'re| are) (?:\w+ )?feeling (?:{_VERY} )*{_FEELINGS}",
    r"your (?:whole |entire )?(?:body|mind|heart|muscles|shoulders|breath) (?:is|are|feels?|becomes?"
    rf"|grows?) (?:{_VERY} )*(?:{_STATES}|quiet|still|loose|light|at (?:peace|ease))",
    r"(?:a wave of |a deep )?(?:peace|calm|love|joy|relaxation|serenity) (?:now )?(?:fills|flows through"
    r"|washes over|spreads through|floods|surrounds) (?:you|your)",
    r"all (?:your )?(?:worries|tension|stress) (?:is|are) (?:gone|leaving|melting)",
)
_TOLD_TO_FEEL = pattern(
    rf"feel yourself (?:becom|gett|grow)ing (?:{_VERY} )*{_FEELINGS}",
    rf"notice how (?:{_VERY} )*{_FEELINGS} you (?:are|feel)",
    r"feel (?:your|the) (?:whole |entire )?(?:\w+ )(?:relax|relaxing|melt|melting|let go|letting go|release"
    r"|releasing)",
)
_SUPPOSED = Pattern(r"\b(?:that|so that|notice if|as if|as though|a time|someone|people|who|because|so)\b[^,;:\n]*$")


def look(reading: LintContext) -> Iterator[Finding]:
    """Yield each feeling that the script ascribes to the listener."""
    for hit in reading.said(_FELT, firmly=True):
        if not (_SUPPOSED.search(hit.before) or INVITED.search(hit.sentence.plain)):
            yield Finding(hit, f"«{hit.text}» states as a fact what may not be felt.")
    for hit in reading.orders(_TOLD_TO_FEEL):
        yield Finding(hit, f"«{hit.text}» states as a fact what may not be felt.")


RULE = Rule(
    code="L07",
    severity=Severity.WARNING,
    finds="feelings as fact: you feel calm, you are now deeply relaxed",
    why="It contradicts whoever is numb or distressed right now, and then the voice is no company any more.",
    better="There may be a little more ease, or not.",
    look=look,
)
