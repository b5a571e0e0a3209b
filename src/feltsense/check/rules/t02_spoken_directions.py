"""T02: a direction that would be spoken."""

import re
from collections.abc import Iterator
from itertools import pairwise

from feltsense.check.lint_context import LintContext
from feltsense.check.pattern import Pattern
from feltsense.check.rule import Finding, Rule
from feltsense.script.diagnostics import Severity

_NUMBER = r"\d+(?:\.\d+)? ?-?(?:seconds?|secs?|s|minutes?|mins?|m)"
_QUIET = r"(?:silence|pause|quiet|wait)"
_KIND = r"(?:(?:long|longer|short|shorter|brief) )"
_LENGTH = Pattern(
    rf"^(?:(?:for|about|approx\.?) )*{_NUMBER}(?: (?:of )?{_QUIET})?$"
    rf"|^{_KIND}*{_QUIET}(?: for| of)?[ (:,–—-]+(?:about )?{_NUMBER}\)?$"
    rf"|^{_KIND}+{_QUIET}$"
)
"""A line that says nothing but how long to be quiet."""

_DECORATED = Pattern(
    r"^(?:(?:[-–—=~•+] ?){2,}|(?:[*_] ?){3,}|[–—] )(?P<inner>[^-–—=~•+*_].*?)"
    r"(?:(?: ?[-–—=~•+]){2,}|(?: ?[*_]){3,}| [–—])$"
)
_DIRECTION = Pattern(
    rf"^{_KIND}*(?:{_QUIET}|silent|music|bell|gong|chime)(?: (?:here|fades?|starts?|ends?|in|out|up))*$"
)
_LABELLED = Pattern(
    r"^(?:client|patient|therapist|counsell?or|narrator|participants?|facilitator|instructor|speaker|voice ?over)"
    r"(?: ?\d+)?:(?: |$)"
)
_PAGE = Pattern(r"^page \d+(?: ?(?:of|/) ?\d+)?$|^(?:©|copyright) (?:\(c\) )?(?:19|20)\d\d\b|^all rights reserved\.?$")
_ASIDE = Pattern(rf"^\({_KIND}*(?:silent|silence|music|bell|gong)(?: (?:here|fades?|starts?|ends?|in|out))*\.?\)$")
_CUE = re.compile(r"\[[^\[\]]*\]")
_OWN = re.compile(r"(\d+(?:\.\d+)?) ?-?(m|s)")
_SIGNS = " -–—*_=~•+"
_LONGEST = 80
"""Characters of a direction between signs; thousands of signs would take hours."""


def _find(context: LintContext) -> Iterator[Finding]:
    """Yield each line to be spoken that reads like a direction, a speaker's name or the edge of a page."""
    for number in _spoken(context):
        written = _CUE.sub(" ", context.lines[number - 1])
        line = " ".join(written.lower().split())
        if _is_direction(line):
            message = f"«{' '.join(written.split())}»: this will be spoken; is it a direction?"
            yield Finding(context.line_span(number), message, _instead(line))


def _spoken(context: LintContext) -> Iterator[int]:
    """Yield the lines on which something is said, those in the middle of a sentence too."""
    starts = sorted({span.line for sentence in context.sentences for _, _, span in sentence.pieces})
    for first, after in pairwise((*starts, len(context.lines) + 1)):
        yield first
        for number in range(first + 1, after):
            line = context.lines[number - 1].strip()
            if not line or line.startswith((">", "#")) or "<!--" in context.lines[number - 2] + line:
                break
            yield number


def _is_direction(line: str) -> bool:
    bare = line.strip(_SIGNS)
    decorated = _DECORATED.match(line) if len(line) <= _LONGEST else None
    return any(each.match(bare) for each in (_LENGTH, _LABELLED, _PAGE, _ASIDE)) or (
        decorated is not None and _DIRECTION.match(decorated["inner"].strip(_SIGNS)) is not None
    )


def _instead(line: str) -> str:
    """Return what to write for `line`, where that is something else than the rule's own advice."""
    bare = line.strip(_SIGNS)
    own = _OWN.search(line) if _LENGTH.match(bare) else None
    if own:
        return f"Write [pause {own[1]}{own[2]}], or begin the line with > to make it a note."
    spare = _LABELLED.match(bare) or _PAGE.match(bare)
    return "Take it out, or begin the line with > to make it a note." if spare else ""


RULE = Rule(
    code="T02",
    severity=Severity.WARNING,
    finds="a direction, a speaker's name or the edge of a page that would be read aloud",
    why="All that is not in brackets or behind > is spoken: a listener would hear “fifteen seconds” and no silence.",
    better="Write [pause 15s] for a silence, and begin a note for yourself with >.",
    find=_find,
)
