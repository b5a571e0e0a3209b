"""What a therapist has allowed with a reason: findings that are silenced, and comments that silence nothing."""

from collections.abc import Iterator, Sequence

from feltsense.script.diagnostics import Diagnostic, Severity
from feltsense.script.model import Allow, Parsed

UNUSED = "L00"


def without_allowed(found: Sequence[Diagnostic], parsed: Parsed) -> Iterator[Diagnostic]:
    """Yield the findings that no comment allows, and a note for each comment that allows nothing.

    A comment counts for its section; one before the first heading counts for what concerns the whole script as well.
    """
    used: set[Allow] = set()
    for diagnostic in found:
        reasons = [allow for allow in parsed.allows if _covers(allow, diagnostic, parsed)]
        used.update(reasons)
        if not reasons:
            yield diagnostic
    for allow in parsed.allows:
        if allow not in used:
            message = f"Nothing here needs {allow.code} to be allowed."
            hint = "Take it out, or move it to its section; for the script as a whole, above the first heading."
            yield Diagnostic(UNUSED, Severity.NOTE, allow.span, message, hint)


def _covers(allow: Allow, diagnostic: Diagnostic, parsed: Parsed) -> bool:
    if allow.code != diagnostic.code:
        return False
    return _section(allow.span.line, parsed) == _section(diagnostic.span.line, parsed)


def _section(line: int, parsed: Parsed) -> int:
    """Return which section a line stands in: 0 for all before the first heading."""
    starts = [section.span.line for section in parsed.exercise.sections if section.span.line > 1]
    return sum(start <= line for start in starts)
