"""What hurts: called up without a limit, made small, or made a fault. Records; see `rule.py`."""

from feltsense.check.pattern import pattern, words
from feltsense.check.rule import PatternRule, Phrasing, Use
from feltsense.script.diagnostics import Severity
from feltsense.script.lazy_pattern import LazyPattern

_BRING = (
    r"(?:bring(?:ing)? (?:\w+ )?(?:up|to mind)|call (?:up|to mind)|let(?:ting)? (?:\w+ )?come (?:up|to mind)"
    r"|think(?:ing)? (?:back )?(?:of|about|to)|recall|remember(?:ing)?|imagine|picture|visuali[sz]e|choose|pick"
    r"|find|focus(?:ing)? on|consider|go (?:back )?to|select|name|feel into)"
)
_HARD = (
    r"(?:difficult|hard|painful|upsetting|stressful|troubling|hurtful|distressing|traumatic|challenging"
    r"|frightening|shameful|humiliating|heartbreaking|awful|terrible|hurts|(?:still|has) hurt|stings"
    r"|weighs on you)"
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
            pattern(
                rf"{_BRING} (?:\w+ ){{0,4}}?(?:{_THING} (?:\w+ ){{0,4}}?{_HARD}|{_HARD}(?: \w+)? {_THING})(?! to "
                r"(?:say|tell"
                r"|name|find))",
                rf"{_BRING} (?:\w+ ){{0,3}}?(?:time|moment|person|someone|situation|memory|day) (?:when |where "
                r"|that |who "
                r"|you )*(?:felt |were |was |made you |has |have |feel |really |deeply |most |so )*(?:hurt|rejected"
                r"|abandoned|ashamed|betrayed|afraid|terrified|humiliated|unloved|lonely|alone|wounded)",
                rf"let(?:ting)? (?:an? |the |some |that )?(?:\w+ )?{_HARD} \w+ (?:come|arise|surface|rise|appear)",
                rf"{_BRING} (?:your|a|the) (?:\w+ )?(?:trauma|wound|wounds|loss|worst \w+|deepest \w+|greatest \w+"
                r"|biggest \w+|grief|struggle|heartbreak)",
                r"(?:what|who|which \w+) (?:is|was|has|feels|felt)(?: \w+)? (?:the )?(?:hardest|most painful|worst)",
                rf"{_BRING} (?:something|someone|somebody|a time) (?:that |who )?(?:makes|made) you (?:\w+ )?{_FELT}",
            ),
            "«{words}» sets no limit to how hard it may be.",
            unless_before=LazyPattern(r"\b(?:if|when|whenever|should|in case|might|may)\b[^,;:.\n]*$"),
            unless_nearby=pattern(
                r"mild|mildly|a (?:little|bit)|slightly|small|smaller|out of (?:10|ten)",
                r"not (?:the|your|too|very|overwhelm\w*) ?(?:heaviest|hardest|worst|biggest|most|hard|heavy|much|big"
                r"|painful)?",
                r"manageable|nothing (?:too|very|overwhelming)|isn't (?:too|overwhelming)|less|light|lighter"
                r"|everyday|minor",
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
            pattern(
                r"(?:relive|re-live|reliving|re-living|re-experience|reexperience|re-enact)(?: \w+)?(?: \w+)?",
                r"(?:go|going|return|come|travel|take yourself|let yourself go|journey"
                r"|step) (?:all the way )?back (?:in time )?(?:to|into) (?:the|that|your|when|a) (?:\w+ "
                r"){0,4}?(?:trauma\w*"
                r"|accident|abuse|assault|pain\w*|hurt|wound\w*|worst|loss|attack|scene|first time you felt|it "
                r"happened)",
                r"(?:deeper|further|right|all the way|straight|fully|deep) (?:down )?into (?:the |your |that |this "
                r"|all "
                rf"|it and )*(?:\w+ )?{_PAIN}",
                r"(?:breathe|breathing|breath|lean|leaning|sink|sinking|dive|diving|drop|plunge|move|step|go|going"
                r"|enter"
                r"|stay|press|melt) (?:right |down |fully |deep |gently |slowly )*(?:into|inside) (?:the |your "
                r"|that |this "
                rf"|any |all )*(?:\w+ )?{_PAIN}",
                rf"(?:let|allow|make) (?:the |your |that |this |it |all )*(?:\w+ )?(?:{_PAIN} )?(?:to )?(?:get"
                r"|become|grow"
                r"|be) (?:even )?(?:stronger|bigger|more intense|as strong|as intense)",
                rf"(?:intensify|amplify|deepen|magnify|turn up) (?:the |your |that |this )*(?:\w+ )?{_PAIN}",
                rf"feel (?:the |your |that |this )(?:\w+ )?{_PAIN} (?:fully|completely|deeply|intensely|in full)",
                rf"feel (?:all of |the full \w+ of |every bit of )(?:the |your |that )*(?:\w+ )?{_PAIN}",
            ),
            "«{words}» leads into what may flood.",
            unless_before=LazyPattern(r"\b(?:if|when|whenever|should you|in case|might have|may have)\b[^,;:.\n]*$"),
        ),
    ),
)

