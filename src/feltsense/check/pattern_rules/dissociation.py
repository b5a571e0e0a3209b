"""Words that lead out of the body. Records; see `rule.py`."""

from feltsense.check.pattern import Kinds, kind
from feltsense.check.rule import PatternRule, Phrasing
from feltsense.script.diagnostics import Severity
from feltsense.script.lazy_pattern import LazyPattern

_L39 = PatternRule(
    code="L39",
    severity=Severity.WARNING,
    finds="float away, leave your body, dissolve",
    why="For whoever dissociates it is no image but what happens to them. It leads away from what helps.",
    better="You might feel the edges of your body against the chair.",
    phrasings=(
        Phrasing(
            Kinds(
                kind(
                    "longer",
                    r"no longer in (?:this|the|your) (?:room|place|world|chair)",
                ),
                kind(
                    "drift float fly hover soar",
                    r"(?<!the\s)(?<!\sa\s)(?:float|floating|drift|drifting|fly|flying|hover\w*|soar\w*) (?:\w+"
                    r" )?(?:away|up|out|above|off|upwards?|weightless(?:ly)?|in space)(?! (?:and down|the (?:street"
                    r"|road)))",
                ),
                kind(
                    "body & above exit leave leaving move out rise rising step",
                    r"(?:leave|leaving|exit|step out of|stepping out of|move out of|rise out of|rise above|rising"
                    r" above|out of|outside of|outside) (?:of )?(?:your|the|this) (?:physical )?body(?! (?:alone|out))",
                ),
                kind(
                    "become blur disappear dissolv evaporat fad melt vanish weightless",
                    r"(?:your|the) (?:\w+ )?(?:body|bodies|self|edges|boundaries|borders|outline|skin|arms|legs|hands"
                    r"|limbs) (?:(?:is|are|begins?|starts?|slowly|gently|can|will|may|might|could|all|now|to)"
                    r" )*(?:dissolv\w+|disappear\w*|vanish\w*|fad(?:e|es|ing)(?: away)?|evaporat\w+|blur\w*|melts?"
                    r" away|melting away)|(?:dissolve|disappear|vanish|evaporate|become nothing|become weightless)(?:"
                    r" (?:into|away|completely|slowly|in))?(?= |[.!,]|$)(?! (?:the|a|any) (?:knot|sugar|salt))",
                ),
                kind(
                    "body yourself & down observe see view watch",
                    r"(?:look(?:ing)? down|see|watch|view|observe) (?:at |on |upon )?(?:yourself|your (?:own )?body)"
                    r" (?:from (?:above|outside|the (?:ceiling|corner|door|sky)|afar|a distance|far away)|as (?:if"
                    r"|though) (?:it|you|from)|like (?:a stranger|another))",
                ),
                kind(
                    "body & longer not you're",
                    r"(?:no longer|you are not|you're not) (?:(?:in|inside) )?(?:the|your|this|a) body(?!')",
                ),
                kind(
                    "body",
                    r"(?:there is |with |you have )?no body(?=[,.;!])",
                ),
                kind(
                    "without & body",
                    r"without a body",
                ),
                kind(
                    "above",
                    r"above your (?:own )?body",
                ),
                kind(
                    "longer",
                    r"no longer you(?=[.,!])",
                ),
                kind(
                    "belong & doesn't don't longer",
                    r"(?:hands|arms|legs|feet|body) (?:no longer|don't|doesn't) belongs? to you",
                ),
                kind(
                    "yourself & out",
                    r"(?:step|slip|walk|climb|rise) (?:right )?out(?:side)? of yourself",
                ),
                kind(
                    "yourself & leave",
                    r"leave yourself behind",
                ),
                kind(
                    "disappear dissolv fade fall melt soul wash",
                    r"(?:your|the) soul (?:\w+ ){0,2}?(?:ris\w+|leav\w+|hover\w*|slip\w*|fl(?:y|ies)|lift\w*|soar\w*"
                    r"|travel\w*)|(?:boundar(?:y|ies)|borders?|edges?|line|outlines?) (?:between you and|of"
                    r" you)\b[^\n.;,]{0,30}(?:fall|fade|dissolv|wash|melt|disappear)\w*",
                ),
                kind(
                    "disappeared dissolved gone melted vanished & arms body feet hands legs",
                    r"(?:legs|arms|hands|feet|body) (?:have|has) (?:vanished|disappeared|gone|dissolved|melted)",
                ),
                kind(
                    "left remains & nothing",
                    r"nothing of you (?:is left|remains)|nothing (?:is left|remains) of you",
                ),
                kind(
                    "into till until & thin",
                    r"thin out (?:until|till|into)",
                ),
                kind(
                    "air awareness breath drop emptiness invisible mist ocean see-through sky smoke space "
                    "thought transparent universe void weightless & are become becoming into you're",
                    r"(?:become|becoming|you're|you are|turn into) (?:now |only |just |pure |nothing but |as )*(?:air"
                    r"|smoke|mist|space|transparent|see-through|invisible|weightless|awareness|breath|thought|the"
                    r" (?:vast )?(?:sky|ocean|void|universe|emptiness)|a drop)(?=[.,;!]|$| (?:now|only|going|without"
                    r"|in the))",
                ),
                kind(
                    "mind & away else",
                    r"(?:somewhere else|far away) in your mind",
                ),
                kind(
                    "become",
                    r"become part of the (?:chair|bed|floor|air|sky)",
                ),
                kind(
                    "awareness feeling sense & lose",
                    r"lose (?:all |any )?(?:sense|awareness|feeling) of your body",
                ),
                kind(
                    "have longer & body",
                    r"you (?:no longer have|have no) (?:a )?body",
                ),
                kind(
                    "are become becoming merge merging & cosmos everything light sky that universe",
                    r"(?:become|becoming|merge|merging|you are) (?:one )?with (?:the universe|everything|all that is"
                    r"|the light|the sky|the cosmos)",
                ),
                kind(
                    "float",
                    r"(?:you(?:'re| are)|yourself|your body) (?:now )?float(?:s|ing)?(?: (?:on|above|in|like|freely"
                    r"|through))?",
                ),
            ),
            "«{words}» leads out of the body.",
            unless_before=LazyPattern(
                r"\b(?:if|some|another|others|thoughts?|clouds?|lea(?:f|ves)|sounds?|boats?|balloons?|birds?|gulls?"
                r"|larks?|skylark|kites?|hawks?|something|attention|light"
                r"|feathers?|words?|worr(?:y|ies)|smoke|mist|fog|snow|steam|sugar|tablet|it|they|them|image|picture"
                r"|petals?|ice|tension|knots?|air|breaths?|warmth|heat|sensations?|in and|birds?)\b[^.;\n]*$"
            ),
        ),
    ),
)


RULES = (_L39,)
