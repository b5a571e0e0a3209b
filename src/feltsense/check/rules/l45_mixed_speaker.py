"""L45: a mixed speaker (I, we, you), or a synthetic voice that claims to be present."""

from collections.abc import Iterator
from itertools import groupby

from feltsense.check.lint_context import LintContext
from feltsense.check.pattern import pattern
from feltsense.check.rule import Finding, Rule
from feltsense.script.diagnostics import Severity
from feltsense.script.lazy_pattern import LazyPattern

_PRESENT = pattern(
    r"i(?:'m| am) (?:right |still |always |also )?(?:here(?: (?:with|for|beside) you)?|with you|beside you|by your"
    r" side|listening(?: to you)?|holding you)(?=[.!,;…]|$| (?:all|the whole|every|as|while|with|for|until|now))",
    r"i(?:'ll| will) (?:be (?:here|with you|right here|beside you)|stay (?:here|with you|beside you)|hold you|keep"
    r" you (?:company|safe)|never leave)",
    r"i (?:care about|love|believe in|see|hear|understand|feel) you(?=[.!,;]|$)",
    r"i (?:know|understand|can feel|can see) (?:exactly )?(?:how|what) you",
    r"we(?:'re| are) (?:all |always )*(?:here (?:with|for) you|at your side|with you|beside you|thinking of you"
    r"|holding you)|you have me|(?:it's|it is) (?:only |just )?me(?:(?=[.,!]| again))|me (?:neither|too)(?=[.,!]|$)"
    r"|we, your",
    r"i(?:'m| am|'ve been| have been| was) (?:\w+ )?(?:glad|happy|proud|pleased|delighted|grateful|sorry|sad|moved"
    r"|touched|thrilled) (?:that|to|of|for|with|by)? ?(?:have |see |meet |be )?(?:you|your)|i (?:have |have always "
    r"|really |do |so )?(?:love|loved|miss|missed|adore|admire|pity) (?:you|your)|i(?:'m| am) (?:proud of|praying"
    r" (?:with|for)|smiling at|thinking of|watching(?: over)?|waiting for|crying with|breathing with|sitting (?:with"
    r"|beside|opposite|next to)|walking (?:with|beside)|looking at) you",
    r"i(?:'m| am|'ll be| will be)? ?hold(?:ing)? (?:space|you|your|it with)|i can (?:really |already )?(?:feel|see"
    r"|hear|sense|tell|imagine) (?:you|your|that you|how|from your|all your|it in)|i (?:sense|feel|know|understand"
    r"|see) (?:that you|you(?:'re| are)|your|exactly|just how|you better)|i(?:'m| am) (?:your|a) (?:friend|companion"
    r"|guide)|i(?:'m| am) (?:always|forever) there for you|i sit (?:opposite|beside|with)",
    r"my (?:arms?|hands?|heart|eyes|tears|voice|love|thoughts|prayers|warmth) (?:is|are|goes|go|will (?:go|be|stay)"
    r"|lies|rests?|stays?) (?:\w+ )?(?:out to|with|around|about|on|beside|over|wet)(?: you| your)?|your tears are my"
    r" tears|i,? too,? (?:was|am|have|know|know)|i(?:'ve| have) (?:also )?(?:been (?:there|lonely|where you|waiting"
    r" for you|in your)|felt (?:it|this|that|what you))",
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
