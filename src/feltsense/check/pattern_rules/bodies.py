"""Bodies and abilities taken for granted. Records; see `rule.py`."""

from feltsense.check.pattern import Kinds, kind, pattern, words
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
            Kinds(
                kind(
                    "cradle",
                    r"cradle (?:your|the) (?:\w+ )?(?:face|head|cheeks?|chest|belly)",
                ),
                kind(
                    "arms & breast chest heart",
                    r"(?:cross|fold|lay|put) (?:your|both) arms (?:over|across|on) (?:your|the) (?:chest|heart|breast)",
                ),
                kind(
                    "abdomen belly breast cheek chest face head heart hips lower neck ribs solar sternum stomach "
                    "throat tummy & bring cup hold keep lay let move place press put raise rest set",
                    rf"(?:place|put|rest|lay|bring|set|hold|press|move|let|cup|keep|raise) {_YOUR}(?:hands?|palms?"
                    rf"|fingers?|fingertips)(?: \w+){{0,3}}? (?:on|to|onto|over|upon|against|around|at)"
                    rf" {_YOUR}{_BODY_PARTS}",
                ),
                kind(
                    "abdomen belly breast cheek chest face head heart hips lower neck ribs solar sternum stomach "
                    "throat tummy & hand palm",
                    r"(?:hands?|palms?) (?:\w+ )?(?:rests?|resting|lies|lying|goes|placed|could rest|can rest|might"
                    rf" rest|on|over|is) (?:on |over )?(?:your |the ){_BODY_PARTS}",
                ),
                kind(
                    "abdomen belly breast cheek chest face head heart hips lower neck ribs solar sternum stomach "
                    "throat tummy & hand",
                    rf"^(?:a |one |both |your |and )*hands? on {_BODY_PARTS}",
                ),
                kind(
                    "abdomen belly breast cheek chest face head heart hips lower neck ribs solar sternum stomach "
                    "throat tummy & fingers fingertips hand palm",
                    rf"(?:hands?|palms?|fingers|fingertips)(?: (?!and\b|or\b|the\b)[\w']+){{1,5}} (?:on|upon|over"
                    rf"|onto|across|against) (?:your |the ){_BODY_PARTS}",
                ),
                kind(
                    "heart",
                    r"(?:hands?|palms|fingers)\b[^\n,;:.…]{0,30} where your heart (?:is|beats)",
                ),
                kind(
                    "against beneath under & abdomen belly breast cheek chest face head heart hips lower neck "
                    "ribs solar sternum stomach throat tummy",
                    rf"{_BODY_PARTS} (?:\w+ ){{0,3}}(?:under|beneath|against) (?:your|the) (?:own )?(?:hands?|palms?"
                    r"|fingers)",
                ),
                kind(
                    "together & chest heart",
                    r"(?:palms|hands) together (?:in front of|before|at) (?:your|the) (?:heart|chest)",
                ),
                kind(
                    "eyelids lips mouth neck pulse temple & finger",
                    r"fingers? (?:to|at|on|against) (?:your|the) (?:pulse|temples?|lips|mouth|eyelids|side of (?:your"
                    r"|the) neck)",
                ),
                kind(
                    "hand palm & hold lay place put rest",
                    r"(?:lay|put|place|rest|hold) (?:a|your|one|both) (?:\w+ )?(?:hands?|palms?) (?:right )?(?:there"
                    r"|where (?:it|you)|(?:over|on) (?:it|that|the (?:place|spot|part)))",
                ),
                kind(
                    "hold reach squeeze take & hand",
                    r"(?:hold|take|squeeze|reach for) (?:their|each other's|one another's|your \w+'s) hands?",
                ),
                kind(
                    "hold join link & hands",
                    r"(?:hold|join|link) hands",
                ),
                kind(
                    "self-hug",
                    r"self-hug",
                ),
                kind(
                    "arms & about round",
                    r"(?:your|both|own|these) arms (?!of )(?:\w+ ){0,4}(?:around|round|about) (?:yourself|you)(?!"
                    r" (?:can|may|might|could)\b)",
                ),
                kind(
                    "yourself & massage pat rub stroke tap touch",
                    r"(?:pat|tap|rub|stroke|touch|massage) yourself",
                ),
                kind(
                    "chest face head neck & massage rub stroke touch",
                    r"(?:stroke|touch|massage|rub) the \w+ of your (?:head|face|neck|chest)",
                ),
                kind(
                    "yourself & caress cradle embrace hold hug rock squeeze",
                    r"(?:hug|embrace|caress|cradle|rock and hold|squeeze|hold) yourself(?! (?:there|up|upright"
                    r"|steady))",
                ),
                kind(
                    "arms & around",
                    r"arms around your (?:body|chest|shoulders)",
                ),
                kind(
                    "caress cup hold massage pat rub stroke tap touch & abdomen arm belly body breast cheek "
                    "chest face head heart hips leg lower neck ribs shoulder skin solar sternum stomach thigh "
                    "throat tummy",
                    r"(?:stroke|touch|caress|massage|cup|hold|pat|tap|rub) (?:your|the) (?:own |upper |lower"
                    rf" )?(?:{_BODY_PARTS}|arms?|shoulders?|legs?|thighs?|skin|body)",
                ),
                kind(
                    "yourself & give offer",
                    r"(?:give|offer) yourself (?:a|the|this) (?:\w+ ){0,2}(?:hug|embrace|touch|cuddle|squeeze)",
                ),
                kind(
                    "butterfly",
                    r"butterfly hug",
                ),
            ),
            "«{words}» leaves no way to do without touch.",
            unless_before=LazyPattern(
                r"\b(?:if|whether|unless|let (?:something|it|a \w+|the \w+)|floor|chair|bed|pillow)\b[^,;:…\n]*$"
            ),
            unless_nearby=pattern(
                r"or|no touch|not touch\w*|without (?:any )?touch\w*|instead|cushion|pillow|pocket|if touch|skip"
                r" this|optional"
                r"|rather",
                r"leave (?:this|it) out|touch is (?:optional|not)|no hand|for (?:some|others)|others (?:prefer|like"
                r"|would)|don't (?:have|need) to|no need to (?:touch|place|put)|elsewhere|anywhere|just as",
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
    r" for|wherever|just as (?:good|well)|the screen|captions|(?:if|when) (?:that|this|it)(?:'s| is|n't)? \w+",
)
_L28 = PatternRule(
    code="L28",
    severity=Severity.WARNING,
    finds="look, hear, walk, both hands with no alternative",
    why="Abilities differ. Whoever cannot see, hear, walk or use both hands is left out by an order to.",
    better="Take in five things you can see, or touch, or hear.",
    phrasings=(
        Phrasing(
            Kinds(
                kind(
                    "look",
                    r"look (?:around|about|at|out|up|over|across|outside|through|to the|for)(?! (?:how|what|whether"
                    r"|yourself|it|this|that|some(?:body|one)|help|a place in|your"
                    r" (?:life|day|week|thoughts))\b)",
                ),
                kind(
                    "watch",
                    r"watch (?:the(?! (?:road|traffic|step|kerb|stairs)\b)|a|how the)",
                ),
                kind(
                    "listen",
                    r"listen (?:to|for|out)(?! (?:yourself|a bit|half|your (?:body|breath|heart|feet|hands|needs)"
                    r"|what (?:your"
                    r"|it)|it|that part|this|the (?:body|feeling|answer|part))\b)",
                ),
                kind(
                    "gaze",
                    r"gaze (?:at|out|into)",
                ),
                kind(
                    "hike jog run stroll walk",
                    r"(?:walk|stroll|jog|run(?! (?:the|an?)\b)|hike)(?= (?:slowly|around|to|for|on|outside|a|along"
                    r"|across|into|up|down"
                    r"|through|forward|the|with|over|barefoot|back|in|round|\w+ (?:times|steps|paces))\b|[.!,]|$)",
                ),
                kind(
                    "get stand & and",
                    r"(?:stand|get) up and (?:walk|go)",
                ),
                kind(
                    "stand & foot leg",
                    r"stand on one (?:leg|foot)",
                ),
                kind(
                    "hike jog run walk & for",
                    r"go (?:outside |out )?for a (?:\w+ )?(?:walk|run|jog|hike)",
                ),
                kind(
                    "hike stairs stroll walk & take",
                    r"take (?:a (?:\w+ )?(?:walk|stroll|hike)|the stairs(?! to))",
                ),
                kind(
                    "climb dance hop jump march",
                    r"(?:climb|hop|jump|march|dance)(?= (?:up|down|on|like|the|a|one|around|over|through|in|with)\b"
                    r"|[.!,]|$)(?! over (?:this|it|that))",
                ),
                kind(
                    "forward & fold",
                    r"fold forward",
                ),
                kind(
                    "toes & touch",
                    r"touch your toes",
                ),
                kind(
                    "both & bring clap cup hold lift place press push put raise rub shake stamp stretch use",
                    r"(?:use|bring|put|place|raise|lift|rub|press|hold|cup|clap|stretch out|push|stamp|shake)"
                    r" (?:[\w']+ ){0,3}?both (?:of )?(?:your )?(?:own )?(?:hands|arms|feet|legs|palms|soles|thumbs)",
                ),
                kind(
                    "together & your",
                    r"(?:rub|press|clap|bring|clasp|squeeze) your (?:\w+ )?(?:hands|palms) together",
                ),
                kind(
                    "clap",
                    r"clap your hands",
                ),
                kind(
                    "cross interlace interlock & your",
                    r"(?:interlace|interlock|cross) your fingers",
                ),
                kind(
                    "left right & clench lift move press push rub squeeze tap touch",
                    r"(?:press|squeeze|rub|tap|push|touch|clench|lift|move) [^\n.]{0,25}(?:left|right) (?:hand|foot"
                    r"|thumb|leg)\b[^\n.]{0,30}\b(?:left|right) (?:hand|foot|thumb|leg)",
                ),
                kind(
                    "fix rest & eyes gaze",
                    r"(?:fix|rest) your (?:gaze|eyes) (?:\w+ )?(?:on|upon)",
                ),
                kind(
                    "follow scan trace travel & eyes",
                    r"(?:let|allow) your eyes (?:to )?(?:follow|travel|trace|scan)",
                ),
                kind(
                    "observe see & cloud colo leaves light shadow sky star sun tree",
                    r"(?:see|observe) (?:how )?the (?:sky|sun|shadows?|light|clouds?|colou?rs?|stars?|tree|leaves)",
                ),
                kind(
                    "count find name pick spot & blue colo corner green red see yellow",
                    r"(?:name|count|find|spot|pick out) (?:[\w']+ ){0,4}?(?:colou?rs?|blue|red|green|yellow|corners?"
                    r"|you see)",
                ),
                kind(
                    "read & card label line page sentence text word",
                    r"read (?:the|these|this) (?:words?|card|page|lines?|sentences?|text on the card)",
                ),
                kind(
                    "hear & bell bird clock rain silence sound traffic wind",
                    r"hear (?:the|how the|a|every|each) (?:\w+ )?(?:sounds?|birds?|traffic|rain|wind|bell|silence"
                    r"|clock)",
                ),
                kind(
                    "follow & edge flight line path shadow",
                    r"follow the (?:flight|line|edge|shadow|outline)",
                ),
            ),
            "«{words}» leaves out whoever cannot.",
            use=Use.ORDERED,
            unless_before=LazyPattern(r"^\W*(?:and |but )?(?:if|should|in case)\b"),
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


RULES = (_L25, _L28)
