"""Bodies that are held still or filled with air. Records; see `rule.py`."""

from feltsense.check.pattern import Kinds, kind, pattern
from feltsense.check.rule import PatternRule, Phrasing, Use
from feltsense.script.diagnostics import Severity
from feltsense.script.lazy_pattern import LazyPattern

_QUITE = r"(?:very |perfectly |completely |as |so |totally |absolutely |quite )?"
_MOVING_ALLOWED = pattern(r"or|if you|unless|too long")
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
            unless_before=LazyPattern(r"\b(?:if|when|whenever|should)\b[^,;:.\n]*$"),
            unless_after=LazyPattern(
                r"\A(?:(?: in)? (?:may|might|can|could) (?:come|arrive|happen|show)|(?: in)? (?:comes|happens"
                r"|arrives)|,? is not)"
            ),
        ),
    ),
)


RULES = (
    _L06,
    _L30,
)
