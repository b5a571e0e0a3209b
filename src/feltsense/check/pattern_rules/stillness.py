"""Bodies that are held still. Records; see `rule.py`."""

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

RULES = (_L06,)
