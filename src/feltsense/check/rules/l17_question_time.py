"""L17: a question with too little time to answer."""

from collections.abc import Iterator
from itertools import pairwise

from feltsense.check.lint_context import LintContext
from feltsense.check.pattern import pattern
from feltsense.check.rule import Finding, Rule, RuleLanguage
from feltsense.check.version import TimedSentence
from feltsense.script.diagnostics import Severity

_MIN_S = 5.0 * 0.9
"""Seconds; lengths are estimated."""

_MIN_WORDS = 3
"""Shorter ones, such as “Okay?”, ask nothing."""

_ANSWERS = pattern(
    r"^(?:if (?:not|so|yes|no|there)|or|perhaps|maybe|it (?:may|might|could|can)|there (?:may|might)|any answer"
    r"|whatever|either|both|yes|no|some|not|warm|cool|nothing|anything|something|where)",
)
_ONWARD = pattern(r"^(?:now|then|next|and|again|on to|here)")
_VERB = pattern(r"is|are|was|were|can|could|will|feel|notice|let|bring|take|you|press|turn|come|go")


def _find(context: LintContext) -> Iterator[Finding]:
    """Yield each question that is followed by the next words within 5 seconds."""
    for version in context.versions:
        rows = version.timed_sentences
        for timed, after in pairwise(rows):
            asks = timed.sentence.question and timed.sentence.words >= _MIN_WORDS
            if asks and timed.silence_after < _MIN_S and not (_goes_on(timed, after) and not _cut_short(after)):
                message = f"About {timed.silence_after:.0f} seconds are left to answer{version.label}."
                yield Finding(timed.sentence, message)


def _goes_on(question: TimedSentence, after: TimedSentence) -> bool:
    """Tell whether the next sentence belongs to the question: another question, or possible answers."""
    following = after.sentence
    if following.section != question.sentence.section:
        return False
    listed = following.words <= 12 and not following.has(_VERB) and not following.has(_ONWARD)
    return following.question or following.has(_ANSWERS) or listed


def _cut_short(last: TimedSentence) -> bool:
    """Tell whether there is too little time after what belongs to the question, too."""
    return not last.last and last.silence_after < _MIN_S and not last.sentence.question


RULE = Rule(
    code="L17",
    severity=Severity.WARNING,
    finds="a question followed by less than 5 seconds",
    why="A question to the body needs time to be felt. The next words take the answer away.",
    better="What do you notice there? [pause 10s]",
    find=_find,
    language=RuleLanguage.ANY,
)
