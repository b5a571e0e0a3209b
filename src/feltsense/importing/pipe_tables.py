"""Tables drawn with pipes, as Markdown has them, to cells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from feltsense.importing.document import TableCell
from feltsense.script.lazy_pattern import LazyPattern

_ALIGNMENT = LazyPattern(r"\|?(?:[ \t]*+:?[-=]++:?[ \t]*+\|)*+(?:[ \t]*+:?[-=]++:?)?")
_GRID = LazyPattern(r"\+(?:[-=:]++\+)++")
_PIPE = LazyPattern(r"(?<!\\)\|")
_BREAK = LazyPattern(r"<br[ \t]*+/?>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PipeTable:
    """A table among lines."""

    first: int
    """Its first line; from 0."""
    last: int
    """The line behind its last."""
    rows: tuple[tuple[TableCell, ...], ...]
    headed: bool


def pipe_table(lines: Sequence[str], place: int) -> PipeTable | None:
    """Return the first table among lines without a blank one, the first of which stands at `place`; None without one.

    A row of dashes under the heads makes a table, and so do two or more lines that begin and end with a pipe.
    """
    if not any("|" in line for line in lines):
        return None
    for number, line in enumerate(lines):
        headed = number + 1 < len(lines) and "|" in line and "|" in lines[number + 1] and _is_rule(lines[number + 1])
        if headed or _is_row(line) or _GRID.fullmatch(line.strip()):
            last = next((n for n in range(number, len(lines)) if not _belongs(lines[n], loose=headed)), len(lines))
            rows = tuple(_cells(lines[n], place + n) for n in range(number, last) if not _is_rule(lines[n]))
            if rows and (headed or last - number > 1):
                grid = bool(_GRID.fullmatch(line.strip())) and any("=" in lines[n] for n in range(number, last))
                return PipeTable(number, last, rows, headed or grid)
    return None


def _belongs(line: str, *, loose: bool) -> bool:
    return _is_row(line) or _is_rule(line) or (loose and bool(_PIPE.search(line)))


def _is_row(line: str) -> bool:
    bare = line.strip()
    return bare.startswith("|") and bare.endswith("|") and not bare.endswith("\\|") and len(bare) > 2


def _is_rule(line: str) -> bool:
    """Tell whether a line is the rule under the heads, or one between the rows of a drawn grid."""
    bare = line.strip()
    return bool(_GRID.fullmatch(bare)) or ("|" in bare and "-" in bare and bool(_ALIGNMENT.fullmatch(bare)))


def _cells(line: str, place: int) -> tuple[TableCell, ...]:
    parts = _PIPE.split(line.strip().removeprefix("|"))
    parts = parts[:-1] if len(parts) > 1 and not parts[-1].strip() else parts
    return tuple(TableCell(_BREAK.sub("\n", part.strip()).replace("\\|", "|"), place) for part in parts)
