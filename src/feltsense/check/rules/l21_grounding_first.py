"""L21: too little grounding before what is evocative."""

from collections.abc import Iterator

from feltsense.check.lint_context import LintContext
from feltsense.check.pattern import pattern
from feltsense.check.rule import Finding, Rule
from feltsense.check.sentences import Sentence
from feltsense.check.wording import ANY_ANCHOR, EMOTIONAL
from feltsense.script.diagnostics import Severity

_MIN_S = 60.0
_EVOKES = pattern(
    r"(?:bring|call|think|recall|remember|let|notice|find|where|what|is there|sense|meet|turn|ask|invite|feel"
    r"|imagine|choose|pick|picture|welcome|hear)\b[^\n]*\b(?:memor(?:y|ies)|emotions?|feelings?|part of you"
    r"|the part|a part|critic|felt sense|story|hurts?|difficult|painful|hard (?:thing|moment|situation)"
    r"|mildly hard|problem|worr(?:y|ies)|situation|protectors?|sentence)",
)


def _find(context: LintContext) -> Iterator[Finding]:
    """Yield the first evocative cue that comes before a minute of grounding."""
    if context.front.tier < 3:
        return
    for version in context.long_versions:
        evocative = next((timed for timed in version.timed_sentences if _evokes(timed.sentence)), None)
        if evocative is None:
            continue
        ground = [h.start for h in version.timed_sentences if h.start < evocative.start and h.sentence.has(ANY_ANCHOR)]
        seconds = evocative.start - ground[0] if ground else 0.0
        if seconds < _MIN_S * 0.9:
            message = (
                f"Only about {seconds:.0f} seconds of grounding come before this{version.label};"
                f" {_MIN_S:.0f} are needed."
            )
            yield Finding(evocative.sentence, message)


def _evokes(sentence: Sentence) -> bool:
    """Tell whether a sentence calls up what may be hard; one that names an anchor does not."""
    return sentence.has(EMOTIONAL) or (sentence.has(_EVOKES) and not sentence.has(ANY_ANCHOR))


RULE = Rule(
    code="L21",
    severity=Severity.ERROR,
    finds="tier 3 without at least 60 seconds of grounding first",
    why="What is evocative needs ground first, and a place that has proved to hold.",
    better="Find something here that feels okay, or neutral.",
    find=_find,
)
