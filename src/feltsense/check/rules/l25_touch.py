"""L25: touch, and no other way."""

from collections.abc import Iterator

from feltsense.check.context import LintContext
from feltsense.check.pattern import pattern, words
from feltsense.check.rule import Finding, Rule
from feltsense.script.diagnostics import Severity

_WHERE = words(
    "heart chest belly stomach abdomen breastbone sternum face cheek cheeks throat neck forehead solar breast"
    " ribs hips head tummy lower"
)
_YOUR = r"(?:your |the |both |each |one |a |that |those |of )*(?:\w+ )?"
_TOUCH = pattern(
    rf"(?:place|put|rest|lay|bring|set|hold|press|move|let|cup|keep|raise) {_YOUR}(?:hands?|palms?|fingers?"
    rf"|fingertips)(?: \w+){{0,3}}? (?:on|to|onto|over|upon|against|around|at) {_YOUR}{_WHERE}",
    r"(?:hands?|palms?) (?:\w+ )?(?:rests?|resting|lies|lying|goes|placed|could rest|can rest|might rest|on|over"
    rf"|is) (?:on |over )?(?:your |the ){_WHERE}",
    r"(?:hug|embrace|stroke|caress|cradle|rock and hold|squeeze|hold) yourself",
    r"(?:wrap|put|fold|place) (?:both |your |the )*arms around (?:yourself|you|your)",
    rf"(?:stroke|touch|caress|massage|cup|hold|pat|tap|rub) (?:your|the) (?:own )?(?:{_WHERE}|arms?|shoulders?"
    r"|legs?|thighs?|skin|body)",
    r"(?:give|offer) yourself a (?:\w+ )?(?:hug|embrace|touch)|butterfly hug",
)
_OTHERWISE = pattern(
    r"or|no touch|not touch\w*|without (?:any )?touch\w*|instead|cushion|if touch|skip this",
    r"leave (?:this|it) out|touch is (?:optional|not)|no hand",
)


def look(reading: LintContext) -> Iterator[Finding]:
    """Yield each touch of one’s own body without another way within two sentences."""
    for hit in reading.said(_TOUCH):
        if reading.lacks(hit.sentence, _OTHERWISE, before=1):
            yield Finding(hit, f"«{hit.text}» leaves no way to do without touch.")


RULE = Rule(
    code="L25",
    severity=Severity.WARNING,
    finds="touch (hand on heart, belly) with no alternative",
    why="Touch may be charged, and a hand on the heart is not kind to everyone.",
    better="A hand could rest on your chest, or hold a cushion, or there is no touch at all.",
    look=look,
)
