"""L01: closed eyes asked for, with no open or soft gaze offered."""

from collections.abc import Iterator

from feltsense.check.lint_context import LintContext
from feltsense.check.pattern import pattern
from feltsense.check.rule import Finding, Rule
from feltsense.check.sentences import Hit
from feltsense.check.wording import INVITATION, NEGATED
from feltsense.script.diagnostics import Severity
from feltsense.script.lazy_pattern import LazyPattern

_CLOSING = pattern(
    r"(?:close|shut|closing|shutting) (?:down )?(?:(?:both )?(?:your|the|those|our) )?(?:\w+ )?(?:eyes|eyelids)",
    r"(?:eyes|eyelids|lids) (?:(?:to|can|may|might|could|will|should|must|are|stay|remain|be|now|fall|drift|flutter"
    r"|drop|both|fully|\w+ly|(?:begin|start) to) )*(?:close|closed|shut)",
    r"(?:let|allow) (?:your|the) (?:eyes|eyelids|lids) (?:to )?(?:fall|drop|drift|rest) (?:closed|shut|down)",
    r"(?:with|keep|keeping) (?:your )?closed eyes|(?:eyes|eyelids|lids)[^\n,;:]{0,30} and close",
)
_DARK = pattern(
    r"(?:let|allow|lower|drop|draw|bring) (?:down )?(?:your|the|both) (?:eye)?lids(?: to)?(?: \w+ly)? (?:come|sink"
    r"|fall|go"
    r"|drop|slide|meet|touch|down)(?: down| together)?|(?:eye)?lids (?:down|together)(?=[.,!;…]|$| and)",
    r"(?:dark|black)(?:ness)? (?:behind|inside|of|beneath|under) (?:your|the)(?: own| closed)? (?:eyes|eyelids|lids"
    r"|lashes)|(?:behind|beneath|inside|back of|backs of) your (?:closed |own |two )?(?:eyelids|lids|lashes)"
    r"|behind (?:your )?closed (?:eyes|lids|eyelids)",
    r"blindfold on|(?:put on|wear|pull down|tie on|slip on|use|fasten) (?:your|an?|the) (?:\w+ )?(?:eye ?mask"
    r"|blindfold"
    r"|sleep mask)|(?:cover|seal|hide|veil) your (?:eyes|gaze|sight)|(?:palms|hands) over your (?:closed )?eyes"
    r"|let no light in",
    r"(?:turn|draw|pull|withdraw|bring|take|direct|send) (?:your|the) (?:gaze|eyes|sight|vision|seeing) (?:to go "
    r"|to turn "
    r")?(?:inwards?|within|inside|around)(?! (?:the )?room)|(?:^|and |now |to )shut (?:out|away|off) (?:the|all) "
    r"(?:\w+ )?(?:light|room"
    r"|world|sight)",
    r"(?:let|make) (?:it|everything|the room|the world|all) (?:go |be |become |turn |get )?(?:dark|black|night-time)"
    r"|to go dark(?=[.,:;!…]|$)|(?:stay|rest) in the dark(?:ness)?(?=[.,:;!…]|$| inside| now)|let the "
    r"dark(?:ness)? (?:be|come"
    r"|take)",
    needs="lid|dark|black|lash|behind|eye|mask|blindfold|gaze|sight|vision|light|shut|night",
)
"""The same without the word: lids, darkness, masks, a gaze turned away."""
_IF = LazyPattern(r"\b(?:if|when|whenever|whether|unless)\b[^,;:…\n]*$")
_OPENED = r"(?:open (?:your|those|the) eyes|peek|look (?:up|around)(?=[.,!;…]|$| during| until| at any| while| now))"
_FORBIDDEN = pattern(
    rf"(?:don't|do not|never|nobody|no one|must not|mustn't|without ever|resist the urge to|you not|you do not) "
    rf"(?:ever |yet"
    rf" |dare |may |is to |to )?{_OPENED}(?! (?:too|so|all|at once|right away|quickly|suddenly|straight away|if))",
    r"(?:eyes|lids|them) (?:\w+ ){0,2}(?:closed|shut) until (?:i|we|told|the (?:bell|end|gong|sound|signal)"
    r"|you(?:'re| are) told)",
    r"no (?:peeking|peeping|looking around|open eyes)",
    r"(?:eyes|eyelids|lids)\b[^\n]{0,40}\b(?:too heavy|(?:no longer|cannot|can't|won't|not|never|don't want to"
    r"|impossible to) (?:\w+ )?(?:stay |be |keep |remain |hold )?(?:them )?open)",
    needs="eye|lid|peek|peep|look",
)
"""Open eyes forbidden, or said to be impossible: no choice of a gaze around it can excuse this."""
_SUPPOSED = LazyPattern(
    r"\b(?:if|when|once|while|in case|where|whether|since|though|although|until|before|after"
    r"|even with)\b[^,;:…\n]*$"
)
_STATE = LazyPattern(r"(?:are|were|is|was|have|had|been|stay|stayed)\b[^,;:…\n]*\b(?:closed|shut)|\bclosed$|\bshut$")
_CHOICE = pattern(
    r"(?:eyes?|eyelids|lids|them|gaze)\b[^\n]*\b(?:open|half-open|half-closed|lowered|soft|softly|resting"
    r"|unfocused)",
    r"open\b[^\n]*\b(?:eyes?|closed|shut|gaze)|(?:closed?|shut|closing)\b[^\n]*\b(?:open|lowered|resting|or not)",
    r"gaze(?! (?:inwards?|within|inside|around|belongs)\b)|(?:soften|lower|rest|drop) your (?:eyes|gaze|focus)"
    r"|half[ -](?:open|closed|shut)|look(?:ing)? down",
    r"(?:keep|leave) (?:them|your eyes|both) open|with open eyes|eyes wide|(?:lower|rest) them|looking at one",
    r"or (?:look|rest|watch|keep|leave)|not close them",
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
        denied = NEGATED.search(hit.before) or context.is_reported(hit)
        supposed = _SUPPOSED.search(hit.before) and _STATE.search(f"{hit.before} {hit.text.lower()}")
        if not (plain_question or denied or supposed):
            yield hit


RULE = Rule(
    code="L01",
    severity=Severity.ERROR,
    finds="closed eyes asked for, with no open or soft gaze offered within two sentences",
    why="Closing the eyes removes exits. Many people feel safer when they can see the door.",
    better="Your eyes can be open, resting low, or closed.",
    find=_find,
)
