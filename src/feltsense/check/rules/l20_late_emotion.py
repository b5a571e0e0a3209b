"""L20: an emotional cue at the end."""

from collections.abc import Iterator

from feltsense.check.lint_context import LintContext
from feltsense.check.rule import Finding, Rule
from feltsense.check.wording import EMOTIONAL
from feltsense.script.diagnostics import Severity
from feltsense.script.lazy_pattern import LazyPattern

_LAST_S = 60.0
_SUPPOSED = LazyPattern(
    r"\b(?:if|whatever|whenever|can wait|can stay|may stay|still here|later|helpline|someone you trust)\b"
)


def _find(context: LintContext) -> Iterator[Finding]:
    """Yield each call to what hurts in the last minute."""
    for version in context.long_versions:
        since = version.length - min(_LAST_S, version.length * 0.4)
        late = {timed.sentence for timed in version.timed_sentences if timed.end > since}
        for hit in context.assertions(EMOTIONAL):
            harmless = _SUPPOSED.search(hit.sentence.plain)
            if hit.sentence in late and not harmless:
                yield Finding(hit.sentence, "This calls up what hurts, in the last minute.")


RULE = Rule(
    code="L20",
    severity=Severity.ERROR,
    finds="an emotional cue in the last 60 seconds",
    why="What is stirred up in the last minute goes home with the listener, and nobody is there.",
    better="Move it up, before the way back; at the end, perhaps one thing you can see.",
    find=_find,
)
