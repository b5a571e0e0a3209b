"""Breath that is made big or held. Records; see `rule.py`."""

from feltsense.check.pattern import Kinds, kind
from feltsense.check.rule import PatternRule, Phrasing
from feltsense.script.diagnostics import Severity
from feltsense.script.lazy_pattern import LazyPattern

_BIG = (
    r"(?:deep|deeper|big|bigger|huge|full|large|really deep|very deep|long deep|nice deep|slow deep|deep cleansing"
    r"|cleansing)"
)
_L30 = PatternRule(
    code="L30",
    severity=Severity.WARNING,
    finds="take a deep breath, fill your lungs completely",
    why="A deep breath on command is soon too much: dizziness and tingling feel like the start of panic.",
    better="One slightly slower breath out, if that is comfortable.",
    phrasings=(
        Phrasing(
            Kinds(
                kind(
                    "big cleansing deep full huge large really & breath inhalation inhale",
                    r"(?:take|taking|have|draw|drawing|with) (?:in )?(?:a |an |another |one |two |three |five |ten "
                    r"|a few |some |several |your |more |last |final |the )*(?:(?:nice|long|slow|very|really),?"
                    rf" )*{_BIG},? (?:\w+ )?(?:breaths?|inhalations?|inhales?)",
                ),
                kind(
                    "big cleansing deep full huge large really & breath inhalation inhale",
                    rf"(?:a|another|one|one more|three) {_BIG} (?:breath|inhale|inhalation|breaths)(?: in)?",
                ),
                kind(
                    "breathe breathing inhale inhaling & completely deep fully way",
                    r"(?:breathe|inhale|breathing|inhaling) (?:in )?(?:very |really |as )?(?:deeply|deep|deeper|fully"
                    r"|completely|all the way in)(?: as you can)?",
                ),
                kind(
                    "fill",
                    r"fill(?:ing)? (?:up )?your (?:lungs|chest|belly|whole body)(?: \w+)?(?: with (?:air|breath))?",
                ),
                kind(
                    "big deep full much & can & you",
                    r"as (?:deep|deeply|much air|big|full) as you can",
                ),
                kind(
                    "deeply fully lungs",
                    r"(?:deeply|fully) (?:breathe|inhale) in|until your lungs are (?:full|empty)",
                ),
            ),
            "«{words}» invites over-breathing.",
            unless_before=LazyPattern(r"\b(?:if|when|whenever|should|asks?|asked)\b[^,;:.\n]*$"),
            unless_after=LazyPattern(
                r"\A(?:(?: in)? (?:may|might|can|could) (?:come|arrive|happen|show)|(?: in)? (?:comes|happens"
                r"|arrives)|,? is not| of (?!air\b)|,? or (?:\w+ )?(?:shallow\w*|light\w*|small|less|not))"
            ),
        ),
        Phrasing(
            Kinds(
                kind(
                    "big deep full huge & breath inhale",
                    r"^(?:and |now |then |one more |another |a )*(?:nice |long |slow |really |very )*(?:big|deep|huge"
                    r"|full)(?: \w+)? (?:breaths?|inhales?)(?: in)?(?=[.!,]|$)",
                ),
                kind(
                    "big deep full & each every next",
                    r"(?:with |on |at )?(?:each|every|your next|the next) (?:nice |slow |long |next |such )*(?:deep"
                    r"|big|full|deepening) (?:breath|inhale|inhalation)",
                ),
                kind(
                    "bigger deep expand swell",
                    r"deepen (?:your|the|each|every) (?:\w+ )?(?:breath\w*|inhale)|let (?:your|the|each)"
                    r" breath(?:ing)? (?:deepen|swell|expand|become deep|grow deep|get (?:deep|bigger)|be deep)(?:er)?",
                ),
                kind(
                    "balloon enlarge expand fill flood inflate puff pump stretch swell & belly breath cage chest"
                    " inhale lung rib",
                    r"(?:expand|stretch|fill|inflate|swell|puff|pump|enlarge|balloon|flood)(?: up| out)? (?:your|the"
                    r"|each|every) (?:\w+ )?(?:lungs?|chest|ribs?|rib ?cage|belly|breath|inhale)[^.\n]{0,40}?(?:as"
                    r" (?:much|far|wide|long|big|full|deep)|completely|fully|all the way|to the (?:brim|top|limit"
                    r"|max\w*|full)|like a balloon|until|with (?:fresh |all the |as much )?(?:air|oxygen)|further"
                    r"|wider|wide|any more|it will)",
                ),
                kind(
                    "air breath chest inhal lung rib & big bottom brim deep every far hard in, last left long much"
                    " until wide",
                    r"(?:breath\w*|inhal\w*|air|lungs?|ribs?|chest)[^.\n]{0,50}?(?:to the (?:very )?(?:brim|bottom"
                    r"|last (?:bit|corner|drop))|until (?:it|you|your|the|there's|there is|they)[^.\n]{0,25}(?:no"
                    r" more|no room|hold|go (?:any )?(?:further|wider)|burst|full|tingle|dizzy)|as (?:far|long|deep"
                    r"|deeply|wide|hard|big|much) as (?:you|it|they) (?:can|possibly|will)|no room left|every (?:last"
                    r" )?(?:corner|inch) of|and in, and in|every last corner)",
                ),
                kind(
                    "air & all",
                    r"all the air (?:there is|you|in the|out|from)",
                ),
                kind(
                    "air & all bigger deeper last more",
                    r"(?:more|bigger|deeper|all the |last )air(?=[.,!]|$)",
                ),
                kind(
                    "top",
                    r"top (?:it|up)[^.\n]{0,12} (?:up|tank|again)",
                ),
                kind(
                    "breathe breathing inhale & deep down faster full harder mean quickly rapidly strongly vigorously",
                    r"(?:breathe|breathing|inhale) (?:\w+ ){0,2}?(?:faster|harder(?! than)|more (?:deeply|strongly"
                    r"|fully"
                    r"|forcefully)|rapidly|quickly|forcefully|vigorously|powerfully|strongly|to the full|deep down"
                    r"|down to your|like you mean it)",
                ),
                kind(
                    "gulp sip suck",
                    r"gulp(?:s)? (?:of |down )?(?:the )?air|suck in|(?:one|another) (?:more |last )?sip (?:of air|on"
                    r" top)|then take one more sip",
                ),
                kind(
                    "more & breathe inhale take",
                    r"(?:take|breathe|inhale) (?:in )?(?:even )?more(?: air| than)",
                ),
                kind(
                    "drink empty fire holotropic hyperventilat sniff",
                    r"sniff up|drink (?:in )?the air|hyperventilat\w*|breath of fire|holotropic|empty (?:your lungs"
                    r"|yourself of air|out all)",
                ),
                kind(
                    "blow force press push squeeze & all every",
                    r"(?:push|force|squeeze|blow|press) (?:out )?(?:all|every (?:last )?(?:bit|drop)) (?:of )?(?:the"
                    r"|your|air)?(?: air| breath)?",
                ),
                kind(
                    "huge",
                    r"huge breath",
                ),
            ),
            "«{words}» invites over-breathing.",
            unless_before=LazyPattern(
                r"\b(?:if|when|whenever|should|asks?|asked|maybe|perhaps|may|might)\b[^,;:.\n]*$"
            ),
        ),
    ),
)

RULES = (_L30,)
