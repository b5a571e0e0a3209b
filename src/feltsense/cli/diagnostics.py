"""How diagnostics look: the source line, a marker under the span, and what to write instead; scripts with errors."""

import re
import shlex
import shutil
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from feltsense.check.grouping import MANY, DiagnosticGroup, group_diagnostics, most_important
from feltsense.check.registry import explain_code
from feltsense.cli.output import Styled, echo
from feltsense.errors import ScriptError
from feltsense.library.catalogue import Found, find
from feltsense.script.diagnostics import BLANK, Diagnostic, Severity, Span
from feltsense.script.model import Exercise, Parsed
from feltsense.script.source import source_lines
from feltsense.system.paths import Workspace

_COLOUR = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_TAB = "    "
_NO_TEXT = re.compile(r"[\0-\x08\x0e-\x1a\x1c-\x1f]")
_UNKNOWN = "\ufffd"
"""What stands for bytes that are no text."""
_MOST_LINES = 12
"""Lines of a group that are named."""


def diagnostic_pieces(found: Diagnostic, lines: Sequence[str], path: Path | str) -> tuple[str | Styled, ...]:
    """Return a diagnostic as people read it, over two to four lines, in pieces for `echo`."""
    span = found.span
    severity = Styled(found.severity.value, _COLOUR[found.severity], bold=True)
    parts = [f" {found.code}: {found.message}"]
    if span.line <= len(lines) and _is_readable(lines[span.line - 1]):
        parts += _marked(lines[span.line - 1], span)
    if found.hint:
        parts.append(f"    → {found.hint}")
    return (f"{path}:{span.line}:{span.column}: ", severity, "\n".join(parts))


def show_diagnostics(found: Sequence[Diagnostic], lines: Sequence[str], path: Path | str, *, every: bool) -> None:
    """Print what was found in a script: findings of one kind as a group, and of very many those that matter first.

    Args:
        found: the diagnostics, in source order.
        lines: of the source.
        path: of the script.
        every: whether each is shown by itself.
    """
    if every:
        for diagnostic in found:
            echo(*diagnostic_pieces(diagnostic, lines, path))
        return
    groups = group_diagnostics(found)
    whole = most_important(groups) if len(found) >= MANY else groups
    if len(found) >= MANY and len(groups) > len(whole):
        echo(Styled(f"{path}: {len(found)} findings. These matter first:", bold=True))
    for group in whole:
        echo(*diagnostic_pieces(group.first, lines, path))
        if len(group.members) > 1:
            _show_members(group)
    rest = [group for group in groups if group not in whole]
    if rest:
        echo(Styled(f"{path}: found as well (--all shows each):", bold=True))
    for group in rest:
        times = f"{len(group.members)} × " if len(group.members) > 1 else ""
        about = group.first.message if len(group.members) == 1 else explain_code(group.first.code).finds
        echo(f"    {times}{group.first.severity} {group.first.code}: {about} ({_lines(group.lines)})")


def _show_members(group: DiagnosticGroup) -> None:
    """Print where the members of a group are, and what each needs that needs something else than the first."""
    echo(f"    {len(group.members)} × {group.first.code}: {_lines(group.lines)}")
    hints = group.other_hints
    for hint, lines in islice(hints.items(), _MOST_LINES):
        echo(f"      {_lines(lines)} → {hint}")
    if len(hints) > _MOST_LINES:
        echo(f"      and {len(hints) - _MOST_LINES} more (--all shows each)")


def _lines(found: Sequence[int]) -> str:
    """Return lines in words, the first few of very many."""
    numbers = [str(line) for line in found]
    listed = ", ".join(numbers[:_MOST_LINES])
    more = f" and {len(numbers) - _MOST_LINES} more" if len(numbers) > _MOST_LINES else ""
    return f"line{'' if len(numbers) == 1 else 's'} {listed}{more}"


