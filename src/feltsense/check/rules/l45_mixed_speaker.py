"""L45: a mixed speaker (I, we, you), or a synthetic voice that claims to be present."""

from collections.abc import Iterator
from itertools import groupby

from feltsense.check.lint_context import LintContext
from feltsense.check.pattern import Kinds, kind, pattern
from feltsense.check.rule import Finding, Rule
from feltsense.script.diagnostics import Severity
from feltsense.script.lazy_pattern import LazyPattern

_PRESENT = Kinds(
    kind(
        "promise swear",
        r"i (?:promise|swear)(?: that)?(?: to)? (?:you|i|we|never|stay|be)",
    ),
    kind(
        "won't never not & you",
        r"i(?:'ll never| won't| will never| will not) (?:ever )?(?:leave|let|forget|abandon|drop) (?:you|go of you)",
    ),
    kind(
        "care",
        r"i (?:really |do )?care(?=[.!,;]|$)",
    ),
    kind(
        "here holding listening side with",
        r"i(?:'m| am) (?:right |still |always |also )?(?:here(?: (?:with|for|beside) you)?|with you|beside you|by"
        r" your side|listening(?: to you)?|holding you)(?=[.!,;…]|$| (?:all|the whole|every|as|while|with|for|until"
        r"|now))",
    ),
    kind(
        "i'll will & beside company here hold never right safe stay with",
        r"i(?:'ll| will) (?:be (?:here|with you|right here|beside you)|stay (?:here|with you|beside you)|hold you"
        r"|keep you (?:company|safe)|never leave)",
    ),
    kind(
        "believe care feel hear love see understand",
        r"i (?:care about|love|believe in|see|hear|understand|feel) you(?=[.!,;]|$)",
    ),
    kind(
        "feel know see understand & how what",
        r"i (?:know|understand|can feel|can see) (?:exactly )?(?:how|what) you",
    ),
    kind(
        "are we're",
        r"we(?:'re| are) (?:all |always )*(?:here (?:with|for) you|at your side|with you|beside you|thinking of you"
        r"|holding you)",
    ),
    kind(
        "have & you",
        r"you have me",
    ),
    kind(
        "it's it & me",
        r"(?:it's|it is) (?:only |just )?me(?:(?=[.,!]| again))",
    ),
    kind(
        "neither too",
        r"me (?:neither|too)(?=[.,!]|$)",
    ),
    kind(
        "we,",
        r"we, your",
    ),
    kind(
        "delighted glad grateful happy moved pleased proud sad sorry thrilled touched & you",
        r"i(?:'m| am|'ve been| have been| was) (?:\w+ )?(?:glad|happy|proud|pleased|delighted|grateful|sorry|sad"
        r"|moved|touched|thrilled) (?:that|to|of|for|with|by)? ?(?:have |see |meet |be )?(?:you|your)",
    ),
    kind(
        "admire adore love miss pity",
        r"i (?:have |have always |really |do |so )?(?:love|loved|miss|missed|adore|admire|pity) (?:you|your)",
    ),
    kind(
        "breathing crying looking praying proud sitting smiling thinking waiting walking watching & you",
        r"i(?:'m| am) (?:proud of|praying (?:with|for)|smiling at|thinking of|watching(?: over)?|waiting for|crying"
        r" with|breathing with|sitting (?:with|beside|opposite|next to)|walking (?:with|beside)|looking at) you",
    ),
    kind(
        "hold",
        r"i(?:'m| am|'ll be| will be)? ?hold(?:ing)? (?:space|you|your|it with)",
    ),
    kind(
        "feel hear imagine see sense tell & can",
        r"i can (?:really |already )?(?:feel|see|hear|sense|tell|imagine) (?:you|your|that you|how|from your|all your"
        r"|it in)",
    ),
    kind(
        "feel know see sense understand",
        r"i (?:sense|feel|know|understand|see) (?:that you|you(?:'re| are)|your|exactly|just how|you better)",
    ),
    kind(
        "companion friend guide",
        r"i(?:'m| am) (?:your|a) (?:friend|companion|guide)",
    ),
    kind(
        "always forever & for",
        r"i(?:'m| am) (?:always|forever) there for you",
    ),
    kind(
        "sit & beside opposite with",
        r"i sit (?:opposite|beside|with)",
    ),
    kind(
        "arm eyes hand heart love prayers tears thoughts voice",
        r"my (?:arms?|hands?|heart|eyes|tears|voice|love|thoughts|prayers|warmth) (?:is|are|goes|go|will (?:go|be"
        r"|stay)|lies|rests?|stays?) (?:\w+ )?(?:out to|with|around|about|on|beside|over|wet)(?: you| your)?",
    ),
    kind(
        "tears",
        r"your tears are my tears",
    ),
    kind(
        "too",
        r"i,? too,? (?:was|am|have|know|know)",
    ),
    kind(
        "been felt & have i've",
        r"i(?:'ve| have) (?:also )?(?:been (?:there|lonely|where you|waiting for you|in your)|felt (?:it|this|that"
        r"|what you))",
    ),
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
