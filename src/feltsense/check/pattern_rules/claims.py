"""Claims, promises and slogans: what a script states that nobody can know. Records; see `rule.py`."""

from feltsense.check.pattern import Kinds, kind, words
from feltsense.check.rule import PatternRule, Phrasing, Use
from feltsense.script.diagnostics import Severity
from feltsense.script.lazy_pattern import LazyPattern

_WHOLLY = r"(?:completely |perfectly |totally |absolutely |always |now |entirely |truly |very |quite )*"
_L08 = PatternRule(
    code="L08",
    severity=Severity.ERROR,
    finds="you are safe, nothing can hurt you",
    why=(
        "We cannot know. For someone who is not safe, or was not when told so, the promise is a reason to stop"
        " listening."
    ),
    better="Is there anything here that needs your attention?",
    phrasings=(
        Phrasing(
            Kinds(
                kind(
                    "danger protected safe secure",
                    rf"you(?:'re| are)(?: all)? (?:\w+ and )?{_WHOLLY}(?:safe|protected|out of danger|secure|in no"
                    r" danger)(?! (?:to|enough to) (?:stop|move|leave))|(?:this|here|it)(?:'s| is) (?:all"
                    rf" )?{_WHOLLY}(?:an? )?(?:\w+ )?(?:safe)(?: (?:space|place|room|container|haven))?(?! (?:to|for"
                    rf" you to) (?:stop|skip|move|leave|pause|open))|you(?:'re| are) {_WHOLLY}in (?:a|your) safe"
                    rf" (?:space|place)|your (?:body|mind) is {_WHOLLY}safe",
                ),
                kind(
                    "safe well & all",
                    r"all is (?:safe|well)",
                ),
                kind(
                    "protected safe",
                    r"everything is safe|you can be sure that you are safe|you will be (?:safe|protected)|we are safe"
                    r" here",
                ),
            ),
            "«{words}» promises what nobody can know.",
            use=Use.UNCONDITIONAL,
            unless_before=LazyPattern(r"\b(?:check|sure|feels?|unless|wish|may|make|somewhere|place)\b[^,;:.\n]*$"),
        ),
        Phrasing(
            Kinds(
                kind(
                    "come disturb get happen harm hurt reach threaten touch & harm nobody nothing one & able can"
                    " could going will would",
                    r"(?:nothing|nobody|no one|no-one|no harm) (?:here |bad |in this \w+ )*(?:can|could|will|is going"
                    r" to|is able to|would) (?:ever )?(?:hurt|harm|touch|reach|get|happen to|come to|threaten"
                    r"|disturb)(?: \w+)?",
                ),
                kind(
                    "afraid danger fear scared worry",
                    r"there(?:'s| is) (?:nothing|no reason) to (?:fear|be afraid(?: of)?|be scared(?: of)?|worry"
                    r" about)|no danger here",
                ),
            ),
            "«{words}» promises what nobody can know.",
            use=Use.UNREPORTED,
        ),
    ),
)

