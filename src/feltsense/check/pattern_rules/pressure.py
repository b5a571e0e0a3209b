"""Words that command, hurry, grade or suggest. Records; see `rule.py`."""

from feltsense.check.pattern import Kinds, kind
from feltsense.check.rule import PatternRule, Phrasing, Use
from feltsense.check.wording import INVITATION, VERBS
from feltsense.script.diagnostics import Severity
from feltsense.script.lazy_pattern import LazyPattern

_INVITED_OR_SOFTENED = LazyPattern(
    rf"{INVITATION.pattern}|\bno\sneed\sto\b[^.\n]*$|(?:(?:\b(?:to|or|you|you've|have|has|had|i|we|they|it|is|are"
    rf"|was|were|that|who|not)"
    r"|n't)\s(?:now\s)?$)"
)
_L04 = PatternRule(
    code="L04",
    severity=Severity.WARNING,
    finds="just, simply, all you have to do",
    why="It belittles what is hard: whoever cannot “just” do it has failed at something easy.",
    better="See whether it can be here, as much as is okay.",
    phrasings=(
        Phrasing(
            Kinds(
                kind(
                    "just literally merely simply",
                    rf"(?:just|simply|merely|literally) (?:{VERBS}|ignore|forget|love|enjoy|drift|float|exist|don't"
                    r"|do not|keep on|calm)(?! (?:is|was|of|by)\b)",
                ),
            ),
            "«{words}» makes little of what may be hard.",
            unless_before=_INVITED_OR_SOFTENED,
        ),
        Phrasing(
            Kinds(
                kind(
                    "got have need & all & you",
                    r"all you(?:'ve| have)? (?:have|need|got) to do",
                ),
                kind(
                    "all & that there",
                    r"all (?:that|there) (?:is|is needed|you need)? ?to do is",
                ),
                kind(
                    "easy simple",
                    r"(?:it's|this is|that's|it is) (?:really |so |very |quite |all )?(?:easy|simple|that simple|that"
                    r" easy)(?! to (?!do\b))",
                ),
                kind(
                    "couldn't easier simpler",
                    r"nothing (?:could be )?(?:easier|simpler)|(?:it|this) couldn't be (?:easier|simpler)",
                ),
                kind(
                    "anyone & can",
                    r"anyone can do (?:this|it)",
                ),
            ),
            "«{words}» makes little of what may be hard.",
            use=Use.UNCONDITIONAL,
        ),
        Phrasing(
            Kinds(
                kind(
                    "takes",
                    r"it (?:only )?takes (?:no|zero|little|hardly any|nothing)(?: \w+){0,2}",
                ),
                kind(
                    "nothing & there",
                    r"(?:there's|there is) nothing to it",
                ),
                kind(
                    "just merely only simply & have need",
                    r"you (?:only|merely|just|simply) (?:have|need) to",
                ),
                kind(
                    "only & thing",
                    r"the only thing you (?:have|need) to do",
                ),
                kind(
                    "needs takes & all",
                    r"all (?:it|that|this) (?:takes|needs) is",
                ),
                kind(
                    "costs effort needs requires trick",
                    r"(?:requires|needs) (?:no|zero|little) (?:effort|skill|work)|costs (?:you )?nothing|zero effort"
                    r"|effortless(?:ly)?|no effort at all|(?:(?:there's|there is) no trick|no trick to it)(?! (?:to"
                    r" it )?that)",
                ),
                kind(
                    "easy & abc breathing falling pie that",
                    r"easy as (?:pie|that|abc|breathing|falling)",
                ),
                kind(
                    "]peasy baby beginner breeze child five-year-old fool kid no-brainer park piece toddler",
                    r"piece of cake|child's play|walk in the park|no-brainer|(?:is|it's) a breeze|easy[- ]peasy|(?:a"
                    r"|any|every|even a|even little) (?:child(?:ren)?|baby|toddler|kids?|five-year-old|fool|beginner)"
                    r" (?:(?:can|could) (?:do|manage|learn|follow|feel|love|sit)|knows?|manages?|does it)",
                ),
                kind(
                    "anybody anyone everybody everyone & able can could knows",
                    r"(?:anyone|anybody|everyone|everybody) (?:can|could|is able to|knows how to) (?:do|manage|learn"
                    r"|breathe|sit)",
                ),
                kind(
                    "hard & how",
                    r"how hard can",
                ),
                kind(
                    "can't cannot easier natural simpler",
                    r"what could be (?:easier|simpler|more natural)|cannot go wrong|can't go wrong",
                ),
                kind(
                    "ask big complicated difficult hard science special",
                    r"(?:(?:it's|it is|this is|that's) (?:really )?(?:not|no|nothing)|(?:this|it|that) isn't)"
                    r" (?:really |a )*(?:rocket science|hard|difficult|complicated|no big (?:thing|deal)|much to ask"
                    r"|asking much|special)(?! (?:to (?:see|understand|imagine|say)|and|or|for|enough|at|when|if"
                    r"|about))",
                ),
                kind(
                    "easy simple",
                    r"(?:so|very|really|super|incredibly|ridiculously) (?:easy|simple)(?= |[.,!]|$)",
                ),
                kind(
                    "time",
                    r"in no time(?=[.,!]|$)",
                ),
                kind(
                    "big & deal thing",
                    r"no big (?:thing|deal)",
                ),
                kind(
                    "complicated difficult hard & nothing",
                    r"nothing (?:hard|difficult|complicated) about",
                ),
                kind(
                    "easy, that's",
                    r"that's the whole thing|easy, (?:right|isn't it)",
                ),
                kind(
                    "sleep & your",
                    r"in your sleep",
                ),
                kind(
                    "than & bit little",
                    r"(?:nothing|no) more than (?:a bit|a little) of",
                ),
                kind(
                    "anxiety fear feeling grief loneliness pain sadness & just merely nothing only",
                    r"(?:loneliness|sadness|grief|fear|pain|anxiety|a feeling|this feeling|the feeling) is (?:only"
                    r"|just|merely|nothing (?:but|more than))(?! (?:one|part|for|here)\b)",
                ),
            ),
            "«{words}» makes little of what may be hard.",
            use=Use.UNREPORTED,
            unless_before=LazyPattern(
                r"(?:n't\b|\b(?:not|never|nobody|no one|without|say|says|if|whether|neither|sound|hardly"
                r"|from)\b)[^,;:.\n]*$"
            ),
        ),
    ),
)