def load_or_show(found: Found, parsed: Parsed | None = None) -> Exercise:
    """Return the exercise in a script; of one with errors, show each on standard error.

    Questions that are open and stop nothing are counted there, too.

    Args:
        found: the script.
        parsed: what is in it, where that is known already.

    Raises:
        ScriptError: the script has errors; each has been shown.
    """
    parsed = parsed or found.parse()
    if not parsed.errors:
        _show_open_questions(found, parsed)
        return parsed.exercise
    lines = source_lines(found.source)
    for diagnostic in parsed.errors:
        echo(*diagnostic_pieces(diagnostic, lines, found.path), err=True)
    raise _script_error(found, parsed)


def expect_sound_scripts(names: Iterable[str], workspace: Workspace) -> None:
    """See that all scripts are sound before anything is made of them; of those with errors, show each.

    Raises:
        LibraryError: there is no such exercise.
        ScriptError: a script has errors; each has been shown.
    """
    wrong: list[ScriptError] = []
    for name in dict.fromkeys(names):
        try:
            load_or_show(find(name, workspace))
        except ScriptError as error:
            wrong.append(error)
    if wrong:
        message = wrong[0].message if len(wrong) == 1 else f"There are errors in {len(wrong)} scripts."
        raise ScriptError(message, f"Nothing was made. {wrong[0].hint}")


def _script_error(found: Found, parsed: Parsed) -> ScriptError:
    """Return what to say of errors that were shown."""
    count = len(parsed.errors)
    if all(error.code == BLANK for error in parsed.errors):
        holes = "A sentence has a hole" if count == 1 else f"{count} sentences have holes"
        return ScriptError(
            f"{still_open(len(parsed.questions))} in {found.path.name}. {holes} until they are answered.",
            f"{answer_command(found)} asks one by one; so does the desk.",
        )
    what = "is an error" if count == 1 else f"are {count} errors"
    return ScriptError(f"There {what} in {found.path.name}.", "Mend what is shown above, and try again.")


def _show_open_questions(found: Found, parsed: Parsed) -> None:
    if parsed.questions:
        about = "its words are" if len(parsed.questions) == 1 else "their words are"
        asks = answer_command(found)
        echo(f"{still_open(len(parsed.questions))} in {found.path.name}; {about} spoken as written: {asks}", err=True)


def still_open(count: int) -> str:
    """Return “2 questions are still open”."""
    return "1 question is still open" if count == 1 else f"{count} questions are still open"


def answer_command(found: Found) -> str:
    """Return the command that asks what is open in a script."""
    return f"feltsense answer {shlex.quote(str(found.path))}"


def diagnostic_record(found: Diagnostic) -> dict[str, Any]:
    """Return a diagnostic as plain data, in the format's form."""
    return {
        "code": found.code,
        "severity": found.severity.value,
        "line": found.span.line,
        "column": found.span.column,
        "end_column": found.span.end_column,
        "message": found.message,
        "hint": found.hint,
    }


def _marked(line: str, span: Span) -> list[str]:
    """Return the part of the line around the span, and a marker under it."""
    room = max(30, shutil.get_terminal_size((100, 24)).columns - 6)
    first = max(0, span.column - 1 - room // 3) if len(line) > room else 0
    part = line[first : first + room]
    begin = min(span.column - 1 - first, len(part))
    end = min(max(begin + 1, span.end_column - 1 - first), len(part) + 1)
    before, under = _spread(part[:begin]), _spread(part[begin:end])
    ellipses = ("…" if first else "", "…" if first + room < len(line) else "")
    marker = " " * (len(ellipses[0]) + cell_width(before)) + "^" * max(1, cell_width(under))
    return [f"    {ellipses[0]}{_spread(part)}{ellipses[1]}", f"    {marker}"]


def _is_readable(line: str) -> bool:
    """Tell whether a line is text that somebody can read: of a picture, say, nothing is shown."""
    return bool(line.strip()) and not _NO_TEXT.search(line) and line.count(_UNKNOWN) <= len(line) / 2


def _spread(text: str) -> str:
    """Return `text` with tabs as spaces and without anything that would move the cursor."""
    plain = text.replace("\t", _TAB)
    return "".join(" " if unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp") else char for char in plain)


def cell_width(text: str) -> int:
    """Return the columns that `text` takes in a terminal."""
    return sum(
        0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in ("W", "F")) for char in text
    )
