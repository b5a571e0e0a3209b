"""L26: charged regions of the body with no line that lets one skip them."""

from collections.abc import Iterator

from feltsense.check.lint_context import LintContext
from feltsense.check.pattern import Kinds, kind, pattern
from feltsense.check.rule import Finding, Rule
from feltsense.script.diagnostics import Severity
from feltsense.script.lazy_pattern import LazyPattern

_REGION = Kinds(
    kind(
        "breast genital groin pelvic pelvis throat",
        r"pelvis|pelvic (?:floor|bowl|area|region)|groins?|genitals?|breasts?|throat",
    ),
    kind(
        "abdomen bellies belly",
        r"bell(?:y|ies)|abdomen",
    ),
    kind(
        "buttocks crotch stomach vagina womb",
        r"stomach|womb|vagina|crotch|buttocks",
    ),
    kind(
        "inner",
        r"inner thighs",
    ),
    kind(
        "abdomen belly & lower",
        r"lower (?:belly|abdomen)",
    ),
    kind(
        "backside bottom bum bust loins perineum privates sexual tummy underbelly",
        r"sexual organs|tummy|bust|perineum|loins|underbelly|your (?:own )?(?:bottom|backside|bum|privates)(?! (?:of"
        r"|line|row|shelf|step|edge|left|right)\b)",
    ),
    kind(
        "below & belly",
        r"below the belly",
    ),
    kind(
        "legs thighs & between inner inside",
        r"(?:between|inside of|inner side of|insides of) your (?:upper |inner )?(?:thighs|legs)",
    ),
    kind(
        "higher",
        r"higher up your thighs",
    ),
    kind(
        "legs thighs & top",
        r"tops? of (?:your|the) (?:thighs|legs)",
    ),
    kind(
        "belt navel private waist",
        r"private (?:area|parts?|places|region)|(?:below|under|beneath) (?:your|the) (?:belt(?: buckle)?|navel"
        r"|waist(?:band|line)?)",
    ),
    kind(
        "hips & basin between bowl cradle inside",
        r"(?:between|bowl of|cradle of|basin of|inside) (?:your|the) hips",
    ),
    kind(
        "floor & body",
        r"floor of (?:your|the) body",
    ),
    kind(
        "lowest",
        r"lowest opening",
    ),
    kind(
        "legs thighs & where",
        r"where (?:your|the) (?:legs|thighs) (?:meet|join|come together)",
    ),
    kind(
        "gut underwear",
        r"(?:your|the) underwear|(?:your|the) guts?(?! (?:feeling|reaction|says?|tells?)\b)",
    ),
)
_IDIOM = LazyPattern(
    r"belly laugh|(?:stomach|belly|tummy)[ -]?aches?|clear(?:s|ing)? (?:your|the|my|a|its) throat|lump in|butterflies"
    r"|on an? (?:empty|full) stomach|sore throat|belly of (?:the|a)|(?:stomach|belly|tummy) (?:may |might |can |could"
    r" )?(?:rumbl|growl|gurgl|talk|speak|spoke)\w*|throat of (?:the|a)|(?:gurgle|rumble|growl) in"
    r" (?:the|your)|tummy sleep|throat lozenge|\bscar(?:f|ves)\b|(?:with|ask|trust|from) (?:the|your) gut"
)
_ANOTHERS = LazyPattern(r"\b(?:his|her|their|my|dog's|cat's|somebody's|someone's|with a) (?:\w+ )?$")
"""The listener's own is not meant."""
_PASS = pattern(
    r"skip\w*|pass(?:ed)? (?:over|by|it|them|this)|go around|leave (?:it|this|that|them|any|out|whatever)",
    r"left out|(?:can|may|could) move on|wander(?:ing)? (?:on|elsewhere)|instead",
    r"or (?:stay|rest|go|come|back|turn)|any part|would rather|rather not|if you(?:'d| would)? (?:prefer|rather)",
    r"home base|optional|you (?:choose|decide)|(?:come|go) back to your|your (?:feet|hands) are|somewhere else",
    r"another (?:place|part|area)|or not|none at all|or none|not to|return to your|elsewhere",
    r"if not|if (?:the|your) (?:\w+ )?(?:is|feels) (?:no|not|too|hard|un\w+|difficult)|stay with your (?:hands|feet)"
    r"|(?:no touch|no contact|alternative|nowhere)|leave the \w+ out|(?:go|goes|going) (?:right |straight )?(?:round"
    r"|around|past)|wide berth"
    r"|if (?:the|your|that|this) (?:\w+ )?is an? (?:tender|touchy|busy|sore|hard|okay|difficult|charged) \w+|if"
    r" (?:that|this) (?:area|place|part|region)"
    r" (?:is|feels) (?:un\w+|too|sore|hard|charged)|(?:this|that|it|any of this|either) can be (?:missed|left"
    r"|omitted|passed)|(?:move|carry) on without",
    r"if (?:this|that|it) (?:is|feels) (?:too|uncomfortable|unpleasant)|if that is too much",
)
_ELSEWHERE = LazyPattern(
    r"\b(?:or|whichever|either|wherever)\b[^\n]*?\b(?:hands?|fingers|feet|soles|nose|nostrils|shoulders|back|legs"
    r"|arms|knees|jaw|face|cheeks|chair|ribs|sounds?|outside|anywhere|nowhere|easier|skin)\b|\b(?:hands?|fingers|feet"
    r"|soles|nose|nostrils|shoulders|back|legs|arms|knees|face|chair|ribs|sounds?)\b[^\n]*?\b(?:or|whichever"
    r"|either)\b|\bif (?:you (?:like|want|wish)|that's|it's|it is|that is|possible|this is)\b|\bonly if\b|\bfor"
    r" (?:some|others)\b"
)
"""In the same sentence: another place to be with, or leave not to go there."""


def _find(context: LintContext) -> Iterator[Finding]:
    """Yield the first such region in each section that has no skip line."""
    seen: set[int] = set()
    for hit in context.assertions(_REGION):
        section = hit.sentence.section
        excused = (
            _ANOTHERS.search(hit.before) or _IDIOM.search(hit.sentence.plain) or _ELSEWHERE.search(hit.sentence.plain)
        )
        if section not in seen and not excused and context.section_lacks(hit.sentence, _PASS):
            seen.add(section)
            yield Finding(hit, f"«{hit.text}» is named, and nothing in this section lets one pass it over.")


RULE = Rule(
    code="L26",
    severity=Severity.WARNING,
    finds="pelvis, groin, breasts, throat, belly … with no skip line in the section",
    why="Some regions carry a history. Nobody should have to go there to follow along.",
    better="Next come the belly and the throat; we can pass over this area.",
    find=_find,
)
