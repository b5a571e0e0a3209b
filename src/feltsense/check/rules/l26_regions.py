"""L26: charged regions, and no way past them."""

from collections.abc import Iterator

from feltsense.check.pattern import Pattern, pattern
from feltsense.check.reading import Reading
from feltsense.check.rule import Finding, Rule
from feltsense.script.diagnostics import Severity

_REGION = pattern(
    r"pelvis|pelvic (?:floor|bowl|area|region)|groins?|genitals?|breasts?|throat|bell(?:y|ies)|abdomen|stomach|womb"
    r"|vagina|crotch"
    r"|buttocks|inner thighs|lower (?:belly|abdomen)|sexual organs|private parts|tummy",
)
_IDIOM = Pattern(
    r"belly laugh|clear(?:s|ing)? (?:your|the|my|a|its) throat|lump in|butterflies|on an? (?:empty|full) stomach|sore"
    r" throat|belly of (?:the|a)"
    r"|stomach (?:rumbles|growls)|throat of (?:the|a)"
)
_PASS = pattern(
    r"skip\w*|pass(?:ed)? (?:over|by|it|them|this)|go around|leave (?:it|this|that|them|any|out|whatever)|left out"
    r"|(?:can|may|could) move on|wander(?:ing)? (?:on|elsewhere)|instead|or (?:stay|rest|go|come|back|turn)"
    r"|any part|would rather|rather not|if you(?:'d| would)? (?:prefer|rather)|home base|optional|you (?:choose"
    r"|decide)|(?:come|go) back to your|your (?:feet|hands) are"
    r"|somewhere else|another (?:place|part|area)|or not|none at all|or none|not to|return to your|elsewhere|if"
    r" (?:this|that|it) (?:is"
    r"|feels) (?:too|uncomfortable|unpleasant)|if that is too much",
)


def look(reading: Reading) -> Iterator[Finding]:
    """Yield the first naming of such a region in each section that lets nobody pass it over."""
    seen: set[int] = set()
    for hit in reading.said(_REGION):
        section = hit.sentence.section
        if section not in seen and not _IDIOM.search(hit.sentence.plain) and reading.section_lacks(hit.sentence, _PASS):
            seen.add(section)
            yield Finding(hit, f"«{hit.text}» is named, and nothing in this section lets one pass it over.")


RULE = Rule(
    code="L26",
    severity=Severity.WARNING,
    finds="pelvis, groin, breasts, throat, belly … with no skip line in the section",
    why="Some regions carry a history. Nobody should have to go there to follow along.",
    better="Next come the belly and the throat; we can pass over this area.",
    look=look,
)
