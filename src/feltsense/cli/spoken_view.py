"""What `feltsense show --spoken` prints: everything that will be spoken, and first what may not be meant to be."""

import shlex
import shutil
import sys
import textwrap
from collections.abc import Sequence
from typing import Any

from feltsense.authoring.spoken import SpokenLine, spoken_lines
from feltsense.cli.output import Styled, echo, echo_json
from feltsense.library.catalogue import Found

_NUMBER = 5
"""Columns of a line's number."""


def show_spoken(found: Found, *, as_json: bool) -> None:
    """Print what will be spoken of a script, whatever is wrong in it."""
    parsed = found.parse()
    lines = spoken_lines(parsed, found.source)
    if as_json:
        echo_json({"name": found.slug, "path": str(found.path), "lines": [_record(line) for line in lines]})
    else:
        _show(lines)
    name = shlex.quote(str(found.path))
    for count, what, command in (
        (len(parsed.errors), "error", "check"),
        (len(parsed.questions), "open question", "answer"),
    ):
        if count:
            verb = "is 1" if count == 1 else f"are {count}"
            echo(f"There {verb} {what}{'' if count == 1 else 's'} in it: feltsense {command} {name}", err=True)


def _record(line: SpokenLine) -> dict[str, Any]:
    reasons = [{"kind": each.kind.value, "reason": each.reason, "instead": each.mend} for each in line.reasons]
    found = {"line": line.line, "section": line.section, "when": line.when, "text": line.text}
    return found | {"read": line.read, "reasons": reasons}


def _show(lines: Sequence[SpokenLine]) -> None:
    strange = [line for line in lines if line.suspicious]
    if strange:
        counted = "1 line" if len(strange) == 1 else f"{len(strange)} lines"
        echo(Styled(f"Look at {counted} first: meant to be spoken?", bold=True))
        for line in strange:
            _show_text(line.line, line.text)
            _show_reading(line)
            for reason in line.reasons:
                _show_below(f"{reason.reason} → {reason.mend}", "yellow")
        echo()
    counted = "1 line" if len(lines) == 1 else f"{len(lines)} lines"
    echo(Styled(f"Everything that is spoken, in order: {counted}", bold=True))
    section = ""
    for line in lines:
        if line.section != section:
            section = line.section
            echo(f"{'':>{_NUMBER}}  ", Styled(f"## {section}", "cyan"))
        _show_text(line.line, f"({line.when}) {line.text}" if line.when else line.text)
        _show_reading(line)


def _show_text(number: int, text: str) -> None:
    first, *rest = _wrapped(text)
    echo(f"{number:>{_NUMBER}}  {first}")
    for part in rest:
        echo(f"{'':>{_NUMBER}}  {part}")


def _show_reading(line: SpokenLine) -> None:
    if line.is_read_otherwise:
        _show_below(f"read as: {line.read}", "cyan")


def _show_below(text: str, colour: str) -> None:
    for part in _wrapped(text, 2):
        echo(" " * (_NUMBER + 4), Styled(part, colour))


def _wrapped(text: str, deeper: int = 0) -> list[str]:
    """Return a text in lines that fit the terminal; whole where there is none."""
    room = shutil.get_terminal_size((100, 24)).columns - _NUMBER - 3 - deeper
    return textwrap.wrap(text, max(30, room)) if sys.stdout.isatty() else [text]
