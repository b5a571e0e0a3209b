"""Findings of one kind as one group, and which of many matter first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from feltsense.script.diagnostics import QUESTION, Diagnostic, Severity

FEWEST = 3
"""So many findings of one kind are shown as a group."""
MANY = 30
"""From so many findings on, only the groups that matter first are shown whole."""
FIRST_SHOWN = 5

_HARM = ("L12", "L24", "L23", "L22", "L08", "L39", "L09", "L33", "L35", "L03", "L01", "L29", "L15", "L21", "L19")
"""Rules whose breach can hurt a listener most, the worst first."""
_FORMAT = "S"


@dataclass(frozen=True, slots=True)
class DiagnosticGroup:
    """Diagnostics of one kind, in source order; never empty."""

    members: tuple[Diagnostic, ...]

    @property
    def first(self) -> Diagnostic:
        """The one that is shown for all of them."""
        return self.members[0]

    @property
    def lines(self) -> tuple[int, ...]:
        """The lines of all of them, each once."""
        return tuple(dict.fromkeys(each.span.line for each in self.members))

    @property
    def other_hints(self) -> dict[str, tuple[int, ...]]:
        """The hints that say something else than the first one's, each with its lines; none of notes."""
        found: dict[str, tuple[int, ...]] = {}
        for each in self.members if self.first.severity is not Severity.NOTE else ():
            if each.hint not in ("", self.first.hint) and each.span.line not in found.get(each.hint, ()):
                found[each.hint] = (*found.get(each.hint, ()), each.span.line)
        return found


def group_diagnostics(found: Iterable[Diagnostic]) -> tuple[DiagnosticGroup, ...]:
    """Return diagnostics by kind, in the order of each kind's first; a kind with fewer than `FEWEST` stays single.

    A kind is a rule's code. Errors of the format and open questions are of one kind only where they say the same, and
    what was only heard where it resembles the same.
    """
    kinds: dict[tuple[str, ...], list[Diagnostic]] = {}
    for each in found:
        stops_render = each.code.startswith(_FORMAT) and each.severity is Severity.ERROR
        own = each.message if stops_render or each.code == QUESTION else each.hint if each.only_heard else ""
        kinds.setdefault((each.code, each.severity.value, own), []).append(each)
    groups = [
        DiagnosticGroup(tuple(part))
        for kind in kinds.values()
        for part in ([kind] if len(kind) >= FEWEST else [[each] for each in kind])
    ]
    return tuple(sorted(groups, key=lambda group: (group.first.span, group.first.code)))


def most_important(groups: Sequence[DiagnosticGroup], count: int = FIRST_SHOWN) -> tuple[DiagnosticGroup, ...]:
    """Return the `count` groups that matter first: what stops a render, what can hurt, then the most frequent.

    Of each severity, what was only heard comes last.
    """
    return tuple(sorted(groups, key=_weight)[:count])


def _weight(group: DiagnosticGroup) -> tuple[int, bool, bool, int, int]:
    first = group.first
    severity = list(Severity).index(first.severity)
    harm = _HARM.index(first.code) if first.code in _HARM else len(_HARM)
    return severity, first.only_heard, not first.code.startswith(_FORMAT), harm, -len(group.members)
