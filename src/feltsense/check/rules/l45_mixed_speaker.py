"""L45: a mixed speaker (I, we, you), or a synthetic voice that claims to be present."""

from collections.abc import Iterator
from itertools import groupby

from feltsense.check.lint_context import LintContext
from feltsense.check.pattern import pattern
from feltsense.check.rule import Finding, Rule
from feltsense.script.diagnostics import Severity
from feltsense.script.lazy_pattern import LazyPattern

_PRESENT = pattern(
    r"i(?:'m| am) (?:right |still |always |also )?(?:here(?: (?:with|for|beside) you)?|with you|beside you"
    r"|by your side|listening(?: to you)?|holding you)(?=[.!,;…]|$| (?:all|the whole|every|as|while|with|for"
    r"|until|now))",
    r"i(?:'ll| will) (?:be (?:here|with you|right here|beside you)|stay (?:here|with you|beside you)|hold you"
    r"|keep you (?:company|safe)|never leave)",
    r"i (?:care about|love|believe in|see|hear|understand|feel) you(?=[.!,;]|$)",
    r"i (?:know|understand|can feel|can see) (?:exactly )?(?:how|what) you",
    r"we(?:'re| are) (?:all )?here (?:with|for) you|you have me",
)
_WORDED = LazyPattern(r"\b(?:say|word|sentence|tell yourself|whisper|like|phrase)\b[^\n]*$")
_I = pattern(r"i|i'm|i'll|i'd|i've|my|me")
_WISH = pattern(r"may i|let me|tell (?:myself|yourself)|say(?:ing)?|words?")
_WE = pattern(r"we|we're|we'll|we've|us|our|let's")
_YOU = pattern(r"you|you're|you'll|you've|you'd|your|yours|yourself")


def _find(context: LintContext) -> Iterator[Finding]:
    """Yield each “I am here with you”, and each paragraph that mixes I, we and you."""
    for hit in context.assertions(_PRESENT):
        if not (hit.sentence.question or _WORDED.search(hit.before)):
            yield Finding(hit, f"«{hit.text}»: no one is there when a synthetic voice says it.")
    for _, group in groupby(context.sentences, key=lambda sentence: sentence.paragraph):
        members = list(group)
        speaking = [sentence for sentence in members if sentence.has(_I) and not sentence.has(_WISH)]
        if speaking and all(any(sentence.has(each) for sentence in members) for each in (_WE, _YOU)):
            better = "Speak to “you” alone, and leave “I” and “we” out."
            yield Finding(speaking[0], "This paragraph mixes I, we and you.", better)


RULE = Rule(
    code="L45",
    severity=Severity.NOTE,
    finds="I, we and you mixed in a paragraph; “I am here with you” by a synthetic voice",
    why="A voice that says “I am here” is a lie when nobody is. Changing who speaks makes it hard to trust.",
    better="The voice will go on beside you.",
    find=_find,
)
