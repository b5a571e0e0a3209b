"""L16: too many words a minute."""

from collections.abc import Iterator

from feltsense.check.lint_context import LintContext
from feltsense.check.rule import Finding, Rule, RuleLanguage
from feltsense.script.diagnostics import Severity

_MAX_PACE = 135
_SLACK = 1.1
_MAX_WPM = {"body-scan": 60, "self-compassion": 60, "focusing": 50, "parts": 50, "loving-kindness": 50}
_MAX_WPM_ELSEWHERE = 75
"""Words a minute, silences counted in. Paced breathing has its own measure."""


def _find(context: LintContext) -> Iterator[Finding]:
    """Yield a pace, or words over the whole, above what the practice asks for."""
    front = context.front
    if front.pace > _MAX_PACE * _SLACK:
        message = (
            f"{front.pace} words a minute is faster than most people can follow inwards; {_MAX_PACE} is fast enough."
        )
        yield Finding(context.front_matter_line("pace"), message, "Take a pace from 105 to 135.")
    most = _MAX_WPM.get(front.practice, _MAX_WPM_ELSEWHERE)
    for version in context.long_versions:
        words = sum(timed.sentence.words for timed in version.timed_sentences) * 60 / version.length
        if front.practice != "breath" and words > most * _SLACK:
            message = (
                f"About {words:.0f} words a minute over the whole{version.label}; up to {most} suit this practice."
            )
            yield Finding(context.front_matter_line("minutes"), message)


RULE = Rule(
    code="L16",
    severity=Severity.WARNING,
    finds="faster than the targets by a tenth or more",
    why="Words that come too fast are one load more. Sensing needs time between them.",
    better="Take a sentence out, or give it longer pauses.",
    find=_find,
    language=RuleLanguage.ANY,
)
