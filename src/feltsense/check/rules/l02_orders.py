"""L02: several orders in a row."""

from collections.abc import Iterator

from feltsense.check.imperatives import is_bare_imperative
from feltsense.check.lint_context import LintContext
from feltsense.check.pattern import pattern
from feltsense.check.rule import Finding, Rule
from feltsense.script.diagnostics import Severity

MOST = 2
"""Orders that may stand in a row."""

_MILD = pattern(r"^(?:and |then |now |just |\w+ly,? )*(?:notice|let|allow|see|thank)")


def _find(context: LintContext) -> Iterator[Finding]:
    """Yield the third order of each row, and no more of that row. “Notice” and “let” are mild and count for nothing."""
    for version in context.versions:
        row = 0
        for sentence in version.sentences:
            if sentence.has(_MILD):
                continue
            row = row + 1 if is_bare_imperative(sentence) else 0
            if row == MOST + 1:
                yield Finding(sentence, "This is the third order in a row that leaves no choice.")


RULE = Rule(
    code="L02",
    severity=Severity.WARNING,
    finds="more than two bare imperatives in a row (no might, could, if you like, perhaps, when you’re ready)",
    why="Commands, one behind the other, repeat a loss of control. A choice now and then gives it back.",
    better="If you like, a hand could rest on your chest.",
    find=_find,
)
