"""Bodies that are held still or filled with air. Records; see `rule.py`."""

from feltsense.check.pattern import Kinds, kind, pattern
from feltsense.check.rule import PatternRule, Phrasing, Use
from feltsense.check.wording import INVITATION
from feltsense.script.diagnostics import Severity
from feltsense.script.lazy_pattern import LazyPattern

_QUITE = r"(?:very |perfectly |completely |as |so |totally |absolutely |quite )?"
_MOVING_ALLOWED = pattern(
    r"or(?! (?:to|your|scratch|fidget|talk|speak|adjust|change|make|even|swallow|cough)\b)|if you|unless|too long"
)
_L06 = PatternRule(
    code="L06",
    severity=Severity.ERROR,
    finds="stay still, don’t move, resist the urge",
    why="Movement regulates: a body that may move can stay with more. To hold still is what fear does.",
    better="Moving or stretching is welcome at any time.",
    phrasings=(
        Phrasing(
            Kinds(
                kind(
                    "motionless still",
                    rf"(?:stay|keep|hold|remain|sit|lie|stand|be|become) {_QUITE}(?:still|motionless)(?! (?:with|in"
                    r" touch|aware|here|able|connected))",
                ),
                kind(
                    "motionless still & hold keep",
                    r"(?:keep|hold) (?:your|the|yourself) ?(?:whole |entire )?(?:body|hands?|legs?|feet|head|arms?"
                    rf"|self|\w+)? ?{_QUITE}(?:still|motionless)",
                ),
                kind(
                    "resist",
                    r"resist (?:the|any|every|all)(?: \w+)? (?:urges?|impulses?|temptations?|need|itch|desire) to"
                    r" (?:move|scratch|shift|fidget|stretch|adjust|change|stop|open)|resist (?:moving|scratching"
                    r"|fidgeting|the (?:urge|itch|impulse)(?=[.,]|$))",
                ),
            ),
            "«{words}» takes away what regulates.",
            use=Use.ORDERED,
            unless_after=_MOVING_ALLOWED,
        ),
        Phrasing(
            Kinds(
                kind(
                    "fidget move moving scratch shift stir wriggle & avoid don't never not try",
                    r"(?:do not|don't|never|try not to|avoid) (?:move|moving|fidget\w*|scratch\w*|shift\w*|stir"
                    r"|wriggle)(?! (?:the|it|them|anything|on|away from the question|ahead|too|so|faster|to the"
                    r" next)\b)",
                ),
                kind(
                    "fidgeting movement moving",
                    r"no (?:moving|fidgeting|movement)(?=[.!,]|$| (?:now|please|from here))",
                ),
                kind(
                    "avoid refrain",
                    r"refrain from (?:moving|fidgeting|scratching|any movement)|avoid any movement",
                ),
            ),
            "«{words}» takes away what regulates.",
            use=Use.ORDERED,
            unless_after=_MOVING_ALLOWED,
        ),
        Phrasing(
            Kinds(
                kind(
                    "movement moving stirring & without",
                    r"without (?:moving|any movement|stirring) (?:a muscle|at all|your body|anything)",
                ),
            ),
            "«{words}» takes away what regulates.",
            unless_after=_MOVING_ALLOWED,
        ),
        Phrasing(
            Kinds(
                kind(
                    "fidgeting motion movement moving twitching wiggling wriggling",
                    r"(?:zero|any|no) (?:movement|moving|twitching|wriggling|wiggling|fidgeting|motion)(?=[.!,:]|$|"
                    r" (?:at all|now|please|until))",
                ),
                kind(
                    "finger flicker hair limb movement muscle toe twitch & not",
                    r"not (?:even )?(?:a|one) (?:single )?(?:finger|muscle|toe|twitch|hair|limb|flicker"
                    r"|movement(?=[.,!]|$))",
                ),
                kind(
                    "fidgeting movement moving stirring twitching & without",
                    r"without (?:moving|stirring|twitching|fidgeting|any movement)(?=[.!]|$| (?:at all|until))",
                ),
                kind(
                    "fidgets movement moves stirs wiggles",
                    r"nobody (?:wiggles|moves|stirs|fidgets)|movement (?:is|will be) (?:not allowed|forbidden|a"
                    r" distraction|not wanted|weakness)",
                ),
                kind(
                    "corpse frozen mannequin statue",
                    r"(?:like|as|be|become|becomes|into|is|are|you're) (?:a |an )?(?:stone )?(?:statues?|mannequin"
                    r"|corpse|frozen lake)",
                ),
                kind(
                    "dead grave log mountain mouse rock statue stone & motionless quiet still",
                    r"(?:as|so) (?:still|quiet|motionless) as (?:a |an |the )?(?:stones?|rocks?|mountain|statue|mouse"
                    r"|grave|dead|log)",
                ),
                kind(
                    "statue stock stone & still",
                    r"(?:stock|statue|stone)-?still",
                ),
                kind(
                    "freeze",
                    r"^freeze(?=[.!])",
                ),
                kind(
                    "mountain rock statue stone & does don't never not",
                    r"(?:mountains?|rocks?|statues?|stones?) (?:do not|don't|doesn't|does not|never) (?:move|scratch"
                    r"|fidget|itch|shift)",
                ),
                kind(
                    "sit & out",
                    r"sit it out",
                ),
                kind(
                    "pose position posture & hold keep",
                    r"(?:hold|keep) (?:that|this|the same|your|the) (?:pose|position|posture)(?! (?:of|that))",
                ),
                kind(
                    "exactly just precisely right & keep lie remain sit stand stay",
                    r"(?:stay|remain|sit|lie|keep|stand) (?:exactly |just |precisely |right )(?:as you are|where you"
                    r" are|as you were|like (?:this|that)|in (?:this|that) (?:pose|position|posture))",
                ),
                kind(
                    "still & hold",
                    r"hold still",
                ),
                kind(
                    "frozen put & stay",
                    r"stay frozen|stay put(?! with a\b)",
                ),
                kind(
                    "seat & keep",
                    r"keep your seat",
                ),
                kind(
                    "tight & sit",
                    r"sit tight",
                ),
                kind(
                    "adjust alter break change changing leave leaving shift & body pose position posture seat"
                    " stillness weight & that the this your",
                    r"(?:don't|do not|never|not to|without|no|nor) (?:change|changing|shift|shifting|adjust|adjusting"
                    r"|alter|altering|break|breaking|leave|leaving) (?:your|the|this|that) (?:pose|position|posture"
                    r"|seat|weight|stillness|body)(?! (?:if|when))",
                ),
                kind(
                    "itch unscratched",
                    r"(?:let it|leave it|let the itch|leave the itch) (?:itch|be unscratched|unscratched)",
                ),
                kind(
                    "say",
                    r"say no to the (?:itch|urge|impulse)",
                ),
                kind(
                    "cramp desire impulse itch need restlessness urge wish & bear conquer endure fight ignore leave"
                    " outlast overcome suppress through",
                    r"(?:ignore|leave|endure|bear|outlast|sit through|overcome|fight|suppress|conquer) (?:the |any "
                    r"|every |that |each |all )*(?:itch\w*|urges?|impulses?|cramps?|twitch\w*|wish to move|need to"
                    r" move|desire to move|restlessness)",
                ),
                kind(
                    "scratch",
                    r"(?:don't|do not|no|never) (?:scratch|scratching)",
                ),
                kind(
                    "give & don't never not",
                    r"(?:don't|do not|never) give in to (?:it|the (?:itch|urge|impulse)|any)",
                ),
                kind(
                    "desire impulse itch need temptation tempted urge want wish & don't hold ignore leave not pass"
                    " refuse resist say still watch",
                    r"(?:(?:if|when|whenever|should|even if) (?:you|there|an?|the|your) [^.\n]{0,25})?(?:urge|need"
                    r"|wish|want|desire|impulse|tempted|temptation|itch\w*) (?:to (?:move|scratch|shift|fidget"
                    r"|stretch|swallow|cough|adjust|change))?[^.\n]{0,20},? (?:don't|do not|resist|ignore it|let"
                    r" (?:it|that) pass|watch it pass|say no|refuse|stay still|hold still|leave it)",
                ),
                kind(
                    "fidget move scratch stir twitch & can't don't longer not shall will won't",
                    r"you (?:do not|don't|will not|won't|cannot|can't|shall not|no longer) (?:even )?(?:want to |wish"
                    r" to )?(?:move|stir|twitch|scratch|fidget)(?=[.,!]|$| (?:now|at all|a muscle|until|any))",
                ),
                kind(
                    "whatever & don't hold keep leave never not remain stay & comes happens hurts itches you",
                    r"whatever (?:you do|happens|comes|itches|twitches|hurts),? (?:and |you )?(?:don't|do not|stay"
                    r"|keep|never|leave it|remain|hold)(?: \w+)?",
                ),
                kind(
                    "abstain avoid fidgeting refrain resist scratching shifting squirming twitching wiggling wriggling",
                    r"(?:refrain from|avoid|resist|abstain from) (?:any |all |every |unnecessary |the urge to |the"
                    r" impulse to )*(?:moving|movements?|motion|fidgeting|shifting|scratching|changing|adjusting"
                    r"|stretching|wriggling|urge to \w+)|(?:stop|quit|no|cease) (?:all |any |your |the )*(?:fidgeting"
                    r"|wriggling|wiggling|squirming|shifting|twitching|scratching)",
                ),
                kind(
                    "fixed frozen glued immobile locked quiet rigid still & hold keep",
                    r"(?:keep|hold) (?:your|the|all|every|those) (?:\w+ )?(?:limbs?|hands?|feet|legs?|arms?|fingers"
                    r"|head|shoulders|body) (?:frozen|rigid|locked|glued|fixed|immobile|as quiet|as still)",
                ),
                kind(
                    "slightest smallest tiniest",
                    r"(?:slightest|smallest|tiniest) (?:twitch|movement|motion) (?:would|will|breaks|ruins)",
                ),
                kind(
                    "stay & where & arms body feet hands legs",
                    r"(?:hands|legs|feet|arms|body) stays? where (?:i|it|they)",
                ),
                kind(
                    "immobile motionless",
                    r"(?:you(?:'re| are)|your \w+ (?:is|are|lies?|stays?)) (?:\w+ )?(?:immobile|motionless)(?: now)?",
                ),
            ),
            "«{words}» takes away what regulates.",
            use=Use.UNREPORTED,
            unless_in_sentence=INVITATION,
            unless_after=_MOVING_ALLOWED,
            unless_before=LazyPattern(
                r"\b(?:no need|don't have|needn't|nobody|never|not|no|rather than|without|isn't|some|others|stones?"
                r"|statues|walls?|furniture|tombs?|there)\b[^,;:.\n]*$"
            ),
        ),
    ),
)

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


RULES = (
    _L06,
    _L30,
)