_ILLS = words(
    "anxiety depression loneliness trauma ptsd insomnia panic pain illness disease wounds grief stress"
    " addiction disorders inner nervous brain past heart soul body"
)
_PRACTICE = (
    r"(?:this|it|these|the|our) ?(?:\w+ )?(?:exercises?|practices?|meditations?|scans?|breath|breathing|breaths"
    r"|techniques?|method|audio|session|script|sounds?|voice|music)?"
)
_L09 = PatternRule(
    code="L09",
    severity=Severity.ERROR,
    finds="heals, cures, treats, rewires, releases trauma, clinically proven, instead of therapy",
    why="An exercise is no treatment. Claims cost trust, and they may keep somebody from the help they need.",
    better="Some people find this steadying.",
    phrasings=(
        Phrasing(
            Kinds(
                kind(
                    "anxiety clinically cure curing depression detoxes doctor heal medically medication medicine"
                    " proven reset rewir science scientifically therapist therapy toxins trauma treat",
                    rf"{_PRACTICE}(?: \w+)? (?:will |can |does |is )?(?:heal|heals|healing|cure|cures|curing|rewires?"
                    r"|rewiring|treats|detoxes)(?! (?:you|them|your|yourself|everyone|all) (?:kindly|gently|well"
                    r"|like|with|as))|(?:heal|heals|healing|cure|cures|curing) (?:your |the |of |all |from |any"
                    rf" )*(?:\w+ )?{_ILLS}|rewir(?:e|es|ing) (?:your|the) (?:\w+ )?(?:brain|mind|nerves|nervous"
                    r" system)|treats? (?:anxiety|depression|trauma|ptsd|insomnia)|(?:releas(?:e|es|ing)|clears?"
                    r"|eliminat(?:e|es)|eras(?:e|es)|removes?) (?:\w+ )?(?:trauma|depression|anxiety|toxins)"
                    r"|(?:clinically|scientifically|medically) (?:proven|tested|shown)|proven (?:to|by science)"
                    r"|science has proven|(?:instead of|replaces?|as good as|better than|no need for|substitute for"
                    r"|alternative to) (?:your |any |a )?(?:therapy|therapist|medication|medicine|treatment|doctor)"
                    r"|healing (?:meditations?|practices?|exercises?|journey|session|sounds?|music|frequenc\w+"
                    r"|breath|audio)|reset(?:s|ting)? your (?:nervous system|vagus nerve|brain)",
                ),
            ),
            "«{words}» is a medical claim.",
            in_questions=False,
            unless_before=LazyPattern(r"\b(?:wounds?|bones?|skin|trees?|cuts?|time|may|might)\b[^\n]*$"),
            label_message="«{words}» in the {key} is a medical claim.",
        ),
    ),
)


_THIS = r"(?:this|it|that|these|the)(?: \w+)?(?: \w+)?"
_L44 = PatternRule(
    code="L44",
    severity=Severity.NOTE,
    finds="this will take away, by the end you will",
    why="What is promised and does not come is the listener’s failure once more.",
    better="Some people notice a change, some don’t.",
    phrasings=(
        Phrasing(
            Kinds(
                kind(
                    "going guaranteed will & away bring calm change cure ease end erase fix free heal help leave lift"
                    " make melt relax remove solve soothe stop transform wash",
                    rf"{_THIS} (?:will|is going to|is guaranteed to) (?:(?!not )\w+ )?(?:take away|remove|make you"
                    r"|help you|calm|relax|fix|solve|erase|end|free you|soothe|transform|change your|ease|lift your"
                    r"|bring you (?:peace|calm|joy)|leave you|dissolve|heal|cure|stop the|melt|wash)",
                ),
                kind(
                    "'ll going will & you",
                    r"(?:by|at|before|after) (?:the end|the time (?:we|you) (?:finish|are done))?(?: of)? ?(?:this"
                    r"|these|the|it)?(?: \w+)?(?: \w+)?,? ?(?:you(?:'ll| will)|you are going to) (?:feel|be|have|find"
                    r"|no longer|sleep|never)",
                ),
                kind(
                    "better calm connected free happier happy less lighter loved peace refreshed relaxed rested whole"
                    " & will you'll",
                    r"you(?:'ll| will) (?:soon |immediately |instantly |definitely |always |never again |surely"
                    r" )*(?:feel|be|find yourself|become|sleep) (?:much |so |a lot |completely |deeply |more |far "
                    r"|very )*(?:better|calm|calmer|relaxed|peaceful|refreshed|happy|happier|connected|loved|lighter"
                    r"|rested|free|whole|at peace|less alone)",
                ),
                kind(
                    "guarantee",
                    r"guarantee[ds]?",
                ),
                kind(
                    "never & feel",
                    r"you(?:'ll| will) never (?:again )?feel",
                ),
                kind(
                    "anxiety loneliness pain sadness stress works worries",
                    r"your (?:\w+ )?(?:loneliness|anxiety|pain|worries|stress|sadness) (?:will|is going to) (?:\w+"
                    r" )?(?:go|disappear|vanish|be gone|melt|dissolve|end|leave)|works (?:every time|for everyone"
                    r"|within minutes|instantly)",
                ),
            ),
            "«{words}» promises an effect.",
            in_questions=False,
            unless_before=LazyPattern(r"\b(?:if|whether|when|may|might|nobody)\b[^,;:.\n]*$"),
            label_message="«{words}» in the {key} promises an effect.",
        ),
    ),
)


RULES = (_L08, _L09, _L44)