_MUST = r"(?:must|should|ought to|need to|have to|have got to|got to(?! work with\b))"
_ADVERBS = r"(?:also |now |really |always |still |only |both |all |just |simply |first |then )?"
_SUPPOSED_DUTY = LazyPattern(
    r"\b(?:(?:if|when|whenever) you (?:feel|think|find)(?: that)?|if|when|whenever|wherever|what|whatever|which"
    r"|whichever|how|where|who|anything|everything|something|all|until|unless|than|because|before|after|things|if you"
    r" feel|whether|wherever|parts?|as (?:much|long|often|far|slow\w*|little)(?: as)?)\s(?:that\s)?$"
)
_DENIED_DUTY = LazyPattern(r"\A(?:\s(?:do|feel|be|have|hold|fix|change|know|understand|say)?\s?(?:nothing|no)\b)")
_L05 = PatternRule(
    code="L05",
    severity=Severity.ERROR,
    finds="must, should, need to, have to, make sure, as a duty",
    why="Duty is what many listeners are already full of. An offer can be declined.",
    better="You can stay with it, or come back to your feet.",
    phrasings=(
        Phrasing(
            Kinds(
                kind(
                    "got have must need ought should",
                    rf"(?:you|we)(?:'ll|'ve| will)? {_ADVERBS}{_MUST}(?: not)?(?! be (?:tired|proud)| say\b| admit|"
                    rf" know that you (?:can|may|could))",
                ),
                kind(
                    "better crucial essential expected important necessary obliged required supposed vital",
                    r"you(?:'re| are) (?:now )?(?:supposed|required|obliged|expected) to|you(?:'d| had) better"
                    r"|(?:it's|it is) (?:important|essential|necessary|crucial|vital) (?:that you|to|for you to)",
                ),
                kind(
                    "afford mustn't shouldn't",
                    r"(?:you|we) (?:mustn't|shouldn't|can't afford to)",
                ),
            ),
            "«{words}» lays a duty on the listener.",
            in_questions=False,
            unless_before=_SUPPOSED_DUTY,
            unless_after=_DENIED_DUTY,
        ),
        Phrasing(
            Kinds(
                kind(
                    "must need ought should & your",
                    r"your (?:\w+ ){1,2}(?:should|must|needs? to|ought to)",
                ),
                kind(
                    "should & calm easy feel felt heavy pleasant warm",
                    r"(?:this|it|that) should (?:feel|not feel|be felt|be (?:warm|heavy|calm|easy|pleasant))",
                ),
            ),
            "«{words}» lays a duty on the listener.",
            in_questions=False,
            unless_before=_SUPPOSED_DUTY,
            unless_after=_DENIED_DUTY,
        ),
        Phrasing(
            Kinds(
                kind(
                    "see & that",
                    r"see to it that",
                ),
                kind(
                    "certain forget sure",
                    r"(?:make|be) (?:\w+ )?(?:sure|certain)(?! of nothing)|ensure|don't forget to",
                ),
            ),
            "«{words}» lays a duty on the listener.",
            use=Use.ORDERED,
        ),
        Phrasing(
            Kinds(
                kind(
                    "expected has have must obliged ought required should supposed & all each everybody listener one"
                    " participants patients students",
                    r"(?:one|each of (?:you|us)|all of (?:you|us)|patients|students|participants|listeners|every"
                    r" listener|everyone|everybody) (?:must|should|ought to|has to|have to|are (?:required|expected"
                    r"|obliged|supposed) to|is (?:required|expected|obliged|supposed) to)(?! be (?:able|allowed|free))",
                ),
                kind(
                    "are you're & you",
                    r"you(?:'re| are) (?:not to|never to|to (?:stay|remain|keep|follow|continue|sit|lie|hold|obey|do"
                    r" as)|obliged|required)(?! blame)",
                ),
                kind(
                    "gotta you've",
                    r"you(?:'ve)? gotta|you've got to(?! work with\b)",
                ),
                kind(
                    "asked demanded expected required",
                    r"(?:is|are) (?:required|expected|demanded|asked) of (?:you|us|each|everyone|all)",
                ),
                kind(
                    "cheating exceptions excuse giving ifs skipping slacking",
                    r"no (?:excuses|exceptions|excuse|slacking|cheating|skipping|giving up|ifs)",
                ),
                kind(
                    "owe & you",
                    r"you owe (?:it|this|that)",
                ),
                kind(
                    "compulsory duty imperative mandatory must non-negotiable obligatory",
                    r"(?:is|are) (?:mandatory|compulsory|obligatory|non-negotiable|imperative|a must|your duty)",
                ),
                kind(
                    "acceptable allowed negotiable option permitted tolerated & aren't isn't not",
                    r"(?:not|isn't|aren't) (?:optional|an option|acceptable|allowed|permitted|negotiable|tolerated)",
                ),
                kind(
                    "assignment costs critical demands duty exception excuse fail homework imperative job mandatory"
                    " obligation responsibility task vital",
                    r"without (?:exception|fail|excuse)|at all costs|demands your|(?:imperative|mandatory|critical"
                    r"|vital) that|your (?:duty|responsibility|job|task|assignment|homework|only job|only task"
                    r"|obligation) (?:\w+ )?(?:is|here is|now is) (?:to|only to|simply to)",
                ),
                kind(
                    "cheat fail",
                    r"(?:cheat|fail) yourself|only cheating",
                ),
                kind(
                    "allowed excused gets leaves may stops & nobody one",
                    r"(?:nobody|no one) (?:gets to|is (?:excused|allowed)|may (?:leave|stop|move|speak|skip)|leaves"
                    r" (?:their|the|this|until|before|here)|stops (?:before|until|here))",
                ),
                kind(
                    "alternative around choice excuse getting going skipping turning & there",
                    r"(?:there's|there is) no (?:way around|getting around|going back(?! to)|turning back|skipping"
                    r"|excuse"
                    r"|alternative|choice)",
                ),
                kind(
                    "account choice circumstances dare don't",
                    r"under no circumstances|on no account|do(?:n't| not) you dare|don't even think|(?:has|have) no"
                    r" (?:other )?choice",
                ),
                kind(
                    "does & one & get leave move speak stop",
                    r"one (?:does not|doesn't) (?:get up|leave|stop|move|speak)",
                ),
                kind(
                    "through & see",
                    r"see (?:this|it) through",
                ),
                kind(
                    "push & through yourself",
                    r"push (?:yourself|through(?! (?:the|your) (?:\w+ )?(?:wheels|feet|heels|soles|legs|hands|floor)))",
                ),
                kind(
                    "through & only",
                    r"the only way is through",
                ),
                kind(
                    "finish & you",
                    r"finish what you",
                ),
                kind(
                    "don't never not & away break give hesitate interrupt leave let pause quit skip slack stop turn",
                    r"^(?:please |now |and |so )?(?:do not|don't|never) (?:stop|quit|skip|pause|break off|give in"
                    r"|give up|turn away|turn back|interrupt|hesitate|slack|let up|leave (?:the (?:room|mat|exercise"
                    r"|practice|circle|feeling)|until|before|early))(?! (?:taking|your med|if|unless|on yourself|for"
                    r"|near))",
                ),
                kind(
                    "can't must never not & break get give leave opt quit skip stop turn",
                    r"(?:you|we) (?:cannot|can't|may not|must never|are never to) (?:skip|leave|quit|give up|turn"
                    r" back|get up|opt out|break off|stop (?:now|here|until|before|halfway))",
                ),
                kind(
                    "going & keep",
                    r"keep going(?=[.!]|$| (?:until|no matter|even|whatever))",
                ),
                kind(
                    "completed done finished matter",
                    r"until you(?:'ve| have) (?:finished|completed|done)|no matter (?:what|how)[^.\n]{0,25} (?:stay"
                    r"|keep|continue|don't|go on)",
                ),
                kind(
                    "harder",
                    r"try harder|work harder",
                ),
                kind(
                    "give & all",
                    r"give it your all",
                ),
                kind(
                    "might & with & all",
                    r"with all your might",
                ),
                kind(
                    "demand expect insist it's",
                    r"it's (?:high )?time (?:you|that you|to (?:forgive|get over|stop \w+ing|grow up|face))|i (?:expect"
                    r"|insist|demand)",
                ),
            ),
            "«{words}» lays a duty on the listener.",
            use=Use.UNREPORTED,
            in_questions=False,
            unless_before=LazyPattern(
                r"(?:n't\b|\b(?:nothing|nobody|no one|none|no|not|never|without|if|whatever|that|what|things|who|where"
                r"|instructions|some)\b)[^,;:.\n]*$"
            ),
            unless_in_sentence=INVITATION,
        ),
    ),
)


RULES = (_L04, _L05)
