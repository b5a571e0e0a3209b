"""L35: people who may not be safe."""

from collections.abc import Iterator

from feltsense.check.context import LintContext
from feltsense.check.pattern import Pattern, pattern, words
from feltsense.check.rule import Finding, Rule
from feltsense.script.diagnostics import Severity

_KIN = words(
    "mother mum mom mummy father dad parents parent family ex partner husband wife sister brother siblings son"
    " daughter grandmother grandfather in-laws boyfriend girlfriend"
)
_FORGIVE = pattern(
    r"forgive(?! (?:yourself|me|us)\b)(?: (?:them|him|her|everyone|everybody|all|those|whoever|the|your|anyone"
    r"|people)(?: \w+){0,2})?",
    r"(?:let go of|release) (?:your |the |all |any )*(?:resentment|grudges?|blame)",
    r"make peace with (?:them|him|her|your|those|everyone)|reconcile with",
    r"(?:send|offer|give) (?:love|kindness|forgiveness|compassion) to (?:those|the (?:person|people|one)"
    r"|everyone|anyone) who (?:has |have )?(?:hurt|harmed|wronged|abused|left)",
    rf"find it in (?:your heart|yourself) to forgive|(?:send|offer) (?:\w+ )?(?:forgiveness|love) to your {_KIN}",
)
_CALL = pattern(
    r"(?:call|phone|ring|text|message|contact|visit|write to|reach out to|turn to|go to|talk to|email|tell"
    rf"|hug) (?:your|the) (?:own |old |dear |best )*{_KIN}",
)
_SUPPOSED = Pattern(r"\b(?:if|when|whether|as you would|unless)\b[^;:.\n]*$")
_OTHERS = pattern(r"friends?|neighbou?rs?|someone|anyone|somebody|whoever|a person|pets?|helpline|colleague")


def look(reading: LintContext) -> Iterator[Finding]:
    """Yield each order to forgive, and each call to reach a person who is only taken to be kind."""
    for hit in reading.orders(_FORGIVE):
        yield Finding(hit, f"«{hit.text}» asks for what may be neither safe nor owed.")
    for hit in reading.said(_CALL):
        if not (hit.sentence.question or _SUPPOSED.search(hit.before) or _OTHERS.search(hit.sentence.plain)):
            yield Finding(
                hit,
                f"«{hit.text}» takes for granted that this person is safe.",
                "someone who has usually been kind to you",
            )


RULE = Rule(
    code="L35",
    severity=Severity.ERROR,
    finds="forgive them, call your mother",
    why="Parents, partners and family may be the ones who hurt. Forgiving, too, is nobody’s duty.",
    better="It could be someone who has usually been kind to you.",
    look=look,
)
