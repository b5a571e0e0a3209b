"""A script, read and held against every rule."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from feltsense.check.allowed import without_allowed
from feltsense.check.context import LintContext
from feltsense.check.registry import all_rules
from feltsense.check.rule import Finding, Rule
from feltsense.check.source_spans import place_of
from feltsense.script.diagnostics import Diagnostic, Span
from feltsense.script.model import Parsed
from feltsense.script.parser import parse

MOST_OF_ONE = 100
"""Findings of one rule in one script; nobody mends more at a time."""

TOP = Span(1, 1, 2)
"""Where a finding about the script as a whole is shown."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A script with all that was found in it."""

    parsed: Parsed
    """Its own errors, and they alone, stop a render."""
    diagnostics: tuple[Diagnostic, ...]
    """The format's, the language's and the timing's, in source order."""


def check(source: bytes | str, slug: str) -> Checked:
    """Return the exercise that `source` describes, and what its format and all rules find in it. Never raises.

    Args:
        source: the script; anything may be in it.
        slug: the exercise's name.
    """
    parsed = parse(source, slug)
    reading = LintContext(parsed, source)
    found = [each for rule in all_rules() for each in look(rule, reading)]
    diagnostics = (*parsed.diagnostics, *without_allowed(found, parsed))
    return Checked(parsed, tuple(sorted(diagnostics, key=lambda each: (each.span, each.code))))


def look(rule: Rule, reading: LintContext) -> Iterator[Diagnostic]:
    """Yield what one rule finds, each place once."""
    if rule.english and not reading.front.language.lower().startswith("en"):
        return
    seen: set[Span] = set()
    for finding in rule.look(reading):
        diagnostic = _diagnostic(rule, finding, reading.lines)
        if diagnostic.span not in seen:
            seen.add(diagnostic.span)
            yield diagnostic
        if len(seen) == MOST_OF_ONE:
            return


def _diagnostic(rule: Rule, finding: Finding, lines: Sequence[str]) -> Diagnostic:
    where = finding.where
    span = TOP if where is None else where if isinstance(where, Span) else place_of(where, lines)
    return Diagnostic(rule.code, rule.severity, span, finding.message, finding.better or rule.better)
