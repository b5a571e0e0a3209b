"""L03: relaxing as an order."""

from collections.abc import Iterator

from feltsense.check.imperatives import is_imperative
from feltsense.check.lint_context import LintContext
from feltsense.check.pattern import pattern, words
from feltsense.check.rule import Finding, Rule
from feltsense.check.sentences import Hit
from feltsense.check.wording import NO_VERB
from feltsense.script.diagnostics import Severity

_HARD = r"(?:completely|fully|totally|deeply|entirely|utterly|all the way)"
_GIVE = r"(?:relax|let go|release|melt|surrender)"
_HELD = words(
    "tension tensions stress tightness worry worries fear fears pain anger grief sadness emotion emotions"
    " feeling feelings thoughts control resistance anything everything all negativity anxiety body shoulders"
    " jaw muscle muscles mind past day burden burdens whatever what neck face belly forehead need"
)
_THINGS = words(
    "hand hands rope rail railing table chair cup ball stone string foot feet edge pen phone leaf cushion"
    " pillow handle wall button armrest blanket"
)
_CARES = words("worries thoughts tension stress day past cares problems fear fears pain week")
_ALL = rf"(?:it|them|that|this|everything|all of it|it all|(?:all )?(?:your|the|any|that) (?:\w+ )?{_CARES})"
_WAY = words("to down where up into toward towards with on in through wherever back out along as by over")
_VERBS = pattern(
    rf"relax{NO_VERB}",
    r"unwind|chill out|loosen up|calm down|be (?:calm|still and calm|relaxed|at peace)",
    r"calm (?:your|the|yourself|down)(?: \w+)?",
    rf"let go(?! of (?:the|your|each|one|my|its) (?:\w+ )?{_THINGS}\b)|let {_ALL} (?:all )?go(?! {_WAY}\b)",
    rf"release (?:(?:all|any|the|your|that|this|some) ){{0,2}}(?:\w+ )?{_HELD}|surrender{NO_VERB}",
    r"give in to",
    rf"melt(?: away| down| into| in){NO_VERB}",
    r"melt (?:your|the|all|any)",
)
_MADE = pattern(
    rf"(?:let|allow) (?:your|the|every|each|all|yourself)\b[^\n,;:…]{{0,40}}\b(?:{_HARD} {_GIVE}"
    rf"|{_GIVE}(?: away)? {_HARD})",
    rf"(?:let yourself|allow yourself to|give yourself permission to) (?:now |really |{_HARD} )?{_GIVE}",
    rf"let (?:all |any |the |your |that |every )*(?:\w+ )?{_CARES} (?:melt|drain|dissolve|disappear|drop|flow"
    r"|fall|wash)",
)
_BARE = pattern(r"release(?=[.!…]|$|\s…)")
_EFFORT = pattern(
    r"squeez\w+|press\w*|clench\w*|tens\w+|hold|push\w*|lift\w*|curl\w*|grip\w*|tighten\w*|scrunch\w*",
    r"make a fist",
)


def _find(context: LintContext) -> Iterator[Finding]:
    """Yield each order to relax, let go or give in, and each “let … relax completely”."""
    for hit in context.imperatives(_VERBS):
        yield _finding(hit)
    for hit in context.matches(_MADE):
        if is_imperative(hit.sentence, hit.start):
            yield _finding(hit)
    for hit in context.imperatives(_BARE):
        if context.lacks_nearby(hit.sentence, _EFFORT, after=0):
            yield _finding(hit)


def _finding(hit: Hit) -> Finding:
    return Finding(hit, f"«{hit.text}» is an order, and relaxing does not come by order.")


RULE = Rule(
    code="L03",
    severity=Severity.ERROR,
    finds="relax, calm down, let go, release, surrender or melt as an order",
    why="The relaxing that does not come is a failure, and for some people relaxing itself is frightening.",
    better="Your shoulders might drop a little, or stay as they are.",
    find=_find,
)
