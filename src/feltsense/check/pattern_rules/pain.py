"""What hurts: called up without a limit, made small, or made a fault. Records; see `rule.py`."""

from feltsense.check.pattern import Kinds, kind, pattern, words
from feltsense.check.rule import PatternRule, Phrasing
from feltsense.script.diagnostics import Severity
from feltsense.script.lazy_pattern import LazyPattern

_BRING = (
    r"(?:bring(?:ing)? (?:\w+ )?(?:up|to mind)|call (?:up|to mind)|let(?:ting)? (?:\w+ )?come (?:up|to mind)"
    r"|think(?:ing)? (?:back )?(?:of|about|to)|recall|remember(?:ing)?|imagine|picture|visuali[sz]e|choose|pick|find"
    r"|focus(?:ing)? on|consider|go (?:back )?to|select|name|feel into)"
)
_HARD = (
    r"(?:difficult|hard|painful|upsetting|stressful|troubling|hurtful|distressing|traumatic|challenging|frightening"
    r"|shameful|humiliating|heartbreaking|awful|terrible|hurts|(?:still|has) hurt|stings|weighs on you)"
)
_THING = words(
    "something anything someone somebody situation situations moment moments memory memories experience"
    " experiences thing time times event events feeling feelings emotion emotions person people relationship"
    " conversation"
)
_FELT = words("sad angry afraid anxious cry lonely ashamed jealous furious scared")
_L22 = PatternRule(
    code="L22",
    severity=Severity.ERROR,
    finds="“bring to mind something difficult” without a limit",
    why="Asked without a limit, people bring the heaviest thing they have, and they are alone with it.",
    better="If you like, choose something mildly hard, perhaps 3 out of 10, not the heaviest.",
    phrasings=(
        Phrasing(
            Kinds(
                kind(
                    "awful challenging difficult distressing frightening hard heartbreaking humiliating hurt painful"
                    " shameful stings stressful terrible traumatic troubling upsetting weighs",
                    rf"{_BRING} (?:\w+ ){{0,4}}?(?:{_THING} (?:\w+ ){{0,4}}?{_HARD}|{_HARD}(?: \w+)? {_THING})(?! to"
                    r" (?:say|tell|name|find))",
                ),
                kind(
                    "abandoned afraid alone ashamed betrayed humiliated hurt lonely rejected terrified unloved"
                    " wounded & day memory moment person situation someone time",
                    rf"{_BRING} (?:\w+ ){{0,3}}?(?:time|moment|person|someone|situation|memory|day) (?:when |where "
                    r"|that |who |you )*(?:felt |were |was |made you |has |have |feel |really |deeply |most |so"
                    r" )*(?:hurt|rejected|abandoned|ashamed|betrayed|afraid|terrified|humiliated|unloved|lonely"
                    r"|alone|wounded)",
                ),
                kind(
                    "awful challenging difficult distressing frightening hard heartbreaking humiliating hurt painful"
                    " shameful stings stressful terrible traumatic troubling upsetting weighs & let",
                    rf"let(?:ting)? (?:an? |the |some |that )?(?:\w+ )?{_HARD} \w+ (?:come|arise|surface|rise|appear)",
                ),
                kind(
                    "biggest deepest greatest grief hardest heartbreak loss painful struggle trauma worst wound",
                    rf"{_BRING} (?:your|a|the) (?:\w+ )?(?:trauma|wound|wounds|loss|worst \w+|deepest \w+|greatest"
                    r" \w+|biggest \w+|grief|struggle|heartbreak)|(?:what|who|which \w+) (?:is|was|has|feels"
                    r"|felt)(?: \w+)? (?:the )?(?:hardest|most painful|worst)",
                ),
                kind(
                    "afraid angry anxious ashamed cry furious jealous lonely sad scared & made makes",
                    rf"{_BRING} (?:something|someone|somebody|a time) (?:that |who )?(?:makes|made) you (?:\w+"
                    rf" )?{_FELT}",
                ),
            ),
            "«{words}» sets no limit to how hard it may be.",
            unless_before=LazyPattern(r"\b(?:if|when|whenever|should|in case|might|may)\b[^,;:.\n]*$"),
            unless_nearby=pattern(
                r"mild|mildly|a (?:little|bit)|slightly|small|smaller|out of (?:10|ten)",
                r"not (?:the|your|too|very|overwhelm\w*) ?(?:heaviest|hardest|worst|biggest|most|hard|heavy|much|big"
                r"|painful)?",
                r"manageable|nothing (?:too|very|overwhelming)|isn't (?:too|overwhelming)|less|light|lighter|everyday"
                r"|minor",
                r"bearable|rather not the|leave the (?:heaviest|hardest|big)",
            ),
        ),
    ),
)

_PAIN = words(
    "pain ache hurt hurting sadness grief fear feeling feelings emotion emotions wound wounds memory memories"
    " shame anger rage loneliness trauma discomfort darkness sorrow terror anguish despair suffering heartbreak"
    " tension"
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
    ),
)


RULES = (_L22, _L23)
