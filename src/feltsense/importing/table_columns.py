"""What each column of a table holds: from its head, and from its cells where that does not say."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from feltsense.importing.clock_times import TimeRange
from feltsense.importing.directions import parenthesis_meaning
from feltsense.importing.table_heads import ColumnRole, column_role, names_activity, unit_of_head
from feltsense.importing.timecodes import counted_range, time_range, written_length
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.sentences import ended

_NUMBER = LazyPattern(
    r"[(#]?(?:(?:step|schritt|paso|étape|etape|passo|stap|no|nr|part)\b\.?\s*)?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.):]{0,2}",
    re.IGNORECASE,
)
_BRACKETED = LazyPattern(r"\[[^\[\]]*\]|\([^()]*\)|\*[^*]+\*|_[^_]+_")
_LABEL = LazyPattern(r"[*_\[(]{0,3}[^\W\d_][\w .'’-]{0,30}(?::[*_\])]{0,3}|[*_\])]{0,3}:)")
"""Who speaks: “**Therapist:**”."""
_BARE_RANGE = LazyPattern(r"(?P<first>\d{1,3}) ?(?:[-–—]|to|bis|a|à|tot|até) ?(?P<last>\d{1,3})")
_SHORTEST_SECONDS = 15
"""Parts that are shorter by their numbers are counted in minutes."""
_SHORT = 60
_TIMED = frozenset((ColumnRole.TIME, ColumnRole.UNKNOWN, ColumnRole.NUMBER, ColumnRole.EITHER))
_SPOKEN = frozenset((ColumnRole.WORDS, ColumnRole.EITHER, ColumnRole.UNKNOWN))


@dataclass(frozen=True, slots=True)
class TableColumn:
    """What a column holds, and its head."""

    role: ColumnRole
    head: str = ""
    unit: int = 0
    """Milliseconds of a number in it that has no unit; 0 where nothing says."""

    known: bool = False
    """Whether its head says what it holds."""

    def time(self, cell: str) -> TimeRange | None:
        """Return the time that stands in a cell of a column of times."""
        return time_range(cell) or counted_range(cell, self.unit)


def columns_of(heads: Sequence[str], columns: Sequence[Sequence[str]]) -> tuple[TableColumn, ...]:
    """Return what each column holds.

    Args:
        heads: the head of each; empty where it has none.
        columns: the cells of each, heads left out.
    """
    headed = any(heads)
    found = [
        _by_cells(_by_head(head), [cell for cell in cells if cell.strip()], headed=headed)
        for head, cells in zip(heads, columns, strict=True)
    ]
    return tuple(_spoken_settled(found, columns) if headed else _directions_found(found, columns))


def _by_head(head: str) -> TableColumn:
    role = column_role(head)
    return TableColumn(role, head, unit_of_head(head), role is not ColumnRole.UNKNOWN)


def _by_cells(column: TableColumn, cells: Sequence[str], *, headed: bool) -> TableColumn:
    if not cells:
        return column
    column = _with_unit(column, cells)
    role = column.role
    if role in (*_TIMED, ColumnRole.LENGTH) and (_follow_on(column, cells) or _are_times(role, cells)):
        role = ColumnRole.TIME
    elif role is ColumnRole.TIME:
        role = _role_of_times(column, cells)
    elif role is ColumnRole.NUMBER and not all(map(_NUMBER.fullmatch, cells)):
        titles = all(len(cell) <= _SHORT and not ended(cell) for cell in cells)
        role = ColumnRole.SECTION if titles else ColumnRole.EITHER
    elif role is ColumnRole.UNKNOWN and _counts(cells):
        role = ColumnRole.NUMBER
    elif role is ColumnRole.UNKNOWN and all(map(_LABEL.fullmatch, cells)):
        role = ColumnRole.SPEAKER
    elif role is ColumnRole.UNKNOWN and all(map(_is_length, cells)):
        role = ColumnRole.LENGTH if headed else ColumnRole.SILENCE
    return replace(column, role=role)


def _with_unit(column: TableColumn, cells: Sequence[str]) -> TableColumn:
    """Return a column of times with the unit of ranges that have none, “0–1”, “1–3”: nobody speaks for one second."""
    ranges = [_BARE_RANGE.fullmatch(cell.strip("*_ ")) for cell in cells]
    bounds = [(int(found["first"]), int(found["last"])) for found in ranges if found]
    if column.role is not ColumnRole.TIME or column.unit or len(bounds) < max(2, len(cells)) or bounds[0][0] > 1:
        return column
    if any(before[1] > after[0] for before, after in pairwise(bounds)):
        return column
    shortest = min(last - first for first, last in bounds)
    return replace(column, unit=60_000 if shortest < _SHORTEST_SECONDS else 1000)


def _are_times(role: ColumnRole, cells: Sequence[str]) -> bool:
    return role is not ColumnRole.LENGTH and all(map(time_range, cells))


def _follow_on(column: TableColumn, cells: Sequence[str]) -> bool:
    """Tell whether cells are times from the start on, each from where the one before ends: “0–2 min”, “2–5 min”."""
    times = [time for cell in cells if (time := column.time(cell)) and time.end is not None]
    fewest = 2 if column.role is ColumnRole.LENGTH else 1  # one alone from nothing is a length as well
    whole = len(times) == len(cells) >= fewest and times[0].start == 0
    return whole and all(before.end == after.start for before, after in pairwise(times))


def _is_length(cell: str) -> bool:
    length = written_length(cell)
    return length is not None and not length.bare


def _role_of_times(column: TableColumn, cells: Sequence[str]) -> ColumnRole:
    """Tell times that begin at nothing and grow from lengths, where cells are numbers with a unit: “0 s”, “2 min”."""
    times = [column.time(cell) for cell in cells]
    starts = [time.start for time in times if time]
    if len(starts) < len(cells):
        return (
            ColumnRole.LENGTH if any(map(_is_length, cells)) else ColumnRole.NUMBER if _digits(cells) else column.role
        )
    grows = all(before < after for before, after in pairwise(starts))
    return ColumnRole.TIME if grows and starts[0] == 0 else ColumnRole.LENGTH


def _digits(cells: Sequence[str]) -> bool:
    return all(cell.strip("#(.) ").isdigit() for cell in cells)


def _counts(cells: Sequence[str]) -> bool:
    """Tell whether cells count rows: 1, 2, 3. Other numbers are said, as in “5 things that you see”."""
    if not _digits(cells):
        return False
    numbers = [int(cell.strip("#(.) ")) for cell in cells if len(cell) < 9]
    return numbers == list(range(numbers[0], numbers[0] + len(cells))) and numbers[0] in (0, 1) if numbers else False


def _spoken_settled(found: Sequence[TableColumn], columns: Sequence[Sequence[str]]) -> list[TableColumn]:
    """Return the columns so that each which may be spoken is, or is a note: the surest kind of them is spoken."""
    roles = {column.role for column in found}
    spoken = next((role for role in (ColumnRole.WORDS, ColumnRole.EITHER, ColumnRole.UNKNOWN) if role in roles), None)
    sections = ColumnRole.SECTION in roles
    settled = []
    for column, cells in zip(found, columns, strict=True):
        role = column.role
        if role is ColumnRole.EITHER and role is not spoken and not sections and _are_titles(column.head, cells):
            role = ColumnRole.SECTION
        elif role in _SPOKEN:
            role = ColumnRole.WORDS if role is spoken else ColumnRole.NOTES
        settled.append(replace(column, role=role))
    return settled


def _are_titles(head: str, cells: Sequence[str]) -> bool:
    """Tell whether a column names what is done: “Activity” beside the words, each a few words long."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    short = all(len(cell) <= _SHORT and not ended(cell) and cell[0] not in "[(*" for cell in filled)
    return short and bool(filled) and names_activity(head)


def _directions_found(found: Sequence[TableColumn], columns: Sequence[Sequence[str]]) -> list[TableColumn]:
    """Return columns without heads: one that holds only directions, beside one of sentences, is notes."""
    texts = [[cell for cell in cells if cell.strip()] for cells in columns]
    unknown = [number for number, column in enumerate(found) if column.role is ColumnRole.UNKNOWN]
    directed = {number for number in unknown if texts[number] and all(map(_is_direction, texts[number]))}
    notes = directed if len(directed) < len(unknown) else set()
    timed = any(column.role is ColumnRole.TIME for column in found)
    titles = {n for n in unknown if timed and texts[n] and all(len(c) <= _SHORT and not ended(c) for c in texts[n])}
    sections = titles if any(texts[n] and all(map(ended, texts[n])) for n in unknown) else set()
    return [
        replace(column, role=_role_without_head(number, notes, sections)) if number in unknown else column
        for number, column in enumerate(found)
    ]


def _role_without_head(number: int, notes: set[int], sections: set[int]) -> ColumnRole:
    if number in notes:
        return ColumnRole.NOTES
    return ColumnRole.SECTION if number in sections else ColumnRole.WORDS


def _is_direction(cell: str) -> bool:
    bare = cell.strip()
    if _BRACKETED.fullmatch(bare):
        return True
    return not bare.isdigit() and parenthesis_meaning(bare.rstrip("."), apart=True) is not None
