"""L03: relaxing as an order."""

from collections.abc import Iterator

from feltsense.check.imperatives import is_imperative
from feltsense.check.lint_context import LintContext
from feltsense.check.pattern import Kinds, kind, pattern, words
from feltsense.check.rule import Finding, Rule
from feltsense.check.sentences import Hit
from feltsense.check.wording import INVITATION, NO_VERB
from feltsense.script.diagnostics import Severity
from feltsense.script.lazy_pattern import LazyPattern

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
_CARES = words(
    "worries thoughts tension tightness stress day past cares problems troubles burdens? fear fears pain week anger"
    " sorrows? anxiety guard resistance"
)
_ALL = (
    r"(?:it|them|that|this|everything|all of (?:it|this|that)|it all|(?:all (?:of )?)?(?:your|the|any|that|these|those)"
    rf" (?:\w+ )?{_CARES})"
)
_WAY = words("to down where up into toward towards with on in through wherever back out along as by over")
_VERBS = pattern(
    rf"relax{NO_VERB}",
    r"unwind|chill out|loosen up|calm down|be (?:calm|still and calm|relaxed|at peace)",
    r"calm (?:your|the|yourself|down)(?: \w+)?",
    rf"let go(?! of (?:the|your|each|one|my|its) (?:\w+ )?{_THINGS}\b)|let {_ALL} (?:all )?go(?! {_WAY}\b)",
    rf"release (?:(?:all|any|the|your|that|this|some) ){{0,2}}(?:\w+ )?{_HELD}|surrender{NO_VERB}",
    r"give in to",
    rf"melt(?: away| down| into| in){NO_VERB}",
    r"melt (?:your|the|all|any)(?! (?:butter|chocolate|cheese|ice|wax|sugar|fat|snow)\b)",
)
_MADE = pattern(
    rf"(?:let|allow) (?:your|the|every|each|all|yourself)\b[^\n,;:…]{{0,40}}\b(?:{_HARD} {_GIVE}|{_GIVE}(?: away)?"
    rf" {_HARD})",
    rf"(?:let yourself|allow yourself to|give yourself permission to) (?:now |really |{_HARD} )?{_GIVE}",
    rf"let (?:all |any |the |your |that |every )*(?:\w+ )?{_CARES} (?:melt|drain|dissolve|disappear|drop|flow"
    r"|fall|wash)",
)
_LIMP = r"(?:limp|slack|floppy|loose and \w+|all loose|boneless)"
_LOOSENED = Kinds(
    kind(
        "soft & body everything muscle",
        r"(?:let|allow) (?:your |the |every |each |all |of )*(?:\w+ )?(?:body|muscles?|everything) (?:to )?(?:go|be"
        r"|become|turn) (?:\w+ly |all )?soft",
    ),
    kind(
        "boneless floppy limp loose slack",
        rf"(?:let|allow) (?:your|the|every|each|all|yourself)\b[^\n,;:…]{{0,40}}\b(?:go|be|become|turn|get|hang|fall)"
        rf" (?:\w+ly |all |quite |nice and )?(?:{_LIMP}|loose)|(?:go|be|become|turn|get|hang) (?:\w+ly |all |quite "
        rf"|nice and )?(?:{_LIMP}|loose)",
    ),
    kind(
        "ease floppy serene tranquil",
        r"be (?:at ease|serene|tranquil|floppy)",
    ),
    kind(
        "doll jelly noodle pool puddle spaghetti",
        r"(?:be|go floppy like|turn into|become|go limp like|melt like) an? (?:\w+ )?(?:noodle|rag ?doll|puddle|jelly"
        r"|jellyfish|pool|spaghetti)",
    ),
)
_LAID_DOWN = Kinds(
    kind(
        "loosen",
        r"loosen (?:your|the|every|all) (?:jaw|grip|shoulders|body|face|belly|muscles?|neck|hold)",
    ),
    kind(
        "stop",
        r"stop (?:holding|gripping|clenching|bracing)(?: so| yourself| it| everything|(?=[.,!]|$))",
    ),
    kind(
        "cast drop lay leave push put roll send set shake throw wash & anger anxiety burden cares "
        "day fear guard pain past problems resistance sorrow stress tension thoughts tightness "
        "troubles week worries",
        r"(?!(?:put|lay|set|throw|drop|send|leave) (?:the|your) (?:day|week|past) (?:in|on|to|of|into|with)\b)(?:put"
        r"|lay|set|throw|drop|leave|shake|cast|push|roll|send|wash)(?: (?:down|off|aside|away|out))? (?:all )?(?:of"
        rf" )?(?:your|the|that|every|any|those) (?:\w+ )?{_CARES}(?! (?:you|of your|is|was|that is|aside until|in a"
        r" sentence)\b)",
    ),
    kind(
        "blow breathe exhale sigh & anger anxiety burden cares day fear guard pain past problems "
        "resistance sorrow stress tension thoughts tightness troubles week worries",
        rf"(?:breathe|blow|exhale|sigh) (?:out |away |off )?(?:all )?(?:of )?(?:your|the|that|every) (?:\w+ )?{_CARES}",
    ),
    kind(
        "all everything & give hand lay put set",
        r"(?:lay|put|set|hand|give) (?:everything|it all) (?:down|over|away|up)(?! (?:to|for|on|in) (?:the|a|your)\b)",
    ),
    kind(
        "bracing clinging control fighting gripping holding resist struggl tension & abandon cease drop end give stop",
        r"(?:give up|drop|stop|cease|end|abandon) (?:all |your |the |any )*(?:resist\w*|control(?:ling)?|clinging"
        r"|gripping|struggl\w+|fighting (?:it|this)|holding (?:on|back|together|it together)|bracing|(?:inner"
        r" )?tension)",
    ),
    kind(
        "defen guard shoulders & drop lower",
        r"(?:drop|lower) your (?:shoulders|guard|defen[cs]es)",
    ),
    kind(
        "soften unburden unclench undo unknot unload untense",
        r"soften (?:your|the) (?:whole )?(?:belly|jaw|face|forehead|shoulders|heart|chest|body|muscles|neck|hands"
        r"|brow)|un(?:clench|tense|knot|load|burden)\b(?: (?:your|the|all|every|everything|whatever) ?\w*)?|undo"
        r" (?:every|all|the) (?:knots?|tension)",
    ),
    kind(
        "apart collapse",
        r"come apart|fall apart|collapse into",
    ),
    kind(
        "quiet settle & down yourself",
        r"(?:settle|quiet|quieten) (?:yourself|down)",
    ),
    kind(
        "emotions mind nerves nervous storm thoughts & calm quiet settle soothe still",
        r"(?:quiet|still|calm|soothe|settle) (?:your|the|that) (?:\w+ )?(?:mind|thoughts|nerves|emotions|storm"
        r"|nervous system)",
    ),
    kind(
        "give",
        r"give (?:in|yourself (?:over|up))",
    ),
    kind(
        "give & way",
        r"give way(?! to)",
    ),
)
_AFTER_OFFER = LazyPattern(r"^\W*(?:(?:now|and|then|so) )?you (?:may|might|can|could) [^,;:…]*…\s$")
"""“You may rest … let go”: the offer ended with the silence."""
_BARE = pattern(r"release(?=[.!…]|$|\s…)")
_EFFORT = pattern(
    r"squeez\w+|press\w*|clench\w*|tens\w+|hold|push\w*|lift\w*|curl\w*|grip\w*|tighten\w*|scrunch\w*",
    r"make a fist",
)


def _find(context: LintContext) -> Iterator[Finding]:
    """Yield each order to relax, let go or give in, and each “let … relax completely”."""
    for ordered in (_VERBS, _LOOSENED, _LAID_DOWN):
        for hit in context.imperatives(ordered):
            if not _ends_effort(hit):
                yield _finding(hit)
    for hit in context.matches(_VERBS):
        if _AFTER_OFFER.search(hit.before) and not INVITATION.search(hit.sentence.plain[hit.start :]):
            yield _finding(hit)
    for hit in context.matches(_MADE):
        if is_imperative(hit.sentence, hit.start):
            yield _finding(hit)
    for hit in context.imperatives(_BARE):
        if context.lacks_nearby(hit.sentence, _EFFORT, after=0):
            yield _finding(hit)


def _ends_effort(hit: Hit) -> bool:
    """Tell whether no more is said than that what is held may be let go: “press the button, then let go”."""
    bare = hit.text.lower() == "let go" and not any(char.isalpha() for char in hit.after)
    return bare and _EFFORT.search(hit.before) is not None


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
