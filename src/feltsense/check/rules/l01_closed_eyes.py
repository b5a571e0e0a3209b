"""L01: closed eyes asked for, with no open or soft gaze offered."""

from collections.abc import Iterator

from feltsense.check.lint_context import LintContext
from feltsense.check.pattern import Kinds, kind, pattern
from feltsense.check.rule import Finding, Rule
from feltsense.check.sentences import Hit
from feltsense.check.wording import INVITATION
from feltsense.script.diagnostics import Severity
from feltsense.script.lazy_pattern import LazyPattern

_CLOSING = Kinds(
    kind(
        "close closing shut",
        r"(?:close|shut|closing|shutting) (?:down )?(?:(?:both )?(?:your|the|those|our) )?(?:\w+ "
        r")?(?:eyes|eyelids)",
    ),
    kind(
        "close shut",
        r"(?:eyes|eyelids|lids) (?:(?:to|can|may|might|could|will|should|must|are|stay|remain|be|now"
        r"|fall|drift|flutter|drop|both|fully|\w+ly|(?:begin|start) to) )*(?:close|closed|shut)",
    ),
    kind(
        "allow let & drift drop fall rest",
        r"(?:let|allow) (?:your|the) (?:eyes|eyelids|lids) (?:to )?(?:fall|drop|drift|rest) "
        r"(?:closed|shut|down)",
    ),
    kind(
        "closed & keep with",
        r"(?:with|keep|keeping) (?:your )?closed eyes",
    ),
    kind(
        "close & and",
        r"(?:eyes|eyelids|lids)[^\n,;:]{0,30} and close",
    ),
)
_DARK = Kinds(
    kind(
        "lids",
        r"(?:let|allow|lower|drop|draw|bring) (?:down )?(?:your|the|both) (?:eye)?lids(?: to)?(?: "
        r"\w+ly)? (?:come|sink|fall|go|drop|slide|meet|touch|down)(?: down| together)?|(?:eye)?lids "
        r"(?:down|together)(?=[.,!;…]|$| and)",
    ),
    kind(
        "black dark & eyes lashes lids",
        r"(?:dark|black)(?:ness)? (?:behind|inside|of|beneath|under) (?:your|the)(?: own| closed)? "
        r"(?:eyes|eyelids|lids|lashes)",
    ),
    kind(
        "lashes lids",
        r"(?:behind|beneath|inside|back of|backs of) your (?:closed |own |two )?(?:eyelids|lids"
        r"|lashes)",
    ),
    kind(
        "behind & closed",
        r"behind (?:your )?closed (?:eyes|lids|eyelids)",
    ),
    kind(
        "blindfold cover hide mask seal veil",
        r"blindfold on|(?:put on|wear|pull down|tie on|slip on|use|fasten) (?:your|an?|the) (?:\w+ "
        r")?(?:eye ?mask|blindfold|sleep mask)|(?:cover|seal|hide|veil) your (?:eyes|gaze|sight)",
    ),
    kind(
        "over & eyes",
        r"(?:palms|hands) over your (?:closed )?eyes",
    ),
    kind(
        "let & light",
        r"let no light in",
    ),
    kind(
        "around inside inward within & eyes gaze seeing sight vision",
        r"(?:turn|draw|pull|withdraw|bring|take|direct|send) (?:your|the) (?:gaze|eyes|sight|vision"
        r"|seeing) (?:to go |to turn )?(?:inwards?|within|inside|around)(?! (?:the )?room)",
    ),
    kind(
        "shut & away off out",
        r"(?:^|and |now |to )shut (?:out|away|off) (?:the|all) (?:\w+ )?(?:light|room|world|sight)",
    ),
    kind(
        "black dark night-time & let make",
        r"(?:let|make) (?:it|everything|the room|the world|all) (?:go |be |become |turn |get "
        r")?(?:dark|black|night-time)",
    ),
    kind(
        "dark",
        r"to go dark(?=[.,:;!…]|$)",
    ),
    kind(
        "dark & rest stay",
        r"(?:stay|rest) in the dark(?:ness)?(?=[.,:;!…]|$| inside| now)",
    ),
    kind(
        "dark & let",
        r"let the dark(?:ness)? (?:be|come|take)",
    ),
)
"""The same without the word: lids, darkness, masks, a gaze turned away."""
_IF = LazyPattern(r"\b(?:if|when|whenever|whether|unless)\b[^,;:…\n]*$")
_OPENED = r"(?:open (?:your|those|the) eyes|peek|look (?:up|around)(?=[.,!;…]|$| during| until| at any| while| now))"
_FORBIDDEN = Kinds(
    kind(
        "look open peek & don't must never nobody not one resist without",
        rf"(?:don't|do not|never|nobody|no one|must not|mustn't|without ever|resist the urge to|you "
        rf"not|you do not) (?:ever |yet |dare |may |is to |to )?{_OPENED}(?! (?:too|so|all|at once"
        rf"|right away|quickly|suddenly|straight away|if))",
    ),
    kind(
        "until & closed shut",
        r"(?:eyes|lids|them) (?:\w+ ){0,2}(?:closed|shut) until (?:i|we|told|the (?:bell|end|gong"
        r"|sound|signal)|you(?:'re| are) told)",
    ),
    kind(
        "looking open peeking peeping",
        r"no (?:peeking|peeping|looking around|open eyes)",
    ),
    kind(
        "heavy open",
        r"(?:eyes|eyelids|lids)\b[^\n]{0,40}\b(?:too heavy|(?:no longer|cannot|can't|won't|not|never"
        r"|don't want to|impossible to) (?:\w+ )?(?:stay |be |keep |remain |hold )?(?:them )?open)",
    ),
)
"""Open eyes forbidden, or said to be impossible: no choice of a gaze around it can excuse this."""
_SUPPOSED = LazyPattern(
    r"\b(?:if|when|once|while|in case|where|whether|since|though|although|until|before|after"
    r"|even with)\b[^,;:…\n]*$"
)
_SOME = LazyPattern(r"\b(?:some|half|many|most|a few)\b[^,;:.\n]*$|\b(?:its|his|her) $")
_ANOTHERS = ("its ", "his ", "her ")
_BOTH = pattern(r"both|neither|whichever")
_OTHERS = LazyPattern(r"\b(?:some|others?|half|both|neither|the rest)\b")
"""Of what some do and others do not nothing is asked."""
_STATE = LazyPattern(r"(?:are|were|is|was|have|had|been|stay|stayed)\b[^,;:…\n]*\b(?:closed|shut)|\bclosed$|\bshut$")
_CHOICE = pattern(
    r"(?:eyes?|eyelids|lids|them|gaze)\b[^\n]*\b(?:open|half-open|half-closed|lowered|soft|softly|resting"
    r"|unfocused)",
    r"open\b[^\n]*\b(?:eyes?|closed|shut|gaze)|(?:closed?|shut|closing)\b[^\n]*\b(?:open|lowered|resting|or not)",
    r"gaze(?! (?:inwards?|within|inside|around|belongs)\b)|(?:soften|lower|rest|drop) your (?:eyes|gaze|focus)"
    r"|half[ -](?:open|closed|shut)|look(?:ing)? down",
    r"(?:keep|leave) (?:them|your eyes|both) open|with open eyes|eyes wide|(?:lower|rest) them|looking at one",
    r"or (?:look|rest|watch|keep|leave)|not close them",
    r"(?:closed?|shut|closing)\b[^\n]*\bor (?:might not|may not|needn't|don't)|opening and closing|lids up",
    r"eyes (?:on|towards?|wandering) (?:the|a|an|whatever|some|something)\b",
)
"""An open, soft or lowered gaze."""


