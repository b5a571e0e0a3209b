"""L37: orders in the form of a wish: “I want you to”, and “allow yourself to” again and again."""

from collections.abc import Iterator

from feltsense.check.lint_context import LintContext
from feltsense.check.pattern import Kinds, kind, pattern
from feltsense.check.rule import Finding, Rule
from feltsense.script.diagnostics import Severity

_MAX_ALLOWED = 2
"""How often “allow yourself to” may be heard."""

_WANT = Kinds(
    kind(
        "like & what",
        r"what i(?:'d| would) (?:really )?like(?: now)? is|what i(?:'d| would) like (?:you to|from you)(?! (?:be|have"
        r"|know)\b)",
    ),
    kind(
        "each everyone you",
        r"i(?:'d| would)? (?:want|like|need|love|ask|encourage|urge|'ll ask)(?: for)? (?:you|each of you|everyone)(?:"
        r" all)? (?:now |just |all |simply )?to(?! (?:be|have|know|feel (?:loved|welcome|at home))\b)",
    ),
    kind(
        "ask & you",
        r"i am (?:now )?(?:going to )?ask(?:ing)? you to",
    ),
    kind(
        "i'm & ask",
        r"i'm (?:now )?(?:going to )?ask(?:ing)? you to",
    ),
    kind(
        "ask expect need want wish & all only what",
        r"(?:what|all|the only thing) i (?:want|ask|need|expect|wish)(?: (?:you(?! to (?:know|have|be|feel)\b)|of you"
        r"|from you|for)(?: to do)?| is)",
    ),
    kind(
        "will & now",
        r"you will now",
    ),
    kind(
        "ask beg command direct expect instruct need order request require tell",
        r"i(?:'m|'ll|'d)? (?:now |shall |will |must |am |do )*(?:ask|asking|expect|expecting|require|instruct|request"
        r"|command|beg|tell|telling|direct|need|order)(?:ing)? (?:that )?(?:you|your \w+|each of you|everyone|all of"
        r" you)(?=,| (?:now |all |both )?to\b)",
    ),
    kind(
        "have & i'd would",
        r"i(?:'d| would) have you",
    ),
    kind(
        "insist waiting",
        r"i(?:'m| am) waiting for you to|i insist (?:that )?you",
    ),
    kind(
        "desire hope instruction order request wish & for is: that",
        r"my (?:\w+ )?(?:wish|hope|request|desire|instruction|order)(?: (?:for|to) you(?:r \w+)?)?(?: \w+)? is(?:"
        r" that| for|:)",
    ),
    kind(
        "hope wish & that",
        r"it (?:is|'s) my (?:hope|wish) that",
    ),
    kind(
        "make mean please & it'd would",
        r"it(?:'d| would) (?:make me|please me|mean (?:a lot|so much|the world) to me)",
    ),
    kind(
        "glad grateful happy pleased & you",
        r"i(?:'d| would) be (?:so |very )?(?:happy|glad|pleased|grateful) if you",
    ),
    kind(
        "important",
        r"important to me that you",
    ),
    kind(
        "for",
        r"(?:do|try) (?:this|it|that) for me",
    ),
    kind(
        "favo",
        r"do me a favou?r",
    ),
    kind(
        "show",
        r"show me (?:your|how|that)",
    ),
    kind(
        "let & lead see take",
        r"let me (?:lead|take (?:you|your|over)|see (?:you|your|every))",
    ),
    kind(
        "guide instructor leader teacher therapist voice & asks expects needs wants wishes would",
        r"the (?:teacher|instructor|guide|voice|therapist|leader) (?:wants|wishes|asks|would like|expects|needs)"
        r" you(?: all)? to",
    ),
    kind(
        "going will you'll you're & you",
        r"you(?:'ll| will| are going to|'re going to) (?:close|shut|relax|obey|do as|do this|do exactly|listen to me"
        r"|let go)",
    ),
)
_ALLOW = pattern(r"allow(?:ing)? (?:yourself|your (?:\w+ )?\w+) to|give yourself permission to|permit yourself to")


def _find(context: LintContext) -> Iterator[Finding]:
    """Yield each “I want you to”, and from the third on each “allow yourself to” of a version."""
    for hit in context.assertions(_WANT):
        if not hit.sentence.question:
            yield Finding(hit, f"«{hit.text}» is an order in disguise.")
    allowed = list(context.assertions(_ALLOW))
    for version in context.versions:
        timed = [hit for hit in allowed if hit.sentence in version]
        for hit in timed[_MAX_ALLOWED:]:
            yield Finding(
                hit, f"«{hit.text}» is said for the third time or more.", "Your shoulders can be as they are."
            )


RULE = Rule(
    code="L37",
    severity=Severity.WARNING,
    finds="I want you to, I’d like you to; “allow yourself to” three times or more",
    why="The voice’s wish takes the place of the listener’s own. It is an order in a soft coat.",
    better="One option is to feel your feet.",
    find=_find,
)
