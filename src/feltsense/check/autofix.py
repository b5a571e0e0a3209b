"""Autofix: writes the replacements of diagnostics into a script, and leaves every other byte as it is."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from feltsense.script.diagnostics import Diagnostic

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)")
_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class TextEdit:
    """One replaced stretch of a line."""

    line: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class AutofixResult:
    """A script after autofix."""

    source: bytes
    changes: tuple[TextEdit, ...]
    """In source order; empty when there was nothing to fix, and then `source` is unchanged."""


def apply_fixes(source: bytes, diagnostics: Iterable[Diagnostic]) -> AutofixResult:
    """Return `source` with the replacements of `diagnostics`, which were found in it.

    Line ends, a byte order mark and spaces stay. A file that is no UTF-8 has no replacements, and stays whole.
    """
    fixes = sorted((d for d in diagnostics if d.replacement is not None), key=lambda d: d.span, reverse=True)
    if not fixes:
        return AutofixResult(source, ())
    lines = _LINE.findall(source.removeprefix(_MARK).decode("utf-8"))
    changes = []
    for fix in fixes:  # from the end, so that columns before stay true
        span, after = fix.span, fix.replacement or ""
        line = lines[span.line - 1]
        before = line[span.column - 1 : span.end_column - 1]
        lines[span.line - 1] = line[: span.column - 1] + after + line[span.end_column - 1 :]
        changes.append(TextEdit(span.line, before, after))
    mark = _MARK if source.startswith(_MARK) else b""
    return AutofixResult(mark + "".join(lines).encode("utf-8"), tuple(reversed(changes)))
