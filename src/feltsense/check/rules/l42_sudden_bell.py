"""L42: a sudden bell after a long silence. How loud a bell is, is up to `mix/bell.py`."""

from collections.abc import Iterator

from feltsense.check.lint_context import LintContext
from feltsense.check.rule import Finding, Rule, RuleLanguage
from feltsense.check.version import SilentStretch, VersionView
from feltsense.script.diagnostics import Severity
from feltsense.timeline.model import BellEvent
from feltsense.units import SAMPLE_RATE

_LONG_S = 10.0
_SOON_S = 2.2


def _find(context: LintContext) -> Iterator[Finding]:
    """Yield each bell that ends a long silence unannounced."""
    for version in context.versions:
        bells = (
            [event for event in version.timeline.overlays if isinstance(event, BellEvent)] if version.timeline else []
        )
        for bell in bells:
            silence = _broken(version, bell.start / SAMPLE_RATE)
            if (
                silence
                and not bell.low
                and not any(sentence.has(context.structure.bell) for sentence in silence.before)
            ):
                message = f"This bell comes unannounced out of a long silence{version.label}."
                yield Finding(context.line_span(bell.line), message)


def _broken(version: VersionView, at: float) -> SilentStretch | None:
    """Return the long silence that a sound at second `at` ends, if any."""
    for silence in version.silences:
        end = silence.start + silence.length
        if silence.start <= at <= end + _SOON_S and min(at, end) - silence.start > _LONG_S:
            return silence
    return None


RULE = Rule(
    code="L42",
    severity=Severity.WARNING,
    finds="a bell within 2 s after a silence over 10 s that is neither low nor announced",
    why="After a long quiet a sudden sound startles, and whoever startles easily loses the rest.",
    better="Write [bell low], or say beforehand that a bell will sound.",
    find=_find,
    language=RuleLanguage.STRUCTURE,
)