_WOUNDED_PART = (
    r"(?:(?:your|the|that|an?|this) (?:\w+ )?inner (?:child|kid|boy|girl|baby|infant)|(?:your|the|that"
    r"|this) (?:much )?(?:younger|little|child|childhood|small|wounded|baby) self|little you|(?:the|that"
    r"|your) (?:\w+ )?(?:little |small |wounded |hurt |lonely |frightened |scared |abandoned |sad )+(?:child"
    r"|girl|boy|one|part)|(?:the|that) child (?:inside|within|in|you (?:were|once were|used to be))"
    r"|the exiled? (?:part|one)?|your exiles?|wounded parts?)"
)
_L24 = PatternRule(
    code="L24",
    severity=Severity.ERROR,
    finds="meet your inner child, ask the child what happened",
    why="Wounded parts need somebody who is there. A recording cannot stay with what comes up.",
    better="Perhaps notice the part that protects you, and thank it.",
    phrasings=(
        Phrasing(
            pattern(
                r"(?:meet|find|greet|see|visit|invite|call|embrace|hold|hug|comfort|picture|imagine|visuali[sz]e"
                r"|speak (?:to"
                r"|with)|talk (?:to|with)|listen to|ask|tell|approach|go to|connect with|reach out to|rescue|heal"
                r"|reparent"
                rf"|let|bring|welcome|notice|sit (?:down )?(?:with|beside)) {_WOUNDED_PART}",
                r"ask (?:the|that|this|your) (?:\w+ )?(?:child|girl|boy|part) (?:what|why|who|when|how) (?:\w+ "
                r")?(?:happened"
                r"|hurt|did|old)",
                r"(?:see|picture|imagine|visuali[sz]e|remember) yourself as (?:a|the|that) (?:\w+ )?(?:child|baby"
                r"|girl|boy"
                r"|infant|toddler)",
                r"go back to (?:your|the|early) (?:\w+ )?(?:childhood|infancy)",
                r"(?:when|what) (?:was|did) (?:the|that|your) (?:inner |little |younger )child",
            ),
            "«{words}» meets a part that needs a practitioner.",
            unless_before=LazyPattern(r"\b(?:if|whenever|should you|in case|may have|might have)\b[^,;:.\n]*$"),
        ),
    ),
)

