"""Praise, and right and wrong. Records; see `rule.py`."""

from feltsense.check.pattern import Kinds, kind
from feltsense.check.rule import PatternRule, Phrasing, Use
from feltsense.script.diagnostics import Severity
from feltsense.script.lazy_pattern import LazyPattern

_L31 = PatternRule(
    code="L31",
    severity=Severity.WARNING,
    finds="good job, perfect, correctly, the right way, empty your mind",
    why="Where something can be done right, it can be done wrong. Praise from a recording is given to nobody.",
    better="However that was, you were here for it.",
    phrasings=(
        Phrasing(
            Kinds(
                kind(
                    "effort job work & amazing beautiful brilliant excellent fantastic good great nice wonderful",
                    r"(?:good|great|excellent|wonderful|nice|amazing|fantastic|brilliant|beautiful) (?:job|work"
                    r"|effort)(?! (?:that|you|we|it|they|he|she|i|the|there|nobody|no one|is|of)\b)",
                ),
                kind(
                    "bravo done",
                    r"^well done|bravo",
                ),
                kind(
                    "doing & are you're",
                    r"you(?:'re| are) doing (?:so |really |very |just )?(?:it )?(?:great|well|fine|perfectly|right"
                    r"|amazing|wonderfully|good)",
                ),
                kind(
                    "did & you",
                    r"you did (?:it|well|great|that well)",
                ),
                kind(
                    "excellent fantastic good great lovely perfect that's very wonderful",
                    r"^(?:perfect|excellent|very good|that's it|good|great|wonderful|fantastic|lovely)(?=[.!](?:\s|$)"
                    r"|$)",
                ),
                kind(
                    "excellent perfect very & that this was",
                    r"(?:that's|that is|that was|this is) (?:perfect|excellent|very good)",
                ),
                kind(
                    "correctly",
                    r"correctly",
                ),
                kind(
                    "properly right",
                    r"do (?:it|this) (?:right|properly)",
                ),
                kind(
                    "correct proper right & posture technique way",
                    r"the (?:right|correct|proper) (?:way|posture|technique)(?! round)",
                ),
                kind(
                    "correct perfectly",
                    r"(?:breathe|sit|do (?:it|this|that)|feel|move|stand) (?:\w+ )?perfectly|in the correct",
                ),
                kind(
                    "right & you",
                    r"if you do (?:it|this) right",
                ),
                kind(
                    "beautifully congratulations done nicely proud succeeded that's",
                    r"i(?:'m| am) proud of you|congratulations|you (?:have )?succeeded|^(?:that's right|nicely done"
                    r"|beautifully done)(?=[.!])|you(?:'ve| have) done (?:so )?(?:brilliantly|well|great)",
                ),
            ),
            "«{words}» makes failing possible.",
            in_questions=False,
            unless_before=LazyPattern(r"\b(?:if|whether|as if|when|nobody|about)\b[^,;:.\n]*$"),
        ),
        Phrasing(
            Kinds(
                kind(
                    "keep & head mind",
                    r"keep (?:your|the) (?:mind|head) (?:empty|clear|blank|quiet|still)",
                ),
                kind(
                    "blank clear empty quiet silence still & head mind thinking thoughts & the your",
                    r"(?:empty|clear|quiet|quieten|silence|still|blank) (?:out )?(?:your|the) (?:mind|thoughts|head"
                    r"|thinking)",
                ),
                kind(
                    "thinking",
                    r"stop thinking",
                ),
                kind(
                    "think & nothing",
                    r"think (?:of|about) nothing",
                ),
                kind(
                    "blank empty silent & let make",
                    r"(?:let|make) your mind (?:go |become |be )?(?:blank|empty|silent)",
                ),
                kind(
                    "banish thoughts",
                    r"push (?:away|out) (?:all |your |any )*thoughts|banish (?:all |your )*thoughts",
                ),
                kind(
                    "don't & think",
                    r"don't think",
                ),
                kind(
                    "think & not",
                    r"do not think",
                ),
                kind(
                    "thoughts & push",
                    r"push (?:all |your |any |those |the )*thoughts (?:away|aside|out)",
                ),
            ),
            "«{words}» makes failing possible.",
            use=Use.ORDERED,
        ),
        Phrasing(
            Kinds(
                kind(
                    "ten & out",
                    r"ten out of ten",
                ),
                kind(
                    "way",
                    r"^way to go",
                ),
                kind(
                    "keep",
                    r"keep (?:it up|up the good)",
                ),
                kind(
                    "better brave champion getting good natural pro star talented & are you're & you",
                    r"you(?:'re| are) (?:a natural|a star|a pro|a champion|getting (?:better|good|the hang)|so"
                    r" (?:good|brave|talented)|better at this)",
                ),
                kind(
                    "boy child girl kid lad lass & clever good that's there's",
                    r"^(?:good|clever|that's my|there's a good|what a good) (?:girl|boy|lad|lass|kid|child)",
                ),
                kind(
                    "aced crushed gold hooray marks nailed rocked smashed",
                    r"full marks|gold stars?(?! (?:are )?(?:for the|on the)\b)|top marks|you (?:really )?(?:crushed"
                    r"|nailed|smashed|aced|rocked) (?:it"
                    r"|this|that)|hooray",
                ),
                kind(
                    "earned got mastered passed & have you've",
                    r"you(?:'ve| have) (?:got (?:it|the hang)|mastered|passed|earned)",
                ),
                kind(
                    "knew",
                    r"i knew you (?:could|would)",
                ),
                kind(
                    "well & how",
                    r"how well you",
                ),
                kind(
                    "best exactly just quite respond that's",
                    r"you respond (?:so )?well|best (?:session|one) yet|that's the (?:way|spirit)|that's how (?:it's"
                    r" done|you do it)|that's better|(?:exactly|just|quite) right(?! too\b)",
                ),
                kind(
                    "have & now",
                    r"now you have it",
                ),
                kind(
                    "proud",
                    r"proud of (?:you|yourself)",
                ),
                kind(
                    "pat & yourself",
                    r"pat yourself",
                ),
                kind(
                    "impressive",
                    r"^impressive|(?:very|most|how|was) impressive",
                ),
                kind(
                    "give & yourself",
                    r"give yourself a (?:pat|gold|round)",
                ),
                kind(
                    "everyone",
                    r"not everyone (?:is able to|can|manages to) (?:do|reach|hold|keep|get)",
                ),
                kind(
                    "correctly properly right wrong",
                    r"(?:do|did|done|feel|breathe|sit|listen|relax|practi[cs]e|rest|meditate|prays?|follow) (?:it "
                    r"|this |that )?(?:\w+ )?(?:properly|correctly|rightly|the right way|the wrong way)",
                ),
                kind(
                    "until & you",
                    r"until you (?:get|have|do) it(?: right)?",
                ),
                kind(
                    "until & they you",
                    r"until (?:they|you) do(?=[.!]|$)",
                ),
                kind(
                    "concentrating doing trying & are been you're you've",
                    r"(?:you(?:'re| are)|you've been|been) (?:\w+ )?(?:doing (?:it|this|that|something) wrong|trying"
                    r" too hard|not (?:trying|concentrating) (?:hard )?enough)",
                ),
                kind(
                    "like & not",
                    r"^(?:no, )?not like that",
                ),
                kind(
                    "perfect try",
                    r"practi[cs]e makes perfect|try (?:it )?again(?:,| until| and)",
                ),
                kind(
                    "begin start & from over",
                    r"(?:start|begin) (?:over(?=[.!]|$)|again from the)",
                ),
                kind(
                    "correct ideal perfect proper right wrong & attitude breath form method position posture state"
                    " technique way",
                    r"(?:a|the|only) (?:correct|proper|ideal|perfect|right|wrong) (?:posture|breath|breathing|method"
                    r"|form|position|attitude|state|technique|way to|way of)",
                ),
                kind(
                    "condition correct doing perfect success",
                    r"correct (?:posture|breathing|form|position)|perfect (?:posture|stillness|silence|form|focus"
                    r"|concentration|breath)|condition for success|(?:key|secret) to (?:success|doing)",
                ),
                kind(
                    "beginner fail listener meditator practitioner pupil student yogi",
                    r"(?:advanced|good|serious|real|true|better|skilled|experienced) (?:students?|practitioners?"
                    r"|meditators?|yogis?|listeners?|pupils?) (?:\w+ )?(?:will|do|does|don't|can|feel|know|never|sit"
                    r"|is|are|follows?)|beginners? (?:\w+ )?(?:fail|struggle|cannot|can't)|those who fail|you (?:have"
                    r" )?failed|who fails?",
                ),
                kind(
                    "crying distraction falling moving stopping thinking thought wandering & allowed cheating failing"
                    " failure laziness mistake weakness",
                    r"(?:thinking|wandering|moving|stopping|crying|distraction|a thought|falling asleep) is (?:\w+"
                    r" )?(?:failure|failing|weakness|a mistake|cheating|laziness|not allowed)",
                ),
                kind(
                    "thought",
                    r"no (?:more )?thoughts?(?: at all| any more|[.!])",
                ),
                kind(
                    "brain chatter head inner mental mind thinking thought & banish block chase clear cut delete"
                    " dismiss drive drop eliminate erase expel kill off rid shut silence stop switch wipe",
                    r"(?:stop|silence|switch off|turn off|shut off|shut down|kill|drop|erase|delete|block(?: out)?"
                    r"|wipe(?: out| away)?|eliminate|get rid of|clear away|shut out|chase away|drive out|expel"
                    r"|dismiss|cut off|banish) (?:all |your |any |every |the |those |that |of )*(?:thinking|thoughts?"
                    r"|mind|inner (?:voice|chatter)|chatter|head|brain|mental noise)",
                ),
                kind(
                    "thought & not",
                    r"not (?:a|one) (?:single )?thought",
                ),
                kind(
                    "thought & without",
                    r"without (?:a single|one|any) (?:wandering )?thoughts?",
                ),
                kind(
                    "blank free ripple thought & head mind",
                    r"(?:mind|head) (?:\w+ )?(?:blank|without a (?:ripple|thought)|free of thoughts?)",
                ),
                kind(
                    "ripple",
                    r"(?:a )?silence without (?:one|a) ripple",
                ),
                kind(
                    "thought & allowed forbidden welcome",
                    r"thoughts? (?:are|is) (?:forbidden|not allowed|not welcome)",
                ),
                kind(
                    "scattered thoughts wandering",
                    r"(?:a )?(?:wandering|scattered) (?:mind|heart) (?:is (?:a|not)|offers|fails|cannot)|had no"
                    r" thoughts",
                ),
                kind(
                    "don't & let",
                    r"don't let your (?:mind|thoughts|attention) (?:wander|drift|stray)",
                ),
                kind(
                    "beat break improve top",
                    r"(?:beat|break|top|improve) (?:it|your (?:score|record|time|best))",
                ),
                kind(
                    "best everyone longest others personal record score",
                    r"score your|personal best|new record|longest streak|(?:who|whoever) (?:can |does (?:it|this)"
                    r" )(?:\w+ )?(?:best|longest)|everyone else (?:has|is|can|manages|felt)|others (?:have|are)"
                    r" already",
                ),
                kind(
                    "better & before last others yesterday",
                    r"better than (?:last time|before|yesterday|the others)",
                ),
                kind(
                    "should & already now",
                    r"you should (?:have|be) (?:\w+ )?(?:by now|already)",
                ),
                kind(
                    "aim done goal got managed reached target",
                    r"have you (?:reached|managed|got) it|(?:the|your) (?:aim|goal|target) is (?:a |an |to"
                    r" )(?:\w+ )?(?:silence|silent|empty|blank|still|perfect|reach|stop|feel)",
                ),
            ),
            "«{words}» makes failing possible.",
            use=Use.UNREPORTED,
            unless_before=LazyPattern(
                r"(?:n't\b|\b(?:not|never|nobody|no|without|neither|need to|have to|cannot|there's|about|trying)\b)"
                r"[^,;:.\n]*$"
            ),
        ),
    ),
)


RULES = (_L31,)
