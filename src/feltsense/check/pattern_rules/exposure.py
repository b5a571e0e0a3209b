"""Ways into pain without support. Records; see `rule.py`."""

from feltsense.check.pattern import Kinds, kind, words
from feltsense.check.rule import PatternRule, Phrasing, Use
from feltsense.script.diagnostics import Severity
from feltsense.script.lazy_pattern import LazyPattern

_PAIN = words(
    "pain ache hurt hurting sadness grief fear feeling feelings emotion emotions wound wounds memory memories"
    " shame anger rage loneliness trauma discomfort darkness sorrow terror anguish despair suffering heartbreak"
    " tension"
)
_HURTING = words(
    "pain ache hurt sadness grief fear feeling feelings emotion emotions wound memory shame anger rage loneliness"
    " trauma sorrow"
    " terror anguish despair suffering heartbreak agony guilt panic helplessness rejection horror fire storm darkness"
)
_L23 = PatternRule(
    code="L23",
    severity=Severity.ERROR,
    finds="relive, go back to the trauma, go deeper into the pain, breathe into the pain",
    why="Going into pain alone, led by a recording that cannot see one, can flood. Distance and a way back come first.",
    better="Perhaps notice it from a little distance.",
    phrasings=(
        Phrasing(
            Kinds(
                kind(
                    "re-enact re-experience re-live re-living reexperience relive reliving",
                    r"(?:relive|re-live|reliving|re-living|re-experience|reexperience|re-enact)(?: \w+)?(?: \w+)?",
                ),
                kind(
                    "abuse accident assault attack felt happened hurt loss pain scene trauma worst wound & back",
                    r"(?:go|going|return|come|travel|take yourself|let yourself go|journey|step) (?:all the way"
                    r" )?back (?:in time )?(?:to|into) (?:the|that|your|when|a) (?:\w+ ){0,4}?(?:trauma\w*|accident"
                    r"|abuse|assault|pain\w*|hurt|wound\w*|worst|loss|attack|scene|first time you felt|it happened)",
                ),
                kind(
                    "into & deep fully further right straight way",
                    r"(?:deeper|further|right|all the way|straight|fully|deep) (?:down )?into (?:the |your |that "
                    rf"|this |all |it and )*(?:\w+ )?{_PAIN}",
                ),
                kind(
                    "inside into & ache anger anguish darkness despair discomfort emotion fear feeling grief"
                    " heartbreak hurt loneliness memories memory pain rage sadness shame sorrow suffering tension"
                    " terror trauma wound",
                    r"(?:breathe|breathing|breath|lean|leaning|sink|sinking|dive|diving|drop|plunge|move|step|go"
                    r"|going|enter|stay|press|melt) (?:right |down |fully |deep |gently |slowly )*(?:into|inside)"
                    rf" (?:the |your |that |this |any |all )*(?:\w+ )?{_PAIN}",
                ),
                kind(
                    "bigger intense strong & allow let make",
                    rf"(?:let|allow|make) (?:the |your |that |this |it |all )*(?:\w+ )?(?:{_PAIN} )?(?:to )?(?:get"
                    r"|become|grow|be) (?:even )?(?:stronger|bigger|more intense|as strong|as intense)",
                ),
                kind(
                    "ache anger anguish darkness despair discomfort emotion fear feeling grief heartbreak hurt"
                    " loneliness memories memory pain rage sadness shame sorrow suffering tension terror trauma wound"
                    " & amplify deepen intensify magnify turn",
                    rf"(?:intensify|amplify|deepen|magnify|turn up) (?:the |your |that |this )*(?:\w+ )?{_PAIN}",
                ),
                kind(
                    "completely deeply full intensely",
                    rf"feel (?:the |your |that |this )(?:\w+ )?{_PAIN} (?:fully|completely|deeply|intensely|in full)",
                ),
                kind(
                    "ache anger anguish darkness despair discomfort emotion fear feeling grief heartbreak hurt"
                    " loneliness memories memory pain rage sadness shame sorrow suffering tension terror trauma wound"
                    " & all every full",
                    rf"feel (?:all of |the full \w+ of |every bit of )(?:the |your |that )*(?:\w+ )?{_PAIN}",
                ),
            ),
            "«{words}» leads into what may flood.",
            unless_before=LazyPattern(r"\b(?:if|when|whenever|should you|in case|might have|may have)\b[^,;:.\n]*$"),
        ),
        Phrasing(
            Kinds(
                kind(
                    "abyss agony bottom center centre core darkness depth eye fire flame heart hurt middle pain panic"
                    " root worst wound & breathe descend dive drop go lean move plunge press push remain sink sit"
                    " stand stay step walk zoom",
                    r"(?:zoom|lean|dive|move|go|step|sink|press|push|drop|walk|plunge|descend|stay|sit|stand|remain"
                    r"|breathe) (?:right |straight |even |all the way |deep |deeper |further |closer |fully |back "
                    r"|down |there |still )*(?:in|into|in on|in to|through|under|beneath|inside|with|at) (?:the |your"
                    r" |that |this |all (?:the |your )?)*(?:\w+ )?(?:(?:heart|centre|center|middle|core|depths?"
                    rf"|worst|bottom|root|eye) of (?:it|this|that|(?:the |your |that |this )*(?:\w+ )?{_HURTING})"
                    r"|fire|flames?|worst|agony|abyss|wound|hurt(?=[.,!]|$)|panic(?=[.,!]|$)|darkness|pain(?=[.,!]|$|"
                    r" until))(?! (?:from|at) a)",
                ),
                kind(
                    "deeper fully further right straight way",
                    r"(?:deeper|further|right|straight|all the way|fully) (?:down )?(?:into|in|under|beneath"
                    r"|towards?) (?:it|that)(?=[.,!]|$| and| until)",
                ),
                kind(
                    "ache agony anger anguish darkness despair emotion fear feeling fire grief guilt heartbreak"
                    " helplessness horror hurt loneliness memory pain panic rage rejection sadness shame sorrow storm"
                    " suffering terror trauma wound & behind below beneath under",
                    rf"(?:under|below|beneath|behind) (?:the |your |that )(?:\w+ )?{_HURTING}(?: is|,? there's|, and)",
                ),
                kind(
                    "allow let & apart bigger break burn consume crush drown explode flood hurt overwhelm rip scream"
                    " shake sob stronger swallow take tear wash worse",
                    rf"(?:let|allow) (?:it|that|them|yourself|(?:the|your|this|that) (?:\w+ )?{_HURTING}) (?:to"
                    r" )?(?:hurt"
                    r"|burn|swallow|consume|overwhelm|tear|flood|crush|drown|take (?:you )?over|wash over you|break"
                    r" you|fall apart|be (?:overwhelmed|flooded|consumed|swallowed)|sob|scream|grow (?:bigger"
                    r"|stronger)|get (?:bigger|worse)|explode|rip|shake you)",
                ),
                kind(
                    "crank dial turn",
                    r"(?:turn|crank|dial) (?:that|(?:the|your) (?:heat|flame|intensity|feeling|pain|fear"
                    r"|sadness|hurt)) up",
                ),
                kind(
                    "fear feeling flame heat intensity pain & crank dial turn",
                    r"(?:turn|crank|dial) up the (?:heat|intensity|feeling|pain|flame|fear)",
                ),
                kind(
                    "make & big brighter grow hurt intense louder strong worse",
                    r"make (?:it|the (?:\w+ )?(?:feeling|pain|ache|hurt|picture|sadness|fear|anger)|that \w+|this"
                    r" \w+) (?:even )?(?:bigger|stronger|louder|worse|hurt|more intense|big|brighter|grow|as (?:big"
                    r"|strong))",
                ),
                kind(
                    "build exaggerate heighten increase inflate raise strengthen",
                    r"(?:increase|heighten|exaggerate|raise|strengthen|inflate|build up) (?:the |your |this |that"
                    r" )(?:\w+ )?(?:feeling|pain|intensity|emotion|fear|sadness|anger|distress|ache)",
                ),
                kind(
                    "feel & again bottom completely core deeply end felt full once over way",
                    r"feel (?:it|this|that|everything|all of it|every bit|the full \w+) (?:fully|completely|all over"
                    r" again|again|in full|all the way|to the (?:full|core|bottom|end)|you felt|deeply|once more)",
                ),
                kind(
                    "badly much strongly & can",
                    r"as (?:much|strongly|badly) as it can(?: hurt)?",
                ),
                kind(
                    "everything & felt",
                    r"everything you felt (?:then|that|when)",
                ),
                kind(
                    "act replay run watch",
                    r"(?:replay|rewatch|re-?watch|rerun|re-?run|act out|reenact)(?: \w+)?(?: \w+)?",
                ),
                kind(
                    "accident again attack bad beginning frame incident moment motion start trauma worst & back over"
                    " through",
                    r"(?:run|play|go|live|walk|talk|think) (?:it |that |the \w+ (?:\w+ )?)?(?:through|over|back)(?:"
                    r" \w+)?(?: )?(?:the|that|your|it|from)?(?: )?(?:\w+ )?(?:incident|accident|attack|trauma"
                    r"|worst|bad|from the (?:beginning|start)|frame by frame|in slow motion|moment by moment)|(?:run"
                    r"|play|live) (?:it|that|the \w+) (?:through|over) again",
                ),
                kind(
                    "bad painful terrible worst & again film over",
                    r"(?:the|that) (?:bad|worst|terrible|painful) (?:moment|scene|memory|day|night) (?:like a film"
                    r"|again|over)",
                ),
                kind(
                    "beginning detail frame happening leaving motion over & describe go live picture recall recount"
                    " remember retell see tell",
                    r"(?:describe|tell|recount|retell|go over|recall|remember|see|live|picture) (?:\w+ ){0,2}(?:it"
                    r"|what happened|(?:that|the) (?:\w+ )?(?:day|night|moment|scene|hour|event|incident|accident"
                    r"|attack|memory|trauma|story))[^.\n]{0,40}(?:every detail|detail by detail|in (?:full|vivid"
                    r"|great|as much) detail|leaving nothing out|all over again|from the beginning|as if it (?:were"
                    r"|was) happening|frame by frame|in slow motion)",
                ),
                kind(
                    "are & again now once & bed car hospital house moment night room there",
                    r"you are (?:back )?(?:there|in (?:that|the) (?:\w+ )?(?:room|house|car|moment|night|bed"
                    r"|hospital)),? (?:again|once more|now)",
                ),
                kind(
                    "again & are",
                    r"you are there again",
                ),
                kind(
                    "you're",
                    r"you're (?:back )?there again",
                ),
                kind(
                    "again once & day hour moment night",
                    r"it(?:'s| is) (?:that|the same) (?:\w+ )?(?:night|day|moment|hour) (?:again|once more)",
                ),
                kind(
                    "happening years",
                    r"the years (?:roll|fall|peel|drop) (?:back|away)|as if it (?:were|was|is) happening (?:now|again"
                    r"|all over|right)",
                ),
                kind(
                    "once & are hear see stand & more",
                    r"once more you (?:stand|are|hear|see)",
                ),
                kind(
                    "abandoned afraid alone awful began dark died dreadful gone happened hit horrible hurt left lost"
                    " painful rejected scared started terrible worst",
                    r"(?:return|go|travel|walk|step|come|drift|be|going|take yourself) (?:back )?(?:in time )?(?:to"
                    r"|into) (?:the (?:very )?(?:moment|day|night|hour|place|scene|room|time) (?:when |where |that"
                    r" )?(?:it (?:all )?(?:happened|began|started)|(?:you|he|she|they|someone) (?:\w+ )?(?:hurt|left"
                    r"|died|lost|hit|got scared|were (?:hurt|afraid|alone|abandoned|scared)|was (?:hurt|gone)))|when"
                    r" (?:you|it|they|he|she) (?:\w+ )?(?:got scared|got hurt|hurt|left|died|happened|hit|were"
                    r" (?:hurt|scared|afraid|abandoned|rejected))|that (?:dark|terrible|awful|horrible|painful"
                    r"|dreadful|worst) \w+)",
                ),
                kind(
                    "till until & break burn burst come cry discharge empty explode left peak shatter sob spent weep",
                    r"(?:until|till) (?:it|the \w+|you|nothing|the tears?)(?: \w+)? (?:breaks?|discharges?|bursts?"
                    r"|peaks?|cry|weep|burns? (?:out|off|away)|is (?:empty|spent)|come|shatter\w*|explodes?|sob|left"
                    r" to)(?: \w+)?",
                ),
                kind(
                    "hurt pain scar sore wound & dig finger open pick poke press prod rip salt tear touch",
                    r"(?:re-?open|tear open|rip open|press on|poke|pick at|prod|dig into|dig in|finger in|salt in"
                    r"|touch) (?:the |your |that |an? |old |sore )*(?:wounds?|scars?|sore (?:place|spot)|pain|hurt)",
                ),
                kind(
                    "don't never not without & away back edge fear feeling from hurt off pain & back flinch hide look"
                    " pull run shy stop turn",
                    r"(?:don't|do not|never|without) (?:pull|turn|look|run|shy|flinch|back|hide|pulling|turning"
                    r"|looking|flinching|stop|stopping)(?:ing)? (?:back|away|off|at the edge|from it|from the (?:pain"
                    r"|feeling|hurt|fear))(?=[.,!;]|$| from (?:it|the pain|the feeling|the hurt|this))",
                ),
                kind(
                    "through & only",
                    r"(?:the )?only way out is through",
                ),
                kind(
                    "scream",
                    r"scream (?:it|into|out)",
                ),
                kind(
                    "nowhere & hide run",
                    r"nowhere to (?:hide|run)",
                ),
            ),
            "«{words}» leads into what may flood.",
            use=Use.UNREPORTED,
            in_questions=False,
            unless_before=LazyPattern(
                r"\b(?:no need|don't have|needn't|not|never|nobody|rather than|instead of|without|don't)\b[^,;:.\n]*$"
            ),
        ),
    ),
)


RULES = (_L23,)
