"""Loneliness made a fault. Records; see `rule.py`."""

from feltsense.check.pattern import Kinds, gap, kind, words
from feltsense.check.rule import PatternRule, Phrasing, Use
from feltsense.script.diagnostics import Severity
from feltsense.script.lazy_pattern import LazyPattern

_MESSAGE = "«{words}» makes loneliness a fault."
_THEY = words("people others everyone everybody anyone anybody friends them")
_OFTEN = r"(?:always |often |have |only |tend to |still |just |simply |yourself |keep |kept |must have )*"
_TRAIT = words(
    "pride ego walls? attitude thinking negativity coldness anger mistrust distrust neediness clinginess shyness"
    " silence"
    " behaviou?r habits? expectations jealousy bitterness avoidance insecurity selfishness sensitivity stubbornness"
    " perfectionism self-pity refusal unwillingness inability attachment vibe fear choices personality"
    " lack laziness temper defen[cs]es"
)
_CAUSES = words(
    "is are was has have keeps? kept drives? drove pushes pushed repels? scares? makes? made causes? caused creates?"
    " created costs? ruins? ruined maintains? says turns? isolates? stops? blocks? put brought attracts? leaves? left"
)
_OLD_STORY = LazyPattern(r"\b(?:story|that|believ\w+|as if|thought|fear|like|learned|idea|voice)\b[^,;.\n]*$")
_L33 = PatternRule(
    code="L33",
    severity=Severity.ERROR,
    finds="you push people away, your fault",
    why="Loneliness is no personal failure. Walls were built when they were needed.",
    better="A story you learned may be speaking.",
    phrasings=(
        Phrasing(
            Kinds(
                kind(
                    "chase drive driving drove keep kept push scare shut turn & anyone everybody everyone friends"
                    " others people them those & arm's away distance off out",
                    r"you (?:always |often |keep |have |only |tend to |still |just |yourself )*(?:push|pushed|pushing"
                    r"|drive|drove|driven|driving|keep|kept|shut|turn|turned|scare|scared|chase|chased) (?:all |other"
                    r" |the |every)?(?:people|everyone|everybody|others|them|friends|anyone|those who \w+ you)"
                    r" (?:away|out|off|at a distance|at arm's length)",
                ),
                kind(
                    "alone because doing fault",
                    r"(?:it's|it is|this is|that's|that is|it was|which is) (?:all |partly |your own |really |only"
                    r" )*(?:your (?:own )?fault|your doing|because of you|up to you alone)",
                ),
                kind(
                    "blame",
                    r"you(?:'re| are) to blame|(?:only |just )?(?:have )?yourself to blame",
                ),
                kind(
                    "yourself & cut isolate made sabotage",
                    r"you (?:always |often |have |yourself )*(?:isolate|isolated|sabotage|sabotaged|cut off|made)"
                    r" yourself(?: (?:lonely|alone|off|small))?",
                ),
                kind(
                    "because brought caused created made & you",
                    r"you(?:'ve| have) (?:made|brought|created|caused) (?:this|your|it) (?:\w+ )?(?:yourself"
                    r"|loneliness|on yourself)|you(?:'re| are) (?:lonely|alone) because you",
                ),
                kind(
                    "too & are you're & clingy closed demanding distant much needy picky proud sensitive shy",
                    r"you(?:'re| are) (?:just |simply |far |always )?too (?:needy|sensitive|much|closed|distant|shy"
                    r"|clingy|proud|picky|demanding)",
                ),
                kind(
                    "don't never refuse won't & anybody anyone effort open others people reach trust try",
                    r"you (?:never|don't|won't|refuse to) (?:let (?:people|anyone|others|anybody) (?:in|close|near)"
                    r"|open up|reach out|trust (?:people|anyone|others)|make an effort|try hard enough)",
                ),
                kind(
                    "attitude behavio chose fear neediness shyness wall & you",
                    r"you chose (?:to be alone|this loneliness|loneliness)|your (?:own )?(?:walls?|neediness|shyness"
                    r"|fear|behaviou?r|attitude) (?:keeps?|pushes|drives) (?:people|everyone|others|them) (?:away|out)",
                ),
                kind(
                    "likes wants & nobody",
                    r"nobody (?:likes|wants) you",
                ),
                kind(
                    "brought love",
                    r"you (?:have )?brought (?:this|it) on yourself|(?:nobody|no one) (?:can|could|will) love you"
                    r" (?:until|unless|if)",
                ),
            ),
            _MESSAGE,
            use=Use.UNCONDITIONAL,
            unless_before=_OLD_STORY,
        ),
        Phrasing(
            Kinds(
                kind(
                    "your & alone anybody anyone cause closeness connection everybody everyone friends here isolated"
                    " isolation loneliness lonely love others people problem reason relationship stuck them unhappy",
                    rf"your {gap(2)}(?:{_TRAIT}|(?:closed|cold|hard|guarded|locked) heart)(?: of \w+| to \w+)?"
                    rf" {_CAUSES} (?!not |never |no ){gap(4)}(?:{_THEY}|love|alone|lonely|loneliness|unhappy|stuck"
                    r"|where you are|you here|isolated|isolation|the (?:real )?(?:problem|reason|cause)|closeness"
                    r"|connection|friendships?|relationships?)",
                ),
            ),
            _MESSAGE,
            use=Use.UNCONDITIONAL,
            unless_before=_OLD_STORY,
        ),
        Phrasing(
            Kinds(
                kind(
                    "alienat destroy driv push reject repel ruin sabotag scar shut spoil turn wreck & anybody anyone"
                    " chance closeness everybody everyone friends love others people relationship them whoever",
                    rf"you(?:'ve|'re| are)? {_OFTEN}(?:been )?(?:(?:sabotag|ruin|destroy|wreck|spoil|alienat|repel"
                    r"|scar|reject)\w* (?:away |off )?|(?:shut|turn|driv|push)\w* (?:out |away |off"
                    rf" )){gap(2)}(?:{_THEY}|relationships?|friendships?|love|closeness|chances?|whoever)(?! (?:can"
                    r"|may|might|could)\b)",
                ),
                kind(
                    "architect attract author caus choose choosing chose creat deserve earned & alone get isolation"
                    " loneliness misery sadness solitude suffering unhappiness",
                    rf"you(?:'ve|'re| are)? {_OFTEN}(?:been )?(?:the )?(?:creat\w+|caus\w+|cho(?:ose|osing|se|sen)"
                    rf"|architect of|author of|attract\w*|earned|deserve) {gap(2)}(?:loneliness|solitude|suffering"
                    r"|isolation|misery|sadness|unhappiness|(?:to be|being) alone|what you get)",
                ),
                kind(
                    "build built dug jailer made sown & you",
                    rf"you(?:'ve|'re| are)? (?:\w+ )?(?:built|build|dug|made) (?:{gap(3)}your own (?:prison|cage"
                    r"|walls?|misery|loneliness)|this (?:prison|bed|misery)|(?:it|that|them|these|those|the walls?)"
                    rf" {gap(1)}yourself)|you have sown|you(?:'ve been| were| are) the jailer",
                ),
                kind(
                    "door heart & bolted keep kept locked slammed",
                    r"you(?:'ve| have)? (?:\w+ )?(?:kept|keep|locked|bolted|slammed) (?:the|your|every) (?:\w+"
                    r" )?(?:doors?|heart) (?:\w+ )?(?:locked|shut|closed|from (?:the )?inside|on (?:people|everyone"
                    r"|others))",
                ),
                kind(
                    "afraid burden busy cause cold difficult enough guarded hard hides intense leaves left negative"
                    " obstacle off problem proud pushes reason scared selfish stubborn unlovable withdr & are been"
                    " you're you've & you",
                    r"you(?:'re| are|'ve been| have been) (?:just |simply |far |always |so |really |being )*(?:too"
                    r" (?:cold|selfish|difficult|stubborn|negative|guarded|intense|afraid to|busy to|scared to|proud"
                    r" to)|selfish|closed off|unlovable|hard to (?:love|like|be (?:with|around|near))|not (?:trying"
                    r"|open) enough|a burden|the (?:problem|reason|obstacle|cause|one who (?:left|leaves|pushes|hides"
                    r"|withdr\w+)))",
                ),
                kind(
                    "didn't don't fail haven't never rarely refuse stopped won't & answer anyone call effort help"
                    " join let open reach show speak trust",
                    r"you (?:\w+ )?(?:never|don't|won't|refuse to|fail to|failed to|haven't|didn't|rarely|stopped)"
                    rf" (?!have|need){gap(3)}(?:let\w* (?:people|anyone|others|anybody|someone|them) (?:in|close|near"
                    r"|help)|open(?:ed|ing)? up|reach(?:ed|ing)? out|make (?:an|the|any) effort|made an effort|ask"
                    r" for help|call(?:ed)? (?:back|people|anyone|your friends)|answer(?:ing)? (?:people|your|them"
                    r"|messages)|show (?:up|interest)|trust(?:ed)? (?:people|anyone|others)|give anyone|speak up"
                    r"|join in)",
                ),
            ),
            _MESSAGE,
            use=Use.UNCONDITIONAL,
            unless_before=_OLD_STORY,
        ),
        Phrasing(
            Kinds(
                kind(
                    "all & down you",
                    r"all (?:on you|down to you)",
                ),
                kind(
                    "denominator worst",
                    r"common denominator|(?:your )?own worst enemy",
                ),
                kind(
                    "doing making & own",
                    r"(?:of|by) your own (?:making|doing)",
                ),
                kind(
                    "blame fault self-",
                    r"self-(?:inflicted|imposed|made)|(?:nobody|no one) else (?:is )?to blame|no(?: ?one|body)'s"
                    r" fault but|blame yourself for|whose fault",
                ),
                kind(
                    "what & cause deserve drive drove everyone made make people push scare them they",
                    r"what (?:did you|have you|you(?:'ve)?|you have) (?:do|did|done|been doing) (?:to|that) (?:make"
                    r"|made|drive|drove|push|deserve|cause|scare|them|people|everyone|they)",
                ),
                kind(
                    "surprised surprising why wonder wrong",
                    r"what(?:'s| is) wrong with you|(?:no wonder|small wonder|little wonder|any wonder|be surprised"
                    rf"|not surprising|hardly surprising|why is it that)(?: that| if| when)?,? (?:{_THEY}|no one"
                    r"|nobody|they|he|she|your friends|the phone)",
                ),
                kind(
                    "give put send sow & attract get harvest reap receive",
                    r"(?:you|we) (?:will )?(?:only )?(?:reap|harvest|get(?: back)?|receive|attract) (?:exactly )?what"
                    r" (?:you|we) (?:sow|give|put|send)",
                ),
                kind(
                    "reap",
                    r"is what you reap",
                ),
                kind(
                    "give put send & what",
                    r"what you (?:don't |do not )?(?:give|put out|send out)(?=[.,!])",
                ),
                kind(
                    "energy vibe",
                    r"your vibe|the energy you (?:send|put|give)",
                ),
                kind(
                    "accept like love respect stay treat trust want & anybody everybody friends nobody one others"
                    " people them they who world & you",
                    rf"(?:{_THEY}|no one|nobody|they|who|the world) (?:can|will|could|would)? ?(?:only |ever |never"
                    r" )?(?:love|like|want|accept|stay with|respect|trusts?|treats?) you (?:(?:only )?as much|until"
                    r"|unless|if|when you|the way|(?:if|as) (?:long|much)|less)",
                ),
                kind(
                    "yourself & until",
                    r"until you (?:learn to )?(?:love|accept|fix|like|change|respect) yourself",
                ),
                kind(
                    "doing fault love responsibility responsible",
                    r"(?:before|how can) (?:anyone|someone|others|anybody)(?: else)? (?:can|to)? ?love|responsible"
                    r" for (?:your|this) (?:own )?(?:loneliness|isolation|pain|suffering|being alone|solitude)|take"
                    r" responsibility for (?:your (?:loneliness|isolation)|being|having)|your (?:own )?(?:fault"
                    r"|doing)(?=[.!?])",
                ),
            ),
            _MESSAGE,
            unless_before=_OLD_STORY,
        ),
        Phrasing(
            Kinds(
                kind(
                    "called could didn't don't gave had just keep kept listened made only opened smiled spoke tried"
                    " want were won't would & you & if & alone closer company complain different expect friend"
                    " invite leave left like lonely love more nobody none no stay surprised who call",
                    r"if you (?:only |just |had |would |could |were |weren't |hadn't |didn't |smiled |tried |made "
                    rf"|opened |spoke |called |gave |listened |keep |kept |(?:don't|won't) (?!want|like|wish|feel"
                    rf"|need)|want (?!to\b))[^.\n]{{1,50}}?,?"
                    rf" (?:(?:you|they|people|others|someone)(?:'d| would| wouldn't) {gap(3)}(?:friends?|alone|lonely"
                    r"|love|like you|stay\w*|call|closer|company|different|left|leave|invite)|none of (?:this|it)"
                    r"|more people|no one will|nobody will|(?:don't|can't) (?:be surprised|expect|complain)|who will)",
                ),
                kind(
                    "had & none would",
                    r"^had you\b[^.\n]{1,60}? (?:none of|wouldn't|would)",
                ),
            ),
            _MESSAGE,
        ),
        Phrasing(
            Kinds(
                kind(
                    "alone isolate lonely patients people those withdraw & avoid bring choose difficult don't drive"
                    " expect hard isolate only push refuse selfish themselves too",
                    r"(?:lonely people|people like you|people who (?:isolate|withdraw|are (?:lonely|alone))|patients"
                    rf"|those who are (?:lonely|alone)|the lonely) {gap(2)}(?:isolate|push|choose|drive|refuse|expect"
                    r"|avoid|have (?:themselves|only)|bring it|don't (?:try|make)|are (?:too|difficult|selfish|hard"
                    r" to))",
                ),
                kind(
                    "alone isolation loneliness lonely solitude & because choice chosen consequence decision don't"
                    " fail fault from habit mindset never not own price result self- sign too when",
                    r"(?:loneliness|being lonely|being alone|isolation|solitude) (?:is|comes|means|begins|happens)"
                    r" (?:only |always |simply |just |really )*(?:a (?:choice|habit|decision|mindset|sign (?:that"
                    r" )?(?:of|you))|your (?:choice|fault|own)|chosen|self-\w+|because you|from (?:not|your"
                    r"|being too)|(?:that )?you(?:'re| are| have|'ve)? (?:not|too|fail\w*|never|don't)|the (?:price"
                    r"|result|consequence) of)",
                ),
                kind(
                    "like loves needs want & nobody one who",
                    r"(?:nobody|no one|who) (?:wants?|would want|likes?|loves|needs) (?:to (?:be (?:with|around|near)"
                    r"|play with|sit with|hear|talk to|spend time with|listen to) )?(?:an? (?:\w+ )?(?:grump\w*"
                    r"|grumpy \w+|sad \w+|moan\w*|complainer|burden|person who|someone who)|you)(?=[.,!?]| (?:when|if"
                    r"|because|like|who|do|face))",
                ),
                kind(
                    "face heart mind person soul & angry bitter closed cold frowning gloomy grumpy hard proud sour"
                    " stingy & away company friend love nobody one",
                    r"(?:closed|hard|cold|bitter|sour|grumpy|proud|stingy|frowning|angry|gloomy) (?:heart|face|mind"
                    r"|person|soul)s? (?:is|finds?|gets?|keeps?|has|have|attracts?|makes?|drives?|pushes|wins?"
                    rf"|draws?) {gap(2)}(?:friends?|love|away|alone|company|no ?one|nobody)",
                ),
                kind(
                    "because reason & avoid away distance gave interest leave left stopped withdr",
                    rf"(?:{_THEY}|they|he|she) (?:all )?(?:left|leave|stopped|stay away|avoid|keep their distance"
                    rf"|gave up|turn away|withdr\w+|lose interest) {gap(3)}(?:because|for a reason)",
                ),
                kind(
                    "because & abandoned alone excluded isolated left lonely single unhappy unloved",
                    r"(?:lonely|alone|isolated|single|unloved|left out|excluded|unhappy|abandoned) because (?:you|of"
                    r" (?:you|how you|what you|the way you|your))",
                ),
                kind(
                    "was & who & that",
                    r"who was it that",
                ),
                kind(
                    "make & difficult hard impossible",
                    rf"you make it (?:so )?(?:hard|difficult|impossible) for (?:{_THEY})",
                ),
            ),
            _MESSAGE,
            use=Use.UNCONDITIONAL,
            unless_before=_OLD_STORY,
        ),
    ),
)


RULES = (_L33,)
