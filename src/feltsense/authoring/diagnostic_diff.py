"""What a save has changed in what is found in a script: nobody reads the same findings twice."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from feltsense.script.diagnostics import Diagnostic

_Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Fresh:
    """The findings of a save beside those of the one before."""

    new: tuple[Diagnostic, ...]
    """Those that were not there, in order."""
    same: int
    gone: int


class News:
    """Remembers what was found last. Findings are told apart by what they say, and not by their line, which moves."""

    def __init__(self) -> None:
        self._known: Counter[_Key] = Counter()

    def of(self, found: Sequence[Diagnostic], lines: Sequence[str]) -> Fresh:
        """Return what is new in `found`, and keep it for the next time.

        Args:
            found: all that there is to say now.
            lines: of the source that it was found in.
        """
        before, self._known = self._known, Counter(_key(each, lines) for each in found)
        left = before.copy()
        new = []
        for each in found:
            key = _key(each, lines)
            if left[key]:
                left[key] -= 1
            else:
                new.append(each)
        return Fresh(tuple(new), len(found) - len(new), left.total())


def _key(found: Diagnostic, lines: Sequence[str]) -> _Key:
    span = found.span
    line = lines[span.line - 1] if span.line <= len(lines) else ""
    return found.code, found.message, line[span.column - 1 : span.end_column - 1]
