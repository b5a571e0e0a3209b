"""Bodies and abilities taken for granted. Records; see `rule.py`."""

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
                rf"(?:place|put|rest|lay|bring|set|hold|press|move|let|cup|keep|raise) {_YOUR}(?:hands?|palms?"
                r"|fingers?"
                rf"|fingertips)(?: \w+){{0,3}}? (?:on|to|onto|over|upon|against|around|at) {_YOUR}{_BODY_PARTS}",
                r"(?:hands?|palms?) (?:\w+ )?(?:rests?|resting|lies|lying|goes|placed|could rest|can rest|might "
                rf"rest|on|over|is) (?:on |over )?(?:your |the ){_BODY_PARTS}|^(?:a |one |both |your |and )*hands? on"
                rf" {_BODY_PARTS}",
                rf"(?:hands?|palms?|fingers|fingertips)(?: (?!and\b|or\b|the\b)[\w']+){{1,5}} (?:on|upon|over|onto"
                r"|across|against)"
                rf" (?:your |the ){_BODY_PARTS}|(?:hands?|palms|fingers)\b[^\n,;:.…]{{0,30}} where your heart "
                r"(?:is|beats)",
                rf"{_BODY_PARTS} (?:\w+ ){{0,3}}(?:under|beneath|against) (?:your|the) (?:own )?(?:hands?|palms?"
                r"|fingers)|(?:palms|hands) together (?:in front of|before|at) (?:your|the) (?:heart|chest)|fingers?"
                r" (?:to|at|on|against) (?:your|the) (?:pulse|temples?|lips|mouth|eyelids|side of (?:your|the) neck)",
                r"(?:lay|put|place|rest|hold) (?:a|your|one|both) (?:\w+ )?(?:hands?|palms?) (?:right )?(?:there"
                r"|where (?:it|you)|(?:over|on) (?:it|that|the (?:place|spot|part)))",
                r"(?:hold|take|squeeze|reach for) (?:their|each other's|one another's|your \w+'s) hands?|(?:hold|join"
                r"|link) hands|self-hug|(?:your|both|own|these) arms (?!of )(?:\w+ ){0,4}(?:around|round|about)"
                r" (?:yourself|you)(?! (?:can|may|might|could)\b)|(?:pat|tap|rub|stroke|touch|massage) yourself"
                r"|(?:stroke|touch|massage|rub) the \w+ of your (?:head|face|neck|chest)",
                r"(?:hug|embrace|caress|cradle|rock and hold|squeeze|hold) yourself|arms around your (?:body|chest"
                r"|shoulders)",
                r"(?:stroke|touch|caress|massage|cup|hold|pat|tap|rub) (?:your|the) (?:own |upper |lower "
                rf")?(?:{_BODY_PARTS}"
                r"|arms?|shoulders?|legs?|thighs?|skin|body)",
                r"(?:give|offer) yourself (?:a|the|this) (?:\w+ ){0,2}(?:hug|embrace|touch|cuddle|squeeze)|butterfly"
                r" hug",
            ),
            "«{words}» leaves no way to do without touch.",
            unless_before=LazyPattern(
                r"\b(?:if|whether|unless|let (?:something|it|a \w+|the \w+)|floor|chair|bed|pillow)\b[^,;:…\n]*$"
            ),
            unless_nearby=pattern(
                r"or|no touch|not touch\w*|without (?:any )?touch\w*|instead|cushion|if touch|skip this|optional"
                r"|rather",
                r"leave (?:this|it) out|touch is (?:optional|not)|no hand|don't (?:have|need) to|no need to (?:touch"
                r"|place|put)|elsewhere|anywhere|just as",
                r"leave your hands|keep your hands|whichever|whatever suits|if (?:that|this|it)(?:'s| is)? (?:not|no"
                r"|too|un\w+)",
            ),
        ),
    ),
)

