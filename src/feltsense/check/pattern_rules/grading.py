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
                    r"|effort)",
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
    ),
)


RULES = (_L31,)
