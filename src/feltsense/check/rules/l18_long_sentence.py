"""L18: a sentence that is too long, or asks for attention to two things."""

from collections.abc import Iterator

from feltsense.check.lint_context import LintContext
from feltsense.check.pattern import pattern
from feltsense.check.rule import Finding, Rule
from feltsense.check.sentences import GAP, Hit
from feltsense.script.diagnostics import Severity
from feltsense.script.lazy_pattern import LazyPattern

_MAX_WORDS = 20

_SPLIT = "Make two sentences of it, with a pause between them."
_ATTEND = pattern(
    r"notice|feel|sense|observe|watch|listen(?: to)?|hear|look at|focus on|attend to|pay attention to|imagine",
    r"picture|scan|explore|bring (?:your|the) (?:attention|awareness|focus)(?: to)?|become aware of|be aware of",
    r"visuali[sz]e|see",
)
_JOINED = LazyPattern(r"(?:,|…|\band\b|\bthen\b|\bwhile\b)[^,]*$")


def _find(context: LintContext) -> Iterator[Finding]:
    """Yield each sentence that is long, or that sends the attention to two things."""
    for sentence in context.sentences:
        longest = max(len(part.split()) for part in sentence.text.split(GAP))
        if longest > _MAX_WORDS:
            yield Finding(
                sentence, f"This sentence has {longest} words; {_MAX_WORDS} are the most that can be followed.", _SPLIT
            )
    last: Hit | None = None
    for hit in context.imperatives(_ATTEND):
        if last and last.sentence is hit.sentence and _JOINED.search(hit.before[last.end :]):
            yield Finding(
                hit, f"«{last.text}» and «{hit.text}» send the attention to two things in one sentence.", _SPLIT
            )
        last = hit


RULE = Rule(
    code="L18",
    severity=Severity.WARNING,
    finds="over 20 words, or more than one verb of attention, in a sentence",
    why="Who listens with closed eyes cannot read again. One thing at a time is easier to follow.",
    better="Notice your feet. [pause 5s] And now the floor beneath them.",
    find=_find,
)