_L32 = PatternRule(
    code="L32",
    severity=Severity.WARNING,
    finds="others have it worse, at least, it’s not that bad",
    why="It is what many were told as children: don’t cry, you’re fine. It makes people lonelier.",
    better="Many know this feeling; yours still matters.",
    phrasings=(
        Phrasing(
            pattern(
                r"(?:others|other people|people|many(?: people)?|some(?: people)?|so many|millions) (?:\w+ "
                r")?(?:have|had"
                r"|suffer|are|go through) (?:it |things |far |so |much |a lot )*(?:worse|more|less fortunate"
                r"|harder)(?! (?:than one|time))",
                r"(?:it|things|this|that) (?:could|can|might) (?:always |still )?(?:be|have been) (?:much |far "
                r"|a lot )?worse",
                r"worse things (?:have )?happen(?:ed)?|first world problems?",
                r"at least (?:you|it|it's|they|there's|there is|he|she|we|your|nobody|others)(?!(?:'ll|'d)? (?:can"
                r"|could|may"
                r"|might|takes?|lasts?|three|two|one|five)\b)",
                r"be (?:grateful|thankful|glad) (?:that|it|for what|you|nobody)|count your blessings",
                r"you should be (?:grateful|thankful|glad)|look on the bright side",
                r"you(?:'re| are) (?:overreacting|too sensitive|being silly|making a fuss|exaggerating)|get over it",
                r"pull yourself together|cheer up|toughen up|it's all in your head|you(?:'re| are) fine(?=[.!]|$)",
            ),
            "«{words}» compares pain away.",
            in_questions=False,
        ),
        Phrasing(
            pattern(
                r"(?:it|this|that|things)(?:'s| is|'re| are|'s really| is really) ?(?:really )?not (?:that|so|as"
                r"|all that) (?:bad|hard|terrible|serious|big)(?! (?:as|to)\b)",
                r"(?:it|this|that) isn't (?:really )?(?:that|so|all that) (?:bad|hard|terrible|serious)",
                r"(?:it's|that's|this is) nothing (?:to cry|compared|really)|don't cry|do not cry",
                r"no reason to (?:cry|be sad|complain)|don't be (?:so )?(?:sad|silly|dramatic|sensitive)",
            ),
            "«{words}» compares pain away.",
            use=Use.UNREPORTED,
            in_questions=False,
        ),
    ),
)

_L33 = PatternRule(
    code="L33",
    severity=Severity.ERROR,
    finds="you push people away, your fault",
    why="Loneliness is no personal failure. Walls were built when they were needed.",
    better="A story you learned may be speaking.",
    phrasings=(
        Phrasing(
            pattern(
                r"you (?:always |often |keep |have |only |tend to |still |just |yourself )*(?:push|pushed|pushing|drive"
                r"|drove|driven|driving|keep|kept|shut|turn|turned|scare|scared|chase|chased) (?:all |other |the "
                r"|every)?(?:people|everyone|everybody|others|them|friends|anyone|those who \w+ you) (?:away|out|off"
                r"|at a distance|at arm's length)",
                r"(?:it's|it is|this is|that's|that is|it was|which is) (?:all |partly |your own |really "
                r"|only )*(?:your (?:own )?fault|your doing|because of you|up to you alone)",
                r"you(?:'re| are) to blame|(?:only |just )?(?:have )?yourself to blame",
                r"you (?:always |often |have |yourself )*(?:isolate|isolated|sabotage|sabotaged|cut off"
                r"|made) yourself(?: (?:lonely|alone|off|small))?",
                r"you(?:'ve| have) (?:made|brought|created|caused) (?:this|your|it) (?:\w+ )?(?:yourself|loneliness"
                r"|on yourself)",
                r"you(?:'re| are) (?:lonely|alone) because you",
                r"you(?:'re| are) (?:just |simply |far |always )?too (?:needy|sensitive|much|closed|distant|shy"
                r"|clingy|proud"
                r"|picky|demanding)",
                r"you (?:never|don't|won't|refuse to) (?:let (?:people|anyone|others|anybody) (?:in|close|near)|open up"
                r"|reach out|trust (?:people|anyone|others)|make an effort|try hard enough)",
                r"you chose (?:to be alone|this loneliness|loneliness)",
                r"your (?:own )?(?:walls?|neediness|shyness|fear|behaviou?r|attitude) (?:keeps?|pushes|drives) "
                r"(?:people"
                r"|everyone|others|them) (?:away|out)",
                r"nobody (?:likes|wants) you",
                r"you (?:have )?brought (?:this|it) on yourself|(?:nobody|no one) (?:can|could|will) love you "
                r"(?:until|unless|if)",
            ),
            "«{words}» makes loneliness a fault.",
            use=Use.UNCONDITIONAL,
            unless_before=LazyPattern(
                r"\b(?:story|that|believ\w+|as if|thought|fear|like|learned|idea|voice)\b[^,;.\n]*$"
            ),
        ),
    ),
)


RULES = (_L22, _L23, _L24, _L32, _L33)