_OTHER_ABILITIES = pattern(
    r"or|if you (?:can|see|hear|walk|are able)|if (?:seeing|hearing|walking|looking|that) (?:is|works)|whichever",
    r"whatever sense|instead|another sense|any sense|one hand|in your own way|wheel\w*|either|(?:don't|no) (?:have"
    r"|need) to",
    r"(?:then|or) don't|optional|rather|however you|whatever|any way|up to you|as you can|^feeling \w+|by feel|feel"
    r" for|wherever|just as (?:good|well)|(?:if|when) (?:that|this|it)(?:'s| is|n't)? \w+",
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
                r"|yourself|it|this|that|your (?:life|day|week|thoughts))\b)",
                r"watch (?:the|a|how the)",
                r"listen (?:to|for|out)(?! (?:yourself|your (?:body|breath|heart|feet|hands|needs)|what (?:your|it)"
                r"|it|that part|this|the (?:body|feeling|answer|part))\b)",
                r"gaze (?:at|out|into)",
                r"(?:walk|stroll|jog|run|hike)(?= (?:slowly|around|to|for|on|outside|a|along|across|into|up|down"
                r"|through|forward|the|with|over|barefoot|back|in|round|\w+ (?:times|steps|paces))\b|[.!,]|$)",
                r"(?:stand|get) up and (?:walk|go)|stand on one (?:leg|foot)|go (?:outside |out )?for a (?:\w+"
                r" )?(?:walk|run|jog|hike)|take (?:a (?:\w+ )?(?:walk|stroll|hike)|the stairs)|(?:climb|hop|jump"
                r"|march|dance)(?= (?:up|down|on|like|the|a|one|around|over|through|in|with)\b|[.!,]|$)(?! over"
                r" (?:this|it|that))|fold forward|touch your toes",
                r"(?:use|bring|put|place|raise|lift|rub|press|hold|cup|clap|stretch out|push|stamp|shake) (?:[\w']+"
                r" ){0,3}?both (?:of )?(?:your )?(?:own )?(?:hands|arms|feet|legs|palms|soles|thumbs)",
                r"(?:rub|press|clap|bring|clasp|squeeze) your (?:\w+ )?(?:hands|palms) together|clap your hands"
                r"|(?:interlace|interlock|cross) your fingers|(?:press|squeeze|rub|tap|push|touch|clench|lift|move)"
                r" [^\n.]{0,25}(?:left|right) (?:hand|foot|thumb|leg)\b[^\n.]{0,30}\b(?:left|right) (?:hand|foot"
                r"|thumb|leg)",
                r"(?:fix|rest) your (?:gaze|eyes) (?:\w+ )?(?:on|upon)|(?:let|allow) your eyes (?:to )?(?:follow"
                r"|travel|trace|scan)|(?:see|observe) (?:how )?the (?:sky|sun|shadows?|light|clouds?|colou?rs?|stars?"
                r"|tree|leaves)",
                r"(?:name|count|find|spot|pick out) (?:[\w']+ ){0,4}?(?:colou?rs?|blue|red|green|yellow|corners?|you"
                r" see)|read (?:the|these|this) (?:text|words?|card|page|lines?|label|sentences?)|hear (?:the|how the"
                r"|a|every|each) (?:\w+ )?(?:sounds?|birds?|traffic|rain|wind|bell|silence|clock)|follow the"
                r" (?:flight|line|edge|shadow|outline|path)",
            ),
            "«{words}» leaves out whoever cannot.",
            use=Use.ORDERED,
            unless_before=LazyPattern(r"^\W*(?:and |but )?if\b"),
            unless_nearby=_OTHER_ABILITIES,
        ),
        Phrasing(
            pattern(
                r"(?:things?|colou?rs?|objects?|sounds?|shapes?|items?) (?:that )?(?:you |which you )?(?:can |could "
                r"|are able to )?(?:see|hear)(?:ing)?",
                r"what (?:do|can) you (?:see|hear)|with both (?:hands|feet)|(?:as|while) you walk",
            ),
            "«{words}» leaves out whoever cannot.",
            unless_nearby=_OTHER_ABILITIES,
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
                r"(?<!the\s)(?<!\sa\s)(?:float|floating|drift|drifting|fly|flying|hover\w*|soar\w*) (?:\w+ )?(?:away"
                r"|up|out|above|off|upwards?|weightless(?:ly)?|in space)(?! (?:and down|the (?:street|road)))",
                r"(?:leave|leaving|exit|step out of|stepping out of|move out of|rise out of|rise above|rising above"
                r"|out of|outside of|outside) (?:of )?(?:your|the|this) (?:physical )?body(?! (?:alone|out))",
                r"(?:your|the) (?:\w+ )?(?:body|bodies|self|edges|boundaries|borders|outline|skin|arms|legs|hands"
                r"|limbs) (?:(?:is|are|begins?|starts?|slowly|gently|can|will|may|might|could|all|now|to)"
                r" )*(?:dissolv\w+|disappear\w*|vanish\w*|fad(?:e|es|ing)(?: away)?|evaporat\w+|blur\w*|melts? away"
                r"|melting away)",
                r"(?:dissolve|disappear|vanish|evaporate|become nothing|become weightless)(?: (?:into|away|completely"
                r"|slowly|in))?(?= |[.!,]|$)(?! (?:the|a|any) (?:knot|sugar|salt))",
                r"(?:look(?:ing)? down|see|watch|view|observe) (?:at |on |upon )?(?:yourself|your (?:own )?body)"
                r" (?:from (?:above|outside|the (?:ceiling|corner|door|sky)|afar|a distance|far away)|as (?:if"
                r"|though) (?:it|you|from)|like (?:a stranger|another))",
                r"(?:no longer|you are not|you're not) (?:(?:in|inside) )?(?:the|your|this|a) body(?!')|(?:there is "
                r"|with |you have )?no body(?=[,.;!])|without a body|above your (?:own )?body|no longer you(?=[.,!])"
                r"|(?:hands|arms|legs|feet|body) (?:no longer|don't|doesn't) belongs? to you|(?:step|slip|walk|climb"
                r"|rise) (?:right )?out(?:side)? of yourself|leave yourself behind",
                r"(?:your|the) soul (?:\w+ ){0,2}?(?:ris\w+|leav\w+|hover\w*|slip\w*|fl(?:y|ies)|lift\w*|soar\w*"
                r"|travel\w*)|(?:boundar(?:y|ies)|borders?|edges?|line|outlines?) (?:between you and|of"
                r" you)\b[^\n.;,]{0,30}(?:fall|fade|dissolv|wash|melt|disappear)\w*|(?:legs|arms|hands|feet|body)"
                r" (?:have|has) (?:vanished|disappeared|gone|dissolved|melted)",
                r"nothing of you (?:is left|remains)|nothing (?:is left|remains) of you|thin out (?:until|till|into)"
                r"|(?:become|becoming|you're|you are|turn into) (?:now |only |just |pure |nothing but |as )*(?:air"
                r"|smoke|mist|space|transparent|see-through|invisible|weightless|awareness|breath|thought|the (?:vast"
                r" )?(?:sky|ocean|void|universe|emptiness)|a drop)(?=[.,;!]|$| (?:now|only|going|without|in the))"
                r"|(?:somewhere else|far away) in your mind|become part of the (?:chair|bed|floor|air|sky)",
                r"lose (?:all |any )?(?:sense|awareness|feeling) of your body|you (?:no longer have|have no) (?:a"
                r" )?body",
                r"(?:become|becoming|merge|merging|you are) (?:one )?with (?:the universe|everything|all that is|the"
                r" light|the sky|the cosmos)",
                r"(?:you(?:'re| are)|yourself|your body) (?:now )?float(?:s|ing)?(?: (?:on|above|in|like|freely"
                r"|through))?",
            ),
            "«{words}» leads out of the body.",
            unless_before=LazyPattern(
                r"\b(?:if|some|another|others|thoughts?|clouds?|lea(?:f|ves)|sounds?|boats?|balloons?|birds?"
                r"|feathers?|words?|worr(?:y|ies)|smoke|mist|fog|snow|steam|sugar|tablet|it|they|them|image|picture"
                r"|petals?|ice|tension|knots?|air|breaths?|warmth|heat|sensations?|in and|birds?)\b[^.;\n]*$"
            ),
        ),
    ),
)


RULES = (_L25, _L28, _L39)
