"""Hypnotic suggestion. Records; see `rule.py`."""

from feltsense.check.pattern import Kinds, gap, kind
from feltsense.check.rule import PatternRule, Phrasing, Use
from feltsense.check.wording import INVITATION
from feltsense.script.diagnostics import Severity
from feltsense.script.lazy_pattern import LazyPattern

_L38 = PatternRule(
    code="L38",
    severity=Severity.WARNING,
    finds="deeper and deeper, heavier and heavier, countdown to sleep",
    why="It takes the steering wheel away. Who has been overpowered notices that first.",
    better="There may be a little more weight in the chair, if it’s there.",
    phrasings=(
        Phrasing(
            Kinds(
                kind(
                    "calmer deeper drowsier heavier lighter looser relaxed sleepier softer warmer & and",
                    r"(?P<more>deeper|heavier|sleepier|drowsier|lighter|calmer|softer|looser|warmer|more relaxed)(?:"
                    r" still)?,? and (?P=more)",
                ),
                kind(
                    "deeper,",
                    r"deeper, deeper",
                ),
                kind(
                    "more & calm deeply drowsy ease heavy relaxed sleepy tired",
                    r"more and more (?:relaxed|drowsy|sleepy|deeply|tired|heavy|at ease|calm)",
                ),
                kind(
                    "deeper heavier & ever",
                    r"ever (?:deeper|heavier)",
                ),
                kind(
                    "count & backward down from",
                    r"i(?:'ll| will|'m going to| am going to| shall)? (?:now )?(?:count|counting|be counting) (?:you"
                    r" )?(?:down|backwards?|from (?:ten|five|twenty|three|10|5|20|3))",
                ),
                kind(
                    "each every & count number step",
                    r"(?:with|on|at) (?:each|every) (?:number|count|step)(?: down)?,? (?:you|your)",
                ),
                kind(
                    "when & get reach say",
                    r"when i (?:reach|get to|say) (?:one|zero|the number)",
                ),
                kind(
                    "reach & time",
                    r"by the time i reach",
                ),
                kind(
                    "becoming feeling getting growing & drowsy heavy sleepy tired",
                    r"(?:you(?:'re| are)|your \w+ (?:is|are)|eyelids are) (?:getting |growing |becoming |feeling"
                    r" )(?:very |so |more )*(?:sleepy|drowsy|heavy|tired)",
                ),
                kind(
                    "deep drift fall trance",
                    r"(?:sink|sinking|drift|drifting|fall|falling|drop|dropping) (?:down )?(?:even )?(?:deep|deeper"
                    r"|deeply) (?:and|into|down|asleep|still|now)|(?:fall|drift|drifting|falling) (?:off )?(?:in)?to"
                    r" (?:a )?(?:deep |peaceful )*sleep|(?:go|going|take you) (?:even )?deeper(?=[.!,]|$| (?:and|into"
                    r" (?:relaxation|trance|sleep|calm)))|deep trance",
                ),
                kind(
                    "count & the",
                    r"on the count of",
                ),
                kind(
                    "count & when",
                    r"when i count",
                ),
                kind(
                    "deeper",
                    r"sink(?:ing)? (?:even )?deeper(?=[.!,]|$)",
                ),
            ),
            "«{words}» is hypnotic suggestion.",
            in_questions=False,
            unless_before=LazyPattern(r"\b(?:if|when you|whether|may|might|could)\b[^,;:.\n]*$"),
        ),
        Phrasing(
            Kinds(
                kind(
                    "dreamier fainter farther further limper lower sleepier softer weaker",
                    r"(?P<again>further|farther|slower|lower|dreamier|weaker|limper|sleepier|fainter|softer),? (?:and"
                    r" (?:still |ever )?)?(?P=again)",
                ),
                kind(
                    "down",
                    r"down(?:,| and) down",
                ),
                kind(
                    "deep drowsy far heavy sleepy",
                    r"(?:deep|heavy|sleepy|far|drowsy), (?:\w+, )?(?:deep|heavy|sleepy|far|drowsy)",
                ),
                kind(
                    "deeper drowsier heavier sleepier & each every",
                    r"(?:deeper|heavier|sleepier|drowsier) (?:with|at|on|after) (?:every|each)",
                ),
                kind(
                    "more & comfortable distant hypnoti limp loose peaceful quiet still weary",
                    r"more and more (?:comfortable|distant|limp|quiet|peaceful\w*|hypnoti[sz]ed|weary|still|loose)",
                ),
                kind(
                    "hundred times twice & calm deep heavy relaxed sleepy",
                    r"(?:twice|ten times|three times|a hundred times) (?:as )?(?:deep\w*|relaxed|heavy|sleepy|calm)",
                ),
                kind(
                    "deep drift gone heav out relax sink sleep under & eight four nine one seven six three two &"
                    " eight five four nine seven ten three two",
                    r"(?:ten|nine|eight|seven|five|four|three|two),? (?:nine|eight|seven|six|four|three|two"
                    r"|one)\b[^.\n]{0,60}?\b(?:deep\w*|asleep|sleep\w*|drift\w*|sink\w*|out like|gone|under|heav\w+"
                    r"|relax\w*)",
                ),
                kind(
                    "command count signal word zero",
                    r"(?:at|on) (?:the count of|zero,? (?:you|your)|my (?:signal|word|command))",
                ),
                kind(
                    "when & blow clap ring say snap tap touch",
                    r"when i (?:snap|clap|tap|touch|say|ring|blow)",
                ),
                kind(
                    "time & count get hear reach & the",
                    r"by the time (?:i|you) (?:\w+ )?(?:reach|get to|count|hear)",
                ),
                kind(
                    "hypnosis oblivion sleep slumber trance & blissful deep dreamless dreamy heavy hypnotic light"
                    " peaceful profound sweet",
                    r"(?:deep|hypnotic|light|sweet|dreamless|heavy|blissful|peaceful|profound|dreamy)(?:,? deep|"
                    r" \w+)? (?:sleep|trance|slumber|hypnosis|oblivion)(?! (?:is|may|might|can|comes later|or))",
                ),
                kind(
                    "hypnosis hypnoti oblivion trance",
                    r"in(?:to)? (?:a )?(?:trance|hypnosis|oblivion)|hypnoti[sz]ed|hypnotic",
                ),
                kind(
                    "suggestion words",
                    r"(?:my|these) (?:words|suggestions?) (?:\w+ )?(?:sink|go|take|carry|enter|flow|work|reach)"
                    r"|my words (?:\w+ )?(?:do|become)",
                ),
                kind(
                    "conscious suggestion",
                    r"(?:sub|un)conscious mind|conscious mind|your (?:sub|un)conscious|suggestions? (?:sink|take|go"
                    r"|will|enter)",
                ),
                kind(
                    "voice & you",
                    r"my voice (?:\w+ )?(?:go(?:es)?|comes?|travels?|stays?|follows?|be) (?:along )?(?:with|inside"
                    r"|in) you",
                ),
                kind(
                    "voice & all becomes carries deepens fills leads only relaxes sinks soothes takes",
                    r"my voice (?:\w+ )?(?:takes|carries|leads|fills|becomes|soothes|sinks|relaxes|deepens|is all|is"
                    r" the only)",
                ),
                kind(
                    "voice & but only",
                    r"(?:only|nothing but) (?:the|my|this) (?:sound of (?:my|this) )?voice",
                ),
                kind(
                    "voice & listen",
                    r"(?:listen|listening) only to (?:my|the|this) voice",
                ),
                kind(
                    "drift follow give obey sink submit surrender & voice words",
                    r"(?:follow|obey|surrender to|drift with|sink into|submit to|give in to) (?:my|this|the) (?:voice"
                    r"|words)",
                ),
                kind(
                    "follow obey & something you",
                    r"(?:you|something in you|your \w+) (?:\w+ )?(?:obeys?|follows? (?:it|them|me) (?:wherever"
                    r"|without))",
                ),
                kind(
                    "let & control decide take think",
                    r"let me (?:take over|do the thinking|decide for you|think for you|take control)",
                ),
                kind(
                    "i'll will & control take think",
                    r"i(?:'ll| will) (?:take over|do the thinking|think for you|take control)",
                ),
                kind(
                    "give & control steering will",
                    r"give (?:me|up) (?:your |the |all )?(?:control|will|steering)",
                ),
                kind(
                    "resist thinking",
                    r"stop resisting|you (?:can't|cannot|can no longer|couldn't) resist|(?:do|does) the thinking",
                ),
                kind(
                    "under & control guidance spell voice words",
                    r"under my (?:\w+ )?(?:voice|spell|control|guidance|words)",
                ),
                kind(
                    "awake hold keep lift move open raise & can't couldn't longer not will won't & you",
                    r"(?:you|your \w+) (?:\w+ )?(?:can't|cannot|could not|couldn't|won't|will not|can no longer|no"
                    r" longer) (?:even )?(?:open|lift|move|keep|stay awake|raise|hold)(?! on\b) (?:them|it|your|awake"
                    r"|a |that|these|up|any)",
                ),
                kind(
                    "drowsy heavy relaxed sleepy tired weak & can't care hold lift move now open raise resist stay"
                    " that think",
                    r"(?:too|so) (?:heavy|tired|sleepy|weak|drowsy|relaxed) (?:to (?:move|lift|open|hold|think|resist"
                    r"|care|raise|stay)|(?:that|now|you can't))",
                ),
                kind(
                    "closing doll droop drowsy glued heavier heavy lead rock sandbag sleepy stone strength themselves"
                    " tired want won't & arm body eyelids eyes feet hand head leg limb",
                    rf"(?:limbs?|arms?|legs?|body|hands?|eyelids|eyes|head|feet) {gap(3)}(?:like (?:lead|stone|a"
                    r" stone|sandbags?|rocks?)|(?:in)?to lead|made of lead|leaden|like a rag doll|lost (?:all"
                    r" )?(?:their )?strength|(?:getting|growing|becoming|grow|get|become|turn) (?:so |very |much "
                    r"|ever |even |too )*(?:heavy|heavier|leaden|sleepy|drowsy|tired)|(?:want to close|are closing"
                    r"|close by themselves|are glued|won't open|droop\w*))",
                ),
                kind(
                    "darkness deeper dream further into layer level lower nothingness oblivion off sleep slumber"
                    " stair step unconscious under & bring carr descend draw drift drop fall float glid go lead pull"
                    " sink slid slip take travel",
                    r"(?:sink\w*|drift\w*|fall\w*|drop\w*|go|goes|going|glid\w+|slip\w*|slid\w+|float\w*|descend\w*"
                    r"|travel\w*|take you|takes you|carr(?:y|ies) you|draws? you|pulls? you|leads? you|brings? you)"
                    r" (?:\w+ )?(?:(?:even |still |ever )?(?:deeper|further|lower) (?:down|in|under|inside|and|with"
                    r"|into (?:your|this|the) (?:self|mind|relaxation|calm|rest|dark\w*|dream\w*))|under(?=[.,!]|$|"
                    r" and)|down (?:into (?:the )?(?:dark\w*|deep|sleep|calm|rest|dream\w*|nothing\w*)|and further"
                    r"|further|(?:a|one) (?:level|layer|step|stair))|into (?:the )?(?:darkness|nothingness|oblivion"
                    r"|unconscious\w*|slumber|dreams?|sleep|dreamland)|off to sleep"
                    r"|(?<!go\s)(?<!goes\s)(?<!going\s)(?<!falls\s)(?<!drops\s)off(?=[.!]|$))",
                ),
                kind(
                    "each every & calmer closer deeper drift drowsier further heavier looser lower more sink sleepier"
                    " under",
                    r"(?:with|on|at|by) (?:each|every) (?:\w+ )?(?:number|count|step|breath|word|sound|exhale"
                    r"|exhalation|out-breath|bell|tick|heartbeat|second|beat|stair|sigh|wave|moment|one)(?: out|"
                    rf" down| i say| you take| you hear)?,? {gap(5)}(?:deeper|heavier|sleepier|further|more"
                    r" (?:relaxed|tired|drowsy|deeply|at ease|and more)|sink\w*|drift\w*|lower|under|calmer|closer"
                    r" to sleep|drowsier|looser)",
                ),
                kind(
                    "inch layer level step & deep down drift sink under you",
                    r"(?:layer|inch|step|level) (?:by|after) (?:layer|inch|step|level)[^.\n]{0,30}(?:sink|down|deep"
                    r"|drift|under|you go)",
                ),
                kind(
                    "brings carries draws leads lulls makes pulls rocks sends sinks takes & each every",
                    r"(?:each|every) (?:\w+ )?(?:breath|word|sound|number|step|bell|note|wave)(?: out)?"
                    rf" {gap(1)}(?:takes|carries|draws|pulls|brings|sends|makes|lulls|rocks|sinks|leads) (?:you|your)",
                ),
                kind(
                    "sleep",
                    r"^sleep(?=[.!])",
                ),
                kind(
                    "down & you",
                    r"you go down",
                ),
                kind(
                    "drifting falling sleep & you",
                    r"you(?:'re| are|'ll be| will be) (?:now |already |soon |fast |sound )*(?:asleep|falling asleep"
                    r"|drifting off|sleeping)|you(?: will|'ll) (?:sleep now|fall (?:fast |sound )?asleep)",
                ),
                kind(
                    "sleep & now",
                    r"(?:^|you |and |to )sleep now",
                ),
                kind(
                    "light & like",
                    r"out like a light",
                ),
                kind(
                    "but can't",
                    r"nothing (?:left )?but sleep|can't (?:keep|stay) awake",
                ),
                kind(
                    "forget swallow",
                    r"(?:until|till) you forget|swallow(?:s|ing)? you",
                ),
                kind(
                    "going & down",
                    r"keep on going down",
                ),
                kind(
                    "bottom",
                    r"no bottom to",
                ),
            ),
            "«{words}» is hypnotic suggestion.",
            use=Use.UNREPORTED,
            in_questions=False,
            unless_before=LazyPattern(
                r"\b(?:no need|don't have|needn't|nobody|never|not|rather than|without|no)\b[^,;:.\n]*$"
            ),
            unless_in_sentence=INVITATION,
        ),
    ),
)


RULES = (_L38,)
