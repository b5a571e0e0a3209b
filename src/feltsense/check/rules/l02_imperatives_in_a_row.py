"""L02: more than two imperatives in a row."""

from collections.abc import Iterator

from feltsense.check.imperatives import is_bare_imperative, orders_in
from feltsense.check.lint_context import LintContext
from feltsense.check.pattern import pattern
from feltsense.check.rule import Finding, Rule
from feltsense.check.sentences import Sentence
from feltsense.script.diagnostics import Severity

_MAX_IN_A_ROW = 2

_MILD = pattern(r"^(?:and |then |now |just |\w+ly,? )*(?:notice|let|allow|see|thank)")
_LISTENER = pattern(
    r"you|your|yourself|eyes?|hands?|feet|foot|toes|head|arms?|legs?|jaw|shoulders|breathe?|inhale|exhale|feel"
    r"|listen|notice|attention|body|chest|belly"
)
"""Whoever does as a recipe says is not commanded as a listener is."""
_FREE = pattern(
    r"whatever (?:comes|suits|feels)|(?:two|three|four|some|several) (?:possibilities|options|choices|ways)",
    r"at your own (?:speed|pace)",
)
"""What makes a row of orders a row of examples."""


def _find(context: LintContext) -> Iterator[Finding]:
    """Yield the third imperative of each row, and each sentence that is such a row by itself.

    “Notice” and “let” are mild and do not count. Behind a question (“feeling floaty?”) a row answers it.
    """
    for version in context.versions:
        row = 0
        asked = False
        for sentence in version.sentences:
            if _is_row(sentence) and not (asked or sentence.has(_FREE)):
                yield Finding(sentence, "This sentence holds three orders or more, and leaves no choice.")
            asked = sentence.question
            if sentence.has(_MILD):
                continue
            row = row + 1 if is_bare_imperative(sentence) else 0
            if row == _MAX_IN_A_ROW + 1:
                yield Finding(sentence, "This is the third order in a row that leaves no choice.")


def _is_row(sentence: Sentence) -> bool:
    """Tell whether one sentence alone is a row of orders, as in “sit down, feel your feet, breathe out, let it go”."""
    orders = [order for order in orders_in(sentence) if not _MILD.match(order)]
    return len(orders) > _MAX_IN_A_ROW + (not sentence.has(_LISTENER))


RULE = Rule(
    code="L02",
    severity=Severity.WARNING,
    finds="more than two bare imperatives in a row (no might, could, if you like, perhaps, when you’re ready)",
    why="Commands, one behind the other, repeat a loss of control. A choice now and then gives it back.",
    better="If you like, a hand could rest on your chest.",
    find=_find,
)
