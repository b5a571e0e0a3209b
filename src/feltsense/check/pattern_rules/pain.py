"""What hurts, called up without a limit. Records; see `rule.py`."""

from feltsense.check.pattern import Kinds, gap, kind, pattern, words
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
_CALL = (
    r"(?:bring(?: before you| to mind| up| back)?|call (?:up|back|to mind)|think(?: back)? (?:of|about|to)|recall"
    r"|remember|imagine|picture|visuali[sz]e|choose|pick|select|find|focus on|consider|go back to|name|invite|revisit"
    r"|return to|face|dwell on|write about|write down|reflect on|look at|touch|meet|summon|conjure up|turn to|feel"
    r"|see|let)"
)
_WHO = (
    r"(?: |when|where|that|which|who|whom|with|you|you've|what's|been|someone|somebody|they|people|everyone|everybody"
    r"|felt|were|was|are|has|have|had|is|it|in|on|at|of|by|your|a|the|to|really|deeply|most|so|very|made|makes|feel"
    r"|truly|completely|utterly|still|badly|terribly|once|friend|parent|kid|partner|heart|like|person)"
)
_LIMITED = pattern(
    r"mild|mildly|a (?:little|bit)|slightly|small|smaller|out of (?:10|ten)",
    r"not (?:the|your|too|very|overwhelm\w*) ?(?:heaviest|hardest|worst|biggest|most|hard|heavy|much|big"
    r"|painful)?",
    r"manageable|nothing (?:too|very|overwhelming)|isn't (?:too|overwhelming)|less|light|lighter|everyday"
    r"|minor",
    r"bearable|distance|such as|only as (?:far|much|close)|rather not the|leave the (?:heaviest|hardest"
    r"|big)",
)
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
            unless_nearby=_LIMITED,
        ),
        Phrasing(
            Kinds(
                kind(
                    "ashamed biggest darkest deepest difficult distressing embarrassing frightening greatest hardest"
                    " heaviest humiliating hurtful loneliest painful saddest secret shameful terrifying traumatic"
                    " troubling upsetting worst & back bring call choose conjure consider dwell face feel find focus"
                    " imagine invite let look meet name pick picture reflect remember revisit see select summon think"
                    " touch turn visuali write",
                    rf"{_CALL} {gap(4)}(?:the|your) (?:\w+ )?(?:worst|saddest|loneliest|hardest (?:thing|time|moment"
                    r"|memory|day|night|year)|darkest (?:hour|moment|time|memory|night|day|thought|secret)|heaviest"
                    r" (?:thing|memory|feeling|burden)|most (?:painful|shameful|hurtful|upsetting|difficult"
                    r"|frightening|terrifying|traumatic|embarrassing|humiliating|distressing|troubling|ashamed)"
                    r"|(?:biggest|greatest|deepest|secret) (?:fears?|regrets?|loss|problem|failure|shame|wounds?"
                    r"|sorrow|grief|pain|insecurity))",
                ),
                kind(
                    "abandoned abused afraid anxious ashamed attacked avoiding betrayed break broke bullied came"
                    " coming conflict cried cruel cry dumped embarrassed excluded failed frighten furious guilty hate"
                    " haunt helpless hit humiliated hurt ignored keep laughed left let lost mean panicked powerless"
                    " regret rejected scare screamed shouted terrified trouble unkind unwanted upset wounded wronged"
                    " yelled & back bring call choose conjure consider dwell face feel find focus imagine invite let"
                    " look meet name pick picture reflect remember revisit see select summon think touch turn visuali"
                    " write & day event faces hour incident memories memory moment night occasion one people person"
                    " place problem scene situation somebody thing those time what words year",
                    rf"{_CALL} (?:about )?(?:the |an? |any |some |all )?(?:(?:\w+ )?(?:something|someone|somebody"
                    r"|what|whatever|things?|person|people|those|time|moment|problem|memory|memories|words|situation"
                    rf"|occasion|incident|event|scene|place|day|night|hour|year|faces|one)) {_WHO}*(?:hurts?|hurting"
                    r"|trouble[ds]?|haunts?|scares?|scared|frightens?|upsets?|wounded|betrayed|abandoned|rejected"
                    r"|humiliated|bullied|abused|attacked|excluded|ignored|laughed at|let down|dumped|left out|left"
                    r" you|lost|failed|ashamed|embarrassed|guilty|unwanted|helpless|powerless|terrified|afraid|broke"
                    r" your heart|mean to you|cruel|unkind|avoiding|hate[ds]?|regret|wronged|furious|panicked|in"
                    r" conflict|anxious|shouted|screamed|yelled|hit you|breaks? your heart|keeps? you (?:up|awake)"
                    r"|made you cry|you cried|no one (?:was coming|came)|nobody (?:was coming|came))(?! (?:property"
                    r"|and found|sock|glove|key|umbrella))",
                ),
                kind(
                    "let & despair enemy face fear grief guilt loss memories memory pain shame sorrow terror thing"
                    " trauma wound & appear back come enter fill flood return rise seat speak stand surface wash",
                    r"let (?:the|your|that|an?|all the|all your|this) (?:\w+ ){0,2}(?:grief|fears?|shame|guilt|sorrow"
                    r"|wounds?|trauma|memory|memories|pain|loss|despair|terror|enemy|faces|(?:thing|face)(?! (?:be"
                    r"|rest|soften|do|stay|hang|go)\b))(?: (?:\w+"
                    r" ){0,6}?)(?:come|rise|arise|surface|return|take a seat|speak|stand|appear|flood|fill|wash|enter"
                    r"|back)",
                ),
                kind(
                    "invite",
                    r"invite (?:into your (?:mind|heart) )?(?:the|your|an?|all) (?:\w+ )?(?:enemy|painful|grief"
                    r"|fears?|shame|pain|wound|memory|hurt|loss|sorrow|trauma)",
                ),
                kind(
                    "afraid ashamed betrayed broke can't dread frightens haunt hurt never regret scares shames"
                    " wounded you'd & what which who",
                    rf"(?:what|who|whoever|which)(?: is| was|'s)?(?: the)?(?: one| single)? {gap(2)}(?:thing|text"
                    r"|word|words|memory|secret|moment|night|person|day)?(?: )?(?:that |who )?(?:you"
                    rf" {gap(2)}(?:never (?:tell|told|forgive|forget|speak)|can't (?:forgive|forget|tell)|wish you'd"
                    r" never|regret|dread|are (?:most )?(?:ashamed|afraid))|(?:has )?(?:hurts?|haunts?|wounded"
                    r"|betrayed|broke|scares|frightens|shames) you (?:the )?(?:most|worst|deepest|at night))",
                ),
                kind(
                    "avoided buried hidden hide keep kept locked never & attic box cellar chest door drawer room"
                    " suitcase",
                    rf"(?:doors?|drawer|box|room|cellar|chest|suitcase|attic) {gap(3)}you(?:'ve| have)? (?:\w+"
                    r" )?(?:kept|keep|locked|buried|hidden|hide|avoided|never (?:open|dared))",
                ),
                kind(
                    "avoiding hiding holding keeping pushing remember running",
                    r"what (?:you've|you have) been (?:avoiding|running from|hiding|pushing (?:down|away)|holding"
                    r" (?:back|down)|keeping (?:down|secret))(?: \w+)?|remember (?:when|how) (?:everyone|everybody"
                    r"|they|he|she|no one|nobody|someone|you) (?:\w+ ){0,3}(?:laughed|left|hurt|shouted|hit|cried"
                    r"|rejected|ashamed|alone|abandoned|bullied|lonely|scared|wanted to disappear|died)",
                ),
                kind(
                    "abandonment abuse accident assault attack betrayal break bully conflict darkest death deepest"
                    " despair divorce enemies enemy failure fear funeral grief humiliation loneliness longest loss"
                    " pain panic quarrel rejection sadness shame violence",
                    rf"{_CALL} (?:\w+ )?(?:a|your|the|that|some) (?:\w+ )?(?:memory|feeling|moment|time|period"
                    r"|experience) of (?:\w+ )?(?:sadness|loss|pain|grief|fear|shame|rejection|loneliness|betrayal"
                    r"|failure|humiliation|despair|abandonment|violence|panic|abuse)|(?:guilt|shame|grief|fear|pain)"
                    rf" (?:that )?you(?:'ve| have) (?:carried|hidden|kept) longest|{_CALL} (?:a|the|your) (?:death"
                    r"|funeral|divorce|break-?up|accident|attack|assault|abuse|violence|abuser|bully|betrayal"
                    r"|rejection|humiliation|conflict|quarrel|enemy|enemies|failure|deepest|darkest)",
                ),
            ),
            "«{words}» sets no limit to how hard it may be.",
            unless_before=LazyPattern(
                r"\b(?:if|when|whenever|should|in case|might|may|people|those|some of us)\b[^,;:.\n]*$"
            ),
            unless_nearby=_LIMITED,
        ),
    ),
)


RULES = (_L22,)