def _find(context: LintContext) -> Iterator[Finding]:
    """Yield each place that asks for closed eyes, with no open or soft gaze within two sentences."""
    for hit in _closing(context):
        if context.lacks_nearby(hit.sentence, _CHOICE):
            yield Finding(hit, f"«{hit.text}» is asked for, and nothing says that eyes may stay open.")
    for hit in context.assertions(_DARK):
        offered = hit.sentence.question or _IF.search(hit.before) or INVITATION.search(hit.sentence.plain)
        if not offered and context.lacks_nearby(hit.sentence, _CHOICE):
            yield Finding(hit, f"«{hit.text}» means closed eyes, and nothing says that they may stay open.")
    for hit in context.assertions(_FORBIDDEN, unconditional=True):
        yield Finding(hit, f"«{hit.text}» takes open eyes away.")


def _closing(context: LintContext) -> Iterator[Hit]:
    """Yield where closed eyes are asked for, offered or taken for granted; not where they are only mentioned."""
    for hit in context.matches(_CLOSING):
        plain_question = hit.sentence.question and not hit.before.strip().startswith(
            ("can you", "could you", "would you")
        )
        denied = context.is_denied(hit) or context.is_reported(hit)
        supposed = _SUPPOSED.search(hit.before) and _STATE.search(f"{hit.before} {hit.text.lower()}")
        shared = _SOME.search(hit.before) and (hit.before.endswith(_ANOTHERS) or _others_do_not(context, hit))
        if not (plain_question or denied or supposed or shared):
            yield hit


def _others_do_not(context: LintContext, hit: Hit) -> bool:
    """Tell whether others do something else, by the words behind it or the next sentence."""
    return _OTHERS.search(hit.after) is not None or not context.lacks_nearby(hit.sentence, _BOTH, before=0, after=1)


RULE = Rule(
    code="L01",
    severity=Severity.ERROR,
    finds="closed eyes asked for, with no open or soft gaze offered within two sentences",
    why="Closing the eyes removes exits. Many people feel safer when they can see the door.",
    better="Your eyes can be open, resting low, or closed.",
    find=_find,
)
