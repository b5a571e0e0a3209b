"""The journal as CSV or JSON, and back. Both hold everything but what is left out on purpose: notes, mostly."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from feltsense.errors import JournalError
from feltsense.journal.model import Practice, When
from feltsense.journal.records import FORMAT, VERSION, ExportFormat, practice_from, practice_record


@dataclass(frozen=True, slots=True)
class ExportPreview:
    """What an export will hold."""

    practices: int
    first: datetime | None
    last: datetime | None
    notes: int
    """How many notes there are among them, in or left out."""
    with_notes: bool

    def sentences(self) -> tuple[str, ...]:
        """Return it in words, a line each."""
        if self.first is None or self.last is None:
            return ("The journal is empty.",)
        count = "1 practice" if self.practices == 1 else f"{self.practices} practices"
        kept = "1 note" if self.notes == 1 else f"{self.notes} notes"
        days = f"{count}, from {self.first:%Y-%m-%d} to {self.last:%Y-%m-%d}."
        what = "For each: exercise, times, how far it got, and the numbers, places and words before and after."
        notes = f"{kept} of your own, too." if self.with_notes else f"{kept} of your own left out; --notes adds them."
        return (days, what, notes)


def preview_export(practices: Iterable[Practice], *, notes: bool) -> ExportPreview:
    """Return what an export of `practices` will hold."""
    count = written = 0
    first = last = None
    for practice in practices:
        count += 1
        written += bool(practice.before.note) + bool(practice.after.note)
        first = min(first or practice.began_at, practice.began_at)
        last = max(last or practice.began_at, practice.began_at)
    return ExportPreview(count, first, last, written, notes)


def write_export(practices: Iterable[Practice], form: ExportFormat, *, notes: bool) -> Iterator[str]:
    """Return the text of an export, piece by piece."""
    return _csv(practices, notes=notes) if form is ExportFormat.CSV else _json(practices, notes=notes)


def is_export(path: Path) -> bool:
    """Tell whether the file at `path` begins as an export does, in either form.

    Raises:
        OSError: it cannot be read.
    """
    if not path.is_file():
        return False
    with path.open("rb") as file:
        start = file.read(100).decode("utf-8", "replace").removeprefix("\ufeff")
    return start.startswith(("version,uid,", f'{{"format": {json.dumps(FORMAT)}'))


def read_export(text: str) -> Iterator[Practice]:
    """Return the practices in an export, in either form.

    Raises:
        JournalError: it is none, a newer feltsense has written it, or something in it is damaged.
    """
    text = text.removeprefix("\ufeff")
    return _from_json(text) if text.lstrip().startswith("{") else _from_csv(text)


def _json(practices: Iterable[Practice], *, notes: bool) -> Iterator[str]:
    head = json.dumps({"format": FORMAT, "version": VERSION, "notes": notes})
    yield f'{head[:-1]}, "practices": ['
    between = "\n"
    for practice in practices:
        yield between + json.dumps(practice_record(practice, notes=notes), ensure_ascii=False)
        between = ",\n"
    yield "\n]}\n"


def _from_json(text: str) -> Iterator[Practice]:
    try:
        found = json.loads(text)
        kind, version, practices = found["format"], found["version"], found["practices"]
    except (ValueError, KeyError, RecursionError) as error:
        raise _no_export() from error
    if kind != FORMAT or not isinstance(practices, list):
        raise _no_export()
    _expect_version(version)
    for number, each in enumerate(practices, 1):
        if not isinstance(each, dict):
            raise _no_export()
        yield practice_from(each, f"Practice {number}")


_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "'")
"""Spreadsheets run a cell that begins like this; an apostrophe before it makes it text, and is taken off again."""

_MOST_IN_A_CELL = 1 << 27


def _csv(practices: Iterable[Practice], *, notes: bool) -> Iterator[str]:
    page = io.StringIO(newline="")
    table = csv.writer(page, quoting=csv.QUOTE_MINIMAL)
    table.writerow(["version", *_columns(notes=notes)])
    for practice in practices:
        yield _taken(page)
        flat = _flat(practice_record(practice, notes=notes))
        table.writerow([VERSION, *(_cell(flat[name]) for name in _columns(notes=notes))])
    yield _taken(page)


def _from_csv(text: str) -> Iterator[Practice]:
    before = csv.field_size_limit(_MOST_IN_A_CELL)
    try:
        table = csv.reader(io.StringIO(text, newline=""), strict=True)
        head = next(table, [])
        if not {"version", "uid", "began_at"} <= set(head):
            raise _no_export()
        for row in table:
            if row:
                yield _from_row(dict(zip(head, row, strict=True)), f"Line {table.line_num}")
    except (csv.Error, ValueError) as error:
        raise JournalError(f"Line {table.line_num} cannot be read as CSV.", "Nothing was brought in.") from error
    finally:
        csv.field_size_limit(before)


def _from_row(cells: dict[str, str], where: str) -> Practice:
    version = cells.pop("version")
    _expect_version(int(version) if version.isascii() and version.isdigit() else version)
    found: dict[str, Any] = {when.value: {} for when in When}
    for name, cell in cells.items():
        when, _, own = name.partition("_")
        if when in found:
            found[when][own] = _value(own, cell, where)
        else:
            found[name] = _value(name, cell, where)
    return practice_from(found, where)


_NUMBERS = frozenset(
    ["tier", "asked_ms", "length_ms", "heard_ms", "rescued_at_ms", "wording", "distress", "connection"]
)
_MAYBE_TEXT = frozenset(["ended_at", "said_at", "note_written_at", "place", "word", "too_much"])


def _value(name: str, cell: str, where: str) -> Any:
    """Return what a cell of that name means; an empty one is None where nothing may be said."""
    if name in _NUMBERS:
        if cell and not (cell.isascii() and cell.isdigit()):
            raise JournalError(f"{where}: “{name}” is no number.", "Nothing was brought in.")
        return int(cell) if cell else None
    text = cell.removeprefix("'")
    return None if name in _MAYBE_TEXT and not text else text


def _columns(*, notes: bool) -> tuple[str, ...]:
    return tuple(_flat(practice_record(_SAMPLE, notes=notes)))


_SAMPLE = Practice(0, "", "", "", "", "", 1, None, None, datetime.fromisoformat("2000-01-01T00:00:00+00:00"))


def _flat(found: dict[str, Any]) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, value in found.items():
        flat |= {f"{name}_{own}": each for own, each in value.items()} if isinstance(value, dict) else {name: value}
    return flat


def _cell(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _taken(page: io.StringIO) -> str:
    text = page.getvalue()
    page.seek(0)
    page.truncate()
    return text


def _no_export() -> JournalError:
    return JournalError("That is no journal that feltsense has exported.", "feltsense journal export makes one.")


def _expect_version(version: Any) -> None:
    if not isinstance(version, int):
        raise _no_export()
    if version > VERSION:
        raise JournalError("A newer feltsense has exported that.", "Bring it in with that one.")
