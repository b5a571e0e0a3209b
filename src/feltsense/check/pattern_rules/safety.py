"""Safety, promised. Records; see `rule.py`."""

from feltsense.check.pattern import Kinds, kind
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
                    r" you to) (?:stop|skip|move|leave|pause|open|say|assume|bet|use|eat|drink|cross))|you(?:'re|"
                    rf" are) {_WHOLLY}in (?:a|your) safe (?:space|place)|your (?:body|mind) is {_WHOLLY}safe",
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
        Phrasing(
            Kinds(
                kind(
                    "attack bother find follow frighten get harm hurt reach touch & able can't has longer never not"
                    " will won't & you",
                    r"(?:can't|cannot|can no longer|won't|will not|will never|can never|could never|will no longer"
                    r"|may not|has no way to|is not able to) (?:ever )?(?:hurt|harm|touch|reach|get (?:at|to|near)"
                    r"|find|follow|attack|frighten|bother) you(?! (?:to|if|in the|an?|the)\b)",
                ),
                kind(
                    "can't cannot won't & back come fall get",
                    r"(?:can't|cannot|won't) (?:get in|come in|come back|fall)(?=[.,!;]|$| (?:here|now|again))",
                ),
                kind(
                    "attack bother come disturb enter find follow frighten get happen harm hurt judge mean near pass"
                    " reach strike touch wrong & arrow body danger enemy evil harm monster one storm stranger thing"
                    " threat & able can could gets going may will",
                    r"(?:nothing|no ?thing|no (?:evil|harm|danger|threat|storm|enemy|monster|arrow|stranger|one|body)"
                    r"|nobody|no-one) (?:\w+ ){0,3}?(?:can|could|will|gets|may|is going to|is able to) (?:\w+ )?(?:go"
                    r" wrong|touch|reach|get in|get at|harm|hurt|bother|disturb you|attack|find you|come in|come near"
                    r"|enter|strike|pass|judge you|be mean|follow|frighten|happen to you|(?<!may\s)come(?=[.!,]|$))",
                ),
                kind(
                    "danger enem monster storm threat trouble war worst & away been behind gone over passed past",
                    r"(?:danger|threat|storm|war|worst|trouble|monsters?|enem(?:y|ies)) (?:\w+ )?(?:is|are|has|have)"
                    r" (?:\w+ )?(?:over|past|passed|gone|behind you|been over|far away)(?! (?:the|a|at|by) )",
                ),
                kind(
                    "coast",
                    r"coast is clear",
                ),
                kind(
                    "danger harm's reach & out",
                    r"out of (?:harm's way|danger|reach of (?:harm|danger|everyone|anyone|them|him|her))",
                ),
                kind(
                    "beyond danger harm risk threat",
                    r"beyond the reach of|(?:there's|there is) no (?:danger|threat|harm|risk)(?! (?:in (?:stopping"
                    r"|pausing)))|nothing dangerous",
                ),
                kind(
                    "afraid guard protect scared watch & nothing",
                    r"nothing (?:left )?to (?:watch for|guard against|be afraid of|be scared of|protect)",
                ),
                kind(
                    "need reason & afraid fear guard scared vigilant watch worry",
                    r"no (?:need|reason) to (?:be afraid|be scared|fear|be on guard|keep watch|worry"
                    r"|be vigilant)(?! about (?:doing|getting|whether|how|if)\b)",
                ),
                kind(
                    "defen guard shield",
                    r"your guard (?:can|may) (?:go|come down|rest|drop)|(?:drop|lower|let down) (?:your guard|every"
                    r" shield|all your defen[cs]es)",
                ),
                kind(
                    "best good loving safe & hands",
                    r"in (?:good|safe|the best|loving) hands",
                ),
                kind(
                    "complete earth got perfectly protected protection safe secure security sheltered shielded",
                    r"(?:in|with) (?:complete|total|perfect|full|absolute) (?:safety|security|protection)|complete"
                    r" safety|perfectly safe|(?:safe|sheltered|protected|shielded|secure) (?:and sound|at last|as can"
                    r" be|with me|in here|in these|from (?:all|every|everything|any|the world|harm))|(?:i've|we've|i"
                    r" have|the earth has) got you|the earth has you",
                ),
                kind(
                    "assured promise trust word",
                    r"(?:rest assured|trust me|you have my word|be assured|i promise you)",
                ),
                kind(
                    "gold light love protection safety & armo bubble circle cloak dome ring shield wall",
                    r"(?:wall|bubble|circle|shield|cloak|ring|dome|armou?r) of (?:\w+ )?(?:light|safety|protection"
                    r"|love|gold) (?:\w+ )?(?:protects|surrounds|stands|keeps|holds|guards|is around|shields|wraps)",
                ),
                kind(
                    "bad danger evil harm impossible protected safe",
                    r"nothing bad (?:can|will|could|is going to)|impossible for (?:anything|anyone|something)|kept"
                    r" from (?:every|all|any) (?:evil|harm|danger)|(?:tell|say to|remind|repeat"
                    r"|whisper)[^.\n]{0,40}i(?:'m| am) (?:\w+ )?(?:safe|protected)",
                ),
                kind(
                    "long & are follow hear listen stay & you",
                    r"(?:as|so) long as you (?:hear|listen|stay|follow|are with)[^,\n]{0,30}, (?:nothing|no|you(?:'re"
                    r"| are) safe)",
                ),
                kind(
                    "harbor harbour haven refuge safe sanctuary",
                    r"(?:feel|feeling) (?:completely|totally|perfectly|utterly|fully|so) safe|how safe (?:you|it"
                    r"|this)|feel safe(?=[.!]|$| (?:here|now|again))|it(?:'s| is) (?:now |completely |perfectly"
                    r" )?safe to (?:feel|let go|close|sleep|rest|relax|open up|trust|surrender|be seen|drop)|(?:a"
                    r"|this|your) (?:harbour|harbor|refuge|haven|sanctuary) where (?:no|nothing)|safe (?:harbour"
                    r"|harbor|haven)(?: where| here)?",
                ),
            ),
            "«{words}» promises what nobody can know.",
            use=Use.UNREPORTED,
            in_questions=False,
            unless_before=LazyPattern(
                r"\b(?:check|unless|wish|may|make|somewhere|someone|people|place|whom|who|with|not|never|don't|no"
                r" need|whether|you need not|need to|want to|supposed to|have to)\b[^,;:.\n]*$"
            ),
        ),
    ),
)


RULES = (_L08,)
