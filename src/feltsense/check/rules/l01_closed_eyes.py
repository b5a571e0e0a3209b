"""L01: closed eyes asked for, with no open or soft gaze offered."""

from collections.abc import Iterator

from feltsense.check.lint_context import LintContext
from feltsense.check.pattern import pattern
from feltsense.check.rule import Finding, Rule
from feltsense.check.sentences import Hit
from feltsense.check.wording import NEGATED
from feltsense.script.diagnostics import Severity
from feltsense.script.lazy_pattern import LazyPattern

_CLOSING = pattern(
    r"(?:close|shut|closing|shutting) (?:down )?(?:(?:both )?(?:your|the|those|our) )?(?:\w+ )?(?:eyes|eyelids)",
    r"(?:eyes|eyelids|lids) (?:(?:to|can|may|might|could|will|now|gently|softly|slowly|gradually|fall|drift"
    r"|flutter|drop|both|(?:begin|start) to) )*(?:close|closed|shut)",
    r"(?:let|allow) (?:your|the) (?:eyes|eyelids|lids) (?:to )?(?:fall|drop|drift|rest) (?:closed|shut|down)",
    r"(?:with|keep|keeping) (?:your )?closed eyes|(?:eyes|eyelids|lids)[^\n,;:]{0,30} and close",
)
_SUPPOSED = LazyPattern(
    r"\b(?:if|when|once|while|in case|where|whether|since|though|although|until|before|after"
    r"|even with)\b[^,;:…\n]*$"
)
_STATE = LazyPattern(r"(?:are|were|is|was|have|had|been|stay|stayed)\b[^,;:…\n]*\b(?:closed|shut)|\bclosed$|\bshut$")
_CHOICE = pattern(
    r"(?:eyes?|eyelids|lids|them|gaze)\b[^\n]*\b(?:open|half-open|half-closed|lowered|soft|softly|resting"
    r"|unfocused)",
    r"open\b[^\n]*\b(?:eyes?|closed|shut|gaze)|(?:closed?|shut|closing)\b[^\n]*\b(?:open|lowered|resting|or not)",
    r"gaze|(?:soften|lower|rest|drop) your (?:eyes|gaze|focus)|half[ -](?:open|closed|shut)|look(?:ing)? down",
    r"(?:keep|leave) (?:them|your eyes|both) open|with open eyes|eyes wide|(?:lower|rest) them|looking at one",
    r"or (?:look|rest|watch|keep|leave)|not close them",
)
"""An open, soft or lowered gaze."""


def _find(context: LintContext) -> Iterator[Finding]:
    """Yield each place that asks for closed eyes, with no open or soft gaze within two sentences."""
    for hit in _closing(context):
        if context.lacks_nearby(hit.sentence, _CHOICE):
            yield Finding(hit, f"«{hit.text}» is asked for, and nothing says that eyes may stay open.")


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
