"""L02: more than two imperatives in a row."""

from collections.abc import Iterator

from feltsense.check.imperatives import is_bare_imperative
from feltsense.check.lint_context import LintContext
from feltsense.check.pattern import pattern
from feltsense.check.rule import Finding, Rule
from feltsense.script.diagnostics import Severity

_MAX_IN_A_ROW = 2

_MILD = pattern(r"^(?:and |then |now |just |\w+ly,? )*(?:notice|let|allow|see|thank)")


def _find(context: LintContext) -> Iterator[Finding]:
    """Yield the third imperative of each row. “Notice” and “let” are mild and do not count."""
    for version in context.versions:
        row = 0
        for sentence in version.sentences:
            if sentence.has(_MILD):
                continue
            row = row + 1 if is_bare_imperative(sentence) else 0
            if row == _MAX_IN_A_ROW + 1:
                yield Finding(sentence, "This is the third order in a row that leaves no choice.")


RULE = Rule(
    code="L02",
    severity=Severity.WARNING,
    finds="more than two bare imperatives in a row (no might, could, if you like, perhaps, when you’re ready)",
    why="Commands, one behind the other, repeat a loss of control. A choice now and then gives it back.",
    better="If you like, a hand could rest on your chest.",
    find=_find,
)
